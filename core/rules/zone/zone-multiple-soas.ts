import { message } from '../../text/message';
import { rule } from '../rule';
import { FIRST_ONE, isSame, relatedRecord, typeSpan } from '../zoneRecords';

export default rule({
  name: 'zone-multiple-soas',
  on: 'zone-file',
  severity: 'warning',
  title: { en: 'Several SOA records', ja: '複数の SOA レコード' },
  references: ['RFC 1035 §5.2', 'RFC 2181 §6.1'],
  check({ soas }, report) {
    const [first, ...others] = soas;
    if (first === undefined) return;
    for (const other of others) {
      const { anchor, value } = other;
      // The same record twice is loaded once.
      if (value.owner.name !== first.value.owner.name || isSame(value, first.value)) continue;
      report({
        anchor,
        span: typeSpan(value),
        message: message({
          en: 'The zone already has an SOA record, and a zone has exactly one: BIND and NSD refuse the file, Knot DNS keeps only one of them. Remove one.',
          ja: 'SOA レコードはすでにあり、ゾーンに置けるのは一つだけです。BIND と NSD はファイルを拒否し、Knot DNS は一方しか使いません。どちらかを削除してください。',
        }),
        related: [relatedRecord(first, FIRST_ONE)],
      });
    }
  },
});
