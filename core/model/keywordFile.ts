import type { Keyword } from '../facts/keyword';
import { DATA_SETS } from '../facts/opendkimForms';
import type { ConfigurationKeyword, KeywordTable } from '../facts/keywordTable';
import { parseKeywordFile, type KeywordFileDialect } from '../syntax/keywordFile';
import { message, type Localized } from '../text/message';
import { shiftSpan, touches, type Span } from '../text/span';
import { firstLetterBoolean } from '../values/boolean';
import { compareVersions } from '../values/version';
import type { Candidate, Description, Expectation } from '../text/cursor';
import { configurationKeywordParagraphs, keywordDetail, keywordParagraphs } from './describe';
import { dataSetOf } from '../values/dataSet';
import { keywordEditing } from './keywordEditing';
import { homesOf } from './namedFolders';
import { pathExpected } from './pathExpected';
import { lineAt, settingAt, type SettingsLanguage, type SettingsView } from './settings';

/** What opendmarc.conf and opendkim.conf have in common, with each one's own keywords and parser. */
export function keywordLanguage(
  table: KeywordTable,
  dialect: KeywordFileDialect,
): Pick<SettingsLanguage, 'parse' | 'canonical' | 'expected' | 'described' | 'editing'> {
  return {
    parse: (text) => parseKeywordFile(text, dialect),
    canonical: (name) => name.toLowerCase(),
    expected: (view, offset) => expected(table, view, offset),
    described: (view, offset) => described(table, view, offset),
    editing: (view) => keywordEditing(table, view),
  };
}

