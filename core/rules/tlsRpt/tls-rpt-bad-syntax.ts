import { reportBlanksAroundEquals, reportSyntax } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'tls-rpt-bad-syntax',
  on: 'tls-rpt',
  severity: 'error',
  title: { en: 'A TLS reporting record breaks the grammar', ja: 'TLS-RPT レコードの文法が正しくない' },
  references: ['RFC 8460 §3'],
  check(record, report) {
    if (record.content === 'foreign') return;
    // Addresses behind a `;` are reported with the addresses.
    reportSyntax(record, report, ({ text }) => /^(?:mailto|https?):/i.test(text));
    reportBlanksAroundEquals(record, report);
  },
});
