import { message } from '../../text/message';
import { labelsOf } from '../../values/domainName';
import { rule } from '../rule';
import { targetsOf } from '../zoneRecords';

export default rule({
  name: 'zone-soa-bad-mailbox',
  on: 'zone-owner',
  severity: 'information',
  title: { en: 'An SOA record whose mailbox is none', ja: 'メールアドレスになっていない SOA の連絡先' },
  references: ['RFC 1035 §3.3.13', 'RFC 1912 §2.2'],
  check({ name, records }, report) {
    for (const { anchor, value } of records) {
      if (value.typeName !== 'SOA') continue;
      const [, mailbox] = targetsOf(value);
      if (mailbox === undefined) continue;
      // An address has a mailbox and a domain behind it: the zone's own name alone lacks the mailbox.
      if (labelsOf(mailbox.name).length > 1 && mailbox.name !== name) continue;
      report({
        anchor,
        span: mailbox.span,
        message: message({
          en: 'This field is the mail address of whoever is responsible for the zone, with a dot for the `@`; this name has no mailbox before its domain. Write `hostmaster`, for instance.',
          ja: 'この項目はゾーン管理者のメールアドレスで、`@` をドットにして書きます。この名前にはドメインの前のメールボックスがありません。`hostmaster` などと書いてください。',
        }),
      });
    }
  },
});
