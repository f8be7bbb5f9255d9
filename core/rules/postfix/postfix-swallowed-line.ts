import { POSTFIX_PARAMETERS } from '../../facts/postfix';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'postfix-swallowed-line',
  on: 'postfix-setting',
  severity: 'warning',
  title: {
    en: 'An indented setting that the one above swallows',
    ja: '前の設定に飲み込まれる字下げされた設定',
  },
  references: ['postconf(5)'],
  check(setting, report) {
    const { text, pieces } = setting.value;
    for (const piece of pieces.slice(1)) {
      const parts = /^(\s+)(\w+)\s*=/.exec(text.slice(piece.from, piece.to));
      const [, indent = '', name = ''] = parts ?? [];
      if (parts === null || !POSTFIX_PARAMETERS.has(name)) continue;
      const { start } = piece.source;
      report({
        span: { start: start + indent.length, end: start + indent.length + name.length },
        message: message(
          {
            en: 'This line begins with a blank, so it continues the value of `{above}`; `{name}` is not set. Begin it in the first column.',
            ja: 'この行は空白で始まるため `{above}` の値の続きになり、`{name}` は設定されません。行頭から書いてください。',
          },
          { above: setting.name, name },
        ),
        fixes: [
          {
            title: message(
              { en: 'Begin `{name}` in the first column', ja: '`{name}` を行頭から始める' },
              { name },
            ),
            edits: [{ span: { start, end: start + indent.length }, text: '' }],
          },
        ],
      });
    }
  },
});
