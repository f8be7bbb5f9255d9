import { effectiveKeyword, spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { policyRecords } from '../dmarcZone';
import { rule } from '../rule';
import { targetsOf } from '../zoneRecords';

export default rule({
  name: 'dmarc-nothing-authenticates',
  on: 'zone-owner',
  severity: 'warning',
  title: {
    en: 'An enforced policy, and nothing by which mail could pass',
    ja: 'ポリシーが強制されているのに、認証に成功する手段がない',
  },
  references: ['RFC 9989 §5.1', 'RFC 7489 §4.2'],
  check(owner, report) {
    const { zone, name } = owner;
    const { apex } = zone;
    if (apex === undefined || !zone.complete || name !== `_dmarc.${apex}`) return;
    const policies = policyRecords(owner).filter(
      ({ record }) => (effectiveKeyword(record, 'p') ?? 'none') !== 'none',
    );
    // A domain that sends no mail does well to refuse all: such a one has no mail servers, or the null MX.
    const exchanges = zone.entries(apex, 'MX').filter((entry) => targetsOf(entry)[0]?.name !== '.');
    if (policies.length === 0 || exchanges.length === 0 || !zone.types(apex).has('SOA')) return;
    if (zone.authenticates()) return;
    for (const { anchor, record } of policies) {
      report({
        anchor,
        span: spanOf(record, record.byName.get('p')!),
        message: message(
          {
            en: 'Receivers are asked to act on mail that fails, and this zone has neither an SPF record nor a DKIM key: all mail of {domain} fails. Publish them first, or go back to `p=none`.',
            ja: '失敗したメールへの対処を求めていますが、このゾーンには SPF レコードも DKIM の鍵もないため、{domain} のメールはすべて失敗します。先にそれらを公開するか、`p=none` に戻してください。',
          },
          { domain: plainName(apex) },
        ),
      });
    }
  },
});
