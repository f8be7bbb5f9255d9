import { message } from '../../text/message';
import { rule } from '../rule';
import { FIRST_ONE, recordSpan, relatedRecord, shown, targetsOf } from '../zoneRecords';

export default rule({
  name: 'zone-null-mx-beside-others',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A null MX beside other MX records', ja: 'ほかの MX と並ぶ null MX' },
  references: ['RFC 7505 §3'],
  check({ name, records }, report) {
    const exchanges = records.filter(({ value }) => value.typeName === 'MX');
    const isNull = ({ value }: (typeof exchanges)[number]): boolean => targetsOf(value)[0]?.name === '.';
    const other = exchanges.find((record) => !isNull(record));
    if (other === undefined) return;
    for (const record of exchanges.filter(isNull)) {
      report({
        anchor: record.anchor,
        span: recordSpan(record.value),
        message: message(
          {
            en: 'This record says that `{name}` takes no mail, and others name its mail servers: senders may do either. Remove the null MX, or the others.',
            ja: 'このレコードは `{name}` がメールを受け取らないことを示しますが、ほかにメールサーバーを指す MX があります。送信側の動作が定まりません。null MX かほかの MX のどちらかを削除してください。',
          },
          { name: shown(name) },
        ),
        related: [relatedRecord(other, FIRST_ONE)],
      });
    }
  },
});
