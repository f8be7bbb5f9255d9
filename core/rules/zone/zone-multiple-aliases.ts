import { message } from '../../text/message';
import { rule } from '../rule';
import { FIRST_ONE, isSame, relatedRecord, shown, typeSpan } from '../zoneRecords';

/** Types of which a name has at most one record (RFC 2181 §10.1, RFC 6672 §2.4). */
const SINGLETONS = ['CNAME', 'DNAME'] as const;

export default rule({
  name: 'zone-multiple-aliases',
  on: 'zone-owner',
  severity: 'error',
  title: {
    en: 'Several CNAME or DNAME records at one name',
    ja: '一つの名前に複数の CNAME / DNAME レコード',
  },
  references: ['RFC 2181 §10.1', 'RFC 6672 §2.4'],
  check({ name, records }, report) {
    for (const type of SINGLETONS) {
      const [first, ...others] = records.filter(({ value }) => value.typeName === type);
      if (first === undefined) continue;
      for (const { anchor, value } of others) {
        // The same record twice is loaded once.
        if (isSame(value, first.value)) continue;
        report({
          anchor,
          span: typeSpan(value),
          message: message(
            {
              en: '`{name}` already has a {type} record, and a name can lead to one place only: name servers refuse the file. Remove one of them.',
              ja: '`{name}` にはすでに {type} レコードがあります。一つの名前の行き先は一つだけで、ネームサーバーはファイルを拒否します。どちらかを削除してください。',
            },
            { name: shown(name), type },
          ),
          related: [relatedRecord(first, FIRST_ONE)],
        });
      }
    }
  },
});
