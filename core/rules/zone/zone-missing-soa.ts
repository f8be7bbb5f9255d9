import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'zone-missing-soa',
  on: 'zone-file',
  severity: 'error',
  title: { en: 'A zone without an SOA record', ja: 'SOA レコードのないゾーン' },
  references: ['RFC 1035 §5.2'],
  check({ anchor, zone, soas, records, included }, report) {
    if (soas.length > 0 || included || !zone.complete) return;
    // An SOA record may stand in a file that this one includes.
    if (zone.apex !== undefined && zone.types(zone.apex).has('SOA')) return;
    // Records without a word on who serves the zone look like a piece that another file includes.
    const piece = records > 0 && (zone.apex === undefined || !zone.types(zone.apex).has('NS'));
    report({
      anchor,
      severity: piece ? 'warning' : 'error',
      span: { start: 0, end: 0 },
      message: piece
        ? message({
            en: 'The file has no SOA record, so no name server loads it as a zone. Begin it with one, unless another file takes it in with `$INCLUDE`.',
            ja: 'SOA レコードがないため、どのネームサーバーもこのファイルをゾーンとして読み込めません。別のファイルから `$INCLUDE` される場合を除き、先頭に SOA レコードを書いてください。',
          })
        : message({
            en: 'The zone has no SOA record, so no name server loads it. Begin it with one.',
            ja: 'ゾーンに SOA レコードがないため、どのネームサーバーも読み込めません。先頭に SOA レコードを書いてください。',
          }),
    });
  },
});
