import { reportBlanksAroundEquals, reportSyntax } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-bad-syntax',
  on: 'mta-sts',
  severity: 'error',
  title: { en: 'An MTA-STS record breaks the grammar', ja: 'MTA-STS レコードの文法が正しくない' },
  references: ['RFC 8461 §3.1'],
  check(record, report) {
    if (record.content === 'foreign') return;
    reportSyntax(record, report);
    reportBlanksAroundEquals(record, report);
  },
});
