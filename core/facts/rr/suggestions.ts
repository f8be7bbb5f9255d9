import type { Localized } from '../../text/message';
import { words } from './kinds';

/** A value worth offering for a field. */
export interface Suggestion {
  readonly value: string;
  readonly meaning?: Localized;
}

const none = words('No CA at all', 'すべての CA を拒否');
const service = words;

/** CAA issuer names, as the CAs' practice statements have them. */
const ISSUERS: readonly Suggestion[] = [
  { value: '"letsencrypt.org"', meaning: words('Let’s Encrypt', 'Let’s Encrypt') },
  { value: '"digicert.com"', meaning: words('DigiCert', 'DigiCert') },
  { value: '"sectigo.com"', meaning: words('Sectigo', 'Sectigo') },
  { value: '"globalsign.com"', meaning: words('GlobalSign', 'GlobalSign') },
  { value: '"pki.goog"', meaning: words('Google Trust Services', 'Google Trust Services') },
  { value: '"amazon.com"', meaning: words('Amazon', 'Amazon') },
  { value: '"secomtrust.net"', meaning: words('SECOM Trust Systems', 'セコムトラストシステムズ') },
  { value: '"jprs.jp"', meaning: words('JPRS', 'JPRS') },
  { value: '";"', meaning: none },
];

/** What a CAA value may be, by its tag in lower case. */
export const CAA_VALUES: Readonly<Record<string, readonly Suggestion[]>> = Object.freeze({
  issue: ISSUERS,
  issuewild: ISSUERS,
  issuemail: ISSUERS,
  issuevmc: [{ value: '"digicert.com"' }, { value: '"globalsign.com"' }, { value: '";"', meaning: none }],
  iodef: [{ value: '"mailto:security@"', meaning: words('A mail address', 'メールアドレス') }],
  contactemail: [{ value: '"hostmaster@"', meaning: words('A mail address', 'メールアドレス') }],
});

/** Values of fields by type and field name, where the kind of field does not tell them. */
export const FIELD_VALUES: Readonly<Record<string, readonly Suggestion[]>> = Object.freeze({
  'NAPTR flags': [
    { value: '"S"', meaning: words('SRV records come next', '次は SRV レコード') },
    { value: '"A"', meaning: words('An address comes next', '次はアドレス') },
    { value: '"U"', meaning: words('The result is a URI', '結果が URI') },
    { value: '"P"', meaning: words('As the protocol has it', 'プロトコル独自') },
    { value: '""', meaning: words('Another NAPTR comes next', '次も NAPTR') },
  ],
  'NAPTR services': [
    { value: '"SIP+D2T"', meaning: words('SIP over TCP', 'TCP の SIP') },
    { value: '"SIPS+D2T"', meaning: words('SIP over TLS', 'TLS の SIP') },
    { value: '"SIP+D2U"', meaning: words('SIP over UDP', 'UDP の SIP') },
    { value: '"E2U+sip"', meaning: words('Telephone number to SIP (ENUM)', '電話番号から SIP (ENUM)') },
  ],
  'MX preference': [
    { value: '10', meaning: words('Tried first', '最初に試す') },
    { value: '20', meaning: words('Tried when the first fails', '次に試す') },
    {
      value: '0',
      meaning: words('Tried before all; `0 .` takes no mail', '最優先。`0 .` はメールを受け取らない'),
    },
  ],
  'SRV port': [
    { value: '465', meaning: service('Submission over TLS', 'TLS でのメール送信') },
    { value: '587', meaning: service('Submission', 'メール送信') },
    { value: '993', meaning: service('IMAP over TLS', 'TLS での IMAP') },
    { value: '143', meaning: service('IMAP', 'IMAP') },
    { value: '995', meaning: service('POP3 over TLS', 'TLS での POP3') },
    { value: '443', meaning: service('HTTPS', 'HTTPS') },
    { value: '5061', meaning: service('SIP over TLS', 'TLS の SIP') },
    { value: '5060', meaning: service('SIP', 'SIP') },
    { value: '389', meaning: service('LDAP', 'LDAP') },
    { value: '88', meaning: service('Kerberos', 'Kerberos') },
  ],
  'HTTPS SvcPriority': [
    { value: '1', meaning: words('A service with parameters', 'パラメーターを持つサービス') },
    { value: '0', meaning: words('An alias of the target', 'ターゲットの別名') },
  ],
  'SVCB SvcPriority': [
    { value: '1', meaning: words('A service with parameters', 'パラメーターを持つサービス') },
    { value: '0', meaning: words('An alias of the target', 'ターゲットの別名') },
  ],
  'NSEC3PARAM iterations': [{ value: '0', meaning: words('As RFC 9276 has it', 'RFC 9276 の推奨') }],
  'NSEC3PARAM salt': [{ value: '-', meaning: words('None, as RFC 9276 has it', 'なし（RFC 9276 の推奨）') }],
  'NSEC3PARAM flags': [{ value: '0' }],
});

/** Text to begin with at a name that mail is sent from (RFC 7208). */
export const SPF_RECORDS: readonly Suggestion[] = Object.freeze<Suggestion[]>([
  {
    value: '"v=spf1 mx -all"',
    meaning: words('SPF: only the mail hosts (MX) send mail', 'SPF: メールを送るのは MX のホストだけ'),
  },
  {
    value: '"v=spf1 a -all"',
    meaning: words('SPF: only this host itself sends mail', 'SPF: メールを送るのはこのホストだけ'),
  },
  {
    value: '"v=spf1 include:"',
    meaning: words('SPF: a provider sends the mail', 'SPF: メールサービスが送る'),
  },
  { value: '"v=spf1 -all"', meaning: words('SPF: no mail is sent', 'SPF: メールを送らない') },
]);

/** Times that are usual for the fields of an SOA record, in seconds, the most usual first (RIPE-203, RFC 2308 §5). */
export const SOA_PERIODS: Readonly<Record<string, readonly number[]>> = Object.freeze({
  refresh: [86_400, 14_400, 3600],
  retry: [7200, 3600, 900],
  expire: [3_600_000, 1_209_600, 2_419_200],
  minimum: [3600, 300, 86_400],
});

/** Times to live that are usual, in seconds. */
export const USUAL_TTLS: readonly number[] = Object.freeze([
  3600, 300, 900, 1800, 7200, 14_400, 43_200, 86_400, 604_800,
]);

/** The most usual types first; the rest follows as the registry has it. */
export const USUAL_TYPES: readonly string[] = Object.freeze([
  'A',
  'AAAA',
  'MX',
  'TXT',
  'CNAME',
  'NS',
  'SRV',
  'CAA',
  'TLSA',
  'HTTPS',
  'PTR',
  'SVCB',
  'SOA',
  'DS',
  'SSHFP',
  'NAPTR',
  'DNAME',
]);
