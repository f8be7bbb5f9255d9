import { isCutByComment } from '../../records/dmarcPolicy';
import { replacing, spanOf, wholeSpan } from '../../records/tagRecord';
import { message } from '../../text/message';
import { isBareKey } from '../keyEdits';
import { rule } from '../rule';
import { insertTitle } from '../titles';

export default rule({
  name: 'dkim-missing-key',
  on: 'dkim-key',
  severity: 'error',
  title: { en: 'A key record without a key', ja: '鍵のない鍵レコード' },
  references: ['RFC 6376 §3.6.1'],
  check(record, report) {
    if (record.content !== 'key' || record.text.pieces.length === 0 || record.byName.has('p')) return;
    // A `;` outside of quotes cut the record off, which is reported as that.
    if (isCutByComment(record.entry) && record.byName.has('v')) return;
    const { items } = record.list;
    // What only lacks its `=` is reported as that.
    if (items.some(({ text, tag }) => tag === undefined && /^p\s*[:\s]/i.test(text))) return;
    const bare = items.find(({ text }) => isBareKey(text));
    report({
      span: bare === undefined ? wholeSpan(record) : spanOf(record, bare),
      message: message(
        bare === undefined
          ? {
              en: 'The record has no `p=`, so it holds no key, and every signature with this selector fails. Add `p=` and the public key.',
              ja: 'レコードに `p=` がないため鍵が含まれず、このセレクターの署名はすべて失敗します。`p=` と公開鍵を追加してください。',
            }
          : {
              en: 'The key stands here without `p=`, so receivers do not find it, and every signature with this selector fails. Write `p=` before it.',
              ja: '鍵の前に `p=` がないため受信側は鍵を見つけられず、このセレクターの署名はすべて失敗します。鍵の前に `p=` を書いてください。',
            },
      ),
      fixes:
        bare === undefined
          ? []
          : [
              {
                title: insertTitle('p='),
                edits: replacing(record, { from: bare.from, to: bare.from }, 'p='),
              },
            ],
    });
  },
});
