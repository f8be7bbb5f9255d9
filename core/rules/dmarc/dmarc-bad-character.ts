import { replacing, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule, type Fix } from '../rule';
import { removeTitle, replaceTitle } from '../titles';

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

export default rule({
  name: 'dmarc-bad-character',
  on: 'dmarc-policy',
  severity: 'error',
  title: { en: 'A character that a DMARC record cannot hold', ja: 'DMARC レコードに使えない文字' },
  references: ['RFC 9989 §4.8'],
  check(record, report) {
    if (record.content === 'foreign') return;
    const { text } = record.text;
    for (const match of text.matchAll(/[^\x20-\x7e\t]+/gu)) {
      const found = match[0];
      const part = { from: match.index, to: match.index + found.length };
      // Blanks and marks of a forgotten `;` are reported there.
      const separator = record.list.items.find(({ separator: s }) => s.from <= part.from && part.to <= s.to);
      if (separator?.separator.kind === 'missing') continue;
      const characters = Array.from(found);
      const known = characters.every((character) => MEANT[character] !== undefined);
      const meant = characters.map((character) => MEANT[character] ?? '').join('');
      const fix: Fix = {
        title: meant === '' ? removeTitle(found) : replaceTitle(found, meant),
        edits: replacing(record, part, meant),
      };
      report({
        span: spanOf(record, part),
        message: message(
          {
            en: '`{found}` ({code}) cannot stand in a DMARC record, which is plain ASCII. Receivers ignore the tag or the whole record. Replace it.',
            ja: '`{found}`({code})は DMARC レコードに使えません(使えるのは ASCII だけです)。タグまたはレコード全体が無視されます。置き換えてください。',
          },
          { found, code: codeOf(found) },
        ),
        fixes: known ? [fix] : [],
      });
    }
  },
});

function codeOf(text: string): string {
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
