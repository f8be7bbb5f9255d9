import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the TLS parameters do, in our own words. */
export const POSTFIX_TLS_WORDS: Readonly<Record<string, Localized>> = {
  smtp_tls_CAfile: words(
    'A file of CA certificates for verifying servers that mail is sent to.',
    '送信先のサーバー証明書を検証する CA 証明書のファイルです。',
  ),
  smtp_tls_CApath: words(
    'A folder of CA certificates (hashed) for verifying servers that mail is sent to.',
    '送信先のサーバー証明書を検証する CA 証明書のディレクトリです。',
  ),
  smtp_tls_cert_file: words(
    'A certificate to show to servers. Leave it empty: hardly any server asks.',
    'サーバーに示すクライアント証明書です。通常は空のままで構いません。',
  ),
  smtp_tls_ciphers: words(
    'The weakest cipher grade with opportunistic TLS.',
    '日和見的 TLS で許す最低の暗号グレードです。',
  ),
  smtp_tls_connection_reuse: words(
    'Uses a TLS connection for several messages.',
    'TLS 接続を複数のメールで使い回します。',
  ),
  smtp_tls_dane_insecure_mx_policy: words(
    'What DANE does where the MX record itself is not DNSSEC-signed.',
    'MX レコードが DNSSEC で署名されていないときの DANE の扱いです。',
  ),
  smtp_tls_enforce_sts_mx_patterns: words(
    'With a TLS policy plugin: holds MTA-STS policies to their MX patterns.',
    'TLS ポリシーのプラグインと併用し、MTA-STS の MX パターンを守らせます。',
  ),
  smtp_tls_fingerprint_digest: words(
    'The hash for fingerprints of certificates and keys.',
    '証明書や鍵のフィンガープリントのハッシュ方式です。',
  ),
  smtp_tls_key_file: words('The private key of smtp_tls_cert_file.', 'smtp_tls_cert_file の秘密鍵です。'),
  smtp_tls_loglevel: words(
    'How much is logged about TLS when sending; 1 is useful.',
    '送信時の TLS の記録の詳しさです。1 が適当です。',
  ),
  smtp_tls_mandatory_ciphers: words(
    'The weakest cipher grade where TLS is required.',
    'TLS 必須のときに許す最低の暗号グレードです。',
  ),
  smtp_tls_mandatory_protocols: words(
    'The TLS versions where TLS is required.',
    'TLS 必須のときに使う版です。',
  ),
  smtp_tls_note_starttls_offer: words(
    'Logs servers that offer STARTTLS that was not used.',
    'STARTTLS を提示したのに使わなかったサーバーを記録します。',
  ),
  smtp_tls_policy_maps: words(
    'TLS levels by destination: where MTA-STS resolvers plug in.',
    '宛先ごとの TLS ポリシーの表です。MTA-STS のリゾルバーはここにつなぎます。',
  ),
  smtp_tls_protocols: words('The TLS versions with opportunistic TLS.', '日和見的 TLS で使う版です。'),
  smtp_tls_security_level: words(
    'How TLS is used for sending. `may` encrypts where it can; `dane` protects against downgrade where the DNS tells.',
    '送信時の TLS の使い方です。`may` は可能なら暗号化し、`dane` は DNS の情報によりダウングレードを防ぎます。',
  ),
  smtp_tls_session_cache_database: words(
    'Where TLS sessions are kept to resume them.',
    'TLS セッションを再開用に保存する場所です。',
  ),
  smtp_tls_wrappermode: words(
    'TLS from the first byte (port 465) instead of STARTTLS.',
    'STARTTLS ではなく、接続直後から TLS を使います (465 番ポート)。',
  ),
  smtp_tlsrpt_enable: words(
    'Reports TLS successes and failures to a TLSRPT library, which sends RFC 8460 reports.',
    'TLS の成否を TLSRPT ライブラリーに渡します。RFC 8460 のレポートに使われます。',
  ),
  smtp_tlsrpt_socket_name: words(
    'The socket of the TLSRPT collector.',
    'TLSRPT の収集デーモンのソケットです。',
  ),
  smtpd_tls_CAfile: words(
    'CA certificates for verifying client certificates.',
    'クライアント証明書を検証する CA 証明書のファイルです。',
  ),
  smtpd_tls_CApath: words(
    'A folder of CA certificates for verifying client certificates.',
    'クライアント証明書を検証する CA 証明書のディレクトリです。',
  ),
  smtpd_tls_ask_ccert: words(
    'Asks clients for a certificate. Some clients then fail.',
    'クライアント証明書を求めます。失敗するクライアントもあります。',
  ),
  smtpd_tls_auth_only: words(
    'Offers login only once TLS is on, so no password travels in the clear.',
    'TLS の開始後にだけログインを許します。パスワードが平文で流れません。',
  ),
  smtpd_tls_cert_file: words(
    'The server’s certificate in PEM form, followed by the intermediate ones. MTA-STS wants it to carry the MX host’s name.',
    'サーバー証明書 (PEM) と、それに続く中間証明書です。MTA-STS では MX ホスト名を含む必要があります。',
  ),
  smtpd_tls_chain_files: words(
    'Files with keys and certificates in one; takes the place of the older cert_file and key_file.',
    '秘密鍵と証明書をまとめたファイルです。従来の cert_file と key_file に代わります。',
  ),
  smtpd_tls_ciphers: words(
    'The weakest cipher grade with opportunistic TLS.',
    '日和見的 TLS で許す最低の暗号グレードです。',
  ),
  smtpd_tls_dh1024_param_file: words(
    'Parameters for Diffie-Hellman. Better left alone in new set-ups.',
    'Diffie-Hellman のパラメーターです。新しい設定では指定しないほうがよいです。',
  ),
  smtpd_tls_exclude_ciphers: words('Ciphers never to use.', '使わない暗号の一覧です。'),
  smtpd_tls_key_file: words(
    'The private key of smtpd_tls_cert_file, without a passphrase.',
    'smtpd_tls_cert_file の秘密鍵です。パスフレーズは付けません。',
  ),
  smtpd_tls_loglevel: words(
    'How much is logged about TLS when receiving; 1 is useful.',
    '受信時の TLS の記録の詳しさです。1 が適当です。',
  ),
  smtpd_tls_mandatory_ciphers: words(
    'The weakest cipher grade where TLS is required.',
    'TLS 必須のときに許す最低の暗号グレードです。',
  ),
  smtpd_tls_mandatory_protocols: words(
    'The TLS versions where TLS is required.',
    'TLS 必須のときに使う版です。',
  ),
  smtpd_tls_protocols: words('The TLS versions with opportunistic TLS.', '日和見的 TLS で使う版です。'),
  smtpd_tls_received_header: words(
    'Notes the TLS version and cipher in the Received field.',
    'Received ヘッダーに TLS の版と暗号を記します。',
  ),
  smtpd_tls_req_ccert: words(
    'Requires a trusted client certificate. Not for a public MX.',
    '信頼できるクライアント証明書を必須にします。公開 MX では使えません。',
  ),
  smtpd_tls_security_level: words(
    'How TLS is used for receiving. `may` for port 25; `encrypt` for submission.',
    '受信時の TLS の使い方です。25 番ポートは `may`、submission は `encrypt` にします。',
  ),
  smtpd_tls_session_cache_database: words(
    'Where TLS sessions are kept. With session tickets no longer needed.',
    'TLS セッションの保存先です。セッションチケットがあれば不要です。',
  ),
  smtpd_tls_wrappermode: words(
    'TLS from the first byte: for `submissions` (port 465) in master.cf, never for main.cf.',
    '接続直後から TLS を使います。master.cf の `submissions` (465 番) 用で、main.cf には書きません。',
  ),
  tls_high_cipherlist: words(
    'What the grade `high` means to OpenSSL. Better left alone.',
    'グレード `high` の中身 (OpenSSL の書式) です。変更は勧められません。',
  ),
  tls_medium_cipherlist: words(
    'What the grade `medium` means to OpenSSL. Better left alone.',
    'グレード `medium` の中身 (OpenSSL の書式) です。変更は勧められません。',
  ),
  tls_preempt_cipherlist: words(
    'The server’s order of ciphers counts, not the client’s.',
    'クライアントではなくサーバーの暗号の優先順に従います。',
  ),
  tls_required_enable: words(
    'Heeds `TLS-Required: no` (RFC 8689) in messages.',
    'メールの `TLS-Required: no` (RFC 8689) を尊重します。',
  ),
  tls_server_sni_maps: words(
    'Keys and certificates by the name that the client asks for (SNI).',
    'クライアントが求める名前 (SNI) ごとの鍵と証明書の表です。',
  ),
  tls_ssl_options: words('Options of OpenSSL to switch on.', '有効にする OpenSSL のオプションです。'),
};
