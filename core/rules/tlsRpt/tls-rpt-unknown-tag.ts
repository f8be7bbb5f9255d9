import { reportUnknownTags } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'tls-rpt-unknown-tag',
  on: 'tls-rpt',
  severity: 'warning',
  title: { en: 'A tag that TLS reporting records do not have', ja: 'TLS-RPT レコードに存在しないタグ' },
  references: ['RFC 8460 §3'],
  check(record, report) {
    if (record.content === 'foreign') return;
    const tags = record.tags.filter(({ name }) => !/^(?:mailto|https?):/i.test(name.text));
    reportUnknownTags({ ...record, tags }, ALIASES, report);
  },
});

/** Names of DMARC's tags, and names by their meaning. */
const ALIASES: Readonly<Record<string, string>> = { version: 'v', ruf: 'rua', report: 'rua' };
