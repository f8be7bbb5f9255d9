// What the rules about opendmarc.conf and opendkim.conf have in common: each program's folder gives its own table.
import { isKnownAt, type ConfigurationKeyword, type KeywordTable } from '../facts/keywordTable';
import type { ConfigurationFile, Setting } from '../model/configuration';
import { message, type Localized } from '../text/message';
import { firstLetterBoolean } from '../values/boolean';
import { postfixOrderInMilter } from '../values/milterEndpoint';
import { nearest } from '../values/nearest';
import { reportOverridden } from './overridden';
import type { Fix, Report, Versions } from './rule';
import { removeTitle, replaceTitle } from './titles';

/** Takes a rule's finding. */
export type Say = (found: Report) => void;

/** What is known of the setting's keyword. */
export function knownKeyword(table: KeywordTable, setting: Setting): ConfigurationKeyword | undefined {
  return table.keywords.get(setting.name.toLowerCase());
}

/** The `=` that stands with a known keyword; such lines have a rule of their own. */
function equalsSign(table: KeywordTable, setting: Setting): { glued: boolean; name: string } | undefined {
  if (setting.value.text.startsWith('=')) return { glued: false, name: setting.name };
  const at = setting.name.indexOf('=');
  const name = setting.name.slice(0, Math.max(0, at));
  return table.keywords.has(name.toLowerCase()) ? { glued: true, name } : undefined;
}

/** The value as its writer meant it: without a CR that the program keeps. */
export function written(setting: Setting): string {
  return setting.value.text.replace(/\r$/, '');
}

/** The release that a file is judged for. */
export function versionOf(table: KeywordTable, versions: Versions | undefined): string {
  return versions?.[table.id] ?? table.version;
}

/** A keyword that no release knows, or that the release in use does not know. */
export function checkUnknownKeyword(
  table: KeywordTable,
  setting: Setting,
  versions: Versions | undefined,
  say: Say,
): void {
  if (setting.name.startsWith('\r') || equalsSign(table, setting) !== undefined) return;
  const name = setting.name.replace(/\r$/, '');
  const known = table.keywords.get(name.toLowerCase());
  const { program } = table;
  const version = versionOf(table, versions);
  if (known === undefined) {
    const candidates = [...table.keywords.values()].filter((k) => isKnownAt(k, version)).map((k) => k.name);
    const meant = nearest(name, candidates);
    say({
      span: setting.nameSpan,
      message: message(
        {
          en: '{program} knows no keyword `{name}` and does not start with it. Correct the name or remove the line.',
          ja: '{program} に `{name}` というキーワードはなく、この行があると起動しません。名前を直すか行を削除してください。',
        },
        { program, name },
      ),
      fixes:
        meant === undefined
          ? []
          : [{ title: replaceTitle(name, meant), edits: [{ span: setting.nameSpan, text: meant }] }],
    });
  } else if (!isKnownAt(known, version) && newName(table, known, version) === undefined) {
    say({
      span: setting.nameSpan,
      severity: 'warning',
      message: message(otherRelease(known), {
        program,
        name,
        version,
        id: table.id,
        first: known.first ?? '',
        last: known.last ?? '',
      }),
    });
  }
}

function otherRelease({ first, last }: ConfigurationKeyword): Localized {
  if (first === 'develop') {
    return {
      en: '`{name}` is only in the development branch of {program}. A release does not start with this line: remove it.',
      ja: '`{name}` は {program} の開発版にだけあります。リリース版はこの行があると起動しません。削除してください。',
    };
  }
  return last === undefined || last === 'develop'
    ? {
        en: '`{name}` came with {program} {first}. Release {version} does not start with this line: remove it, or state a newer release in the setting `mailAuth.{id}.version`.',
        ja: '`{name}` は {program} {first} で加わりました。{version} はこの行があると起動しません。削除するか、設定 `mailAuth.{id}.version` で新しいバージョンを指定してください。',
      }
    : {
        en: '`{name}` is in {program} {first} to {last} only. Release {version} does not start with this line: remove it.',
        ja: '`{name}` は {program} {first} から {last} までにしかありません。{version} はこの行があると起動しません。削除してください。',
      };
}

/** What the release in use calls a keyword that was renamed. */
function newName(table: KeywordTable, known: ConfigurationKeyword, version: string): string | undefined {
  const { renamedTo } = known;
  const next = renamedTo === undefined ? undefined : table.keywords.get(renamedTo.toLowerCase());
  return next !== undefined && isKnownAt(next, version) ? renamedTo : undefined;
}

