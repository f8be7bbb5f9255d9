/** A zone as a name server's configuration states it. */
export interface StatedZone {
  /** The zone's name as written, without quotes. */
  readonly name: string;
  /** The file it is loaded from, as written. */
  readonly file: string;
  /** BIND's `type`; absent where it is not stated. */
  readonly type?: string;
}

/** What a name server's configuration says of its zone files. */
export interface NameServerFile {
  /** Where relative file names count from: BIND's `directory`, NSD's `zonesdir`, Knot's `storage`. */
  readonly directory?: string;
  readonly zones: readonly StatedZone[];
  /** Other configuration files that it takes in, as written. */
  readonly includes: readonly string[];
}

/** Zones of these types have no file of their own making, or one in another form than a master file. */
const WITHOUT_TEXT = new Set([
  'hint',
  'forward',
  'stub',
  'static-stub',
  'redirect',
  'delegation-only',
  'in-view',
]);

/**
 * Reads the configuration of BIND, NSD or Knot DNS as far as it names zone files; whose it is, its own words tell.
 * Tolerant: what is not understood is passed over.
 */
export function readNameServerFile(text: string): NameServerFile {
  if (/^[ \t]*(?:-[ \t]+)?(?:server|zone|template|pattern|include)[ \t]*:/m.test(text)) {
    return /^[ \t]*-[ \t]+(?:domain|id)[ \t]*:/m.test(text) ? readKnotConf(text) : readNsdConf(text);
  }
  return readNamedConf(text);
}

interface Collected {
  directory?: string;
  readonly zones: StatedZone[];
  readonly includes: string[];
}

/** BIND's named.conf: statements of words, strings and blocks in braces, each ended by a semicolon. */
function readNamedConf(text: string): NameServerFile {
  const found: Collected = { zones: [], includes: [] };
  const tokens = namedTokens(text);
  // What a block of nesting is about: its first word, and the zone that it states.
  const blocks: { readonly word: string; readonly zone: string; file?: string; type?: string }[] = [];
  let words: string[] = [];
  for (const token of tokens) {
    if (token === '{') {
      const [word = '', name = ''] = words;
      blocks.push({ word: word.toLowerCase(), zone: unquoted(name) });
      words = [];
    } else if (token === '}') {
      const block = blocks.pop();
      if (block?.word === 'zone' && block.file !== undefined && !WITHOUT_TEXT.has(block.type ?? '')) {
        found.zones.push({
          name: block.zone,
          file: block.file,
          ...(block.type !== undefined && { type: block.type }),
        });
      }
      words = [];
    } else if (token === ';') {
      const [word = '', value] = words;
      const block = blocks.at(-1);
      if (value !== undefined) {
        const key = word.toLowerCase();
        if (key === 'include') found.includes.push(unquoted(value));
        else if (key === 'directory' && block?.word === 'options') found.directory ??= unquoted(value);
        else if (key === 'file' && block?.word === 'zone') block.file = unquoted(value);
        else if (key === 'type' && block?.word === 'zone') block.type = value.toLowerCase();
      }
      words = [];
    } else {
      words.push(token);
    }
  }
  return found;
}

/** Words, quoted strings, `{`, `}` and `;`; comments in the styles of C, C++ and the shell are left out. */
function* namedTokens(text: string): Generator<string, undefined> {
  const token =
    /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|#[^\n]*|"(?:[^"\\]|\\[\s\S])*"?|[{};]|(?:[^\s{};"#/]|\/(?![/*]))+/g;
  for (const [found] of text.matchAll(token)) {
    if (!/^(?:\/[/*]|#)/.test(found)) yield found;
  }
}

function unquoted(word: string): string {
  return word.startsWith('"')
    ? word
        .slice(1)
        .replace(/"$/, '')
        .replace(/\\([\s\S])/g, '$1')
    : word;
}

/** NSD's nsd.conf: `attribute: value` lines under clauses such as `zone:`. */
function readNsdConf(text: string): NameServerFile {
  const found: Collected = { zones: [], includes: [] };
  let clause = '';
  let name: string | undefined;
  let file: string | undefined;
  const close = (): void => {
    if (clause === 'zone' && name !== undefined && file !== undefined) found.zones.push({ name, file });
    name = undefined;
    file = undefined;
  };
  for (const [key, value] of pairs(text)) {
    if (value === '') {
      close();
      clause = key;
    } else if (key === 'include') {
      found.includes.push(value);
    } else if (key === 'zonesdir') {
      found.directory ??= value;
    } else if (key === 'name') {
      name = value;
    } else if (key === 'zonefile') {
      // NSD puts the zone's name in place of `%s`.
      file = value;
    }
  }
  close();
  return { ...found, zones: found.zones.map((zone) => ({ ...zone, file: filled(zone.file, zone.name) })) };
}

/** Knot's knot.conf: YAML of two levels, lists of `- domain:` under `zone:`. */
function readKnotConf(text: string): NameServerFile {
  const found: Collected = { zones: [], includes: [] };
  let section = '';
  let domain: string | undefined;
  let file: string | undefined;
  let storage: string | undefined;
  const close = (): void => {
    if (section === 'zone' && domain !== undefined) {
      const name = domain.replace(/\.$/, '');
      const path = filled(file ?? '%s.zone', name);
      const folder = storage !== undefined && !path.startsWith('/') ? `${storage.replace(/\/$/, '')}/` : '';
      found.zones.push({ name, file: folder + path });
    }
    if (section === 'template' && domain === 'default' && storage !== undefined) found.directory ??= storage;
    domain = undefined;
    file = undefined;
    storage = undefined;
  };
  for (const [key, value, item] of pairs(text)) {
    if (item) close();
    if (value === '' && !item) {
      close();
      section = key;
    } else if (key === 'include') {
      found.includes.push(value);
    } else if (key === 'domain' || key === 'id') {
      domain = value;
    } else if (key === 'file') {
      file = value;
    } else if (key === 'storage') {
      storage = value;
    }
  }
  close();
  return found;
}

/** `key: value` lines, and whether each begins an item of a list; comments begin with `#`. */
function* pairs(text: string): Generator<readonly [string, string, boolean], undefined> {
  for (const line of text.split('\n')) {
    const match = /^\s*(-\s+)?([a-z-]+)\s*:\s*("[^"]*"|'[^']*'|[^#]*)/i.exec(line.replace(/\r$/, ''));
    if (match === null) continue;
    const value = match[3]!.trim().replace(/^(["'])(.*)\1$/, '$2');
    yield [match[2]!.toLowerCase(), value, match[1] !== undefined];
  }
}

/** A file name with the zone's name in place of `%s`. */
function filled(file: string, name: string): string {
  return file.replaceAll('%s', name.replace(/\.$/, '') || '.');
}
