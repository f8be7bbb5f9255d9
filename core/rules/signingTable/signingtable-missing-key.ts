import { message } from '../../text/message';
import { signerKey } from '../../syntax/columnFile';
import { rule } from '../rule';

export default rule({
  name: 'signingtable-missing-key',
  on: 'opendkim-signer',
  severity: 'error',
  title: { en: 'A row without a key', ja: '鍵のない行' },
  references: ['opendkim.conf(5)'],
  check(row, report) {
    if (signerKey(row.value.text) !== '') return;
    report({
      span: row.value.text === '' ? row.nameSpan : row.valueSpan,
      message: message(
        {
          en: 'Behind `{pattern}` the name of a key in the KeyTable is missing: OpenDKIM puts such mail off, or does not even start. Write `{pattern} name-of-the-key`.',
          ja: '`{pattern}` の後に KeyTable の鍵の名前がありません。該当するメールは一時エラーで送れなくなるか、OpenDKIM が起動しません。`{pattern} 鍵の名前` のように書いてください。',
        },
        { pattern: row.name },
      ),
    });
  },
});
