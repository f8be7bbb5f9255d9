import { comparableName } from '../../syntax/masterFile/names';
import { message } from '../../text/message';
import { rule } from '../rule';
import { headSpan, shown } from '../zoneRecords';

export default rule({
  name: 'zone-soa-outside-apex',
  on: 'zone-file',
  severity: 'warning',
  title: { en: 'An SOA record that is not at the top of the zone', ja: 'ゾーンの頂点にない SOA レコード' },
  references: ['RFC 1035 §5.2', 'RFC 2181 §6.1'],
  check({ soas, statedOrigin }, report) {
    const top = statedOrigin === undefined ? soas[0]?.value.owner.name : comparableName(statedOrigin, '.');
    if (top === undefined) return;
    for (const { anchor, value } of soas) {
      if (value.owner.name === top) continue;
      report({
        anchor,
        span: headSpan(value),
        message: message(
          {
            en: 'This SOA record belongs to `{owner}`, but the zone is `{top}`: BIND and NSD refuse the file. Write the SOA record’s owner as `@` under the zone’s own origin.',
            ja: 'この SOA レコードは `{owner}` のものですが、ゾーンは `{top}` です。BIND と NSD はファイルを拒否します。SOA レコードのオーナーは、ゾーン自身のオリジンのもとで `@` としてください。',
          },
          { owner: shown(value.owner.name), top: shown(top) },
        ),
      });
    }
  },
});
