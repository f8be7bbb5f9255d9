import { message } from '../../text/message';
import { labelsOf, writeName } from '../../values/domainName';
import type { ZoneView } from '../../model/zone/view';
import { rule } from '../rule';
import { shown, targetsOf } from '../zoneRecords';

/** Resolvers give up long before; a chain of this length is no loop, but no use either. */
const LONGEST_CHAIN = 32;

export default rule({
  name: 'zone-alias-loop',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'An alias that leads back to itself', ja: '自分自身に戻る別名' },
  references: ['RFC 1034 §3.6.2', 'RFC 6672 §2.2'],
  check({ name, records, zone }, report) {
    for (const { anchor, value } of records) {
      if (value.typeName !== 'CNAME') continue;
      const target = targetsOf(value)[0];
      if (target === undefined) continue;
      const way = loopFrom(name, target.name, zone);
      if (way === undefined) continue;
      report({
        anchor,
        span: target.span,
        message:
          way.length === 1
            ? message(
                {
                  en: '`{name}` is an alias of itself: the zone loads, but the name never resolves. Name the host that is meant.',
                  ja: '`{name}` が自分自身の別名になっています。ゾーンは読み込まれますが、名前は解決できません。本来のホスト名を書いてください。',
                },
                { name: shown(name) },
              )
            : message(
                {
                  en: 'This alias goes round in a circle ({way}): the zone loads, but the name never resolves. Let one of them lead to a name with data.',
                  ja: 'この別名は循環しています（{way}）。ゾーンは読み込まれますが、名前は解決できません。いずれかをデータのある名前に向けてください。',
                },
                { way: [name, ...way].map(shown).join(' → ') },
              ),
      });
    }
  },
});

/** The names passed on the way back to `start`; undefined where the way ends elsewhere. */
function loopFrom(start: string, target: string, zone: ZoneView): string[] | undefined {
  const way: string[] = [];
  let at: string | undefined = target;
  while (at !== undefined && way.length < LONGEST_CHAIN) {
    way.push(at);
    if (at === start) return way;
    if (way.indexOf(at) < way.length - 1) return undefined;
    at = zone.targets(at, 'CNAME')[0] ?? throughDname(at, zone);
  }
  return undefined;
}

/** Where a DNAME record above a name leads it (RFC 6672 §2.3). */
function throughDname(name: string, zone: ZoneView): string | undefined {
  const labels = labelsOf(name);
  for (let cut = 1; cut < labels.length; cut++) {
    const above = writeName(labels.slice(cut));
    if (!zone.isInZone(above)) return undefined;
    const [target] = zone.targets(above, 'DNAME');
    if (target !== undefined) return writeName([...labels.slice(0, cut), ...labelsOf(target)]);
  }
  return undefined;
}
