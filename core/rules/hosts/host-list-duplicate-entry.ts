import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'host-list-duplicate-entry',
  on: 'host-list',
  severity: 'hint',
  title: { en: 'An entry that is there already', ja: '重複した項目' },
  references: ['opendmarc.conf(5)', 'opendkim.conf(5)'],
  check(list, report) {
    for (const members of list.byName.values()) {
      const [first, ...others] = members;
      for (const { anchor, value } of others) {
        report({
          anchor,
          span: value.nameSpan,
          tag: 'unnecessary',
          message: message(
            {
              en: '`{entry}` stands further up already. Remove one of them.',
              ja: '`{entry}` は上にもあります。片方を削除してください。',
            },
            { entry: value.name },
          ),
          related: [
            {
              anchor: first!.anchor,
              span: first!.value.nameSpan,
              message: message({ en: 'The other one', ja: 'もう一方' }),
            },
          ],
        });
      }
    }
  },
});
