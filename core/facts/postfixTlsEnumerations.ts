import type { Enumeration } from './enumeration';
import { keyword } from './keyword';

const none = keyword('none', 'No TLS at all.', 'TLS を一切使いません。');

const may = keyword(
  'may',
  'Opportunistic: TLS where the peer offers it, plaintext otherwise.',
  '日和見的: 相手が対応していれば TLS、そうでなければ平文で送受信します。',
);

const encrypt = keyword(
  'encrypt',
  'TLS is required; certificates are not checked.',
  'TLS を必須にします。証明書は検証しません。',
);

const CLIENT_LEVELS: Enumeration = {
  values: [
    none,
    may,
    encrypt,
    keyword(
      'dane',
      'DANE where the destination publishes usable TLSA records, otherwise like may.',
      '宛先に使える TLSA レコードがあれば DANE、なければ may と同じです。',
    ),
    keyword('dane-only', 'Deliver only where DANE succeeds.', 'DANE が成立する宛先にだけ配送します。'),
    keyword(
      'fingerprint',
      'The certificate or key must have a listed fingerprint.',
      '証明書または鍵のフィンガープリントが一覧にあることを求めます。',
    ),
    keyword(
      'verify',
      'TLS with a certificate of a trusted CA for the MX host name (trusts DNS).',
      'TLS と、MX ホスト名に対する信頼済み CA の証明書を求めます (DNS を信頼します)。',
    ),
    keyword(
      'secure',
      'TLS with a trusted certificate for the destination itself (does not trust DNS).',
      'TLS と、宛先ドメイン自体に対する信頼済み証明書を求めます (DNS を信頼しません)。',
    ),
  ],
  misplaced: ['half-dane'],
};

const SERVER_LEVELS: Enumeration = {
  values: [
    none,
    keyword(
      'may',
      'Offers STARTTLS; clients may go on without.',
      'STARTTLS を提示します。使わないクライアントも受け入れます。',
    ),
    keyword(
      'encrypt',
      'Requires STARTTLS. Not for a public MX on port 25.',
      'STARTTLS を必須にします。公開 MX の 25 番ポートには使えません。',
    ),
  ],
  misplaced: ['dane', 'dane-only', 'fingerprint', 'verify', 'secure', 'half-dane'],
};

const CIPHER_GRADES: Enumeration = {
  lenient: true,
  values: [
    keyword('high', 'Only strong ciphers.', '強い暗号だけを使います。'),
    keyword(
      'medium',
      'Ciphers of 128 bits and more; a sensible grade.',
      '128 ビット以上の暗号を使います。妥当な既定値です。',
    ),
    keyword('low', 'Obsolete weak ciphers as well.', '廃れた弱い暗号も許します。'),
    keyword('export', 'Obsolete export-grade ciphers as well.', '廃れた輸出グレードの暗号も許します。'),
    keyword('null', 'Authentication without encryption.', '暗号化せず認証だけを行います。'),
  ],
};

const PROTOCOLS: Enumeration = {
  open: true,
  values: [
    keyword('>=TLSv1.2', 'TLS 1.2 and later.', 'TLS 1.2 以降を使います。'),
    keyword('>=TLSv1.3', 'TLS 1.3 and later.', 'TLS 1.3 以降を使います。'),
    keyword('>=TLSv1', 'TLS 1.0 and later: the widest reach.', 'TLS 1.0 以降。最も広く接続できます。'),
    keyword('!SSLv2', 'Leaves out SSL 2.', 'SSL 2 を除きます。'),
    keyword('!SSLv3', 'Leaves out SSL 3.', 'SSL 3 を除きます。'),
    keyword('!TLSv1', 'Leaves out TLS 1.0.', 'TLS 1.0 を除きます。'),
    keyword('!TLSv1.1', 'Leaves out TLS 1.1.', 'TLS 1.1 を除きます。'),
  ],
};

const LOG_LEVELS: Enumeration = {
  open: true,
  values: [
    keyword('0', 'Logs nothing about TLS.', 'TLS について記録しません。'),
    keyword(
      '1',
      'Logs one line a handshake; the useful level.',
      'ハンドシェイクごとに要約を 1 行記録します。通常はこれで足ります。',
    ),
    keyword('2', 'Logs the steps of the negotiation as well.', 'ネゴシエーションの過程も記録します。'),
    keyword('3', 'Dumps the negotiation in hexadecimal.', 'ネゴシエーションを 16 進で記録します。'),
    keyword(
      '4',
      'Dumps all that is sent in hexadecimal. Strongly discouraged.',
      '通信のすべてを 16 進で記録します。使うべきではありません。',
    ),
  ],
};

