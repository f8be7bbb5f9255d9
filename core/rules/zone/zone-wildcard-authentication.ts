import { message } from '../../text/message';
import { rule } from '../rule';
import { headSpan, shown } from '../zoneRecords';

/** Names below a domain at which receivers look for the records of mail authentication. */
const LOOKED_UP = ['_dmarc', '_domainkey', '_mta-sts', '_smtp._tls'] as const;

export default rule({
  name: 'zone-wildcard-authentication',
  on: 'zone-owner',
  severity: 'warning',
  title: {
    en: 'A wildcard that answers for mail-authentication records',
    ja: 'メール認証レコードの問い合わせに応答するワイルドカード',
  },
  references: ['RFC 4592 §2.1.1', 'RFC 9989 §4.10', 'RFC 6376 §6.1.2'],
  check({ name, records, zone }, report) {
    if (!name.startsWith('*.') || !zone.complete) return;
    const domain = name.slice(2);
    const answered = LOOKED_UP.filter((label) => !zone.exists(`${label}.${domain}`));
    if (answered.length === 0) return;
    // An alias answers whatever its target says; only text is taken for a record.
    const record = records.find(({ value }) => value.typeName === 'TXT');
    if (record === undefined) return;
    const text = record.value.strings?.text ?? '';
    // A wildcard DMARC or key record that is meant for these very names stands at `*._domainkey` and the like.
    if (domain.startsWith('_')) return;
    report({
      anchor: record.anchor,
      span: headSpan(record.value),
      message: message(
        {
          en: 'This wildcard also answers for {names}, which receivers look up: they are handed `{text}` instead of “no such name”. State those names, or take the TXT record away from the wildcard.',
          ja: 'このワイルドカードは、受信側が調べる {names} にも応答し、「名前なし」の代わりに `{text}` を返します。それらの名前を明示するか、ワイルドカードの TXT レコードをやめてください。',
        },
        { names: answered.map((label) => `\`${label}.${shown(domain)}\``).join(', '), text: excerpt(text) },
      ),
    });
  },
});

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
