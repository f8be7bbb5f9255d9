import { message } from '../../text/message';
import { rule } from '../rule';
import { shown, targetsOf } from '../zoneRecords';

export default rule({
  name: 'zone-missing-glue',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A delegation without the address of its name server', ja: 'グルーレコードのない委任' },
  references: ['RFC 1034 §4.2.1', 'RFC 9471 §3'],
  check({ name: owner, records, zone }, report) {
    if (!zone.complete || owner === zone.apex) return;
    for (const { anchor, value } of records) {
      if (value.typeName !== 'NS') continue;
      for (const { span, name } of targetsOf(value)) {
        if (!zone.isInZone(name) || zone.delegation(name) !== owner) continue;
        const types = zone.types(name);
        if (types.has('A') || types.has('AAAA')) continue;
        report({
          anchor,
          span,
          message: message(
            {
              en: '`{name}` lies in the part that is delegated here, so only this zone can say where it is, and it does not: the delegation leads nowhere, and Knot refuses the zone. Add its A or AAAA record (glue).',
              ja: '`{name}` はここで委任される範囲にあり、そのアドレスを示せるのはこのゾーンだけですが、記載がないため委任が機能しません（Knot はゾーンを拒否します）。A または AAAA レコード（グルー）を追加してください。',
            },
            { name: shown(name) },
          ),
        });
      }
    }
  },
});
