import type { ZoneView } from '../../model/zone/view';
import { POLICY_LABEL } from '../../records/dmarcPolicy';
import { recogniseRecord } from '../../records/recognise';
import { message, type Localized } from '../../text/message';
import { labelsOf, writeName } from '../../values/domainName';
import { nearest } from '../../values/nearest';
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
    const astray = strayPolicy(zone, name);
    report({
      anchor: exchange.anchor,
      span: typeSpan(exchange.value),
      message: message(astray === undefined ? NONE : ASTRAY, {
        name: shown(name),
        astray: shown(astray ?? name),
      }),
    });
  },
});

const NONE: Localized = {
  en: '`{name}` has mail servers but no DMARC record, so receivers are not told what to do with forged mail, and you get no reports. Begin with `_dmarc` TXT `"v=DMARC1; p=none; rua=mailto:…"`.',
  ja: '`{name}` にはメールサーバーがありますが DMARC レコードがなく、なりすましメールの扱いを受信側に示せず、レポートも届きません。`_dmarc` に TXT `"v=DMARC1; p=none; rua=mailto:…"` を置くところから始めてください。',
};
const ASTRAY: Localized = {
  en: '`{name}` has mail servers, but its DMARC record stands at `{astray}`, where nobody looks: receivers are not told what to do with forged mail, and you get no reports. Move it to `_dmarc.{name}`.',
  ja: '`{name}` にはメールサーバーがありますが、DMARC レコードが参照されない名前 `{astray}` に置かれています。なりすましメールの扱いを受信側に示せず、レポートも届きません。`_dmarc.{name}` に移してください。',
};

/** The domain's own name, or one beside `_dmarc` with a slip in it, at which a DMARC record stands. */
function strayPolicy(zone: ZoneView, domain: string): string | undefined {
  const slips = (zone.textOwnersBelow(domain) ?? []).filter((name) => {
    const [first = '', ...rest] = labelsOf(name);
    return writeName(rest) === domain && nearest(first, [POLICY_LABEL]) !== undefined;
  });
  return [domain, ...slips].find((name) =>
    zone.entries(name, 'TXT').some((entry) => recogniseRecord(entry)?.kind === 'dmarc-policy'),
  );
}
