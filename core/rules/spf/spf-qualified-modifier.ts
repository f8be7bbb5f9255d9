import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-qualified-modifier',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A qualifier before a modifier', ja: '修飾子の前に限定子がある' },
  references: ['RFC 7208 §4.6.1', 'RFC 7208 §6'],
  check(record, report) {
    for (const { term, problem } of problemsIn(record, 'qualified-modifier')) {
      report({
        span: spanOf(record, { from: problem.from, to: term.name.to }),
        message: message(
          {
            en: 'Only mechanisms take `+`, `-`, `~` or `?`. Before `{name}` it makes receivers discard the whole record (permerror). Remove it.',
            ja: '`+`、`-`、`~`、`?` を付けられるのはメカニズムだけです。`{name}` に付けるとレコード全体が無効になります(permerror)。削除してください。',
          },
          { name: term.name.text },
        ),
        fixes: [replaceFix(record, problem, '')],
      });
    }
  },
});
