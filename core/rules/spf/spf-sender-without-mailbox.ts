import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { hasNullMx, permits } from '../mailDomain';
import { rule } from '../rule';

export default rule({
  name: 'spf-sender-without-mailbox',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'A domain that sends mail but takes none', ja: 'メールを受け取らないのに送信を許すドメイン' },
  references: ['RFC 7505 §4.2'],
  check(owner, report) {
    if (!hasNullMx(owner)) return;
    for (const { anchor, record } of owner.spf) {
      const term = record.syntax.terms.find(permits);
      if (term === undefined) continue;
      report({
        anchor,
        span: spanOf(record, term),
        message: message({
          en: 'The null MX says that this domain takes no mail, and SPF permits it to send some. Bounces and replies have nowhere to go, and receivers may refuse such mail. Publish `v=spf1 -all`, or mail servers.',
          ja: 'null MX によりこのドメインはメールを受け取りませんが、SPF では送信が許可されています。エラーメールや返信が届かず、受信を拒否されることもあります。`v=spf1 -all` を公開するか、メールサーバーを用意してください。',
        }),
      });
    }
  },
});
