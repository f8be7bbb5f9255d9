import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What parameters of relaying, delivery and address probes do, in our own words. */
export const POSTFIX_DELIVERY_WORDS: Readonly<Record<string, Localized>> = {
  address_verify_cache_cleanup_interval: words(
    'How often the cache of address probes is cleared of old entries.',
    'アドレス検証のキャッシュから古い項目を消す間隔です。',
  ),
  address_verify_default_transport: words(
    'default_transport for address probes.',
    'アドレス検証で使う default_transport です。',
  ),
  address_verify_local_transport: words(
    'local_transport for address probes.',
    'アドレス検証で使う local_transport です。',
  ),
  address_verify_relay_transport: words(
    'relay_transport for address probes.',
    'アドレス検証で使う relay_transport です。',
  ),
  address_verify_relayhost: words(
    'relayhost for address probes: empty asks the destination itself.',
    'アドレス検証で使う relayhost です。空なら宛先に直接尋ねます。',
  ),
  address_verify_sender_ttl: words(
    'After how long the sender of address probes changes its name, so that nobody can make use of it; 0 for never.',
    'アドレス検証の送信者名を変える間隔です。名前を悪用されにくくします。0 なら変えません。',
  ),
  address_verify_transport_maps: words(
    'transport_maps for address probes.',
    'アドレス検証で使う transport_maps です。',
  ),
  address_verify_virtual_transport: words(
    'virtual_transport for address probes.',
    'アドレス検証で使う virtual_transport です。',
  ),
  allow_min_user: words(
    'Takes recipients that begin with `-`, which programs may take for an option.',
    '`-` で始まる受信者を認めます。プログラムのオプションと誤解される恐れがあります。',
  ),
  allow_percent_hack: words(
    'Rewrites `user%domain` without an `@` to `user@domain`.',
    '`@` のない `user%domain` を `user@domain` に書き換えます。',
  ),
  allow_untrusted_routing: words(
    'Relays addresses with routes in them (`user@elsewhere@here`) for strangers. It opens a way around relay checks; leave it off.',
    '経路を含むアドレス (`user@elsewhere@here`) を外部からも中継します。中継制限を迂回されるので無効のままにします。',
  ),
  append_at_myorigin: words(
    'Completes addresses without a domain by `@$myorigin`.',
    'ドメインのないアドレスに `@$myorigin` を補います。',
  ),
  best_mx_transport: words(
    'Where mail goes whose best MX is this very host, though it is no domain of ours; empty bounces it as a loop.',
    '最優先の MX が自ホストなのに自分の担当でない宛先の扱いです。空ならループとしてバウンスします。',
  ),
  body_checks_size_limit: words(
    'How much of each text part body_checks look at.',
    'body_checks が各テキストパートのどこまでを調べるかです。',
  ),
  cleanup_replace_stray_cr_lf: words(
    'Puts a blank for a CR or LF that stands alone, so that no second message can be smuggled in and signatures stay sound.',
    '単独の CR や LF を空白に置き換えます。SMTP スマグリングを防ぎ、DKIM 署名の崩れも避けられます。',
  ),
  debug_peer_list: words(
    'Hosts with which all traffic is logged in detail.',
    '通信を詳しく記録する相手です。',
  ),
  default_cache_db_type: words(
    'The kind of table for caches, such as those of TLS sessions and postscreen.',
    'TLS セッションや postscreen などのキャッシュに使う表の種類です。',
  ),
  default_database_type: words(
    'The kind of indexed table that postmap and postalias make where none is stated.',
    'postmap や postalias が種類の指定なしで作る表の種類です。',
  ),
  default_delivery_status_filter: words(
    'Patterns that change the status code or text of a delivery’s result, softening a 5 into a 4 for one.',
    '配送結果のステータスや文面を書き換えるパターンの表です (5xx を 4xx に和らげるなど)。',
  ),
  default_destination_concurrency_failed_cohort_limit: words(
    'After how many failed rounds in a row a destination counts as dead for a while.',
    '続けて何回失敗したら宛先をしばらく不通とみなすかです。',
  ),
  default_destination_concurrency_negative_feedback: words(
    'How much fewer deliveries go on at once after a failure.',
    '配送に失敗したとき、同時配送数をどれだけ減らすかです。',
  ),
  default_destination_concurrency_positive_feedback: words(
    'How many more deliveries go on at once after a success.',
    '配送に成功したとき、同時配送数をどれだけ増やすかです。',
  ),
  default_destination_rate_delay: words(
    'How long to wait between two deliveries to the same destination.',
    '同じ宛先への配送の間隔です。',
  ),
  default_destination_recipient_limit: words(
    'How many recipients one delivery has at most.',
    '1 回の配送に含める受信者数の上限です。',
  ),
  default_transport_rate_delay: words(
    'How long to wait between two deliveries of the same transport, whatever their destinations.',
    '宛先によらず、同じトランスポートでの配送の間隔です。',
  ),
  defer_transports: words(
    'Transports whose mail waits in the queue until `sendmail -q` or its like.',
    'メールを保留しておくトランスポートです。`sendmail -q` などで流します。',
  ),
  detect_8bit_encoding_header: words(
    'Heeds Content-Transfer-Encoding headers when looking for 8-bit mail.',
    '8 ビットのメールを Content-Transfer-Encoding ヘッダーからも判断します。',
  ),
  disable_dns_lookups: words(
    'Sends without asking the DNS. Neither MX nor DANE nor MTA-STS are of any use then.',
    'DNS を引かずに送信します。MX も DANE も MTA-STS も働きません。',
  ),
  dnssec_probe: words(
    'A question that shows whether the resolver passes DNSSEC on; DANE rests on it.',
    'リゾルバーが DNSSEC の検証結果を返すかを確かめる問い合わせです。DANE の前提になります。',
  ),
  empty_address_relayhost_maps_lookup_key: words(
    'Under what name bounces are looked up in sender_dependent_relayhost_maps.',
    '空の送信者 (バウンス) を sender_dependent_relayhost_maps で引くときのキーです。',
  ),
  export_environment: words(
    'The variables of the environment that programs get which Postfix runs.',
    'Postfix が起動する外部プログラムに渡す環境変数です。',
  ),
  fallback_transport_maps: words(
    'Transports by recipient for users whom local does not know.',
    'local の知らない利用者について、受信者ごとに配送方法を決める表です。',
  ),
  header_address_token_limit: words(
    'How many pieces of an address in a header are read.',
    'ヘッダーのアドレスを読むときのトークン数の上限です。',
  ),
  ignore_mx_lookup_error: words(
    'Goes for the address of a domain where its MX cannot be told, in place of trying again later.',
    'MX を引けないとき、再試行せずドメインのアドレスに送ります。',
  ),
  line_length_limit: words(
    'Longer lines are read in pieces; they come out whole again.',
    'これより長い行は分割して処理します。送信時には元に戻ります。',
  ),
  local_login_sender_maps: words(
    'Which senders a local user may state with the sendmail command.',
    'sendmail コマンドで、各利用者が名乗れる送信者の表です。',
  ),
  mailbox_transport: words(
    'What delivers mail for local users in place of local, such as `lmtp:unix:private/dovecot-lmtp`.',
    'ローカルの利用者宛てを local の代わりに配送する方法です (`lmtp:unix:private/dovecot-lmtp` など)。',
  ),
  mailbox_transport_maps: words(
    'mailbox_transport by recipient.',
    '受信者ごとの mailbox_transport の表です。',
  ),
  mime_nesting_limit: words('How deep MIME parts may lie in one another.', 'MIME パートの入れ子の上限です。'),
  non_empty_end_of_header_action: words(
    'What is done where something other than an empty line ends the headers.',
    '空行以外でヘッダーが終わるメールの扱いです。',
  ),
  receive_override_options: words(
    'What is left out for mail that comes back from a content filter: rewriting, checks, milters (`no_milters`).',
    'コンテンツフィルターから戻ったメールで省く処理です。`no_milters` で milter を二重に通さずに済みます。',
  ),
  relocated_maps: words(
    'Users that have moved, with their new addresses; senders are told.',
    '移転した利用者と新しいアドレスの表です。送信者に伝えます。',
  ),
  requiretls_enable: words(
    'Offers and heeds REQUIRETLS (RFC 8689): such mail goes only over verified TLS.',
    'REQUIRETLS (RFC 8689) に対応します。指定されたメールは検証済みの TLS でしか送りません。',
  ),
  requiretls_esmtp_header: words(
    'Notes in a header that a message was received with REQUIRETLS.',
    'REQUIRETLS 付きで受け取ったことをヘッダーに記録します。',
  ),
  requiretls_redact_dsn: words(
    'Leaves the message’s text out of bounces for mail with REQUIRETLS.',
    'REQUIRETLS 付きのメールのバウンスに本文を含めません。',
  ),
  smtp_cname_overrides_servername: words(
    'Takes the name that a server’s alias leads to for the server’s own, as in policies and passwords.',
    'CNAME の先の名前をサーバー名とみなし、TLS ポリシーやパスワードの検索に使います。',
  ),
  smtp_data_done_timeout: words(
    'How long the server may take to answer the end of a message.',
    'メッセージの終わりに対するサーバーの応答を待つ時間です。',
  ),
  smtp_data_init_timeout: words(
    'How long the server may take to answer DATA.',
    'DATA に対するサーバーの応答を待つ時間です。',
  ),
  smtp_data_xfer_timeout: words(
    'How long sending a piece of the message may come to a halt.',
    'メッセージの送信が止まってよい時間です。',
  ),
  smtp_mail_timeout: words(
    'How long the server may take to answer MAIL FROM.',
    'MAIL FROM に対するサーバーの応答を待つ時間です。',
  ),
  smtp_quit_timeout: words(
    'How long the server may take to answer QUIT.',
    'QUIT に対するサーバーの応答を待つ時間です。',
  ),
  smtp_rcpt_timeout: words(
    'How long the server may take to answer RCPT TO.',
    'RCPT TO に対するサーバーの応答を待つ時間です。',
  ),
  smtp_rset_timeout: words(
    'How long the server may take to answer RSET.',
    'RSET に対するサーバーの応答を待つ時間です。',
  ),
  smtp_skip_5xx_greeting: words(
    'Tries the next MX where a server greets with 5xx, in place of bouncing.',
    '5xx で迎えるサーバーではバウンスせず、次の MX を試します。',
  ),
  smtp_skip_quit_response: words(
    'Does not wait for the answer to QUIT.',
    'QUIT の応答を待たずに切断します。',
  ),
  strict_smtputf8: words(
    'Takes addresses in UTF-8 only where the client asked for SMTPUTF8.',
    'SMTPUTF8 が指定されたときだけ UTF-8 のアドレスを受け入れます。',
  ),
  use_srv_lookup: words(
    'For which services SRV records are asked in place of MX, such as `submission`.',
    'MX の代わりに SRV レコードを引くサービスです (`submission` など)。',
  ),
};
