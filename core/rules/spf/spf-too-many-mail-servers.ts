import { SPF_LIMITS } from '../../evaluate/spf/outcome';
import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { rule } from '../rule';

export default rule({
  name: 'spf-too-many-mail-servers',
  on: 'zone-owner',
  severity: 'error',
  title: {
    en: '`mx` of a domain with more than ten mail servers',
    ja: 'メールサーバーが 10 を超えるドメインの `mx`',
  },
  references: ['RFC 7208 §4.6.4'],
  check(owner, report) {
    for (const { anchor, record, budget } of owner.spf) {
      for (const { term, target, state } of budget.items) {
        if (state !== 'too-many-exchanges' || target === undefined) continue;
        report({
          anchor,
          span: spanOf(record, term),
          message: message(
            {
              en: '`{target}` has more than {most} MX records, and receivers that would have to look up more of them give permerror. Name the networks with `ip4` and `ip6` instead.',
              ja: '`{target}` の MX レコードが {most} 個を超えており、受信側では permerror になります。代わりに `ip4` と `ip6` でネットワークを指定してください。',
            },
            { target, most: SPF_LIMITS.mxNames },
          ),
        });
      }
    }
  },
});
