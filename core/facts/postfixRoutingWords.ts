import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the parameters of address verification, rewriting, virtual domains, filters and the queue do, in our own words. */
export const POSTFIX_ROUTING_WORDS: Readonly<Record<string, Localized>> = {
  address_verify_map: words(
    'The table that remembers which addresses were found to exist.',
    '実在を確認したアドレスを覚えておく表です。',
  ),
  address_verify_negative_cache: words(
    'Remembers addresses that do not exist, too.',
    '実在しないアドレスも覚えるかどうかです。',
  ),
  address_verify_negative_expire_time: words(
    'How long it is remembered that an address does not exist.',
    '「実在しない」という結果の有効期間です。',
  ),
  address_verify_negative_refresh_time: words(
    'After how long an address that does not exist is looked at again.',
    '実在しないアドレスを再確認するまでの時間です。',
  ),
  address_verify_poll_count: words(
    'How often to look for a probe’s result before the client is told to come back.',
    'クライアントに再試行を求めるまでに確認の結果を見る回数です。',
  ),
  address_verify_poll_delay: words(
    'How long to wait between two looks for a probe’s result.',
    '確認の結果を見る間隔です。',
  ),
  address_verify_positive_expire_time: words(
    'How long it is remembered that an address exists.',
    '「実在する」という結果の有効期間です。',
  ),
  address_verify_positive_refresh_time: words(
    'After how long an address that exists is looked at again.',
    '実在するアドレスを再確認するまでの時間です。',
  ),
  address_verify_sender: words(
    'The sender of probes. Its domain needs SPF and a mailbox that takes mail, or servers refuse probes.',
    '確認に使う送信者です。ドメインの SPF と受信可能なことが必要で、無いと相手に断られます。',
  ),
  authorized_submit_users: words(
    'Local users that may send mail with `sendmail`.',
    '`sendmail` で送信できるローカル利用者です。',
  ),
  bounce_notice_recipient: words(
    'Who gets copies of bounces, where notify_classes has `bounce`.',
    'notify_classes に `bounce` があるとき、バウンスの写しを受け取る宛先です。',
  ),
  bounce_size_limit: words(
    'How much of the original a bounce gives back.',
    'バウンスに含める元のメールの量です。',
  ),
  bounce_template_file: words('A file with the texts of bounces.', 'バウンスの文面のファイルです。'),
  canonical_classes: words(
    'Which addresses canonical_maps rewrites. Rewriting header addresses changes what DMARC looks at.',
    'canonical_maps が書き換えるアドレスの種類です。ヘッダーの書き換えは DMARC が見る From も変えます。',
  ),
  default_filter_nexthop: words(
    'Where a content filter without a host sends on to.',
    '宛先の指定がないコンテンツフィルターの次のホップです。',
  ),
  disable_mime_input_processing: words(
    'Takes the body for plain text while header checks run.',
    '受信時に MIME を解釈しません。',
  ),
  disable_mime_output_conversion: words(
    'Never converts 8-bit mail to 7 bits, which would break DKIM signatures.',
    '8 ビットのメールを 7 ビットに変換しません。変換すると DKIM 署名が壊れます。',
  ),
  double_bounce_sender: words(
    'The local part of the sender of probes and of notices to the postmaster.',
    'アドレス確認や管理者への通知に使う送信者のローカル部です。',
  ),
  empty_address_recipient: words('Who gets bounces of bounces.', 'バウンスのバウンスを受け取る宛先です。'),
  enable_long_queue_ids: words(
    'Queue ids that never come twice, which makes logs easier to follow.',
    '重複しない長いキュー ID を使います。ログを追いやすくなります。',
  ),
  enable_original_recipient: words(
    'Keeps the address as it was before aliases. Milters see `X-Original-To:` only on delivery.',
    '別名展開前の宛先を残します。',
  ),
  enable_threaded_bounces: words(
    'Lets mail programs show bounces below the message they are about.',
    'バウンスが元のメールと同じスレッドに表示されるようにします。',
  ),
  fallback_transport: words(
    'The transport for local recipients that are not found.',
    '見つからないローカル受信者のためのトランスポートです。',
  ),
  header_from_format: words(
    'How `From:` is written where Postfix makes one.',
    'Postfix が作る `From:` の書式です。',
  ),
  header_size_limit: words(
    'How long a header may be; the rest counts as body.',
    'ヘッダーの大きさの上限です。残りは本文になります。',
  ),
  hopcount_limit: words(
    'After so many `Received:` headers mail counts as looping.',
    '`Received:` がこの数を超えるとループとみなします。',
  ),
  local_header_rewrite_clients: words(
    'Clients whose incomplete header addresses are completed with the own domain.',
    'ヘッダーの不完全なアドレスを自ドメインで補うクライアントです。',
  ),
  mail_name: words('The name in `Received:` and bounces.', '`Received:` やバウンスに出る名前です。'),
  masquerade_classes: words(
    'Which addresses masquerade_domains rewrites.',
    'masquerade_domains が書き換えるアドレスの種類です。',
  ),
  masquerade_exceptions: words(
    'Local parts that masquerade_domains leaves alone.',
    'masquerade_domains の対象にしないローカル部です。',
  ),
  maximal_backoff_time: words('The longest wait between two attempts.', '再試行の間隔の最大値です。'),
  message_drop_headers: words(
    'Headers that are taken out as mail comes in.',
    '受信時に取り除くヘッダーです。',
  ),
  message_reject_characters: words(
    'Characters for which mail is refused, such as `\\0`.',
    '含まれていればメールを拒否する文字です。',
  ),
  message_strip_characters: words(
    'Characters that are taken out of mail, which breaks DKIM signatures over them.',
    'メールから取り除く文字です。その部分の DKIM 署名は壊れます。',
  ),
  milter_data_macros: words('Macros that milters get at DATA.', 'DATA で milter に渡すマクロです。'),
  milter_end_of_header_macros: words(
    'Macros that milters get at the end of the header.',
    'ヘッダーの終わりで milter に渡すマクロです。',
  ),
  milter_helo_macros: words(
    'Macros that milters get at HELO or EHLO.',
    'HELO/EHLO で milter に渡すマクロです。',
  ),
  milter_macro_defaults: words(
    'Values for macros that have none, as `name=value`.',
    '値のないマクロに与える値です（`name=value`）。',
  ),
  milter_macro_v: words(
    'What milters see as `{v}`: the program and its version.',
    'milter の `{v}` の値です（プログラム名と版）。',
  ),
  milter_rcpt_macros: words('Macros that milters get at RCPT.', 'RCPT で milter に渡すマクロです。'),
  milter_unknown_command_macros: words(
    'Macros that milters get at unknown commands.',
    '未知のコマンドで milter に渡すマクロです。',
  ),
  mime_header_checks: words('Header checks for the parts of a message.', 'MIME 部分のヘッダーの検査です。'),
  minimal_backoff_time: words('The shortest wait between two attempts.', '再試行の間隔の最小値です。'),
  proxy_interfaces: words(
    'Addresses at which mail reaches this host by way of NAT or a proxy. Without them a backup MX may send mail round in circles.',
    'NAT や代理を通してこのホストに届くアドレスです。無いと予備 MX でメールがループすることがあります。',
  ),
  proxy_read_maps: words('The tables that may be read through `proxy:`.', '`proxy:` 経由で読める表です。'),
  queue_minfree: words(
    'How much room the queue’s disk must have for mail to be taken.',
    '受信に必要なキューのディスクの空き容量です。',
  ),
  queue_run_delay: words(
    'How often the queue is looked through for mail that waited long enough.',
    '保留中のメールを調べる間隔です。',
  ),
  recipient_canonical_classes: words(
    'Which addresses recipient_canonical_maps rewrites.',
    'recipient_canonical_maps が書き換えるアドレスの種類です。',
  ),
  relay_clientcerts: words(
    'Fingerprints of client certificates that may relay (permit_tls_clientcerts).',
    '中継を許すクライアント証明書のフィンガープリントの表です (permit_tls_clientcerts)。',
  ),
  remote_header_rewrite_domain: words(
    'A domain for incomplete header addresses of other clients; empty leaves them alone.',
    '外部からのメールのヘッダーの不完全なアドレスに補うドメインです。空なら変えません。',
  ),
  sender_canonical_classes: words(
    'Which addresses sender_canonical_maps rewrites. With `header_sender` it changes what DMARC looks at.',
    'sender_canonical_maps が書き換えるアドレスの種類です。`header_sender` を含むと DMARC が見る From も変わります。',
  ),
  show_user_unknown_table_name: words(
    'Tells clients in which table a recipient was not found.',
    '受信者が見つからなかった表の名前を応答に含めます。',
  ),
  smtputf8_autodetect_classes: words(
    'Which mail is looked at for the need of SMTPUTF8.',
    'SMTPUTF8 が必要かどうかを調べるメールの種類です。',
  ),
  smtputf8_enable: words(
    'Takes and sends mail with addresses in UTF-8.',
    'UTF-8 のアドレスを持つメールを扱います。',
  ),
  strict_8bitmime: words(
    'Refuses 8-bit text in headers and undeclared 8-bit bodies.',
    'ヘッダーの 8 ビット文字と宣言のない 8 ビット本文を拒否します。',
  ),
  strict_mime_encoding_domain: words(
    'Refuses mail whose parts are encoded against the standard.',
    '規格に反して符号化された MIME を拒否します。',
  ),
  strict_rfc821_envelopes: words(
    'Takes only addresses in `<>` and without comments.',
    '`<>` で囲まれた正しい書式のアドレスだけを受け付けます。',
  ),
  tls_append_default_CA: words(
    'Trusts the system’s CAs besides those that are named, also where certificates grant relaying.',
    '指定した CA のほかに OS の CA も信頼します。証明書で中継を許す場合は危険です。',
  ),
  tls_config_file: words('The OpenSSL settings file to read.', '読み込む OpenSSL の設定ファイルです。'),
  tls_dane_digests: words(
    'The digests that TLSA records may use, the strongest first.',
    'TLSA レコードで使えるダイジェストです（強い順）。',
  ),
  tls_disable_workarounds: words(
    'OpenSSL’s workarounds for faults of others that are not used.',
    '使わない OpenSSL の互換対策です。',
  ),
  tls_eecdh_auto_curves: words(
    'The curves for key exchange, the preferred first.',
    '鍵交換に使う曲線です（優先順）。',
  ),
  tls_fast_shutdown_enable: words(
    'Ends TLS without waiting for the other side’s word.',
    '相手の応答を待たずに TLS を終えます。',
  ),
  tls_random_source: words('Where random numbers come from.', '乱数の供給元です。'),
  tls_wildcard_matches_multiple_labels: words(
    'Whether `*.example.com` in a certificate stands for several labels.',
    '証明書の `*.example.com` が複数のラベルに一致するかどうかです。',
  ),
  transport_retry_time: words(
    'After how long a broken transport is tried again.',
    '故障したトランスポートを再び試すまでの時間です。',
  ),
  verp_delimiter_filter: words(
    'Characters that may be asked for as VERP delimiters.',
    'VERP の区切りとして許す文字です。',
  ),
  virtual_alias_address_length_limit: words(
    'How long an address may be after aliases.',
    '別名展開後のアドレスの長さの上限です。',
  ),
  virtual_alias_expansion_limit: words(
    'How many recipients aliases may make of one.',
    '1 つの宛先が別名で増える数の上限です。',
  ),
  virtual_alias_recursion_limit: words(
    'How deep aliases may lead to aliases.',
    '別名が別名を指す深さの上限です。',
  ),
  virtual_gid_maps: words(
    'The group ids that virtual mailboxes are written with.',
    '仮想メールボックスに書き込むときのグループ ID の表です。',
  ),
  virtual_mailbox_limit: words(
    'How large a virtual mailbox (or a file of a Maildir) may grow.',
    '仮想メールボックス (Maildir ではファイル) の大きさの上限です。',
  ),
  virtual_minimum_uid: words(
    'The smallest user id that virtual mailboxes may have.',
    '仮想メールボックスに許す最小のユーザー ID です。',
  ),
  virtual_uid_maps: words(
    'The user ids that virtual mailboxes are written with.',
    '仮想メールボックスに書き込むときのユーザー ID の表です。',
  ),
};
