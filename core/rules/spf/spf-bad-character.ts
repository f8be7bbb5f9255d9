import { spanOf } from '../../records/textRecord';
import { textOf } from '../../records/spf';
import { message } from '../../text/message';
import { utf8Text } from '../../values/octetText';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

/** What was meant by characters that come in by copying or by an input method. */
const MEANT: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  ー: '-',
  '〜': '~',
  '∼': '~',
  '˜': '~',
  '。': '.',
  '“': '',
  '”': '',
  '„': '',
  '‟': '',
  '‘': '',
  '’': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\u00ad': '',
};

/** ASCII for a character that stands for it; fullwidth forms lie at a fixed distance (Unicode, U+FF01 to U+FF5E). */
function meant(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : MEANT[character];
}

export default rule({
  name: 'spf-bad-character',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A character that an SPF record cannot hold', ja: 'SPF レコードに使えない文字' },
  references: ['RFC 7208 §4.6.1', 'RFC 7208 §7.1'],
  check(record, report) {
    for (const { problem } of problemsIn(record, 'bad-character', 'stray-quote')) {
      const octets = textOf(record, problem);
      const quote = problem.kind === 'stray-quote';
      // `\226\128\147`: octets of one character, written one by one.
      const found = utf8Text(octets) ?? octets;
      const characters = Array.from(found, (character) => (quote ? '' : meant(character)));
      const known = characters.every((character) => character !== undefined);
      report({
        span: spanOf(record, problem),
        ...(quote && { severity: 'warning' }),
        message: quote
          ? message({
              en: 'A quotation mark stands inside the record. Receivers take it for a part of the term, which then means something else. Remove it.',
              ja: 'レコードの中に引用符があります。項目の一部と見なされ、意味が変わってしまいます。削除してください。',
            })
          : message(
              {
                en: '`{found}` ({code}) cannot stand in an SPF record, which is plain ASCII. Receivers discard the whole record (permerror). Replace it.',
                ja: '`{found}`({code})は SPF レコードに使えません(使えるのは ASCII だけです)。レコード全体が無効になります(permerror)。置き換えてください。',
              },
              { found, code: codeOf(found) },
            ),
        fixes: known ? [replaceFix(record, problem, characters.join(''))] : [],
      });
    }
  },
});

function codeOf(text: string): string {
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
