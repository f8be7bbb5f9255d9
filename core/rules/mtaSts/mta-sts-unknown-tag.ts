import { reportUnknownTags } from '../tagListDefects';
import { rule } from '../rule';

export default rule({
  name: 'mta-sts-unknown-tag',
  on: 'mta-sts',
  severity: 'warning',
  title: { en: 'A tag that MTA-STS records do not have', ja: 'MTA-STS レコードに存在しないタグ' },
  references: ['RFC 8461 §3.1'],
  check(record, report) {
    if (record.content === 'own') reportUnknownTags(record, ALIASES, report);
  },
});

/** Lines of the policy file, and names by their meaning. */
const ALIASES: Readonly<Record<string, string>> = { version: 'v', policyid: 'id', serial: 'id' };
