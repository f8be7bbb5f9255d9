import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-text-behind-statement',
  on: 'table-line',
  severity: 'warning',
  title: { en: 'Text behind `if` or `endif`', ja: '`if` や `endif` の後の文字列' },
  references: ['regexp_table(5)', 'cidr_table(5)'],
  check({ form, statement, text, problems }, report) {
    for (const { kind, span } of problems) {
      if (kind !== 'text-behind-statement') continue;
      const swallowed =
        text.slice(0, span.start).includes('\n') || text.slice(span.start, span.end).includes('\n');
      report({
        span,
        ...(form === 'networks' && { severity: 'error' }),
        message: message(
          {
            en: `\`{statement}\` takes no result, and a line that begins with a blank continues it. ${
              form === 'networks' ? 'Postfix passes over all of it.' : 'Postfix passes over this text.'
            } ${swallowed ? 'Begin the lines between `if` and `endif` in the first column.' : 'Remove it.'}`,
            ja: `\`{statement}\` に結果は書けません。空白で始まる行はその続きになります。${
              form === 'networks'
                ? 'Postfix は全体を読み飛ばします。'
                : 'Postfix はこの部分を読み飛ばします。'
            }${swallowed ? '`if` と `endif` の間の行は行頭から書いてください。' : '削除してください。'}`,
          },
          { statement: statement ?? '' },
        ),
      });
    }
  },
});
