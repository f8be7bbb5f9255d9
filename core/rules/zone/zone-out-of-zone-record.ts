import { message } from '../../text/message';
import { rule } from '../rule';
import { headSpan, shown } from '../zoneRecords';

export default rule({
  name: 'zone-out-of-zone-record',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A record outside of the zone', ja: 'ゾーン外のレコード' },
  references: ['RFC 1034 §4.2.1'],
  check({ name, records, zone }, report) {
    const { apex } = zone;
    // Without an SOA record it is not sure which zone this is.
    if (apex === undefined || zone.isInZone(name) || !zone.types(apex).has('SOA')) return;
    for (const { anchor, value } of records) {
      report({
        anchor,
        span: headSpan(value),
        message: message(
          {
            en: '`{name}` does not belong to the zone `{apex}`: BIND and Knot DNS leave the record out, NSD refuses the file. Move it to the zone of that name.',
            ja: '`{name}` はゾーン `{apex}` に属しません。BIND と Knot DNS はこのレコードを無視し、NSD はファイルを拒否します。その名前のゾーンに移してください。',
          },
          { name: shown(name), apex: shown(apex) },
        ),
      });
    }
  },
});
