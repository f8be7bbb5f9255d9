import { message } from '../../text/message';
import { removeTitle } from '../titles';
import { rule } from '../rule';
import { dataKey, FIRST_ONE, recordSpan, relatedRecord, removalOf } from '../zoneRecords';

export default rule({
  name: 'zone-duplicate-record',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'The same record twice', ja: '重複したレコード' },
  references: ['RFC 2181 §5'],
  check(owner, report) {
    const { records } = owner;
    const first = new Map<string, (typeof records)[number]>();
    for (const record of records) {
      const { anchor, value } = record;
      const data = dataKey(value);
      if (data === undefined) continue;
      const key = `${value.typeName} ${data}`;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, record);
        continue;
      }
      const removal = removalOf(owner, record);
      report({
        anchor,
        span: recordSpan(value),
        message: message({
          en: 'This record stands here a second time; name servers keep one of them. Remove it, or correct what was meant to differ.',
          ja: '同じレコードがすでにあり、ネームサーバーは一方だけを使います。削除するか、異なるはずだった箇所を直してください。',
        }),
        related: [relatedRecord(before, FIRST_ONE)],
        tag: 'unnecessary',
        fixes: removal === undefined ? [] : [{ title: removeTitle(value.typeName), edits: [removal] }],
      });
    }
  },
});
