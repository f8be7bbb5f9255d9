import { reportForeign } from '../placement';
import { rule } from '../rule';

export default rule({
  name: 'tls-rpt-foreign-record',
  on: 'tls-rpt',
  severity: 'warning',
  title: { en: 'Another kind of record at `_smtp._tls`', ja: '`_smtp._tls` に別の種類のレコードがある' },
  references: ['RFC 8460 §3'],
  check(record, report) {
    reportForeign(record, report);
  },
});
