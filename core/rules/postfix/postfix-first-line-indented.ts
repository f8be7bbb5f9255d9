import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'postfix-first-line-indented',
  on: 'postfix-setting',
  severity: 'error',
  title: { en: 'An indented line with nothing to continue', ja: '続ける相手のない字下げされた行' },
  references: ['postconf(5)'],
  check(setting, report) {
    const indented = setting.problems.find(({ kind }) => kind === 'indented-first-line');
    if (indented === undefined) return;
    report({
      span: { start: 0, end: setting.nameSpan.end },
      message: message(
        {
          en: 'A line that begins with a blank continues the setting above, and there is none. Postfix throws this line away: `{name}` is not set. Begin it in the first column.',
          ja: '空白で始まる行は前の設定の続きとみなされますが、前に設定がありません。Postfix はこの行を捨てるため、`{name}` は設定されません。行頭から書いてください。',
        },
        { name: setting.name },
      ),
      fixes: [
        {
          title: message({ en: 'Remove the indentation', ja: '字下げを削除する' }),
          edits: [{ span: indented.span, text: '' }],
        },
      ],
    });
  },
});
