import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-unknown-flag',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A flag behind a pattern that does not exist', ja: '存在しないパターンのフラグ' },
  references: ['regexp_table(5)', 'pcre_table(5)'],
  check({ text, problems }, report) {
    for (const { kind, span } of problems) {
      if (kind !== 'unknown-flag') continue;
      report({
        span,
        message: message(
          {
            en: 'There is no flag `{flag}`, so Postfix passes over the line. Flags stand at once behind the pattern: `i`, `m`, `x`, and with pcre also `s`, `A`, `E`, `U`, `X`. Where it begins the result, put a blank before it; where the pattern itself holds the delimiter, write `\\` before that.',
            ja: '`{flag}` というフラグはないため、Postfix はこの行を読み飛ばします。パターンの直後に書けるのは `i`、`m`、`x`、pcre ではさらに `s`、`A`、`E`、`U`、`X` です。結果の始まりなら前に空白を入れ、パターンの中の区切り文字なら前に `\\` を付けてください。',
          },
          { flag: text.slice(span.start, span.end) },
        ),
      });
    }
  },
});
