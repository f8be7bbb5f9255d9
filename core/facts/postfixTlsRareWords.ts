import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the TLS parameters do that few people set, in our own words. */
export const POSTFIX_TLS_RARE_WORDS: Readonly<Record<string, Localized>> = {
  smtp_enforce_tls: words(
    'The old way to require TLS for all that is sent; smtp_tls_security_level replaces it.',
    '送信時に TLS を必須にする旧い設定です。smtp_tls_security_level を使ってください。',
  ),
  smtp_tls_block_early_mail_reply: words(
    'Looks for servers whose TLS lets a stranger slip in commands (CVE-2009-3555), and turns away from them.',
    'TLS の再ネゴシエーションの欠陥 (CVE-2009-3555) を突かれたサーバーを見分け、配送を避けます。',
  ),
  smtp_tls_chain_files: words(
    'Files with a private key and its certificates behind it, in the order of preference; the modern way to show servers a certificate.',
    '秘密鍵と証明書を 1 つにまとめたファイルを優先順に並べます。サーバーに証明書を示す現在の方法です。',
  ),
  smtp_tls_cipherlist: words(
    'The old list of ciphers for sending; smtp_tls_ciphers and its grades replace it.',
    '送信用の旧い暗号リストです。smtp_tls_ciphers のグレードを使ってください。',
  ),
  smtp_tls_dcert_file: words(
    'A certificate with a DSA key to show to servers. OpenSSL hardly takes any today; leave it empty.',
    'サーバーに示す DSA 証明書です。今の OpenSSL ではほぼ使えないので、空のままにします。',
  ),
  smtp_tls_dkey_file: words('The private key of smtp_tls_dcert_file.', 'smtp_tls_dcert_file の秘密鍵です。'),
  smtp_tls_eccert_file: words(
    'A certificate with an ECDSA key to show to servers, beside that with an RSA key.',
    'RSA のものとは別に、サーバーに示す ECDSA 証明書です。',
  ),
  smtp_tls_eckey_file: words(
    'The private key of smtp_tls_eccert_file.',
    'smtp_tls_eccert_file の秘密鍵です。',
  ),
  smtp_tls_enable_rpk: words(
    'Takes a server’s bare public key in place of a certificate, where the level rests on keys alone (DANE, fingerprints).',
    '鍵だけで照合するレベル (DANE、フィンガープリント) で、証明書の代わりに公開鍵だけを受け取れるようにします。',
  ),
  smtp_tls_enforce_peername: words(
    'With smtp_enforce_tls: the certificate must be for the server’s name. Obsolete; the level `verify` does that.',
    'smtp_enforce_tls のとき、証明書がサーバー名に合うことを求めます。旧い設定で、今はレベル `verify` を使います。',
  ),
  smtp_tls_exclude_ciphers: words(
    'Ciphers that are not used for sending, at whatever level.',
    'どのレベルの送信でも使わない暗号です。',
  ),
  smtp_tls_fingerprint_cert_match: words(
    'Fingerprints of which a server must show one at the level `fingerprint`.',
    'レベル `fingerprint` で、サーバーの証明書がどれかに一致すべきフィンガープリントです。',
  ),
  smtp_tls_force_insecure_host_tlsa_lookup: words(
    'Asks for TLSA records also where the host’s address is not DNSSEC-signed.',
    'ホストのアドレスが DNSSEC で署名されていなくても TLSA レコードを引きます。',
  ),
  smtp_tls_mandatory_exclude_ciphers: words(
    'Further ciphers that are not used where TLS is required.',
    'TLS 必須のときにさらに除く暗号です。',
  ),
  smtp_tls_per_site: words(
    'The old table of levels by host; smtp_tls_policy_maps replaces it.',
    'ホストごとのレベルの旧い表です。smtp_tls_policy_maps を使ってください。',
  ),
  smtp_tls_scert_verifydepth: words(
    'How many CA certificates may stand between a server’s certificate and a trusted one.',
    'サーバー証明書から信頼済みの証明書までに挟める CA 証明書の数です。',
  ),
  smtp_tls_secure_cert_match: words(
    'Which names a certificate may bear at the level `secure`: the destination, or hosts below it.',
    'レベル `secure` で証明書に認める名前 (宛先そのもの、その下のホスト) です。',
  ),
  smtp_tls_servername: words(
    'The name that servers are told in the TLS greeting (SNI); with DANE it is chosen without this.',
    'TLS の開始時にサーバーへ伝える名前 (SNI) です。DANE では自動で決まります。',
  ),
  smtp_tls_session_cache_timeout: words(
    'How long a TLS session may be resumed when sending.',
    '送信で TLS セッションを再開できる期間です。',
  ),
  smtp_tls_trust_anchor_file: words(
    'Files of certificates or keys that alone are trusted for the levels that verify, in place of all CAs.',
    '検証するレベルで、すべての CA の代わりにこれだけを信頼する証明書や鍵のファイルです。',
  ),
  smtp_tls_verify_cert_match: words(
    'Which names a certificate may bear at the level `verify`: the MX host’s, the destination’s.',
    'レベル `verify` で証明書に認める名前 (MX ホスト名、宛先) です。',
  ),
  smtp_tlsrpt_skip_reused_handshakes: words(
    'Leaves resumed sessions out of TLSRPT reports, so that only new handshakes are counted.',
    '再利用した TLS セッションを TLSRPT に含めず、新しいハンドシェイクだけを数えます。',
  ),
  smtp_use_tls: words(
    'The old switch for TLS when sending; smtp_tls_security_level replaces it.',
    '送信時に TLS を使う旧いスイッチです。smtp_tls_security_level を使ってください。',
  ),
  smtpd_enforce_tls: words(
    'The old way to require STARTTLS of clients; smtpd_tls_security_level replaces it.',
    'クライアントに STARTTLS を求める旧い設定です。smtpd_tls_security_level を使ってください。',
  ),
  smtpd_tls_always_issue_session_ids: words(
    'Gives clients a session’s number even where none is kept, as some want one.',
    'セッションを保存しない場合も ID を渡します。ID がないと困るクライアントのためです。',
  ),
  smtpd_tls_ccert_verifydepth: words(
    'How many CA certificates may stand between a client’s certificate and a trusted one.',
    'クライアント証明書から信頼済みの証明書までに挟める CA 証明書の数です。',
  ),
  smtpd_tls_cipherlist: words(
    'The old list of ciphers for receiving; smtpd_tls_ciphers and its grades replace it.',
    '受信用の旧い暗号リストです。smtpd_tls_ciphers のグレードを使ってください。',
  ),
  smtpd_tls_dcert_file: words(
    'The server’s certificate with a DSA key. Nobody needs one today; leave it empty.',
    'サーバーの DSA 証明書です。今は不要なので空のままにします。',
  ),
  smtpd_tls_dh512_param_file: words(
    'Parameters for export-grade key exchange, which Postfix does not do any more.',
    '輸出グレードの鍵交換用パラメーターです。今の Postfix では使われません。',
  ),
  smtpd_tls_dkey_file: words(
    'The private key of smtpd_tls_dcert_file.',
    'smtpd_tls_dcert_file の秘密鍵です。',
  ),
  smtpd_tls_eccert_file: words(
    'The server’s certificate with an ECDSA key, beside that with an RSA key.',
    'RSA のものと併用する、サーバーの ECDSA 証明書です。',
  ),
  smtpd_tls_eckey_file: words(
    'The private key of smtpd_tls_eccert_file.',
    'smtpd_tls_eccert_file の秘密鍵です。',
  ),
  smtpd_tls_eecdh_grade: words(
    'How strong the curves of the key exchange are; `auto` leaves it to both sides.',
    '鍵交換に使う曲線の強さです。`auto` なら双方の折り合いに任せます。',
  ),
  smtpd_tls_enable_rpk: words(
    'Takes a client’s bare public key in place of a certificate, where one is asked for.',
    'クライアント証明書を求める場合に、公開鍵だけの提示も受け入れます。',
  ),
  smtpd_tls_fingerprint_digest: words(
    'The hash by which client certificates are looked up; sha256 unless old tables want md5.',
    'クライアント証明書の照合に使うハッシュ方式です。古い表が md5 でなければ sha256 にします。',
  ),
  smtpd_tls_mandatory_exclude_ciphers: words(
    'Further ciphers that are not offered where TLS is required.',
    'TLS 必須のときにさらに除く暗号です。',
  ),
  smtpd_tls_session_cache_timeout: words(
    'How long clients may resume a TLS session; the life of a session ticket’s key as well.',
    'クライアントが TLS セッションを再開できる期間です。セッションチケットの鍵の寿命にも使われます。',
  ),
  smtpd_use_tls: words(
    'The old switch for offering STARTTLS; smtpd_tls_security_level replaces it.',
    'STARTTLS を提示する旧いスイッチです。smtpd_tls_security_level を使ってください。',
  ),
  tls_config_name: words(
    'Which section of OpenSSL’s configuration file counts for Postfix.',
    'OpenSSL の設定ファイルのうち、Postfix が使うセクションです。',
  ),
  tls_daemon_random_bytes: words(
    'How many bytes of randomness each daemon takes from tlsmgr.',
    '各デーモンが tlsmgr から受け取る乱数のバイト数です。',
  ),
  tls_dane_digest_agility: words(
    'Where TLSA records come with several hashes, whether only the strongest counts.',
    '同じ鍵の TLSA レコードが複数のハッシュで公開されているとき、最も強いものだけを使うかどうかです。',
  ),
  tls_dane_trust_anchor_digest_enable: words(
    'An old switch for TLSA records that name a CA by its hash; such records are always heeded now.',
    'CA をハッシュで示す TLSA レコード用の旧いスイッチです。今は常に有効です。',
  ),
  tls_eecdh_strong_curve: words(
    'The curve of the grade `strong` of smtpd_tls_eecdh_grade.',
    'smtpd_tls_eecdh_grade の `strong` が使う曲線です。',
  ),
  tls_eecdh_ultra_curve: words(
    'The curve of the grade `ultra` of smtpd_tls_eecdh_grade.',
    'smtpd_tls_eecdh_grade の `ultra` が使う曲線です。',
  ),
  tls_export_cipherlist: words(
    'What the grade `export` meant. Nobody should use it.',
    'グレード `export` の中身です。使うべきではありません。',
  ),
  tls_ffdhe_auto_groups: words(
    'The groups for key exchange by finite fields (FFDHE) that are offered without a file of one’s own.',
    '独自のパラメーターファイルなしで提示する有限体の鍵交換 (FFDHE) のグループです。',
  ),
  tls_legacy_public_key_fingerprints: words(
    'Makes fingerprints of public keys as Postfix before 2.9.6 did, for tables that have those.',
    '公開鍵のフィンガープリントを 2.9.6 より前の方法で計算します。古い表のための互換設定です。',
  ),
  tls_low_cipherlist: words(
    'What the grade `low` means to OpenSSL: weak ciphers as well.',
    'グレード `low` の中身 (OpenSSL の書式) です。弱い暗号を含みます。',
  ),
  tls_null_cipherlist: words(
    'What the grade `null` means to OpenSSL: who it is is proved, but nothing is encrypted.',
    'グレード `null` の中身 (OpenSSL の書式) です。認証だけで暗号化しません。',
  ),
  tls_random_bytes: words(
    'How many bytes tlsmgr takes from tls_random_source each time.',
    'tlsmgr が tls_random_source から一度に読む乱数のバイト数です。',
  ),
  tls_random_exchange_name: words(
    'The file in which tlsmgr keeps its state of randomness between two starts.',
    'tlsmgr が再起動をまたいで乱数の状態を保存するファイルです。',
  ),
  tls_random_prng_update_period: words(
    'How often tlsmgr saves its state of randomness.',
    'tlsmgr が乱数の状態を保存する間隔です。',
  ),
  tls_random_reseed_period: words(
    'After how long at most tlsmgr takes in fresh randomness.',
    'tlsmgr が新しい乱数を取り込む最長の間隔です。',
  ),
  tls_session_ticket_cipher: words(
    'The cipher that protects session tickets.',
    'セッションチケットを保護する暗号方式です。',
  ),
};
