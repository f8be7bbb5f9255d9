// Defects that every tag list can have (RFC 6376 §3.2), for the rules of the records that are one.
import { keywordOf, tagDefinition } from '../records/definition';
import { removing, replacing, spanOf, type RecordTag, type TagRecord } from '../records/tagRecord';
import type { Item, Range } from '../syntax/tagList';
import { message, type Localized } from '../text/message';
import { editDistance, nearest } from '../values/nearest';
import type { Fix, Report } from './rule';
import { insertTitle, removeTitle, replaceTitle } from './titles';

type Note = (found: Report) => void;

/** A tag that follows another one without a `;`. */
export function reportMissingSeparators(record: TagRecord, report: Note): void {
  const { items } = record.list;
  items.forEach((item, index) => {
    const next = items[index + 1]?.tag;
    if (item.separator.kind !== 'missing' || next === undefined) return;
    const mark = item.separator.text.trim();
    report({
      span: spanOf(record, { from: item.to, to: next.name.to }),
      message: message(
        {
          en: 'A `;` is missing before `{name}`. Receivers read it as part of the value before, so both tags are lost. Put `;` between them.',
          ja: '`{name}` の前に `;` がありません。前のタグの値の続きとして読まれ、どちらのタグも効かなくなります。間に `;` を入れてください。',
        },
        { name: next.name.text },
      ),
      fixes: [
        {
          title: mark === '' ? insertTitle(';') : replaceTitle(mark, ';'),
          edits: replacing(record, { from: item.to, to: next.from }, '; '),
        },
      ],
    });
  });
}

/** A `;` that ends nothing. */
export function reportEmptyTags(record: TagRecord, report: Note): void {
  record.list.items.forEach((item, index) => {
    if (item.text !== '' || index === 0 || item.separator.kind !== 'semicolon') return;
    const semicolon = { from: item.separator.to - 1, to: item.separator.to };
    report({
      span: spanOf(record, semicolon),
      severity: 'warning',
      message: message({
        en: 'This `;` ends a tag that is not there. The grammar does not allow it, and strict receivers may ignore the record. Remove it.',
        ja: 'この `;` の前にタグがありません。文法違反であり、厳格な受信側ではレコードが無視されることがあります。削除してください。',
      }),
      fixes: [
        {
          title: removeTitle(';'),
          edits: replacing(record, { from: item.lead.from, to: semicolon.to }, ''),
        },
      ],
    });
  });
}

/**
 * Parts without `=`.
 * @param passed what a rule of its own reports
 */
export function reportNonTags(
  record: TagRecord,
  report: Note,
  passed: (item: Item, index: number) => boolean,
): void {
  record.list.items.forEach((item, index) => {
    const nameless = item.tag?.name.text === '';
    if (item.text === '' || (item.tag !== undefined && !nameless) || passed(item, index)) return;
    const fix = nameless ? undefined : equalsFix(record, item);
    report({
      span: spanOf(record, item),
      message: message(
        {
          en: '`{text}` is not a tag with a value. Receivers ignore it, or the whole record. Write it as `tag=value`, or remove it.',
          ja: '`{text}` は `タグ=値` の形になっていません。この部分、またはレコード全体が無視されます。`タグ=値` の形に直すか、削除してください。',
        },
        { text: item.text.length > 60 ? `${item.text.slice(0, 60)}…` : item.text },
      ),
      fixes: fix === undefined ? [] : [fix],
    });
  });
}

/** Where a known name, a blank or colon and a value that fits stand, only the `=` is wrong. */
function equalsFix(record: TagRecord, item: Item): Fix | undefined {
  const match = /^([a-z]{1,10})(\s{0,9}[:-]\s{0,9}|\s{1,9})(\S+)$/i.exec(item.text);
  if (match === null) return undefined;
  const [, name = '', between = '', value = ''] = match;
  const kind = tagDefinition(record.definition, name)?.value;
  const fits =
    kind?.type === 'keyword'
      ? keywordOf(kind, value) !== undefined
      : kind?.type === 'keyword-list'
        ? value.split(kind.separator).every((word) => keywordOf(kind, word) !== undefined)
        : kind?.type === 'text'
          ? kind.form?.test(value) === true
          : kind?.type === 'report-uris'
            ? /^(?:mailto:\S+@|https:\/\/)\S+$/i.test(value)
            : kind?.type === 'base64' && /^[A-Za-z0-9+/]{40,}={0,2}$/.test(value);
  if (!fits) return undefined;
  const from = item.from + name.length;
  return {
    title: replaceTitle(between.trim() === '' ? ' ' : between.trim(), '='),
    edits: replacing(record, { from, to: from + between.length }, '='),
  };
}

