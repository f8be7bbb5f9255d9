import { asciiForm, meantKey, plainText } from '../../model/mtaStsPolicyFile';
import { message, type Localized, type Message } from '../../text/message';
import type { PolicyLine } from '../../syntax/mtaStsPolicy';
import type { Span } from '../../text/span';
import { isPrintable } from '../policyLines';
import { rule } from '../rule';
import { replaceTitle } from '../titles';

export default rule({
  name: 'mta-sts-policy-bad-character',
  on: 'mta-sts-policy-line',
  severity: 'error',
  title: { en: 'A character that policies do not hold', ja: 'ポリシーに使えない文字' },
  references: ['RFC 8461 §3.2'],
  check(line, report) {
    const free = freeText(line);
    for (const found of line.text.matchAll(/[\0-\x08\x0b-\x1f\x7f-\x9f]+|[^\0-\x9f]+/g)) {
      const start = found.index === 0 && line.marked ? 1 : found.index;
      const end = found.index + found[0].length;
      const written = line.text.slice(start, end);
      const control = /^[\0-\x9f]/.test(written);
      if (start === end || (!control && free.start <= start && end <= free.end)) continue;
      const plain = control ? (written === '\r' ? '\n' : '') : asciiForm(written);
      const mended = control || isPrintable(plain);
      report({
        span: { start, end },
        message: message(
          WORDS[control ? 'control' : plain === '' ? 'unseen' : mended ? 'alike' : 'foreign'],
          {
            written,
            plain,
          },
        ),
        fixes: mended
          ? [{ title: title(written, plain), edits: [{ span: { start, end }, text: plain }] }]
          : [],
      });
    }
  },
});

/** What may hold any character, or has another rule for them. */
function freeText(line: PolicyLine): Span {
  const { kind, text, field } = line;
  const whole = { start: 0, end: text.length };
  if (kind === 'comment' || kind === 'blank') return whole;
  // In a line without colon, one may be meant.
  if (field === undefined) return plainText(text).includes(':') ? { start: 0, end: 0 } : whole;
  const key = meantKey(field.key);
  const international = key === 'mx' && !isPrintable(plainText(field.value));
  return key === undefined || international ? field.valueSpan : { start: 0, end: 0 };
}

function title(written: string, plain: string): Message {
  if (plain === '\n') return message({ en: 'End the line here', ja: 'ここで改行する' });
  if (plain === '') return message({ en: 'Remove the invisible character', ja: '見えない文字を削除する' });
  return replaceTitle(written, plain);
}

const WORDS: Readonly<Record<'control' | 'unseen' | 'alike' | 'foreign', Localized>> = {
  control: {
    en: 'A control character stands here; policies have none but the line ends LF and CR LF, and senders take the file for no policy. Remove it.',
    ja: '制御文字があります。使えるのは改行（LF か CR LF）だけで、ポリシーとして扱われなくなります。削除してください。',
  },
  unseen: {
    en: 'An invisible character stands here, and senders read it as a part of the key or value, which then is none. Remove it.',
    ja: '見えない文字があり、キーや値の一部として読まれて正しくなくなります。削除してください。',
  },
  alike: {
    en: '`{written}` only looks like `{plain}`: keys and values are plain ASCII, and senders do not know this one. Write `{plain}`.',
    ja: '`{written}` は `{plain}` に似た別の文字です。キーと値は ASCII で書きます。`{plain}` に直してください。',
  },
  foreign: {
    en: '`{written}` is not ASCII; keys and their values are, and senders do not know this one. Correct it.',
    ja: '`{written}` は ASCII ではありません。キーと値は ASCII で書きます。直してください。',
  },
};
