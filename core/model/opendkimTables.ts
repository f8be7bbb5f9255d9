import { keyFields, parseColumns, signerKey } from '../syntax/columnFile';
import type { Setting } from '../syntax/setting';
import { message, type Localized } from '../text/message';
import { shiftSpan, touches, type Span } from '../text/span';
import type { Candidate, Description, Expectation } from '../text/cursor';
import { columnEditing } from './columnEditing';
import { homesOf } from './namedFolders';
import { pathExpected } from './pathExpected';
import type { Editing, Link, NameHere, Occurrence, SemanticToken } from './editing';
import { lineAt, settingAt, settingsReader, type SettingsView } from './settings';

/** How OpenDKIM's KeyTable is read: the name of a key, and `domain:selector:key`. */
export const opendkimKeyTableReader = settingsReader({
  parse: parseColumns,
  // The lookup of a key's name tells upper from lower case.
  canonical: (name) => name,
  facet: (value) => ({ kind: 'opendkim-key', value }),
  group: (value) => ({
    kind: 'opendkim-key-table',
    key: 'file',
    value,
    members: value.settings.map(({ anchor }) => anchor),
  }),
  expected: keyExpected,
  described: keyDescribed,
  editing: (view) => ({
    ...columnEditing(view, { tokens: keyTokens, links: keyLinks }),
    ...keyNames(view, (row) => [{ span: row.nameSpan, name: row.name, role: 'definition' }]),
  }),
});

/** How OpenDKIM's SigningTable is read: whose mail, and the name of the key that signs it. */
export const opendkimSigningTableReader = settingsReader({
  parse: parseColumns,
  canonical: (name) => name.toLowerCase(),
  facet: (value) => ({ kind: 'opendkim-signer', value }),
  group: (value) => ({
    kind: 'opendkim-signing-table',
    key: 'file',
    value,
    members: value.settings.map(({ anchor }) => anchor),
  }),
  expected: signerExpected,
  described: signerDescribed,
  editing: (view) => ({
    ...columnEditing(view, { tokens: signerTokens }),
    ...keyNames(view, (row) => {
      const name = signerKey(row.value.text);
      const { start } = row.valueSpan;
      return name === '' ? [] : [{ span: { start, end: start + name.length }, name, role: 'reference' }];
    }),
  }),
});

