import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-first-line-indented',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A file whose first line begins with a blank', ja: '空白で始まる最初の行' },
  references: ['postmap(1)'],
  check({ indented, text }, report) {
    if (!indented) return;
    const blanks = /^\s+/.exec(text)![0].length;
    const end = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n');
    report({
      span: { start: blanks, end: Math.max(blanks, text.slice(0, end).trimEnd().length) },
      message: message({
        en: 'A line that begins with a blank continues the one above, and here there is none: Postfix passes over it. Begin it in the first column.',
        ja: '空白で始まる行は上の行の続きですが、上に行がないため読み飛ばされます。行頭から書いてください。',
      }),
      fixes: [
        {
          title: message({ en: 'Begin in the first column', ja: '行頭から始める' }),
          edits: [{ span: { start: 0, end: blanks }, text: '' }],
        },
      ],
    });
  },
});
