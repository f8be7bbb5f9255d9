import type { ZoneEntry } from '../../syntax/masterFile/entry';
import type { ZoneView } from '../../model/zone/view';
import { message } from '../../text/message';
import type { Localized } from '../../text/message';
import { rule } from '../rule';
import { isAddress, looksAbsolute, shown, targetsOf } from '../zoneRecords';

/** What follows where the target of a record has no address. */
const CONSEQUENCES: Readonly<Record<string, Localized>> = {
  NS: {
    en: 'nobody can ask this name server; where it is the zone’s own, BIND and Knot DNS refuse the zone',
    ja: 'このネームサーバーには誰も問い合わせできず、ゾーン自身のものであれば BIND と Knot DNS はゾーンを拒否します',
  },
  MX: {
    en: 'mail cannot be delivered there',
    ja: 'そこへはメールを配送できません',
  },
  SRV: {
    en: 'the service cannot be reached there',
    ja: 'そのサービスには到達できません',
  },
};

export default rule({
  name: 'zone-target-without-address',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A target in the zone without an address', ja: 'アドレスのない、ゾーン内の指定先' },
  references: ['RFC 1912 §2.2', 'RFC 5321 §5.1', 'RFC 2782'],
  check({ records, zone }, report) {
    if (!zone.complete) return;
    for (const { anchor, value } of records) {
      const consequence = CONSEQUENCES[value.typeName];
      if (consequence === undefined) continue;
      for (const target of targetsOf(value)) {
        const { span, name } = target;
        if (isAddress(value, target) || looksAbsolute(value, target, zone) || !lacksAddress(name, zone))
          continue;
        const doubled = hasDoubledOrigin(value, name);
        report({
          anchor,
          span,
          message: message(
            doubled
              ? {
                  en: 'The zone has no address for `{name}`, so {consequence}. The name was probably meant to be absolute: put a dot at its end.',
                  ja: 'ゾーンに `{name}` のアドレスがないため、{consequence}。絶対名のつもりでしたら、末尾にドットを付けてください。',
                }
              : {
                  en: 'The zone has no address for `{name}`, so {consequence}. Add an A or AAAA record for it, or name another host.',
                  ja: 'ゾーンに `{name}` のアドレスがないため、{consequence}。A または AAAA レコードを追加するか、別のホストを書いてください。',
                },
            { name: shown(name), consequence },
          ),
        });
      }
    }
  },
});

function lacksAddress(name: string, zone: ZoneView): boolean {
  // `.` says that there is no service (RFC 7505, RFC 2782).
  if (name === '.' || !zone.isInZone(name)) return false;
  const types = zone.types(name);
  // An alias is another rule's business.
  if (types.has('A') || types.has('AAAA') || types.has('CNAME')) return false;
  // Behind a zone cut others know; the glue that this zone owes is zone-missing-glue's business.
  if (zone.delegation(name) !== undefined) return false;
  if (zone.exists(name)) return true;
  const wildcard = zone.wildcardFor(name);
  if (wildcard === undefined) return true;
  const answered = zone.types(wildcard);
  return !answered.has('A') && !answered.has('AAAA') && !answered.has('CNAME');
}

/** Whether the name reads as if it had been meant to be absolute: `mail.example.com` under `example.com.` */
function hasDoubledOrigin({ origin }: ZoneEntry, name: string): boolean {
  return origin !== '.' && name.endsWith(`.${origin}${origin}`);
}