/** The names of keys, which one table defines and the other refers to. */
function keyNames(
  view: SettingsView,
  of: (row: Setting) => readonly (NameHere & Occurrence)[],
): Pick<Editing, 'nameAt' | 'occurrences' | 'definitions'> {
  const all = (): (NameHere & Occurrence)[] =>
    view.parsed.flatMap(({ at, setting }) =>
      of(setting).map((one) => ({ ...one, span: shiftSpan(one.span, at) })),
    );
  const scoped = (name: string): string => `opendkim-key ${name}`;
  return {
    nameAt: (offset) => {
      const here = all().find(({ span }) => touches(span, offset));
      return here && { span: here.span, name: scoped(here.name) };
    },
    occurrences: (name, span) =>
      all()
        .filter((one) => scoped(one.name) === name && (span === undefined || overlaps(one.span, span)))
        .map((one) => ({ span: one.span, role: one.role })),
    definitions: (offset) => {
      const here = all().find(({ span }) => touches(span, offset));
      return here === undefined
        ? []
        : all()
            .filter(({ name, role }) => name === here.name && role === 'definition')
            .map(({ span }) => span);
    },
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function keyTokens({ nameSpan, value, valueSpan }: Setting): SemanticToken[] {
  const fields = keyFields(value.text);
  const { start, end } = valueSpan;
  const name: SemanticToken = { span: nameSpan, type: 'variable', modifiers: ['declaration'] };
  if (fields === undefined) return [name, { span: valueSpan, type: 'string' }];
  return [
    name,
    {
      span: { start, end: start + fields.domain.length },
      type: fields.domain === '%' ? 'operator' : 'namespace',
    },
    {
      span: { start: start + fields.selectorStart, end: start + fields.keyStart - 1 },
      type: 'enumMember',
    },
    { span: { start: start + fields.keyStart, end }, type: 'string' },
  ];
}

function signerTokens({ nameSpan, value, valueSpan }: Setting): SemanticToken[] {
  const key = signerKey(value.text);
  const { start, end } = valueSpan;
  return [
    { span: nameSpan, type: 'namespace' },
    { span: { start, end: start + key.length }, type: 'variable' },
    { span: { start: start + key.length, end }, type: 'string' },
  ];
}

/** The file of a key; `%` in its path stands for the sender's domain, and then leads to no one file. */
function keyLinks({ value, valueSpan }: Setting): Link[] {
  const fields = keyFields(value.text);
  if (fields === undefined || !/^(?:\/|\.\.?\/)[^%]*$/.test(fields.key)) return [];
  const start = valueSpan.start + fields.keyStart;
  return [{ span: { start, end: start + fields.key.length }, path: fields.key }];
}

function both(en: string, ja: string): Localized {
  return { en, ja };
}

const KEY_ROW = both(
  'Three fields with colons between: the domain that signs (`%` for the sender’s own), the selector, and the file of the private key.',
  'コロンで区切った 3 つの項目です。署名するドメイン (`%` は送信者のドメイン)、セレクター、秘密鍵のファイルの順に書きます。',
);

/** What a path of this table cannot go over: a blank, a comment; `%` stands for the sender’s domain. */
const PARTED = /[\s#%:]/;

/** The file of a key, behind the second colon. */
function keyPath(view: SettingsView, offset: number, start: number, line: string): Expectation | undefined {
  const found = /^[ \t]*[^ \t#]+[ \t]+[^ \t#:]+:[^ \t#:]+:([^ \t#]*)$/.exec(line.slice(0, offset - start));
  if (found === null || found[1]!.includes('%')) return undefined;
  const typed = found[1]!;
  const rest = /^[^ \t#]*/.exec(line.slice(offset - start))![0];
  return pathExpected(
    view.around?.().paths,
    { homes: homesOf('opendkim-keytable')!, parted: PARTED },
    typed,
    { start: offset - typed.length, end: offset + rest.length },
  );
}

function keyExpected(view: SettingsView, offset: number): Expectation | undefined {
  const { start, line } = lineAt(view.text, offset);
  const path = keyPath(view, offset, start, line);
  if (path !== undefined) return path;
  if (
    /^[^#]*$/.test(line.slice(0, offset - start)) &&
    /^[ \t]*[^ \t#]+[ \t]+$/.test(line.slice(0, offset - start))
  ) {
    const name = /[^ \t]+/.exec(line)![0];
    const [domain, selector] = /^(.+)\._domainkey\.(.+)$/.test(name)
      ? [/\._domainkey\.(.+)$/.exec(name)![1]!, /^(.+)\._domainkey\./.exec(name)![1]!]
      : ['example.com', 'mail'];
    const candidate: Candidate = {
      label: 'domain:selector:/path',
      kind: 'value',
      insert: `\${1:${domain}}:\${2:${selector}}:/etc/opendkim/keys/\${1:${domain}}/\${2:${selector}}.private`,
      snippet: true,
      detail: message(both('The key’s domain, selector and file', '鍵のドメイン、セレクター、ファイル')),
      documentation: message(KEY_ROW),
    };
    return { replace: { start: offset, end: offset }, candidates: [candidate] };
  }
  return undefined;
}

function keyDescribed(view: SettingsView, offset: number): Description | undefined {
  const found = settingAt(view, offset);
  if (found === undefined) return undefined;
  const { at, setting } = found;
  if (touches(setting.nameSpan, offset - at)) {
    return {
      span: shiftSpan(setting.nameSpan, at),
      paragraphs: [
        message(
          both(
            'The name under which the SigningTable refers to this key.',
            'SigningTable がこの鍵を指す名前です。',
          ),
        ),
        message(KEY_ROW),
      ],
    };
  }
  const fields = keyFields(setting.value.text);
  const inside = offset - at - setting.valueSpan.start;
  if (fields === undefined || inside < 0 || inside > setting.value.text.length) return undefined;
  const [start, end, words] =
    inside < fields.selectorStart
      ? ([0, fields.domain.length, fields.domain === '%' ? PERCENT : DOMAIN] as const)
      : inside < fields.keyStart
        ? ([fields.selectorStart, fields.keyStart - 1, SELECTOR] as const)
        : ([
            fields.keyStart,
            setting.value.text.length,
            fields.key.includes('%') ? KEY_PATTERN : KEY,
          ] as const);
  const base = at + setting.valueSpan.start;
  return {
    span: { start: base + start, end: base + end },
    paragraphs: [message(words, { domain: fields.domain, selector: fields.selector })],
  };
}

const DOMAIN = both(
  'The domain that signs (`d=`). Receivers look for the key at `{selector}._domainkey.{domain}`.',
  '署名するドメイン (`d=`) です。受信側は `{selector}._domainkey.{domain}` で鍵を探します。',
);
const PERCENT = both(
  'The domain that signs (`d=`) is that of the sender.',
  '署名するドメイン (`d=`) は送信者のドメインです。',
);
const SELECTOR = both(
  'The selector (`s=`): the key’s name below `_domainkey`.',
  'セレクター (`s=`) です。`_domainkey` の下の鍵の名前になります。',
);
const KEY = both(
  'The file of the private key. A text that does not begin with `/`, `./` or `../` is taken for the key itself.',
  '秘密鍵のファイルです。`/`、`./`、`../` のどれかで始まらない文字列は、鍵そのものとみなされます。',
);
const KEY_PATTERN = both(
  'The file of the private key; `%` stands for the domain that signs.',
  '秘密鍵のファイルです。`%` は署名するドメインに置き換わります。',
);

const SIGNER_ROW = both(
  'Whose mail is signed: an address, a domain, or, where opendkim.conf reads the table by `refile:`, a pattern with `*`. Behind it the name of a key in the KeyTable, and perhaps a colon and the signer (`i=`).',
  '署名の対象です。アドレスかドメイン、または (opendkim.conf で `refile:` として読む場合) `*` を含むパターンを書きます。その後ろに KeyTable の鍵の名前を、必要ならコロンと署名者 (`i=`) を続けます。',
);

function signerExpected(view: SettingsView, offset: number): Expectation | undefined {
  const { start, line } = lineAt(view.text, offset);
  const before = line.slice(0, offset - start);
  const column = /^[ \t]*[^ \t#]+[ \t]+([^ \t#:]*)$/.exec(before);
  if (column !== null) {
    const typed = column[1]!.length;
    const tables = view.around?.().system.configurations('opendkim-keytable') ?? [];
    const names = new Set([
      ...tables.flatMap(({ file }) => file.settings.map(({ value }) => value.name)),
      ...view.file.settings.map(({ value }) => signerKey(value.value.text)),
    ]);
    const after = /^[^ \t#:]*/.exec(line.slice(offset - start))![0].length;
    return {
      replace: { start: offset - typed, end: offset + after },
      candidates: [...names].filter((name) => name !== '').map((label) => ({ label, kind: 'reference' })),
    };
  }
  if (!/^[^ \t#]*$/.test(before)) return undefined;
  const end = start + /^[^ \t#]*/.exec(line)![0].length;
  return {
    replace: { start, end },
    candidates: [
      {
        label: '*@example.com',
        kind: 'value',
        insert: '*@${1:example.com} ${2:mail._domainkey.example.com}',
        snippet: true,
        detail: message(both('All of a domain', 'ドメイン全体')),
        documentation: message(SIGNER_ROW),
      },
      {
        label: 'example.com',
        kind: 'value',
        insert: '${1:example.com} ${2:mail._domainkey.example.com}',
        snippet: true,
        detail: message(both('All of a domain, without refile:', 'ドメイン全体 (refile: なし)')),
        documentation: message(SIGNER_ROW),
      },
    ],
  };
}

function signerDescribed(view: SettingsView, offset: number): Description | undefined {
  const found = settingAt(view, offset);
  if (found === undefined) return undefined;
  const { at, setting } = found;
  const key = signerKey(setting.value.text);
  const keySpan = { start: setting.valueSpan.start, end: setting.valueSpan.start + key.length };
  if (touches(setting.nameSpan, offset - at)) {
    return { span: shiftSpan(setting.nameSpan, at), paragraphs: [message(SIGNER_ROW)] };
  }
  if (key === '' || !touches(keySpan, offset - at)) return undefined;
  return {
    span: shiftSpan(keySpan, at),
    paragraphs: [
      message(
        both('The key that signs, by its name in the KeyTable.', '署名に使う鍵の、KeyTable での名前です。'),
      ),
    ],
  };
}