const SASL_OPTIONS: Enumeration = {
  open: true,
  many: true,
  values: [
    keyword('noanonymous', 'No mechanism that lets anyone in.', '匿名ログインを許す方式を使いません。'),
    keyword(
      'noplaintext',
      'No mechanism that sends the password in the clear.',
      'パスワードを平文で送る方式を使いません。',
    ),
    keyword('noactive', 'No mechanism open to active attacks.', '能動的攻撃に弱い方式を使いません。'),
    keyword('nodictionary', 'No mechanism open to dictionary attacks.', '辞書攻撃に弱い方式を使いません。'),
    keyword(
      'forward_secrecy',
      'Only mechanisms with forward secrecy.',
      '前方秘匿性のある方式だけを使います。',
    ),
    keyword(
      'mutual_auth',
      'Only mechanisms in which both sides prove who they are.',
      '相互認証する方式だけを使います。',
    ),
  ],
};

const SASL_TYPE: Enumeration = {
  open: true,
  values: [
    keyword(
      'dovecot',
      'Asks a Dovecot server for authentication (server side only).',
      'Dovecot に認証を任せます (サーバー側のみ)。',
    ),
    keyword('cyrus', 'Uses the Cyrus SASL library.', 'Cyrus SASL ライブラリーを使います。'),
  ],
};

const DIGESTS: Enumeration = {
  open: true,
  values: [
    keyword('sha256', 'SHA-256; the choice for anything new.', 'SHA-256。新しい設定ではこれを選びます。'),
    keyword('sha1', 'SHA-1; old.', 'SHA-1。古い方式です。'),
    keyword('md5', 'MD5; the default of very old set-ups.', 'MD5。ごく古い設定の既定値です。'),
  ],
};

const CERT_MATCH: Enumeration = {
  many: true,
  open: true,
  values: [
    keyword('hostname', 'The MX host name.', 'MX のホスト名と照合します。'),
    keyword('nexthop', 'The destination domain.', '宛先ドメインと照合します。'),
    keyword(
      'dot-nexthop',
      'Any host in the destination domain.',
      '宛先ドメイン内の任意のホスト名と照合します。',
    ),
  ],
};

/** The enumerated parameters of TLS and SASL, by name. */
export const POSTFIX_TLS_ENUMERATIONS: readonly (readonly [string, Enumeration])[] = [
  ['smtp_tls_security_level', CLIENT_LEVELS],
  ['lmtp_tls_security_level', CLIENT_LEVELS],
  ['tlsproxy_client_security_level', CLIENT_LEVELS],
  ['smtpd_tls_security_level', SERVER_LEVELS],
  ['postscreen_tls_security_level', SERVER_LEVELS],
  ['tlsproxy_tls_security_level', SERVER_LEVELS],
  ['smtp_tls_dane_insecure_mx_policy', { required: true, values: [may, encrypt, CLIENT_LEVELS.values[3]!] }],
  ...['smtp', 'smtpd', 'lmtp', 'tlsproxy', 'postscreen'].flatMap((side) => {
    const tls = `${side}_tls`;
    return [
      [`${tls}_ciphers`, CIPHER_GRADES],
      [`${tls}_mandatory_ciphers`, CIPHER_GRADES],
      [`${tls}_protocols`, PROTOCOLS],
      [`${tls}_mandatory_protocols`, PROTOCOLS],
      [`${tls}_loglevel`, LOG_LEVELS],
      [`${tls}_fingerprint_digest`, DIGESTS],
    ] as const;
  }),
  ['tlsproxy_client_loglevel', LOG_LEVELS],
  ['tlsproxy_client_fingerprint_digest', DIGESTS],
  ['smtp_sasl_security_options', SASL_OPTIONS],
  ['smtp_sasl_tls_security_options', SASL_OPTIONS],
  ['smtp_sasl_tls_verified_security_options', SASL_OPTIONS],
  ['lmtp_sasl_security_options', SASL_OPTIONS],
  ['lmtp_sasl_tls_security_options', SASL_OPTIONS],
  ['smtpd_sasl_security_options', SASL_OPTIONS],
  ['smtpd_sasl_tls_security_options', SASL_OPTIONS],
  ['smtpd_sasl_type', SASL_TYPE],
  ['smtp_sasl_type', SASL_TYPE],
  ['lmtp_sasl_type', SASL_TYPE],
  ['smtp_tls_verify_cert_match', CERT_MATCH],
  ['smtp_tls_secure_cert_match', CERT_MATCH],
  ['lmtp_tls_verify_cert_match', CERT_MATCH],
  ['lmtp_tls_secure_cert_match', CERT_MATCH],
];
