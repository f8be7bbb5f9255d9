import { effectiveKeyword, spanOf, statedKeyword } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

const STRENGTH: Readonly<Record<string, number>> = { none: 0, quarantine: 1, reject: 2 };

export default rule({
  name: 'dmarc-subdomain-weaker',
  on: 'dmarc-policy',
  severity: 'warning',
  title: { en: 'Subdomains are protected less than the domain', ja: 'サブドメインのポリシーが本体より弱い' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    for (const name of ['sp', 'np']) {
      const tag = record.byName.get(name);
      const own = statedKeyword(record, name);
      if (tag === undefined || own === undefined) continue;
      // Names that do not exist are judged against the subdomains that do.
      const above = name === 'np' && statedKeyword(record, 'sp') !== undefined ? 'sp' : 'p';
      const other = effectiveKeyword(record, above) ?? 'none';
      if (STRENGTH[own]! >= STRENGTH[other]!) continue;
      report({
        span: spanOf(record, tag),
        message: message(
          {
            en: '`{name}={own}` is weaker than `{above}={other}`: whoever forges mail takes a subdomain instead. Raise it, or leave it out so that `{above}` holds.',
            ja: '`{name}={own}` は `{above}={other}` より弱い指定です。サブドメインを使ってなりすまされます。強めるか、省略して `{above}` が適用されるようにしてください。',
          },
          { name, own, above, other },
        ),
      });
    }
  },
});
