import { answered, ask } from '../../evaluate/dns';
import { viewResolver } from '../../model/zone/resolver';
import type { ZoneView } from '../../model/zone/view';
import { spanOf, statedKeyword } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { policyRecords } from '../dmarcZone';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-weak-for-unused-domain',
  on: 'zone-owner',
  severity: 'information',
  title: {
    en: 'A domain without mail that does not ask for rejection',
    ja: 'メールを使わないのに拒否を求めていないドメイン',
  },
  references: ['RFC 9989 §5.1', 'RFC 7505 §4.2'],
  check(owner, report) {
    for (const { anchor, record } of policyRecords(owner)) {
      const policy = statedKeyword(record, 'p');
      if (policy === undefined || policy === 'reject' || !isUnused(owner.zone, record.domain)) continue;
      report({
        anchor,
        span: spanOf(record, record.byName.get('p')!),
        message: message(
          {
            en: '{domain} neither sends mail (`v=spf1 -all`) nor takes any, so whatever comes in its name is forged. Ask for it to be rejected: `p=reject`.',
            ja: '{domain} はメールを送信せず(`v=spf1 -all`)、受信もしないため、この名義のメールはすべて偽物です。`p=reject` で拒否を求めてください。',
          },
          { domain: plainName(record.domain) },
        ),
      });
    }
  },
});

/** Whether a domain says that it sends no mail, and has no mail server. */
function isUnused(zone: ZoneView, domain: string): boolean {
  const resolver = viewResolver(zone);
  const texts = answered(ask('TXT', domain), resolver);
  if (texts.status !== 'found' || !texts.records.some((text) => /^v=spf1 +-all *$/i.test(text))) return false;
  const exchanges = answered(ask('MX', domain), resolver);
  return exchanges.status === 'found' && exchanges.records.every(({ exchange }) => exchange === '.');
}
