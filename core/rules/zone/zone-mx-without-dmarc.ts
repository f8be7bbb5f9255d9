import { message } from '../../text/message';
import { organizationalDomain } from '../../values/publicSuffix';
import { rule } from '../rule';
import { shown, targetsOf, typeSpan } from '../zoneRecords';

export default rule({
  name: 'zone-mx-without-dmarc',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A mail domain without a DMARC record', ja: 'DMARC レコードのないメールドメイン' },
  references: ['RFC 9989 §4.10', 'RFC 7489 §6.1'],
  check({ name, records, zone }, report) {
    // A subdomain falls under the record of its Organizational Domain.
    if (!zone.complete || name !== zone.apex || organizationalDomain(name) !== shown(name)) return;
    const exchange = records.find(
      ({ value }) => value.typeName === 'MX' && targetsOf(value)[0]?.name !== '.',
    );
    if (exchange === undefined) return;
    const policy = `_dmarc.${name}`;
    const types = zone.types(policy);
    if (types.has('TXT') || types.has('CNAME') || zone.delegation(policy) !== undefined) return;
    report({
      anchor: exchange.anchor,
      span: typeSpan(exchange.value),
      message: message(
        {
          en: '`{name}` has mail servers but no DMARC record, so receivers are not told what to do with forged mail, and you get no reports. Begin with `_dmarc` TXT `"v=DMARC1; p=none; rua=mailto:…"`.',
          ja: '`{name}` にはメールサーバーがありますが DMARC レコードがなく、なりすましメールの扱いを受信側に示せず、レポートも届きません。`_dmarc` に TXT `"v=DMARC1; p=none; rua=mailto:…"` を置くところから始めてください。',
        },
        { name: shown(name) },
      ),
    });
  },
});