/**
 * A tag for the second time.
 * @param kept which of the tags of a name is meant, where that can be told
 */
export function reportDuplicates(
  record: TagRecord,
  report: Note,
  kept: (name: string) => RecordTag | undefined = () => undefined,
): void {
  for (const tag of record.tags) {
    const first = record.byName.get(tag.key);
    if (first === undefined || first === tag || tag.key === '') continue;
    // Which of two different values is meant, only the author knows.
    const meant = squeezed(first) === squeezed(tag) ? first : kept(tag.key);
    const surplus = meant === first ? tag : meant === tag ? first : undefined;
    report({
      span: spanOf(record, tag),
      ...(record.definition.duplicates !== undefined && { severity: 'warning' }),
      message: message(DUPLICATES[record.definition.duplicates ?? 'void'], { name: tag.key }),
      fixes:
        surplus === undefined
          ? []
          : [
              {
                title: removeTitle(
                  meant === first ? tag.name.text : `${first.name.text}=${first.value.text}`,
                ),
                edits: removing(record, surplus),
              },
            ],
    });
  }
}

const DUPLICATES: Readonly<Record<'void' | 'first' | 'unsaid', Localized>> = {
  void: {
    en: '`{name}` stands twice. A tag list with a duplicate is invalid as a whole. Keep one.',
    ja: '`{name}` が 2 回書かれています。重複のあるタグリストは全体が無効です。一つだけにしてください。',
  },
  first: {
    en: '`{name}` stands twice, and only the first one counts. Keep one.',
    ja: '`{name}` が 2 回書かれており、最初のものだけが有効です。一つだけにしてください。',
  },
  unsaid: {
    en: '`{name}` stands twice, and the standard does not say which one counts. Keep one.',
    ja: '`{name}` が 2 回書かれています。どちらが有効か、規格に定めがありません。一つだけにしてください。',
  },
};

function squeezed(tag: RecordTag): string {
  return tag.value.text.replace(/\s+/g, '');
}

const NAME_CASE: Localized = {
  en: 'The tag `{name}` is written in upper case. Tag lists tell upper and lower case apart, so receivers do not know it. Write `{key}`.',
  ja: 'タグ名 `{name}` が大文字で書かれています。タグリストは大文字と小文字を区別するため、受信側に認識されません。`{key}` と書いてください。',
};

/**
 * A known tag in upper case.
 * @param words with `{name}` and `{key}`, where receivers are known to differ
 */
export function reportNameCase(record: TagRecord, report: Note, words: Localized = NAME_CASE): void {
  for (const { name, key, definition } of record.tags) {
    if (definition === undefined || name.text === key) continue;
    report({
      span: spanOf(record, name),
      message: message(words, { name: name.text, key }),
      fixes: [{ title: replaceTitle(name.text, key), edits: replacing(record, name, key) }],
    });
  }
}

/**
 * A tag that the record does not have.
 * @param aliases what people write for a tag by its meaning
 */
