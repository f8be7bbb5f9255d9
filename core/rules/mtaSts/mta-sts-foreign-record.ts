import { reportForeign } from '../placement';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-foreign-record',
  on: 'mta-sts',
  severity: 'warning',
  title: { en: 'Another kind of record at `_mta-sts`', ja: '`_mta-sts` に別の種類のレコードがある' },
  references: ['RFC 8461 §3.1'],
  check(record, report) {
    reportForeign(record, report);
  },
});
