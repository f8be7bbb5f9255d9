import { message } from '../../text/message';
import { rule } from '../rule';
import { shown, typeSpan } from '../zoneRecords';

export default rule({
  name: 'zone-missing-ns',
  on: 'zone-file',
  severity: 'warning',
  title: { en: 'A zone without NS records', ja: 'NS レコードのないゾーン' },
  references: ['RFC 1912 §2.8', 'RFC 2181 §6.1'],
  check({ zone, soas }, report) {
    const soa = soas[0];
    if (soa === undefined || !zone.complete) return;
    const apex = soa.value.owner.name;
    if (zone.types(apex).has('NS')) return;
    report({
      anchor: soa.anchor,
      span: typeSpan(soa.value),
      message: message(
        {
          en: '`{apex}` has no NS record. BIND and Knot DNS refuse such a zone; NSD loads it, but resolvers cannot find it. Add the zone’s name servers at `@`.',
          ja: '`{apex}` に NS レコードがありません。BIND と Knot DNS はこのゾーンを拒否し、NSD は読み込みますがリゾルバーからは見つけられません。`@` にネームサーバーを追加してください。',
        },
        { apex: shown(apex) },
      ),
    });
  },
});
