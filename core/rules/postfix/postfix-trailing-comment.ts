import { postfixParameter } from '../../facts/postfix';
import { message } from '../../text/message';
import { counts, trailingComments, valuePart } from '../postfixSettings';
import { valueProblems } from '../postfixValue';
import { rule } from '../rule';

export default rule({
  name: 'postfix-trailing-comment',
  on: 'postfix-setting',
  severity: 'warning',
  title: { en: 'A comment that becomes part of the value', ja: '値の一部になってしまうコメント' },
  references: ['postconf(5)'],
  check(setting, report) {
    const known = postfixParameter(setting.name);
    if (!counts(setting) || known?.type.kind === 'raw') return;
    const { text } = setting.value;
    const refused = known !== undefined && !text.includes('$') && valueProblems(known.type, text).length > 0;
    for (const part of trailingComments(setting)) {
      const found = valuePart(setting, part);
      // Where nothing stands before it, the blank behind the `=` goes with it.
      const span = part.start === 0 ? { start: setting.equals! + 1, end: found.end } : found;
      const hash = part.start + text.slice(part.start).indexOf('#');
      report({
        span: valuePart(setting, { start: hash, end: part.end }),
        ...(refused && !known.inferred && { severity: 'error' }),
        message: message(
          refused
            ? {
                en: 'In main.cf a comment needs a line of its own. This `#` and what follows belong to the value, which `{name}` then cannot have: programs stop with an error. Move the comment up or remove it.',
                ja: 'main.cf のコメントは独立した行に書きます。この `#` 以降は値の一部となり、`{name}` の値として不正なため、プログラムがエラーで停止します。コメントを上の行に移すか削除してください。',
              }
            : {
                en: 'In main.cf a comment needs a line of its own. This `#` and what follows become part of the value of `{name}`. Move the comment up or remove it.',
                ja: 'main.cf のコメントは独立した行に書きます。この `#` 以降は `{name}` の値の一部になります。コメントを上の行に移すか削除してください。',
              },
          { name: setting.name },
        ),
        fixes: [
          {
            title: message({ en: 'Remove the comment', ja: 'コメントを削除する' }),
            edits: [{ span, text: '' }],
          },
        ],
      });
    }
  },
});
