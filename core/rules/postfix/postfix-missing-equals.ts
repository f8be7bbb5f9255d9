import { postfixParameter } from '../../facts/postfix';
import { message } from '../../text/message';
import { rule } from '../rule';
import { insertTitle } from '../titles';

export default rule({
  name: 'postfix-missing-equals',
  on: 'postfix-setting',
  severity: 'error',
  title: { en: 'A line without `name =`', ja: '`名前 =` のない行' },
  references: ['postconf(5)'],
  check(setting, report) {
    const missing = setting.problems.find(({ kind }) => kind === 'missing-equals' || kind === 'missing-name');
    if (missing === undefined) return;
    const rest = setting.text.slice(setting.nameSpan.end);
    const certain = missing.kind === 'missing-equals' && /^[ \t]+[^\s:=]/.test(rest);
    const end = setting.nameSpan.end;
    report({
      span: missing.span,
      message:
        missing.kind === 'missing-equals'
          ? message(
              {
                en: 'There is no `=` behind `{name}`. Postfix stops with an error at such a line: every setting is `name = value`, and a line that goes on from the one above begins with a blank.',
                ja: '`{name}` の後に `=` がありません。このような行があると Postfix はエラーで停止します。設定は `名前 = 値` の形で書き、前の行の続きは空白で始めてください。',
              },
              { name: setting.name },
            )
          : message({
              en: 'There is no name before the `=`. Postfix stops with an error at such a line; every setting is `name = value`.',
              ja: '`=` の前に名前がありません。このような行があると Postfix はエラーで停止します。設定は `名前 = 値` の形で書いてください。',
            }),
      fixes:
        certain && postfixParameter(setting.name) !== undefined
          ? [{ title: insertTitle('='), edits: [{ span: { start: end, end }, text: ' =' }] }]
          : [],
    });
  },
});
