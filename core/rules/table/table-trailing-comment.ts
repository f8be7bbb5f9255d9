import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-trailing-comment',
  on: 'table-line',
  severity: 'warning',
  title: { en: 'A comment that becomes part of the result', ja: '結果の一部になってしまうコメント' },
  references: ['postmap(1)', 'regexp_table(5)', 'cidr_table(5)'],
  check({ result, text }, report) {
    if (result === undefined) return;
    // `user+tag # note`: a `#` behind a blank, and a blank or a letter of another script behind it.
    const found = /(?:^|[ \t]+)#(?=[ \t]|[^\0-\x7f])[^\n]*/.exec(
      text.slice(result.span.start, result.span.end),
    );
    if (found === null) return;
    const start = result.span.start + found.index;
    const hash = start + found[0].indexOf('#');
    const end = start + found[0].trimEnd().length;
    report({
      span: { start: hash, end },
      message: message({
        en: 'A comment needs a line of its own. This `#` and what follows belong to the result of the lookup. Move the comment up or remove it.',
        ja: 'コメントは独立した行に書きます。この `#` 以降は検索結果の一部になります。コメントを上の行に移すか削除してください。',
      }),
      fixes: [
        {
          title: message({ en: 'Remove the comment', ja: 'コメントを削除する' }),
          edits: [{ span: { start, end }, text: '' }],
        },
      ],
    });
  },
});
