import { message } from '../../text/message';
import { effective } from '../postfixSettings';
import { rule } from '../rule';

export default rule({
  name: 'postfix-duplicate-parameter',
  on: 'postfix-file',
  severity: 'warning',
  title: { en: 'A parameter that is set twice', ja: '二度設定されたパラメーター' },
  references: ['postconf(5)'],
  check(file, report) {
    for (const [name, members] of effective(file)) {
      const last = members.at(-1)!;
      for (const { anchor, value } of members.slice(0, -1)) {
        report({
          anchor,
          span: value.nameSpan,
          tag: 'unnecessary',
          message: message(
            {
              en: '`{name}` is set again further down, and only the last setting counts. Keep one.',
              ja: '`{name}` は後でもう一度設定されており、最後の設定だけが有効です。1 つにしてください。',
            },
            { name },
          ),
          related: [
            {
              anchor: last.anchor,
              span: last.value.nameSpan,
              message: message({ en: 'This one counts', ja: 'こちらが有効です' }),
            },
          ],
        });
      }
    }
  },
});
