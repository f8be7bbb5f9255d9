import { message } from '../../text/message';
import { rule } from '../rule';
import { shown } from '../zoneRecords';

export default rule({
  name: 'zone-single-ns',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A zone with one name server', ja: 'ネームサーバーが一つだけのゾーン' },
  references: ['RFC 1034 §4.1', 'RFC 2182 §5'],
  check({ name, records, zone }, report) {
    if (name !== zone.apex || !zone.complete || !zone.types(name).has('SOA')) return;
    const only = records.find(({ value }) => value.typeName === 'NS');
    if (only === undefined || new Set(zone.targets(name, 'NS')).size > 1) return;
    report({
      anchor: only.anchor,
      span: only.value.rdata,
      message: message(
        {
          en: '`{name}` has a single name server: while it is away, nobody finds the domain, and mail waits or bounces. Add a second one in another network.',
          ja: '`{name}` のネームサーバーは一つだけです。停止中は誰もドメインを引けず、メールは滞留するか戻ります。別のネットワークに二つ目を追加してください。',
        },
        { name: shown(name) },
      ),
    });
  },
});
