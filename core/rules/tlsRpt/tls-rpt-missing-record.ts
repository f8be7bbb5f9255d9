import { beginsWith } from '../../records/labelledRecord';
import { announcesPolicy, MTA_STS_LABELS } from '../../records/mtaSts';
import { wholeSpan } from '../../records/tagRecord';
import { TLS_RPT_LABELS } from '../../records/tlsRpt';
import { message } from '../../text/message';
import { plainName, writeName } from '../../values/domainName';
import { rule } from '../rule';
import { lacks } from '../zoneLack';

export default rule({
  name: 'tls-rpt-missing-record',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'MTA-STS without TLS reports', ja: 'TLS レポートのない MTA-STS' },
  references: ['RFC 8460 §3', 'RFC 8461 §5'],
  check({ labels, records, zone }, report) {
    if (!beginsWith(labels, MTA_STS_LABELS)) return;
    const name = writeName([...TLS_RPT_LABELS, ...labels.slice(MTA_STS_LABELS.length)]);
    for (const { anchor, recognised: found } of records) {
      if (found?.kind !== 'mta-sts' || !announcesPolicy(found.value)) continue;
      if (!lacks(zone, name, ['TXT'])) return;
      report({
        anchor,
        span: wholeSpan(found.value),
        message: message(
          {
            en: 'With MTA-STS, mail whose TLS fails stays away, and without a record at `{name}` nobody tells you. Ask for reports: `"v=TLSRPTv1; rua=mailto:…"`.',
            ja: 'MTA-STS では TLS に失敗したメールが届かなくなりますが、`{name}` にレコードがないと知らせを受け取れません。`"v=TLSRPTv1; rua=mailto:…"` でレポートを求めてください。',
          },
          { name: plainName(name) },
        ),
      });
    }
  },
});
