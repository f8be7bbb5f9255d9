import type { BudgetItem, SpfBudget } from '../../evaluate/spf/budget';
import { queryName } from '../../evaluate/dns';
import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'spf-include-loop',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'Records that include each other', ja: '互いに参照し合うレコード' },
  references: ['RFC 7208 §4.6.4', 'RFC 7208 §5.2'],
  check(owner, report) {
    for (const { anchor, record, budget } of owner.spf) {
      const own = queryName(budget.domain);
      for (const item of budget.items) {
        // What leads straight back has a rule of its own.
        const way = item.nested === undefined ? undefined : wayBack(item.nested, own, new Set());
        if (way === undefined) continue;
        report({
          anchor,
          span: spanOf(record, item.term),
          message: message(
            {
              en: '`{term}` leads back to this record ({way}). Receivers go round until the limit of lookups and give permerror. Remove one of the terms.',
              ja: '`{term}` をたどるとこのレコードに戻ります({way})。参照回数の上限まで繰り返した末に permerror になります。いずれかの項目を削除してください。',
            },
            { term: item.term.text, way: [budget.domain, ...way].join(' → ') },
          ),
        });
      }
    }
  },
});

/** The domains on the way from a record back to `own`; undefined where there is none. */
function wayBack(budget: SpfBudget, own: string | undefined, seen: Set<SpfBudget>): string[] | undefined {
  if (seen.has(budget)) return undefined;
  seen.add(budget);
  for (const item of budget.items) {
    const rest = leadsTo(item, own)
      ? [item.target!]
      : item.nested === undefined
        ? undefined
        : wayBack(item.nested, own, seen);
    if (rest !== undefined) return [budget.domain, ...rest];
  }
  return undefined;
}

function leadsTo({ state, target }: BudgetItem, own: string | undefined): boolean {
  return state === 'loop' && target !== undefined && queryName(target) === own;
}
