import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { listedWords, listFix, meantKeyword } from '../keyLists';
import { rule } from '../rule';

export default rule({
  name: 'dkim-no-sha256',
  on: 'dkim-key',
  severity: 'warning',
  title: { en: '`h=` does not allow SHA-256', ja: '`h=` で SHA-256 が許されていない' },
  references: ['RFC 8301 §3.1', 'RFC 6376 §3.6.1'],
  check(record, report) {
    const tag = record.byName.get('h');
    if (record.content !== 'key' || tag?.read.type !== 'keyword-list') return;
    if (tag.read.members.some(({ keyword }) => keyword?.value === 'sha256')) return;
    const { value } = tag;
    // Every word that is known, in its right spelling; what is not known receivers would skip.
    const words = listedWords(tag).flatMap((word) => meantKeyword(tag, word)?.value ?? []);
    const text = words.includes('sha256') ? [...new Set(words)].join(':') : 'sha256';
    report({
      span: spanOf(record, value.text === '' ? tag : value),
      message: message(
        {
          en: 'The key allows only `{value}` as hash. Receivers accept nothing but `sha256` any more, so every signature with it fails. Write `h=sha256`, or leave the tag out.',
          ja: 'この鍵で許されているハッシュは `{value}` だけです。受信側はもはや `sha256` しか認めないため、この鍵の署名はすべて失敗します。`h=sha256` と書くか、タグを削除してください。',
        },
        { value: value.text },
      ),
      fixes: listFix(record, value, value.text, text),
    });
  },
});
