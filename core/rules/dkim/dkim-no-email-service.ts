import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { listedWords, listFix, meantKeyword } from '../keyLists';
import { rule } from '../rule';

export default rule({
  name: 'dkim-no-email-service',
  on: 'dkim-key',
  severity: 'warning',
  title: { en: '`s=` does not allow mail', ja: '`s=` でメールが許されていない' },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    const tag = record.byName.get('s');
    if (record.content !== 'key' || tag?.read.type !== 'keyword-list') return;
    if (tag.read.members.some(({ keyword }) => keyword !== undefined)) return;
    const { value } = tag;
    const meant = listedWords(tag).flatMap((word) => meantKeyword(tag, word)?.value ?? []);
    report({
      span: spanOf(record, value.text === '' ? tag : value),
      message: message(
        {
          en: 'The service `{value}` is not mail, so receivers ignore the key. Write `s=email`, or leave the tag out.',
          ja: 'サービス `{value}` はメールではないため、受信側はこの鍵を無視します。`s=email` と書くか、タグを削除してください。',
        },
        { value: value.text },
      ),
      fixes: meant.length === 0 ? [] : listFix(record, value, value.text, [...new Set(meant)].join(':')),
    });
  },
});
