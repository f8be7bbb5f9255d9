import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'master-first-line-indented',
  on: 'master-service',
  severity: 'error',
  title: { en: 'A file whose first line begins with a blank', ja: '空白で始まる最初の行' },
  references: ['master(5)'],
  check({ indented, fields, text }, report) {
    if (!indented) return;
    const { start, end } = fields[0]?.span ?? { start: 0, end: text.length };
    report({
      span: { start, end },
      message: message(
        {
          en: 'A line that begins with a blank continues the one above, and here there is none: Postfix passes over `{name}` and all that belongs to it. Begin it in the first column.',
          ja: '空白で始まる行は上の行の続きですが、上に行がないため、`{name}` とその続きは読み飛ばされます。行頭から書いてください。',
        },
        { name: fields[0]?.text ?? '' },
      ),
      fixes: [
        {
          title: message({ en: 'Begin in the first column', ja: '行頭から始める' }),
          edits: [{ span: { start: 0, end: start }, text: '' }],
        },
      ],
    });
  },
});
