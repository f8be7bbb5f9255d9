import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-unknown-statement',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A line that begins with no pattern', ja: 'パターンで始まらない行' },
  references: ['regexp_table(5)', 'pcre_table(5)'],
  check({ text, problems }, report) {
    for (const { kind, span } of problems) {
      if (kind !== 'unknown-statement') continue;
      report({
        span,
        message: message(
          {
            en: 'A line of patterns begins with a delimiter, such as `/`, or with `if` or `endif`. Postfix passes over `{word}` and what follows. Write `/pattern/ result`; lines of `key value` belong to a table of another type, such as `hash:`.',
            ja: 'パターンの行は `/` などの区切り文字か、`if` または `endif` で始まります。`{word}` で始まる行は読み飛ばされます。`/パターン/ 結果` と書いてください。`キー 値` の行は `hash:` など別の種類の表に書きます。',
          },
          { word: text.slice(span.start, span.end) },
        ),
      });
    }
  },
});
