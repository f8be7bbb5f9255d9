import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'table-unbalanced-quote',
  on: 'table-line',
  severity: 'error',
  title: { en: 'A quote that is not closed', ja: '閉じられていない引用符' },
  references: ['postmap(1)', 'aliases(5)'],
  check({ problems }, report) {
    for (const { kind, span } of problems) {
      if (kind !== 'unbalanced-quote') continue;
      report({
        span,
        message: message({
          en: 'The `"` is not closed: Postfix passes over the line. Close it behind the name, or remove it; only names with blanks need quotes.',
          ja: '`"` が閉じられていないため、Postfix はこの行を読み飛ばします。名前の後で閉じるか削除してください。引用符が必要なのは空白を含む名前だけです。',
        }),
      });
    }
  },
});
