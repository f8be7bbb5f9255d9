// What the rules about a whole opendmarc.conf or opendkim.conf have in common.
import type { KeywordTable } from '../facts/keywordTable';
import type { ConfigurationFile, Setting } from '../model/configuration';
import type { Member } from '../model/model';
import { message } from '../text/message';
import { firstLetterBoolean } from '../values/boolean';
import { dataSetOf, dataSetPath } from '../values/dataSet';
import { written, type Say } from './keywordSettings';

/**
 * The setting of a keyword that counts: the last one with a value, be it in an included file. Of such a one the spans are
 * those of the path by which its file is included ({@link standsHere}).
 */
export function effectiveSetting(file: ConfigurationFile, keyword: string): Member<Setting> | undefined {
  const { byName } = file.whole ?? file;
  return byName.get(keyword.toLowerCase())?.findLast(({ value }) => written(value) !== '');
}

/** Whether a setting stands in the document itself, so that it can be pointed at and edited. */
export function standsHere(file: ConfigurationFile, { value }: Member<Setting>): boolean {
  return file.whole?.included.has(value) !== true;
}

/** What a boolean keyword says; undefined where it is not set, or is no boolean. */
export function switchedTo(file: ConfigurationFile, keyword: string): boolean | undefined {
  const setting = effectiveSetting(file, keyword)?.value;
  return setting && firstLetterBoolean(written(setting))?.value;
}

/** Whether more settings may stand in a file that could not be read: then nothing is missing for sure. */
export function includesUnread(file: ConfigurationFile): boolean {
  return file.whole === undefined ? file.byName.has('include') : !file.whole.complete;
}

/** Nothing says where the mail server finds the program. */
export function checkMissingSocket(
  table: KeywordTable,
  file: ConfigurationFile,
  port: number,
  say: Say,
): void {
  const first = file.settings[0];
  if (first === undefined || file.byName.has('socket') || includesUnread(file)) return;
  if (effectiveSetting(file, 'Socket') !== undefined) return;
  say({
    anchor: first.anchor,
    span: first.value.nameSpan,
    message: message(
      {
        en: 'Nothing here sets `Socket`. Unless it is given on the command line (-p), {program} does not start. Add `Socket inet:{port}@localhost` or `Socket local:/path`.',
        ja: '`Socket` が設定されていません。コマンドライン (-p) で指定しない限り、{program} は起動しません。`Socket inet:{port}@localhost` または `Socket local:/パス` を加えてください。',
      },
      { program: table.program, port: String(port) },
    ),
  });
}

/** `n/t[u]`: a count, and a time above 0 with perhaps a unit, as strtol() and strtoul() read them. */
const RATE = /^(?:\s*(?:\+?\d+|-0+))?\/\s*[+-]?0*[1-9]\d*[smhd]?$/i;

/** A rate that cannot be read; it is only read where AutoRestart is on. */
export function checkRestartRate(table: KeywordTable, file: ConfigurationFile, say: Say): void {
  const used = switchedTo(file, 'AutoRestart') === true;
  for (const { anchor, value } of file.byName.get('autorestartrate') ?? []) {
    const text = written(value);
    if (text === '' || text.startsWith('=') || RATE.test(text)) continue;
    say({
      anchor,
      span: { start: value.valueSpan.start, end: value.valueSpan.start + text.length },
      ...(!used && { severity: 'warning' }),
      message: message(
        {
          en: '`{text}` is no rate: with AutoRestart on, {program} does not start. Write how many restarts in which time, such as `10/1h`.',
          ja: '`{text}` は頻度として読み取れず、AutoRestart が有効だと {program} は起動しません。`10/1h` のように回数と時間を書いてください。',
        },
        { text, program: table.program },
      ),
    });
  }
}

/** A path that depends on the folder in which the program happens to run. */
export function checkRelativePaths(table: KeywordTable, file: ConfigurationFile, say: Say): void {
  const base = effectiveSetting(file, 'BaseDirectory');
  for (const { anchor, value: setting } of file.settings) {
    const known = table.keywords.get(setting.name.toLowerCase());
    if (known === undefined || (base !== undefined && known.name !== 'BaseDirectory')) continue;
    const text = written(setting);
    const found =
      known.form.kind === 'path' || known.type === 'include'
        ? { path: text, start: 0 }
        : known.form.kind === 'data-set'
          ? dataSetPath(text)
          : undefined;
    if (found === undefined || found.path === '' || /^[/=]/.test(found.path)) continue;
    const start = setting.valueSpan.start + found.start;
    say({
      anchor,
      span: { start, end: start + found.path.length },
      message: message(
        {
          en: '`{path}` is no absolute path: where it leads depends on the folder in which {program} was started. Begin with `/`, or set BaseDirectory.',
          ja: '`{path}` は絶対パスではありません。どのファイルを指すかは {program} を起動したディレクトリで変わります。`/` から書くか、BaseDirectory を設定してください。',
        },
        { path: found.path, program: table.program },
      ),
    });
  }
}

