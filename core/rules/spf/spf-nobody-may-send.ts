import { spanOf } from '../../records/textRecord';
import { message } from '../../text/message';
import { isMailDomain, permitsNobody } from '../mailDomain';
import { rule } from '../rule';

export default rule({
  name: 'spf-nobody-may-send',
  on: 'zone-owner',
  severity: 'information',
  title: {
    en: 'A domain with mailboxes from which nobody may send',
    ja: 'メールを受け取るのに誰も送信できないドメイン',
  },
  references: ['RFC 7208 §10.1.2'],
  check(owner, report) {
    if (!isMailDomain(owner)) return;
    for (const { anchor, record } of owner.spf) {
      const [term] = record.syntax.terms;
      if (term === undefined || !permitsNobody(record)) continue;
      report({
        anchor,
        span: spanOf(record, term),
        message: message({
          en: 'This domain has mail servers, and its SPF record permits nobody to send: replies from its mailboxes fail. Permit its servers (`mx`), unless mail is really only received here.',
          ja: 'このドメインにはメールサーバーがありますが、SPF では誰にも送信が許可されていないため、返信メールは認証に失敗します。受信専用でなければ、送信サーバーを許可してください(`mx` など)。',
        }),
      });
    }
  },
});
