import { message } from '../../text/message';
import { rule } from '../rule';
import { insertTitle } from '../titles';

export default rule({
  name: 'zone-unclosed-quote',
  on: 'zone-entry',
  severity: 'error',
  title: { en: 'A quoted string that is not closed', ja: '閉じられていない引用符' },
  references: ['RFC 1035 §5.1'],
  check(entry, report) {
    const unclosed = entry.problems.filter(({ kind }) => kind === 'unclosed-quote');
    // The last string runs to the end of its line; that is where the quote belongs, if nothing follows in brackets.
    const strings = entry.tokens.filter(({ kind }) => kind === 'quoted');
    const last = strings.at(-1);
    for (const { span } of unclosed) {
      const sure =
        unclosed.length === 1 &&
        last?.span.start === span.start &&
        !/[()\\]/.test(rest(entry.text, last.span));
      report({
        span,
        message: message({
          en: 'This quote is not closed. Name servers refuse the whole zone file. Put a `"` at the end of the string.',
          ja: 'この引用符が閉じられていません。ネームサーバーはゾーンファイル全体を拒否します。文字列の終わりに `"` を付けてください。',
        }),
        fixes: sure
          ? [
              {
                title: insertTitle('"'),
                edits: [{ span: { start: last.span.end, end: last.span.end }, text: '"' }],
              },
            ]
          : [],
      });
    }
  },
});

function rest(text: string, span: { readonly start: number; readonly end: number }): string {
  return text.slice(span.start, span.end);
}
