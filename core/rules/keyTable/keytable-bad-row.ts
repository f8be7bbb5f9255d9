import { message } from '../../text/message';
import { keyFields } from '../../syntax/columnFile';
import { rule } from '../rule';

export default rule({
  name: 'keytable-bad-row',
  on: 'opendkim-key',
  severity: 'error',
  title: { en: 'A row that does not lead to a key', ja: '鍵にたどり着かない行' },
  references: ['opendkim.conf(5)'],
  check(row, report) {
    const { value, nameSpan, valueSpan } = row;
    if (keyFields(value.text) !== undefined) return;
    const parts = value.text.split(':').length;
    report({
      span: value.text === '' ? nameSpan : valueSpan,
      message: message(
        {
          en: 'Behind the key’s name stand domain, selector and file of the private key with colons between; here are {count} of three parts. Mail that the SigningTable has signed with this key is put off again and again. Write `{name} example.com:selector:/path/to/key`.',
          ja: '鍵の名前の後には、ドメイン、セレクター、秘密鍵のファイルをコロンで区切って書きます。ここにあるのは 3 項目のうち {count} 項目です。SigningTable でこの鍵を使うメールは一時エラーで送れなくなります。`{name} example.com:セレクター:/鍵のパス` のように書いてください。',
        },
        { name: row.name, count: value.text === '' ? 0 : Math.min(parts, 2) },
      ),
    });
  },
});
