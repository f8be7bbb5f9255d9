import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'keytable-duplicate-key',
  on: 'opendkim-key-table',
  severity: 'warning',
  title: { en: 'Two keys of one name', ja: '同じ名前の 2 つの鍵' },
  references: ['opendkim.conf(5)'],
  check(table, report) {
    for (const members of table.byName.values()) {
      const [first, ...others] = members;
      for (const { anchor, value } of others) {
        report({
          anchor,
          span: value.nameSpan,
          tag: 'unnecessary',
          message: message(
            {
              en: 'There is a key `{name}` further up, and OpenDKIM takes the first that it finds: this row is never used. Give it another name, or remove one.',
              ja: '上にも `{name}` という鍵があり、OpenDKIM は最初に見つけたものを使うため、この行は使われません。別の名前にするか、片方を削除してください。',
            },
            { name: value.name },
          ),
          related: [
            {
              anchor: first!.anchor,
              span: first!.value.nameSpan,
              message: message({ en: 'This one counts', ja: 'こちらが有効です' }),
            },
          ],
        });
      }
    }
  },
});
