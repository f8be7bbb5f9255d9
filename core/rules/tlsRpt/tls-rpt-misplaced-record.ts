import { TLS_RPT_LABELS } from '../../records/tlsRpt';
import { recordsOf, reportMisplaced } from '../placement';
import { rule } from '../rule';

export default rule({
  name: 'tls-rpt-misplaced-record',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A TLS reporting record where nobody looks for it', ja: 'TLS-RPT レコードの置き場所が違う' },
  references: ['RFC 8460 §3'],
  check(owner, report) {
    for (const { anchor, record } of recordsOf(owner, 'tls-rpt')) {
      reportMisplaced(
        record,
        TLS_RPT_LABELS,
        owner.zone,
        (found) => {
          report({ ...found, anchor });
        },
        [...TLS_RPT_LABELS, '_smtp_tls', '_tlsrpt', '_tls-rpt'],
      );
    }
  },
});
