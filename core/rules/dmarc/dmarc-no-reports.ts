import { isCutByComment } from '../../records/dmarcPolicy';
import { spanOf } from '../../records/tagRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'dmarc-no-reports',
  on: 'dmarc-policy',
  severity: 'information',
  title: { en: 'No address for aggregate reports', ja: '集計レポートの送付先がない' },
  references: ['RFC 9989 §4.7'],
  check(record, report) {
    const policy = record.byName.get('p');
    // Without a policy the record needs more than an address; what a comment cut off may have had one.
    if (policy === undefined || record.byName.has('rua') || isCutByComment(record.entry)) return;
    if (record.list.items.some((item) => item.tag === undefined && /^rua\b/i.test(item.text))) return;
    report({
      span: spanOf(record, policy),
      message: message({
        en: 'The record names no address for aggregate reports (`rua`), so nobody sees who sends mail in the name of this domain, or which legitimate mail fails. Add `rua=mailto:…`.',
        ja: '集計レポートの送付先(`rua`)がないため、誰がこのドメインを名乗って送信しているか、正規のメールが失敗していないかを把握できません。`rua=mailto:…` を追加してください。',
      }),
    });
  },
});
