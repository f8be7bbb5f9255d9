import { message } from '../../text/message';
import { rule } from '../rule';
import { headSpan } from '../zoneRecords';

export default rule({
  name: 'zone-wildcard-ns',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'NS or DNAME records at a wildcard', ja: 'ワイルドカードの NS / DNAME レコード' },
  references: ['RFC 4592 §4.2', 'RFC 4592 §4.4'],
  check({ name, records }, report) {
    if (!name.startsWith('*.')) return;
    for (const { anchor, value } of records) {
      if (value.typeName !== 'NS' && value.typeName !== 'DNAME') continue;
      report({
        anchor,
        span: headSpan(value),
        message: message(
          {
            en: 'What {type} records at a wildcard mean is not defined: BIND refuses NS records there, other servers answer in different ways. State the names one by one.',
            ja: 'ワイルドカードに置いた {type} レコードの意味は定義されていません。NS の場合 BIND は拒否し、ほかのサーバーの応答もまちまちです。名前を一つずつ書いてください。',
          },
          { type: value.typeName },
        ),
      });
    }
  },
});
