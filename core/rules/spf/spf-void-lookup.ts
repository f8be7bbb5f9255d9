import { SPF_LIMITS } from '../../evaluate/spf/outcome';
import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'spf-void-lookup',
  on: 'zone-owner',
  severity: 'warning',
  title: { en: 'A term whose name has nothing to compare with', ja: '参照先に該当するレコードがない項目' },
  references: ['RFC 7208 §4.6.4', 'RFC 7208 §11.1'],
  check(owner, report) {
    for (const { anchor, record, budget } of owner.spf) {
      const most = SPF_LIMITS.voidLookups;
      const tooMany = budget.voidLookups > most;
      for (const { term, target, state } of budget.items) {
        if (state !== 'void' || target === undefined) continue;
        const values = { term: term.text, target, count: budget.voidLookups, most };
        report({
          anchor,
          span: spanOf(record, term),
          ...(tooMany && { severity: 'error' }),
          message: tooMany
            ? message(
                {
                  en: 'There is nothing at `{target}` for `{term}`. The record makes {count} such void lookups; receivers stop after {most} and give permerror. Correct or remove the term.',
                  ja: '`{target}` には `{term}` に対応するレコードがありません。このような空振り(void lookup)が {count} 回あり、受信側は {most} 回を超えると permerror にします。直すか、削除してください。',
                },
                values,
              )
            : message(
                {
                  en: 'There is nothing at `{target}` for `{term}`, so it never matches and counts as a void lookup, of which receivers allow {most}. Correct or remove the term.',
                  ja: '`{target}` には `{term}` に対応するレコードがないため、一致することがなく、空振り(void lookup)と数えられます(受信側が許すのは {most} 回)。直すか、削除してください。',
                },
                values,
              ),
        });
      }
    }
  },
});
