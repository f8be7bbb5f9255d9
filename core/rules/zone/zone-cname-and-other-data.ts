import { message } from '../../text/message';
import { rule } from '../rule';
import { relatedRecord, shown, typeSpan } from '../zoneRecords';

/** What may stand beside a CNAME record (RFC 4034 §2.5, RFC 2181 §10.1). */
const COMPANIONS: ReadonlySet<string> = new Set(['CNAME', 'RRSIG', 'NSEC', 'KEY', 'SIG', 'NXT']);

export default rule({
  name: 'zone-cname-and-other-data',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'A CNAME record beside other records', ja: 'ほかのレコードと並ぶ CNAME レコード' },
  references: ['RFC 1034 §3.6.2', 'RFC 2181 §10.1'],
  check({ name, records, zone }, report) {
    const others = records.find(({ value }) => value.type !== undefined && !COMPANIONS.has(value.typeName));
    if (others === undefined) return;
    for (const { anchor, value } of records) {
      if (value.typeName !== 'CNAME') continue;
      const atApex = name === zone.apex;
      const named = { name: shown(name), type: others.value.typeName };
      report({
        anchor,
        span: typeSpan(value),
        message: atApex
          ? message(
              {
                en: '`{name}` is the top of the zone and has its SOA and NS records, so it cannot be an alias: name servers refuse the file. Write the addresses (A, AAAA) here.',
                ja: '`{name}` はゾーンの頂点で SOA と NS レコードを持つため、別名にはできません。ネームサーバーはファイルを拒否します。ここにはアドレス（A、AAAA）を書いてください。',
              },
              named,
            )
          : message(
              {
                en: '`{name}` has a CNAME record and other records ({type}): an alias can have nothing else, and name servers refuse the file. Keep the CNAME or the others.',
                ja: '`{name}` に CNAME とほかのレコード（{type}）があります。別名にはほかのデータを置けず、ネームサーバーはファイルを拒否します。どちらかだけにしてください。',
              },
              named,
            ),
        related: [relatedRecord(others, message({ en: 'The other data', ja: 'ほかのデータ' }))],
      });
    }
  },
});
