import { message } from '../../text/message';
import { counts } from '../postfixSettings';
import { rule } from '../rule';
import { removeTitle } from '../titles';

export default rule({
  name: 'postfix-doubled-equals',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A value that begins with `=`', ja: '`=` で始まる値' },
  references: ['postconf(5)'],
  check(setting, report) {
    const parts = /^=\s*/.exec(setting.value.text);
    // A delimiter may well be a `=`.
    if (parts === null || !counts(setting) || /delimiter/.test(setting.name)) return;
    const { start } = setting.valueSpan;
    report({
      span: { start, end: start + 1 },
      message: message(
        {
          en: 'The second `=` becomes part of the value of `{name}`. Remove it.',
          ja: '2 つ目の `=` は `{name}` の値の一部になります。削除してください。',
        },
        { name: setting.name },
      ),
      fixes: [
        {
          title: removeTitle('='),
          edits: [{ span: { start: setting.equals! + 1, end: start + parts[0].length }, text: ' ' }],
        },
      ],
    });
  },
});
