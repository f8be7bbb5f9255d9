import { message } from '../../text/message';
import { rule } from '../rule';
import { isAddress, looksAbsolute, shown, targetsOf } from '../zoneRecords';

export default rule({
  name: 'zone-dangling-alias',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'An alias for a name that the zone does not have', ja: 'ゾーンに存在しない名前への別名' },
  references: ['RFC 1034 §3.6.2'],
  check({ records, zone }, report) {
    if (!zone.complete) return;
    for (const { anchor, value } of records) {
      if (value.typeName !== 'CNAME') continue;
      for (const target of targetsOf(value)) {
        const { span, name } = target;
        if (
          isAddress(value, target) ||
          looksAbsolute(value, target, zone) ||
          !zone.isInZone(name) ||
          zone.delegation(name) !== undefined
        )
          continue;
        if (zone.exists(name) || zone.wildcardFor(name) !== undefined) continue;
        report({
          anchor,
          span,
          message: message(
            {
              en: '`{name}` does not exist in this zone, so the alias resolves to nothing. Add the name, or correct the target.',
              ja: '`{name}` はこのゾーンに存在しないため、別名は解決できません。その名前を追加するか、指定先を直してください。',
            },
            { name: shown(name) },
          ),
        });
      }
    }
  },
});
