import { TLS_RPT_LABELS } from '../../records/tlsRpt';
import { reportMisplaced } from '../placement';
import { rule } from '../rule';

export default rule({
  name: 'tls-rpt-misplaced-record',
  on: 'tls-rpt',
  severity: 'warning',
  title: { en: 'A TLS reporting record where nobody looks for it', ja: 'TLS-RPT レコードの置き場所が違う' },
  references: ['RFC 8460 §3'],
  check(record, report) {
    reportMisplaced(record, TLS_RPT_LABELS, report, [...TLS_RPT_LABELS, '_smtp_tls', '_tlsrpt', '_tls-rpt']);
  },
});