/** A keyword that has another name in the release in use. */
export function checkRenamedKeyword(
  table: KeywordTable,
  setting: Setting,
  versions: Versions | undefined,
  say: Say,
): void {
  const known = knownKeyword(table, setting);
  if (known === undefined) return;
  const version = versionOf(table, versions);
  const renamedTo = newName(table, known, version);
  if (renamedTo === undefined) return;
  const current = isKnownAt(known, version);
  say({
    span: setting.nameSpan,
    tag: 'deprecated',
    ...(current && { severity: 'information' }),
    message: message(
      current
        ? {
            en: '`{name}` is the old name of `{renamedTo}`. {program} still takes it; use the new one.',
            ja: '`{name}` は `{renamedTo}` の古い名前です。{program} はまだ受け付けますが、新しい名前を使ってください。',
          }
        : {
            en: '`{name}` is called `{renamedTo}` today, and {program} does not start with the old name. Use the new one.',
            ja: '`{name}` は現在 `{renamedTo}` という名前です。古い名前のままでは {program} が起動しません。新しい名前を使ってください。',
          },
      { name: known.name, renamedTo, program: table.program },
    ),
    fixes: [
      { title: replaceTitle(setting.name, renamedTo), edits: [{ span: setting.nameSpan, text: renamedTo }] },
    ],
  });
}

/** A keyword of a feature that distributions leave out. */
export function checkUnbuilt(table: KeywordTable, setting: Setting, say: Say): void {
  const known = knownKeyword(table, setting);
  if (known?.feature === undefined || !table.unbuilt.has(known.feature)) return;
  say({
    span: setting.nameSpan,
    message: message(
      {
        en: 'Only {program} built with `{feature}` knows `{name}`, and that of Debian and its kin is not: it does not start with this line. `opendkim -V` lists what yours was built with.',
        ja: '`{name}` は `{feature}` 付きでビルドした {program} だけが知るキーワードです。Debian などのパッケージはそうではないため、この行があると起動しません。ビルド時の機能は `opendkim -V` で確かめられます。',
      },
      { program: table.program, feature: known.feature, name: known.name },
    ),
  });
}

/** A keyword with nothing behind it. */
export function checkMissingValue(table: KeywordTable, setting: Setting, say: Say): void {
  if (knownKeyword(table, setting) === undefined) return;
  if (!setting.problems.some(({ kind }) => kind === 'missing-value')) return;
  say({
    span: setting.nameSpan,
    message: message(
      {
        en: '`{name}` has no value, and {program} does not start with such a line. Write a value behind it or remove the line.',
        ja: '`{name}` に値がありません。この行があると {program} は起動しません。値を書くか行を削除してください。',
      },
      { name: setting.name, program: table.program },
    ),
  });
}

/** `Keyword = value` or `Keyword=value`. */
export function checkEqualsSign(table: KeywordTable, setting: Setting, say: Say): void {
  const found = equalsSign(table, setting);
  if (found === undefined) return;
  const known = table.keywords.get(found.name.toLowerCase());
  if (known === undefined) return;
  const at = found.glued ? found.name.length : setting.valueSpan.start;
  const blanks = found.glued ? '' : /^=[ \t]*/.exec(setting.value.text)![0];
  const rest = found.glued
    ? setting.name.slice(at + 1) + setting.value.text
    : setting.value.text.slice(blanks.length);
  const accepted = !found.glued && known.type === 'string' && mayBeginWithEquals(known);
  const fix: Fix = {
    title: removeTitle('='),
    edits: [
      found.glued
        ? { span: { start: at, end: at + 1 }, text: setting.name.length > at + 1 ? ' ' : '' }
        : { span: { start: at, end: at + blanks.length }, text: '' },
    ],
  };
  say({
    span: { start: at, end: at + 1 },
    ...(accepted && { severity: 'warning' }),
    message: message(
      accepted
        ? {
            en: 'Keyword and value are parted by blanks alone: this `=` becomes part of the value of `{name}`. Remove it.',
            ja: 'キーワードと値は空白だけで区切ります。この `=` は `{name}` の値の一部になります。削除してください。',
          }
        : {
            en: 'Keyword and value are parted by blanks alone: with this `=`, {program} does not start. Remove it.',
            ja: 'キーワードと値は空白だけで区切ります。この `=` があると {program} は起動しません。削除してください。',
          },
      { name: known.name, program: table.program },
    ),
    fixes: rest === '' ? [] : [fix],
  });
}

