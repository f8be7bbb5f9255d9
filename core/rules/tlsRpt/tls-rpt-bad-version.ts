import { reportVersion } from '../tagListVersion';
import { rule } from '../rule';

export default rule({
  name: 'tls-rpt-bad-version',
  on: 'tls-rpt',
  severity: 'error',
  title: {
    en: 'A TLS reporting record does not begin with `v=TLSRPTv1`',
    ja: 'TLS-RPT レコードが `v=TLSRPTv1` で始まっていない',
  },
  references: ['RFC 8460 §3'],
  check(record, report) {
    if (record.content === 'own') reportVersion(record, { exact: true, optional: false }, report);
  },
});
