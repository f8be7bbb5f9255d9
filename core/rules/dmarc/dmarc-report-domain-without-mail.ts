import { answered, ask } from '../../evaluate/dns';
import { viewResolver } from '../../model/zone/resolver';
import type { ZoneView } from '../../model/zone/view';
import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { absoluteName } from '../../values/domainName';
import { policyRecords } from '../dmarcZone';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-report-domain-without-mail',
  on: 'zone-owner',
  severity: 'warning',
  title: {
    en: 'Reports go to a domain that takes no mail',
    ja: 'メールを受け取らないドメインへのレポート送付',
  },
  references: ['RFC 5321 §5.1', 'RFC 7505 §3'],
  check(owner, report) {
    for (const { anchor, record } of policyRecords(owner)) {
      for (const { read } of record.tags) {
        for (const uri of read.type === 'report-uris' ? read.uris : []) {
          if (uri.domain === undefined || uri.problem !== undefined) continue;
          const name = absoluteName(uri.domain, '.');
          if (name === undefined || !takesNoMail(owner.zone, name)) continue;
          report({
            anchor,
            span: spanOf(record, uri),
            message: message(
              {
                en: '`{domain}` has neither a mail server nor an address, or says with a null MX that it takes no mail: reports do not arrive. Name an address elsewhere, or add the MX record.',
                ja: '`{domain}` にはメールサーバーもアドレスもないか、null MX でメールを受け取らないとされているため、レポートは届きません。別の送付先を指定するか、MX レコードを追加してください。',
              },
              { domain: uri.domain },
            ),
          });
        }
      }
    }
  },
});

/** Whether mail for a name surely cannot be delivered, as far as the zone tells. */
function takesNoMail(zone: ZoneView, name: string): boolean {
  const resolver = viewResolver(zone);
  const exchanges = answered(ask('MX', name), resolver);
  if (exchanges.status === 'failed') return false;
  if (exchanges.status === 'missing') return true;
  if (exchanges.records.length > 0) return exchanges.records.every(({ exchange }) => exchange === '.');
  // Without MX records the name's own addresses count (RFC 5321 §5.1).
  return (['A', 'AAAA'] as const).every((type) => {
    const addresses = answered(ask(type, name), resolver);
    return addresses.status === 'missing' || (addresses.status === 'found' && addresses.records.length === 0);
  });
}