function expected(table: KeywordTable, view: SettingsView, offset: number): Expectation | undefined {
  const { start, line } = lineAt(view.text, offset);
  const parts = /^([ \t]*)([^ \t#]*)([ \t]*)([^#]*)/.exec(line)!;
  const [, indent = '', name = '', gap = '', value = ''] = parts;
  const at = offset - start;
  if (at > parts[0].length) return undefined;
  const nameEnd = indent.length + name.length;
  const stated = view.around?.().versions[table.id];
  if (at <= nameEnd && at >= indent.length) {
    return {
      replace: { start: start + indent.length, end: start + nameEnd },
      candidates: [...table.keywords.values()]
        .filter((known) => offered(known) && !isGoneAt(known, stated))
        .map((known) => nameCandidate(table, known, value === '', stated)),
    };
  }
  const known = table.keywords.get(name.toLowerCase());
  const valueStart = nameEnd + gap.length;
  if (known === undefined || at < nameEnd) return undefined;
  const path = pathInValue(table, view, known, offset, { start: start + valueStart, text: value.trimEnd() });
  if (path !== undefined) return path;
  const candidates = values(table, known);
  if (candidates.length === 0) return undefined;
  const written = value.trimEnd();
  const inside = at >= valueStart && at <= valueStart + written.length;
  if (!inside) return { replace: { start: offset, end: offset }, candidates };
  const here = at - valueStart;
  const shift = start + valueStart;
  if (known.form.kind === 'list') {
    let before = 0;
    while (before < here && !/[\s,]/.test(written[here - before - 1]!)) before++;
    const behind = /^[^\s,]*/.exec(written.slice(here))![0].length;
    return { replace: { start: offset - before, end: offset + behind }, candidates };
  }
  // What a data set's kind is followed by already stays.
  const colon = known.form.kind === 'data-set' ? /^\w*:/.exec(written)?.[0].length : undefined;
  if (colon !== undefined && written.length > colon) {
    if (here >= colon) return undefined;
    return {
      replace: { start: shift, end: shift + colon },
      candidates: candidates.map(({ label, kind, detail, documentation }) => ({
        label,
        kind,
        ...(detail && { detail }),
        ...(documentation && { documentation }),
      })),
    };
  }
  return { replace: { start: shift, end: shift + written.length }, candidates };
}

function offered(known: ConfigurationKeyword): boolean {
  return known.renamedTo === undefined && (known.last === undefined || known.last === 'develop');
}

/** Whether the stated release has a keyword no more. */
function isGoneAt({ last }: ConfigurationKeyword, stated: string | undefined): boolean {
  return stated !== undefined && last !== undefined && compareVersions(stated, last) > 0;
}

/** Says so where the release does not have a keyword yet: the stated one, or what distributions ship. */
function newerThan(table: KeywordTable, { first }: ConfigurationKeyword, stated: string | undefined) {
  const version = stated ?? table.version;
  if (first === undefined || compareVersions(first, version) <= 0) return undefined;
  const { program } = table;
  return first === 'develop'
    ? message(
        { en: 'in no release of {program} yet', ja: '{program} のリリース版にはまだありません' },
        { program },
      )
    : message(
        {
          en: 'not in {program} {version}, only since {first}',
          ja: '{program} {version} にはありません ({first} から)',
        },
        { program, version, first },
      );
}

function nameCandidate(
  table: KeywordTable,
  known: ConfigurationKeyword,
  alone: boolean,
  stated: string | undefined,
): Candidate {
  const { name, words } = known;
  return {
    label: name,
    kind: 'parameter',
    ...(alone && { insert: `${name} `, again: true }),
    detail: newerThan(table, known, stated) ?? keywordDetail(known),
    documentation:
      words === undefined ? configurationKeywordParagraphs(table, known).at(-1)! : message(words),
  };
}

/** A path ends at a blank or comment, and a data set has its own marks. */
const PARTED = /[\s#,;"]/;

/**
 * The names that a path in a value may go on with: where the keyword takes one, or a data set's kind, the `/` at its
 * beginning or a socket's family says so.
 */
function pathInValue(
  table: KeywordTable,
  view: SettingsView,
  { type, form }: ConfigurationKeyword,
  offset: number,
  written: { readonly start: number; readonly text: string },
): Expectation | undefined {
  const at = offset - written.start;
  // Where no value is begun it would stand behind the keyword at once.
  if (at < 0 || (written.text === '' && !/\s/.test(view.text[offset - 1] ?? ''))) return undefined;
  const before = at > written.text.length ? undefined : written.text.slice(0, at);
  if (before === undefined) return undefined;
  const from = pathStart(type, form, before);
  if (from === undefined) return undefined;
  return pathExpected(
    view.around?.().paths,
    {
      homes: homesOf(table.id)!,
      parted: PARTED,
      ...(form.kind === 'path' && form.what === 'folder' && { foldersOnly: true }),
      ...(form.kind === 'data-set' && { passed: /\.db$/ }),
    },
    before.slice(from),
    { start: written.start + from, end: written.start + written.text.length },
  );
}

/** Where a path begins in what is written before the cursor; undefined where it has none. */
function pathStart(
  type: ConfigurationKeyword['type'],
  form: ConfigurationKeyword['form'],
  before: string,
): number | undefined {
  if (/[\s,]/.test(before)) return undefined;
  if (type === 'include' || form.kind === 'path') return 0;
  if (form.kind === 'data-set') {
    const kind = /^(?:re)?file:|^(?:db|bdb|lmdb):|^(?=\/)/i.exec(before);
    return kind?.[0].length;
  }
  if (form.kind === 'socket') return /^(?:(?:local|unix):)?(?=\/)/i.exec(before)?.[0].length;
  return undefined;
}

function values(table: KeywordTable, known: ConfigurationKeyword): Candidate[] {
  if (known.type === 'boolean') return ['true', 'false'].map((label) => ({ label, kind: 'value' }));
  switch (known.form.kind) {
    case 'words':
    case 'letters':
      return known.form.values.map(ofKeyword);
    case 'socket':
      return sockets();
    case 'mode-bits':
      return ['002', '007', '022', '077'].map((label) => ({ label, kind: 'value' }));
    case 'restart-rate':
      return [{ label: '10/1h', kind: 'value' }];
    case 'amount':
      return ['50%', '100+'].map((label) => ({ label, kind: 'value' }));
    case 'list':
      return (known.form.values ?? []).map(ofKeyword);
    case 'user':
      return [{ label: table.id, kind: 'value' }];
    case 'data-set':
      return dataSets(known);
    default:
      return [];
  }
}

/** The kinds of data sets that distributions build, with the file that the keyword usually names. */
function dataSets({ name, form }: ConfigurationKeyword): Candidate[] {
  if (form.kind !== 'data-set') return [];
  const file =
    name === 'KeyTable' || name === 'SigningTable' ? name : form.of === 'hosts' ? 'TrustedHosts' : 'list';
  return DATA_SETS.filter((set) => set.built && form.only?.includes(set.name) !== false).map(
    ({ name: kind, takes, en, ja }) => ({
      label: `${kind}:`,
      kind: 'value',
      insert:
        takes === 'path'
          ? `${kind}:\${1:/etc/opendkim/${file}}`
          : takes === 'list'
            ? `${kind}:\${1:${form.of === 'hosts' ? '127.0.0.1' : 'example.com'}}`
            : `${kind}://\${1:localhost}`,
      snippet: true,
      detail: message({ en, ja }),
      documentation: message({ en, ja }),
    }),
  );
}

function ofKeyword({ name, means }: Keyword): Candidate {
  return { label: name, kind: 'value', detail: message(means), documentation: message(means) };
}

function sockets(): Candidate[] {
  const forms: readonly (readonly [string, string, string])[] = [
    ['inet:${1:8893}@${2:localhost}', 'inet:port@host', 'TCP (IPv4)'],
    ['inet6:${1:8893}@${2:::1}', 'inet6:port@host', 'TCP (IPv6)'],
    ['local:${1:/run/milter.sock}', 'local:/path', 'UNIX domain socket'],
  ];
  return forms.map(([insert, label, words]) => ({
    label,
    kind: 'value',
    insert,
    snippet: true,
    detail: message({ en: words, ja: words }),
  }));
}

function described(table: KeywordTable, view: SettingsView, offset: number): Description | undefined {
  const found = settingAt(view, offset);
  if (found === undefined) return undefined;
  const { at, setting } = found;
  const known = table.keywords.get(setting.name.toLowerCase());
  if (known === undefined) return undefined;
  if (touches(setting.nameSpan, offset - at)) {
    return {
      span: shiftSpan(setting.nameSpan, at),
      paragraphs: configurationKeywordParagraphs(table, known),
    };
  }
  const written = setting.value.text;
  if (!touches(setting.valueSpan, offset - at) || written === '') return undefined;
  const span = shiftSpan(setting.valueSpan, at);
  if (known.type === 'boolean') {
    const read = firstLetterBoolean(written);
    return read && { span, paragraphs: [message(read.value ? ON : OFF, { keyword: known.name })] };
  }
  if (known.form.kind === 'data-set') return describedSet(written, span, offset - span.start);
  if (known.form.kind === 'socket') return describedSocket(written, span);
  if (known.form.kind === 'mode-bits') return describedMode(written, span);
  if (known.form.kind !== 'words' && known.form.kind !== 'letters') return undefined;
  const value = known.form.values.find(({ name }) => name.toLowerCase() === written.toLowerCase());
  return value && { span, paragraphs: keywordParagraphs(value) };
}

const ON = { en: 'Read as true: {keyword} is on.', ja: '真と解釈されます。{keyword} は有効です。' };
const OFF = { en: 'Read as false: {keyword} is off.', ja: '偽と解釈されます。{keyword} は無効です。' };

/** The kind of a data set, stated or assumed. */
function describedSet(text: string, span: Span, inside: number): Description | undefined {
  const { kind, start } = dataSetOf(text);
  const known = DATA_SETS.find(({ name }) => name === kind.toLowerCase());
  if (known === undefined || (start > 0 && inside >= start)) return undefined;
  return {
    span: { start: span.start, end: start > 0 ? span.start + start : span.end },
    paragraphs: [
      message(
        { en: '**{kind}** — {en}', ja: '**{kind}** — {ja}' },
        { kind: known.name, en: known.en, ja: known.ja },
      ),
      ...(start > 0 ? [] : [message(ASSUMED)]),
    ],
  };
}

const ASSUMED: Localized = {
  en: 'No kind is stated: a path is a file, anything else a list with commas.',
  ja: '種類の指定がないため、パスならファイル、それ以外はコンマ区切りの並びとみなされます。',
};

/** How Postfix reaches a socket. */
function describedSocket(text: string, span: Span): Description | undefined {
  const [, family = '', port = '', host = ''] = /^(inet6?):([^@]+)(?:@(.+))?$/i.exec(text) ?? [];
  if (family !== '') {
    const name = host === '' ? 'localhost' : host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
    return {
      span,
      paragraphs: [
        message(host === '' ? EVERYWHERE : LISTENS, { port, host }),
        message(IN_POSTFIX, { endpoint: `inet:${name}:${port}` }),
      ],
    };
  }
  const path = text.replace(/^(?:local|unix):/i, '');
  if (!path.startsWith('/')) return undefined;
  return { span, paragraphs: [message(FILE_SOCKET), message(IN_POSTFIX, { endpoint: `unix:${path}` })] };
}

const EVERYWHERE: Localized = {
  en: 'Listens on port {port} of every address of this host: others can reach it unless a firewall stands between.',
  ja: 'このホストのすべてのアドレスのポート {port} で待ち受けます。ファイアウォールがなければ外からも接続できます。',
};
const LISTENS: Localized = {
  en: 'Listens on port {port} of {host}.',
  ja: '{host} のポート {port} で待ち受けます。',
};
const FILE_SOCKET: Localized = {
  en: 'A socket in the file system; a Postfix in a chroot sees only those below its queue directory.',
  ja: 'ファイルシステム上のソケットです。chroot で動く Postfix からは、キューディレクトリの下のものしか見えません。',
};
const IN_POSTFIX: Localized = {
  en: 'In main.cf: `smtpd_milters = {endpoint}`',
  ja: 'main.cf での書き方: `smtpd_milters = {endpoint}`',
};

/** The permissions that a mask leaves to a socket. */
function describedMode(text: string, span: Span): Description | undefined {
  if (!/^0[0-7]{1,4}$/.test(text)) return undefined;
  const left = 0o777 & ~Number.parseInt(text, 8);
  return {
    span,
    paragraphs: [
      message(
        {
          en: 'A socket is made with the permissions {mode}.',
          ja: 'ソケットは権限 {mode} で作られます。',
        },
        { mode: left.toString(8).padStart(4, '0') },
      ),
    ],
  };
}
