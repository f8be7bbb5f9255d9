import type { Localized } from '../../text/message';
import { words } from './kinds';

/** A name below a domain whose records have a meaning of their own. */
export interface KnownOwner {
  /** As it is written under the domain; also the end of longer names (`selector._domainkey`). */
  readonly name: string;
  readonly meaning: Localized;
  /** The type that is looked for there. */
  readonly type: string;
}

/** Mail and web first. The underscored ones are in IANA's "Underscored and Globally Scoped DNS Node Names". */
export const KNOWN_OWNERS: readonly KnownOwner[] = Object.freeze<KnownOwner[]>([
  { name: '_dmarc', type: 'TXT', meaning: words('DMARC policy (RFC 9989)', 'DMARC ポリシー (RFC 9989)') },
  {
    name: 'selector1._domainkey',
    type: 'TXT',
    meaning: words('DKIM key of a selector (RFC 6376)', 'セレクターの DKIM 鍵 (RFC 6376)'),
  },
  {
    name: '_mta-sts',
    type: 'TXT',
    meaning: words('MTA-STS policy id (RFC 8461)', 'MTA-STS のポリシー ID (RFC 8461)'),
  },
  {
    name: 'mta-sts',
    type: 'A',
    meaning: words(
      'Web server of the MTA-STS policy (RFC 8461)',
      'MTA-STS ポリシーのウェブサーバー (RFC 8461)',
    ),
  },
  {
    name: '_smtp._tls',
    type: 'TXT',
    meaning: words('SMTP TLS reporting (RFC 8460)', 'SMTP TLS レポート (RFC 8460)'),
  },
  {
    name: 'default._bimi',
    type: 'TXT',
    meaning: words('BIMI: logo beside mail', 'BIMI（メールに表示するロゴ）'),
  },
  {
    name: '_25._tcp',
    type: 'TLSA',
    meaning: words(
      'DANE for SMTP, below a mail host (RFC 7672)',
      'SMTP の DANE。メールホストの下に置く (RFC 7672)',
    ),
  },
  {
    name: '_submissions._tcp',
    type: 'SRV',
    meaning: words('Mail submission over TLS (RFC 8314)', 'TLS でのメール送信 (RFC 8314)'),
  },
  {
    name: '_submission._tcp',
    type: 'SRV',
    meaning: words('Mail submission (RFC 6186)', 'メール送信 (RFC 6186)'),
  },
  {
    name: '_imaps._tcp',
    type: 'SRV',
    meaning: words('IMAP over TLS (RFC 6186)', 'TLS での IMAP (RFC 6186)'),
  },
  { name: '_imap._tcp', type: 'SRV', meaning: words('IMAP (RFC 6186)', 'IMAP (RFC 6186)') },
  {
    name: '_pop3s._tcp',
    type: 'SRV',
    meaning: words('POP3 over TLS (RFC 6186)', 'TLS での POP3 (RFC 6186)'),
  },
  {
    name: '_autodiscover._tcp',
    type: 'SRV',
    meaning: words('Mail client settings (Exchange)', 'メールソフトの設定 (Exchange)'),
  },
  { name: 'autodiscover', type: 'CNAME', meaning: words('Mail client settings', 'メールソフトの自動設定') },
  { name: 'autoconfig', type: 'CNAME', meaning: words('Mail client settings', 'メールソフトの自動設定') },
  {
    name: '_443._tcp',
    type: 'TLSA',
    meaning: words('DANE for HTTPS (RFC 6698)', 'HTTPS の DANE (RFC 6698)'),
  },
  {
    name: '_acme-challenge',
    type: 'TXT',
    meaning: words('Proof for a CA (RFC 8555 §8.4)', '認証局への証明 (RFC 8555 §8.4)'),
  },
  {
    name: '_validation-contactemail',
    type: 'TXT',
    meaning: words('Mail address for domain validation', 'ドメイン認証用のメールアドレス'),
  },
]);

/** What the labels of a name say, from the first that says something. */
const LABELS: readonly (readonly [RegExp, Localized])[] = [
  [
    /\._report\._dmarc\./,
    words('DMARC reports of another domain are taken here', '別のドメインの DMARC レポートの受け入れ承認'),
  ],
  [/^_dmarc\./, words('DMARC policy (RFC 9989)', 'DMARC ポリシー (RFC 9989)')],
  [/\._domainkey\./, words('DKIM key of a selector (RFC 6376)', 'セレクターの DKIM 鍵 (RFC 6376)')],
  [/\._bimi\./, words('BIMI: logo beside mail', 'BIMI（メールに表示するロゴ）')],
  [
    /^\*\./,
    words(
      'Wildcard: answers for names that do not exist (RFC 4592)',
      'ワイルドカード。存在しない名前に応答 (RFC 4592)',
    ),
  ],
];

/** What a name is for, told by its labels. */
export function ownerMeaning(name: string): Localized | undefined {
  const pattern = LABELS.find(([labels]) => labels.test(name));
  if (pattern !== undefined) return pattern[1];
  return KNOWN_OWNERS.find((known) => known.name.startsWith('_') && name.startsWith(`${known.name}.`))
    ?.meaning;
}
