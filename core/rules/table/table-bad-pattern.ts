import type { Localized } from '../../text/message';
import { rule } from '../rule';
import { reportTableProblems, type TableWords } from '../tableProblems';

const WORDS: TableWords = {
  'missing-pattern': {
    en: 'No pattern follows.',
    ja: 'パターンがありません。',
  },
  'unclosed-pattern': {
    en: 'The pattern begins with `{found}` and is not closed by another.',
    ja: '`{found}` で始まるパターンが、同じ文字で閉じられていません。',
  },
  'unclosed-group': { en: 'This `(` is not closed.', ja: 'この `(` が閉じられていません。' },
  'unclosed-class': { en: 'This `[` is not closed.', ja: 'この `[` が閉じられていません。' },
  'nothing-to-repeat': {
    en: 'Nothing stands before `{found}` that it could repeat.',
    ja: '`{found}` の前に繰り返す対象がありません。',
  },
};

const ENDS: Localized = {
  en: 'Postfix passes over the line, so what it should match goes through. Mend the pattern; a character that is meant as itself needs a `\\` before it.',
  ja: 'Postfix はこの行を読み飛ばすため、一致するはずのものがそのまま通ります。パターンを直してください。文字そのものを表すには前に `\\` を付けます。',
};

export default rule({
  name: 'table-bad-pattern',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A pattern that cannot be read', ja: '解釈できないパターン' },
  references: ['regexp_table(5)', 'pcre_table(5)'],
  check(line, report) {
    reportTableProblems(line, WORDS, ENDS, report);
  },
});
