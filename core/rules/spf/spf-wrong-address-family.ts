import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';
import { problemsIn, replaceFix } from '../spfProblems';

export default rule({
  name: 'spf-wrong-address-family',
  on: 'spf-record',
  severity: 'error',
  title: { en: '`ip4` and `ip6` mixed up', ja: '`ip4` と `ip6` の取り違え' },
  references: ['RFC 7208 §5.6'],
  check(record, report) {
    for (const { term, problem } of problemsIn(record, 'other-family')) {
      const wanted = term.name.text.toLowerCase() === 'ip4' ? 'ip6' : 'ip4';
      report({
        span: spanOf(record, { from: term.name.from, to: problem.to }),
        message: message(
          {
            en: '`{address}` is an address for `{wanted}`. Behind `{name}` it makes receivers discard the whole record (permerror). Write `{wanted}`.',
            ja: '`{address}` は `{wanted}` のアドレスです。`{name}` に書くとレコード全体が無効になります(permerror)。`{wanted}` にしてください。',
          },
          {
            address: record.text.text.slice(problem.from, problem.to),
            name: term.name.text,
            wanted,
          },
        ),
        fixes: [replaceFix(record, term.name, wanted)],
      });
    }
  },
});
