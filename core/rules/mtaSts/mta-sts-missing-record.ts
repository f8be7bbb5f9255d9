import { MTA_STS_LABELS } from '../../records/mtaSts';
import { message } from '../../text/message';
import { plainName } from '../../values/domainName';
import { rule } from '../rule';
import { lacks } from '../zoneLack';
import { targetsOf, typeSpan } from '../zoneRecords';

export default rule({
  name: 'mta-sts-missing-record',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'An MTA-STS host that nothing announces', ja: '通知されていない MTA-STS のホスト' },
  references: ['RFC 8461 §3.1'],
  check({ name, records, zone }, report) {
    const exchange = records.find(
      ({ value }) => value.typeName === 'MX' && targetsOf(value)[0]?.name !== '.',
    );
    if (exchange === undefined || name.startsWith('*.')) return;
    const host = `mta-sts.${name}`;
    const there = zone.types(host);
    if (!['A', 'AAAA', 'CNAME'].some((type) => there.has(type))) return;
    const owner = `${MTA_STS_LABELS.join('.')}.${name}`;
    if (!lacks(zone, owner, ['TXT'])) return;
    report({
      anchor: exchange.anchor,
      span: typeSpan(exchange.value),
      message: message(
        {
          en: 'The host `{host}` for an MTA-STS policy is there, but no TXT record at `{owner}` announces it: senders never look for the policy. Add `"v=STSv1; id=1"` there.',
          ja: 'MTA-STS ポリシー用のホスト `{host}` がありますが、`{owner}` に TXT レコードがないため、送信側はポリシーを取得しません。`"v=STSv1; id=1"` を追加してください。',
        },
        { host: plainName(host), owner: plainName(owner) },
      ),
    });
  },
});
