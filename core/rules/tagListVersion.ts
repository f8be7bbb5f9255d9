// What can be wrong with the version with which a record of the tag=value form begins.
import { removing, replacing, spanOf, type TagRecord } from '../records/tagRecord';
import { message, type Localized } from '../text/message';
import { nearest } from '../values/nearest';
import type { Report } from './rule';
import { insertTitle, removeTitle, replaceTitle } from './titles';

type Note = (found: Report) => void;

/** How strictly receivers compare the beginning of a record. */
export interface VersionWords {
  /** The record counts only if it begins with exactly `v=VERSION`, without blanks; else blanks are fine. */
  readonly exact: boolean;
  /** A record without the tag is in order. */
  readonly optional: boolean;
}

const LATE: Localized = {
  en: '`{version}` is not the first tag, so receivers ignore the whole record. Move it to the beginning.',
  ja: '`{version}` が先頭のタグでないため、レコード全体が無視されます。先頭に移してください。',
};
const MISSING: Localized = {
  en: 'The record does not begin with `{version}`, so receivers ignore it whole. Put `{version}` first.',
  ja: 'レコードが `{version}` で始まっていないため、全体が無視されます。先頭に `{version}` を書いてください。',
};
const BAD: Localized = {
  en: 'The version reads `{value}`; only `{word}`, in this very case, is one. Receivers ignore the whole record. Write `{version}`.',
  ja: 'バージョンが `{value}` になっています。有効なのは `{word}`(大文字小文字も区別)だけで、違うとレコード全体が無視されます。`{version}` と書いてください。',
};
const BLANKS: Localized = {
  en: 'Receivers look for records that begin with `{version}`, without blanks before or inside of it, and skip this one. Remove the blank.',
  ja: '受信側は、空白を含まない `{version}` で始まるレコードを探すため、このレコードは読み飛ばされます。空白を削除してください。',
};

/** A version that is absent, late, misspelt or spaced out: one report at most. */
export function reportVersion(record: TagRecord, words: VersionWords, report: Note): void {
  const { tag: name, value: word } = record.definition.version;
  const version = `${name}=${word}`;
  const values = { version, word };
  const first = record.list.items[0];
  const tag = record.byName.get(name);
  if (first === undefined || record.text.text.trim() === '') return;
  if (tag === undefined) {
    const bare = first.tag === undefined && nearest(first.text, [word]) !== undefined;
    if (words.optional && !bare) return;
    const text = bare ? version : `${version}; `;
    report({
      span: spanOf(record, first),
      message: message(MISSING, values),
      fixes: [
        {
          title: insertTitle(bare ? `${name}=` : version),
          edits: replacing(record, bare ? first : { from: first.from, to: first.from }, text),
        },
      ],
    });
    return;
  }
  if (tag.value.text !== word) {
    const near = nearest(tag.value.text, [word]) !== undefined;
    const alike = tag.value.text.toLowerCase().startsWith(word.replace(/v?\d+$/, '').toLowerCase());
    report({
      span: spanOf(record, tag.value.text === '' ? tag : tag.value),
      message: message(BAD, { ...values, value: tag.value.text }),
      fixes:
        near || alike || tag.value.text === ''
          ? [{ title: replaceTitle(tag.value.text, word), edits: replacing(record, tag.value, word) }]
          : [],
    });
  }
  if (tag.from !== first.from) {
    report({
      span: spanOf(record, tag),
      message: message(LATE, values),
      fixes:
        tag.value.text === word
          ? [
              {
                title: message(
                  { en: 'Move `{version}` to the beginning', ja: '`{version}` を先頭に移す' },
                  values,
                ),
                edits: [
                  ...replacing(record, { from: first.from, to: first.from }, `${version}; `),
                  ...removing(record, tag),
                ],
              },
            ]
          : [],
    });
    return;
  }
  const spaced = record.text.text.slice(0, tag.value.from);
  if (!words.exact || !/\s/.test(spaced) || tag.value.text !== word) return;
  report({
    span: spanOf(record, { from: 0, to: tag.value.from }),
    message: message(BLANKS, values),
    fixes: [
      { title: removeTitle(' '), edits: replacing(record, { from: 0, to: tag.value.from }, `${name}=`) },
    ],
  });
}
