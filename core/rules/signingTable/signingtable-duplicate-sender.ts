import { message } from '../../text/message';
import { signerKey } from '../../syntax/columnFile';
import { rule } from '../rule';

export default rule({
  name: 'signingtable-duplicate-sender',
  on: 'opendkim-signing-table',
  severity: 'information',
  title: { en: 'Two rows for one sender', ja: '同じ送信者の 2 つの行' },
  references: ['opendkim.conf(5)'],
  check(table, report) {
    for (const members of table.byName.values()) {
      const [first, ...others] = members;
      for (const { anchor, value } of others) {
        const same = signerKey(value.value.text) === signerKey(first!.value.value.text);
        report({
          anchor,
          span: value.nameSpan,
          tag: 'unnecessary',
          message: message(
            same
              ? {
                  en: '`{name}` stands further up with the same key. Remove one of the rows.',
                  ja: '`{name}` は上にも同じ鍵で書かれています。片方の行を削除してください。',
                }
              : {
                  en: '`{name}` stands further up with another key. Only the first row counts, unless opendkim.conf says `MultipleSignatures yes` and reads the table by `refile:`.',
                  ja: '`{name}` は上にも別の鍵で書かれています。opendkim.conf に `MultipleSignatures yes` があり、表を `refile:` で読む場合を除き、最初の行だけが有効です。',
                },
            { name: value.name },
          ),
          related: [
            {
              anchor: first!.anchor,
              span: first!.value.nameSpan,
              message: message({ en: 'The row further up', ja: '上の行' }),
            },
          ],
        });
      }
    }
  },
});
