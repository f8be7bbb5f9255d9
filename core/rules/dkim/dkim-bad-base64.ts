import { isWholeKey } from '../../records/dkimKey';
import { replacing, spanOf } from '../../records/tagRecord';
import { message, type Localized } from '../../text/message';
import type { KeyTextFaultKind } from '../../values/keyText';
import { rule, type Fix } from '../rule';
import { insertTitle, removeTitle, replaceTitle } from '../titles';

export default rule({
  name: 'dkim-bad-base64',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'The key is not clean Base64', ja: '鍵が正しい Base64 でない' },
  references: ['RFC 6376 §3.6.1', 'RFC 4648 §4'],
  check(record, report) {
    if (record.content !== 'key') return;
    const { faults, octets } = record.key();
    const whole = isWholeKey(octets);
    const first = faults[0];
    const last = faults.at(-1);
    if (!whole && first !== undefined && last !== undefined && faults.length > MOST_FAULTS) {
      report({
        span: spanOf(record, { from: first.from, to: last.to }),
        message: message(NOT_BASE64, { count: faults.length }),
      });
      return;
    }
    for (const { kind, from, to, meant } of faults) {
      const words = WORDS[kind];
      // Of what is no key in the first place, its end tells nothing.
      if (words === undefined || (ENDS.has(kind) && !whole)) continue;
      const part = { from, to };
      const found = record.text.text.slice(from, to);
      const title =
        meant === '' ? removeTitle(found) : found === '' ? insertTitle(meant) : replaceTitle(found, meant);
      const fix: Fix = { title, edits: replacing(record, part, meant) };
      report({
        span: spanOf(record, from === to ? { from: Math.max(0, from - 1), to } : part),
        ...(ENDS.has(kind) && { severity: 'warning' }),
        message: message(words, { found, meant }),
        // Which character is too many, nobody can tell.
        fixes: whole && kind !== 'odd-length' ? [fix] : [],
      });
    }
  },
});

/** Where there are more, and no key behind them, the text was never Base64. */
const MOST_FAULTS = 4;

const NOT_BASE64: Localized = {
  en: 'This is no Base64: in {count} places there is something that it cannot hold. Copy the key anew.',
  ja: 'これは Base64 ではありません(使えない文字などが {count} か所にあります)。鍵をコピーし直してください。',
};

/** Faults of the very end, which lenient receivers put up with. */
const ENDS: ReadonlySet<KeyTextFaultKind> = new Set(['missing-padding', 'surplus-padding', 'odd-length']);

const WORDS: Readonly<Partial<Record<KeyTextFaultKind, Localized>>> = {
  'url-safe': {
    en: '`{found}` belongs to the Base64 of URLs; DKIM takes the ordinary alphabet, and receivers cannot read the key. Write `{meant}`.',
    ja: '`{found}` は URL 用の Base64 の文字です。DKIM では通常の Base64 を使うため、受信側は鍵を読めません。`{meant}` と書いてください。',
  },
  'line-break': {
    en: 'Here a line break was written as `\\n`. In a zone file that is the letter n, which spoils the key. Remove it.',
    ja: '改行が `\\n` と書かれています。ゾーンファイルでは文字 n として読まれ、鍵が壊れます。削除してください。',
  },
  quote: {
    en: 'A quotation mark stands inside of the key. It is no Base64, and receivers cannot read the key. Remove it.',
    ja: '鍵の中に引用符があります。Base64 の文字ではないため、受信側は鍵を読めません。削除してください。',
  },
  backslash: {
    en: 'A backslash stands inside of the key. It is no Base64, and receivers cannot read the key. Remove it.',
    ja: '鍵の中にバックスラッシュがあります。Base64 の文字ではないため、受信側は鍵を読めません。削除してください。',
  },
  ellipsis: {
    en: 'Dots stand in place of a part of the key: it was copied from where it is shown in short. Copy all of it.',
    ja: '鍵の一部が省略記号になっています(省略表示された画面からコピーされています)。鍵全体をコピーしてください。',
  },
  character: {
    en: '`{found}` is no Base64, and receivers cannot read the key. Remove it, or copy the key anew.',
    ja: '`{found}` は Base64 の文字ではないため、受信側は鍵を読めません。削除するか、鍵をコピーし直してください。',
  },
  'inner-padding': {
    en: '`{found}` ends Base64, but more follows: two pieces were put together. Receivers read only the first, or nothing.',
    ja: '`{found}` は Base64 の終わりを示しますが、さらに続きがあります(別々の断片がつながれています)。受信側は前半しか読まないか、まったく読めません。',
  },
  'missing-padding': {
    en: 'Base64 ends with `{meant}` here. Strict receivers cannot read the key without it. Add it.',
    ja: 'Base64 の末尾に `{meant}` が必要です。厳格な受信側では鍵を読めません。追加してください。',
  },
  'surplus-padding': {
    en: 'There is more `=` than Base64 of this length ends with. Strict receivers cannot read the key. Remove it.',
    ja: 'この長さの Base64 には `=` が多すぎます。厳格な受信側では鍵を読めません。削除してください。',
  },
  'odd-length': {
    en: 'A single character is left over at the end: Base64 comes in fours. Copy the key anew.',
    ja: '末尾に 1 文字余っています(Base64 は 4 文字単位です)。鍵をコピーし直してください。',
  },
};
