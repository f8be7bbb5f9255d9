import { reportVersion } from '../tagListVersion';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-bad-version',
  on: 'mta-sts',
  severity: 'error',
  title: {
    en: 'An MTA-STS record does not begin with `v=STSv1`',
    ja: 'MTA-STS レコードが `v=STSv1` で始まっていない',
  },
  references: ['RFC 8461 §3.1'],
  check(record, report) {
    if (record.content === 'own') reportVersion(record, { exact: true, optional: false }, report);
  },
});
