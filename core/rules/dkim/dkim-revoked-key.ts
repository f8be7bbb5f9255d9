import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dkim-revoked-key',
  on: 'dkim-key',
  severity: 'information',
  title: { en: 'A revoked key', ja: '失効した鍵' },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    const tag = record.byName.get('p');
    if (record.place !== 'selector') return;
    if (record.content !== 'key' || tag?.value.text !== '') return;
    // For every selector at once: the custom of domains that send no mail.
    if (record.selector.startsWith('*')) return;
    report({
      span: spanOf(record, tag),
      message: message({
        en: '`p=` is empty: the key is revoked, and no signature with this selector counts. Once no mail with it is under way any more, the record can go.',
        ja: '`p=` が空のため鍵は失効しており、このセレクターの署名はすべて無効です。この鍵で署名したメールの配送が終わっていれば、レコードを削除できます。',
      }),
    });
  },
});
