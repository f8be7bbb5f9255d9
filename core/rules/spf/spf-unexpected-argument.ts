import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-unexpected-argument',
  on: 'spf-record',
  severity: 'error',
  title: { en: 'A term with something that it cannot take', ja: '付けられない値を持つ項目' },
  references: ['RFC 7208 §5'],
  check(record, report) {
    for (const { term, problem } of problemsIn(record, 'unexpected-argument', 'prefix-not-allowed')) {
      const values = { name: term.name.text, extra: record.text.text.slice(problem.from, problem.to) };
      report({
        span: spanOf(record, problem),
        message:
          problem.kind === 'prefix-not-allowed'
            ? message(
                {
                  en: '`{name}` takes no prefix length. Because of `{extra}` receivers discard the whole record (permerror). Remove it.',
                  ja: '`{name}` にプレフィックス長は付けられません。`{extra}` のためレコード全体が無効になります(permerror)。削除してください。',
                },
                values,
              )
            : message(
                {
                  en: '`{name}` takes nothing behind it. Because of `{extra}` receivers discard the whole record (permerror). Remove it.',
                  ja: '`{name}` の後には何も書けません。`{extra}` のためレコード全体が無効になります(permerror)。削除してください。',
                },
                values,
              ),
        fixes: [replaceFix(record, problem, '')],
      });
    }
  },
});
