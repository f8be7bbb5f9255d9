import { isSpf } from '../../syntax/spf/version';
import { message } from '../../text/message';
import { organizationalDomain } from '../../values/publicSuffix';
import { rule } from '../rule';
import { shown, typeSpan } from '../zoneRecords';

export default rule({
  name: 'zone-missing-mx',
  on: 'zone-owner',
  severity: 'hint',
  title: { en: 'A domain that says nothing of mail', ja: 'メールについて何も示していないドメイン' },
  references: ['RFC 5321 §5.1', 'RFC 7505 §3', 'RFC 2142 §7'],
  check({ name, records, zone }, report) {
    const soa = records.find(({ value }) => value.typeName === 'SOA');
    if (soa === undefined || !zone.complete || name !== zone.apex) return;
    // Zones below a registered domain, reverse zones and the like are seldom meant for mail.
    if (organizationalDomain(name) !== shown(name) || name.endsWith('.arpa.')) return;
    // A domain that has any policy for its mail is none that was forgotten; and names that lost their final dot may
    // be the ones that are missed.
    const types = zone.types(name);
    if (types.has('MX') || types.has('CNAME') || zone.exists(`_dmarc.${name}`) || zone.exists(name + name))
      return;
    if (types.has('TXT') && zone.entries(name, 'TXT').some((entry) => isSpf(entry.strings?.text ?? '')))
      return;
    report({
      anchor: soa.anchor,
      span: typeSpan(soa.value),
      message: message(
        {
          en: '`{name}` has no MX record: senders try its address records, and anyone may use it as a sender. Name a mail server, or say that there is no mail: `MX 0 .`, `"v=spf1 -all"`, and DMARC with `p=reject`.',
          ja: '`{name}` には MX レコードがないため、送信側はアドレスレコードの宛先に配送を試み、誰でも送信元として名乗れます。メールサーバーを示すか、使わないことを `MX 0 .`、`"v=spf1 -all"`、`p=reject` の DMARC で示してください。',
        },
        { name: shown(name) },
      ),
    });
  },
});