/** Whether the parser takes a text that begins with a `=`, which then leads nowhere. */
function mayBeginWithEquals({ form }: ConfigurationKeyword): boolean {
  switch (form.kind) {
    case 'socket':
    case 'letters':
    case 'contains':
    case 'amount':
    case 'restart-rate':
      return false;
    case 'words':
      return form.open === true || form.tolerated === true;
    default:
      return true;
  }
}

/** A socket in the order of main.cf. */
export function checkSocketOrder(table: KeywordTable, setting: Setting, say: Say): void {
  if (knownKeyword(table, setting)?.form.kind !== 'socket') return;
  const text = written(setting);
  const mended = postfixOrderInMilter(text)?.mended;
  if (mended === undefined) return;
  const { start } = setting.valueSpan;
  const span = { start, end: start + text.length };
  say({
    span,
    message: message(
      {
        en: '`{text}` is how main.cf writes it. {program} wants the port first, `inet:port@host`, and cannot open this socket: it does not start. Write `{mended}`.',
        ja: '`{text}` は main.cf の書式です。{program} では `inet:ポート@ホスト` のようにポートを先に書きます。このままではソケットを開けず、起動しません。`{mended}` と書いてください。',
      },
      { text, mended, program: table.program },
    ),
    fixes: [{ title: replaceTitle(text, mended), edits: [{ span, text: mended }] }],
  });
}

/** A boolean whose first letter happens to be one: `tomorrow`. */
export function checkShamBoolean(table: KeywordTable, setting: Setting, say: Say): void {
  const known = knownKeyword(table, setting);
  const read = known?.type === 'boolean' ? firstLetterBoolean(written(setting)) : undefined;
  if (known === undefined || read === undefined || read.plain) return;
  say({
    span: setting.valueSpan,
    message: message(
      {
        en: '{program} looks at the first letter alone and reads `{text}` as `{value}`. Write `true` or `false`.',
        ja: '{program} は最初の 1 文字だけを見て、`{text}` を `{value}` と解釈します。`true` か `false` と書いてください。',
      },
      { program: table.program, text: written(setting), value: String(read.value) },
    ),
  });
}

/** Permission bits without the 0 that makes them octal. */
export function checkDecimalMode(table: KeywordTable, setting: Setting, say: Say): void {
  const text = written(setting);
  if (knownKeyword(table, setting)?.form.kind !== 'mode-bits' || !/^[1-9]\d+$/.test(text)) return;
  const octal = /^[0-7]+$/.test(text) ? `0${text}` : undefined;
  const { start } = setting.valueSpan;
  const span = { start, end: start + text.length };
  say({
    span,
    message: message(
      {
        en: 'Without a leading 0, {program} reads `{text}` as a decimal number: the permissions become {octal} in octal. Begin with 0.',
        ja: '先頭に 0 がないため、{program} は `{text}` を 10 進数として読みます。8 進数では {octal} になります。先頭に 0 を付けてください。',
      },
      { program: table.program, text, octal: `0${Number(text).toString(8)}` },
    ),
    fixes: octal === undefined ? [] : [{ title: replaceTitle(text, octal), edits: [{ span, text: octal }] }],
  });
}

/** A `#` in the midst of a word. */
export function checkCutValue(setting: Setting, say: Say): void {
  const cut = setting.problems.find(({ kind }) => kind === 'cut-value');
  if (cut === undefined) return;
  say({
    span: cut.span,
    message: message(
      {
        en: 'A `#` begins a comment wherever it stands: the value ends before it, as `{text}`. If the `#` was to belong to it, find a value without one; if it begins a comment, put a blank before it.',
        ja: '`#` はどこにあってもコメントの始まりです。値はその手前までの `{text}` になります。値に `#` は使えません。コメントなら前に空白を入れてください。',
      },
      { text: setting.value.text === '' ? setting.name : setting.value.text },
    ),
  });
}

/** Settings that a later one of the same keyword makes void. */
export function checkDuplicates(table: KeywordTable, file: ConfigurationFile, say: Say): void {
  for (const [name, members] of file.byName) {
    const known = table.keywords.get(name);
    if (known === undefined || known.type === 'include') continue;
    reportOverridden(known.name, members, say);
  }
}
