import type { Localized } from '../../text/message';
import { rule } from '../rule';
import { reportTableProblems, type TableWords } from '../tableProblems';

const WORDS: TableWords = {
  'replacement-index': {
    en: '`{found}` stands for a part of the match in parentheses, and the pattern has not so many.',
    ja: '`{found}` は括弧で囲んだ部分を指しますが、パターンにその数の括弧がありません。',
  },
  'negative-replacement': {
    en: '`{found}` stands for a part of the match, but with `!` the line counts where nothing matches.',
    ja: '`{found}` は一致した部分を指しますが、`!` の行は一致しないときに働きます。',
  },
  'bad-replacement': {
    en: '`{found}` is no part of a match: write `$1` or `${1}`, and `$$` for a dollar sign.',
    ja: '`{found}` は一致した部分を指していません。`$1` や `${1}` と書き、ドル記号そのものは `$$` と書きます。',
  },
};

const ENDS: Localized = {
  en: 'Postfix passes over the line.',
  ja: 'Postfix はこの行を読み飛ばします。',
};

export default rule({
  name: 'table-bad-replacement',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A `$` in a result that stands for nothing', ja: '何も指さない結果の中の `$`' },
  references: ['regexp_table(5)', 'pcre_table(5)'],
  check(line, report) {
    reportTableProblems(line, WORDS, ENDS, report);
  },
});