/** Locked into a folder, but still as root, who gets out again. */
export function checkRootInChroot(table: KeywordTable, file: ConfigurationFile, say: Say): void {
  const folder = effectiveSetting(file, 'ChangeRootDirectory');
  if (folder === undefined || !standsHere(file, folder) || includesUnread(file)) return;
  if (file.byName.has('userid') || effectiveSetting(file, 'UserID') !== undefined) return;
  say({
    anchor: folder.anchor,
    span: folder.value.nameSpan,
    message: message(
      {
        en: 'Without `UserID`, {program} goes on as root in this folder, and root gets out of a chroot. Set `UserID` to a user of its own.',
        ja: '`UserID` がないと {program} はこのディレクトリの中でも root のまま動き、root は chroot から抜け出せます。専用のユーザーを `UserID` に設定してください。',
      },
      { program: table.program },
    ),
  });
}

/** A keyword that does nothing, and what would have to be there. */
export interface Idle {
  readonly keyword: string;
  /** One of these has to be set; booleans among them to true. */
  readonly needs: readonly string[];
}

/** Settings that nobody reads because another one is missing. */
export function checkIdle(
  table: KeywordTable,
  file: ConfigurationFile,
  idle: readonly Idle[],
  say: Say,
): void {
  if (includesUnread(file)) return;
  for (const { keyword, needs } of idle) {
    const setting = effectiveSetting(file, keyword);
    if (setting === undefined || !standsHere(file, setting) || switchedTo(file, keyword) === false) continue;
    if (needs.some((needed) => isActive(table, file, needed))) continue;
    say({
      anchor: setting.anchor,
      span: setting.value.nameSpan,
      tag: 'unnecessary',
      message: message(
        {
          en: '`{keyword}` has no effect without {needs}. Set that, too, or remove this line.',
          ja: '`{keyword}` は {needs} がないと効果がありません。それも設定するか、この行を削除してください。',
        },
        { keyword, needs: needs.map((name) => `\`${name}\``).join(' / ') },
      ),
    });
  }
}

function isActive(table: KeywordTable, file: ConfigurationFile, keyword: string): boolean {
  return table.keywords.get(keyword.toLowerCase())?.type === 'boolean'
    ? switchedTo(file, keyword) === true
    : effectiveSetting(file, keyword) !== undefined;
}

/** The lists with commas in which blanks stand between the words. */
export function checkBlankInList(table: KeywordTable, setting: Setting, say: Say): void {
  const form = table.keywords.get(setting.name.toLowerCase())?.form;
  const text = written(setting);
  const listed =
    form?.kind === 'list'
      ? 0
      : form?.kind === 'data-set' && form.of !== 'other' && dataSetOf(text).kind.toLowerCase() === 'csl'
        ? dataSetOf(text).start
        : undefined;
  if (listed === undefined || text.startsWith('=')) return;
  let from = listed;
  for (const part of text.slice(listed).split(',')) {
    const gap = /(?<=\S)[ \t]+(?=\S)/.exec(part);
    const at = from;
    from += part.length + 1;
    if (gap === null) continue;
    const { start } = setting.valueSpan;
    const word = part.trim().split(/[ \t]/, 1)[0]!;
    say({
      span: { start: start + at + gap.index, end: start + at + part.trimEnd().length },
      message: message(
        table.id === 'opendmarc'
          ? {
              en: 'Only commas part the words of this list: OpenDMARC reads `{word}` and drops what follows the blank. Put a comma between.',
              ja: 'この並びはコンマだけで区切ります。OpenDMARC は `{word}` だけを読み、空白の後を捨てます。コンマで区切ってください。',
            }
          : {
              en: 'Only commas part the words of this list: OpenDKIM takes `{part}` for one, which nothing ever equals. Put a comma between.',
              ja: 'この並びはコンマだけで区切ります。OpenDKIM は `{part}` を 1 つの語とみなすため、何とも一致しません。コンマで区切ってください。',
            },
        { word, part: part.trim() },
      ),
      fixes: [
        {
          title: message({ en: 'Put commas between', ja: 'コンマで区切る' }),
          edits: [...part.matchAll(/(?<=\S)[ \t]+(?=\S)/g)].map((blank) => ({
            span: { start: start + at + blank.index, end: start + at + blank.index + blank[0].length },
            text: ', ',
          })),
        },
      ],
    });
  }
}