export function reportUnknownTags(
  record: TagRecord,
  aliases: Readonly<Record<string, string>>,
  report: Note,
): void {
  const open = record.definition.tags
    .filter(({ name, need }) => !record.byName.has(name) && need !== 'historic')
    .map(({ name }) => name);
  for (const tag of record.tags) {
    if (tag.definition !== undefined || tag.key === '') continue;
    const meant = meantTag(tag.key, aliases, open);
    const title = record.definition.title;
    report({
      span: spanOf(record, tag.name),
      message:
        meant === undefined
          ? message(
              {
                en: 'There is no tag `{name}` here ({title}). Receivers skip it, so it does nothing. Correct its name or remove it.',
                ja: '{title}に `{name}` というタグはありません。受信側は読み飛ばすため、効果がありません。名前を直すか、削除してください。',
              },
              { name: shortened(tag.name.text), title },
            )
          : message(
              {
                en: 'There is no tag `{name}` here ({title}). Receivers skip it, so it does nothing. Is `{meant}` meant?',
                ja: '{title}に `{name}` というタグはありません。受信側は読み飛ばすため、効果がありません。`{meant}` の誤りではありませんか。',
              },
              { name: shortened(tag.name.text), title, meant },
            ),
      fixes:
        meant === undefined
          ? []
          : [{ title: replaceTitle(tag.name.text, meant), edits: replacing(record, tag.name, meant) }],
    });
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** The one open tag that lies a single slip away; for the shortest names anything would. */
function meantTag(
  key: string,
  aliases: Readonly<Record<string, string>>,
  open: readonly string[],
): string | undefined {
  const alias = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
  if (alias !== undefined && open.includes(alias)) return alias;
  const near = open.filter((name) => name.length > 2 && editDistance(key, name, 1) <= 1);
  return near.length === 1 ? near[0] : undefined;
}

/** Characters that come in by copying or by an input method, and what was meant. */
const MEANT: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u200b': '',
  '\ufeff': '',
  '“': '',
  '”': '',
  '‘': '',
  '’': '',
  '；': ';',
  '＝': '=',
  '：': ':',
  '＠': '@',
  '，': ',',
  '、': ',',
  '．': '.',
};

/**
 * Characters beyond ASCII.
 * @param passed ranges that rules of their own judge
 */
export function reportBadCharacters(record: TagRecord, report: Note, passed: readonly Range[] = []): void {
  for (const match of record.text.text.matchAll(/[^\x20-\x7e\t\r\n]+/gu)) {
    const found = match[0];
    const part = { from: match.index, to: match.index + found.length };
    if (passed.some(({ from, to }) => from <= part.from && part.to <= to)) continue;
    const separator = record.list.items.find(({ separator: s }) => s.from <= part.from && part.to <= s.to);
    if (separator?.separator.kind === 'missing') continue;
    const characters = Array.from(found);
    const meant = characters.map((character) => MEANT[character] ?? '').join('');
    const fix: Fix = {
      title: meant === '' ? removeTitle(found) : replaceTitle(found, meant),
      edits: replacing(record, part, meant),
    };
    report({
      span: spanOf(record, part),
      message: message(
        {
          en: '`{found}` ({code}) cannot stand in this record, which is plain ASCII. Receivers ignore the tag or the whole record. Replace it.',
          ja: '`{found}`({code})はこのレコードに使えません(使えるのは ASCII だけです)。タグまたはレコード全体が無視されます。置き換えてください。',
        },
        { found, code: `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` },
      ),
      fixes: characters.every((character) => MEANT[character] !== undefined) ? [fix] : [],
    });
  }
}

/**
 * Everything that the grammar of a tag list forbids, but for its version and its tags' names and values.
 * @param passed parts without `=` that a rule of its own reports
 */
export function reportSyntax(
  record: TagRecord,
  report: Note,
  passed: (item: Item) => boolean = () => false,
): void {
  const { value: word } = record.definition.version;
  // A bare version is reported as such.
  const isBare = (item: Item, index: number): boolean =>
    index === 0 && !record.byName.has('v') && nearest(item.text, [word]) !== undefined;
  reportMissingSeparators(record, report);
  reportEmptyTags(record, report);
  reportNonTags(record, report, (item, index) => passed(item) || isBare(item, index));
  reportDuplicates(record, report);
  reportNameCase(record, report);
  reportBadCharacters(record, report);
}

/** Blanks around the `=` of a tag, where a record's grammar has none; the version's are reported with it. */
export function reportBlanksAroundEquals(record: TagRecord, report: Note): void {
  for (const { key, name, value } of record.tags) {
    const part = { from: name.to, to: value.from };
    const written = record.text.text.slice(part.from, part.to);
    if (key === record.definition.version.tag || !/\s/.test(written)) continue;
    report({
      span: spanOf(record, part),
      message: message(
        {
          en: 'No blank may stand around the `=` of `{name}`; strict receivers ignore the record. Remove it.',
          ja: '`{name}` の `=` の前後に空白は置けません。厳格な受信側ではレコードが無視されます。削除してください。',
        },
        { name: name.text },
      ),
      fixes: [{ title: removeTitle(' '), edits: replacing(record, part, '=') }],
    });
  }
}
