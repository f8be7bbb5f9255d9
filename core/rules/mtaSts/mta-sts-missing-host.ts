import { beginsWith } from '../../records/labelledRecord';
import { announcesPolicy, MTA_STS_LABELS } from '../../records/mtaSts';
import { wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { plainName, writeName } from '../../values/domainName';
import { rule } from '../rule';
import { lacks } from '../zoneLack';

export default rule({
  name: 'mta-sts-missing-host',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'An MTA-STS policy that has no host', ja: 'ポリシーのホストがない MTA-STS' },
  references: ['RFC 8461 §3.3'],
  check({ labels, records, zone }, report) {
    if (!beginsWith(labels, MTA_STS_LABELS)) return;
    const host = writeName(['mta-sts', ...labels.slice(MTA_STS_LABELS.length)]);
    for (const { anchor, recognised: found } of records) {
      if (found?.kind !== 'mta-sts' || !announcesPolicy(found.value)) continue;
      if (!lacks(zone, host, ['A', 'AAAA'])) return;
      report({
        anchor,
        span: wholeSpan(found.value),
        message: message(
          {
            en: 'Senders fetch the policy from `https://{host}/.well-known/mta-sts.txt`, and this zone has no address for `{host}`: the policy has no effect. Add an address or CNAME record.',
            ja: '送信側はポリシーを `https://{host}/.well-known/mta-sts.txt` から取得しますが、このゾーンには `{host}` のアドレスがなく、ポリシーは効きません。アドレスか CNAME のレコードを追加してください。',
          },
          { host: plainName(host) },
        ),
      });
    }
  },
});
