import type { TableProblemKind } from '../../syntax/lookupTable/line';
import { message, type Localized } from '../../text/message';
import { rule } from '../rule';

const WORDS: Partial<Record<TableProblemKind, Localized>> = {
  'missing-pattern': {
    en: 'No pattern follows. ',
    ja: 'パターンがありません。',
  },
  'unclosed-pattern': {
    en: 'The pattern begins with `{found}` and is not closed by another. ',
    ja: '`{found}` で始まるパターンが、同じ文字で閉じられていません。',
  },
  'unclosed-group': { en: 'This `(` is not closed. ', ja: 'この `(` が閉じられていません。' },
  'unclosed-class': { en: 'This `[` is not closed. ', ja: 'この `[` が閉じられていません。' },
  'nothing-to-repeat': {
    en: 'Nothing stands before `{found}` that it could repeat. ',
    ja: '`{found}` の前に繰り返す対象がありません。',
  },
};

export default rule({
  name: 'table-bad-pattern',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A pattern that cannot be read', ja: '解釈できないパターン' },
  references: ['regexp_table(5)', 'pcre_table(5)'],
  check({ text, problems }, report) {
    for (const { kind, span } of problems) {
      const words = WORDS[kind];
      if (words === undefined) continue;
      report({
        span,
        message: message(
          {
            en: `${words.en}Postfix passes over the line, so what it should match goes through. Mend the pattern; a character that is meant as itself needs a \`\\\` before it.`,
            ja: `${words.ja}Postfix はこの行を読み飛ばすため、一致するはずのものがそのまま通ります。パターンを直してください。文字そのものを表すには前に \`\\\` を付けます。`,
          },
          { found: text.slice(span.start, span.end) },
        ),
      });
    }
  },
});
