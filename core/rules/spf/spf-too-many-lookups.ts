import { SPF_LIMITS } from '../../evaluate/spf/outcome';
import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'spf-too-many-lookups',
  on: 'zone-owner',
  severity: 'error',
  title: { en: 'More than ten DNS lookups', ja: 'DNS 参照が 10 回を超えている' },
  references: ['RFC 7208 §4.6.4'],
  check(owner, report) {
    for (const { anchor, record, budget } of owner.spf) {
      const most = SPF_LIMITS.lookups;
      if (budget.lookups <= most) continue;
      let sum = 0;
      const over = budget.items.find(({ lookups }) => (sum += lookups) > most)!;
      const values = { count: budget.lookups, most, term: over.term.text };
      report({
        anchor,
        span: spanOf(record, { from: over.term.from, to: budget.items.at(-1)!.term.to }),
        message: budget.complete
          ? message(
              {
                en: 'The record needs {count} DNS lookups, included records counted; receivers stop after {most} and give permerror. Replace names by `ip4` and `ip6`, or drop services that no longer send.',
                ja: 'このレコードの評価には、参照先を含めて DNS 参照が {count} 回必要です。受信側は {most} 回で打ち切り、permerror になります。名前を `ip4` や `ip6` に置き換えるか、使っていないサービスを外してください。',
              },
              values,
            )
          : message(
              {
                en: 'The record needs at least {count} DNS lookups, without those behind names outside of the zones at hand; receivers stop after {most} and give permerror. Replace names by `ip4` and `ip6`, or drop services that no longer send.',
                ja: 'このレコードの評価には、開いているゾーンの外の参照先を除いても DNS 参照が {count} 回以上必要です。受信側は {most} 回で打ち切り、permerror になります。名前を `ip4` や `ip6` に置き換えるか、使っていないサービスを外してください。',
              },
              values,
            ),
      });
    }
  },
});
