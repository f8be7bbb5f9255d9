import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'spf-target-without-record',
  on: 'zone-owner',
  severity: 'error',
  title: {
    en: 'An include or redirect that leads to no SPF record',
    ja: '参照先に SPF レコードがない include/redirect',
  },
  references: ['RFC 7208 §5.2', 'RFC 7208 §6.1'],
  check(owner, report) {
    for (const { anchor, record, budget } of owner.spf) {
      for (const { term, target, state } of budget.items) {
        if ((state !== 'no-record' && state !== 'several-records') || target === undefined) continue;
        report({
          anchor,
          span: spanOf(record, term),
          message:
            state === 'no-record'
              ? message(
                  {
                    en: 'There is no SPF record at `{target}`, so receivers that come to this term give permerror. Add the record there, or remove the term.',
                    ja: '`{target}` に SPF レコードがないため、この項目まで評価した受信側では permerror になります。レコードを追加するか、項目を削除してください。',
                  },
                  { target },
                )
              : message(
                  {
                    en: 'Several SPF records stand at `{target}`, so receivers that come to this term give permerror. Merge them.',
                    ja: '`{target}` に SPF レコードが複数あるため、この項目まで評価した受信側では permerror になります。一つにまとめてください。',
                  },
                  { target },
                ),
        });
      }
    }
  },
});
