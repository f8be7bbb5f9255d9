import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the parameters that milters, relaying, identity and access touch do, in our own words; TLS has its own file. */
export const POSTFIX_WORDS: Readonly<Record<string, Localized>> = {
  alias_database: words(
    'The alias files that `newaliases` rebuilds. What local delivery reads is `alias_maps`.',
    '`newaliases` が作り直す別名ファイルです。ローカル配送が読むのは `alias_maps` です。',
  ),
  alias_maps: words(
    'The tables of aliases for local recipients: forwarding, programs, files.',
    'ローカル受信者の別名の表です。転送やプログラム、ファイルへの配送を書きます。',
  ),
  always_bcc: words(
    'An address that gets a copy of every message.',
    'すべてのメールの写しを受け取るアドレスです。',
  ),
  append_dot_mydomain: words(
    'Completes `user@host` to `user@host.$mydomain`.',
    '`user@host` を `user@host.$mydomain` に補います。',
  ),
  biff: words(
    'Tells logged-in users about new local mail. Better `no` on servers.',
    'ログイン中の利用者に新着を知らせます。サーバーでは `no` が適当です。',
  ),
  body_checks: words(
    'Tables of patterns that each line of a body is compared with.',
    '本文の各行と照合するパターンの表です。',
  ),
  bounce_queue_lifetime: words(
    'How long an undeliverable bounce is tried before it is thrown away.',
    '届かないバウンスを捨てるまで再試行する期間です。',
  ),
  canonical_maps: words(
    'Rewrites addresses in envelopes and headers as mail comes in, before milters such as OpenDKIM see it.',
    '受信時に封筒とヘッダーのアドレスを書き換える表です。',
  ),
  compatibility_level: words(
    'From which version on new defaults count. Raise it once you have looked at what changes.',
    'どの版からの新しい既定値を使うかです。変更点を確かめてから上げてください。',
  ),
  content_filter: words(
    'Hands every queued message to another transport, which brings it back. A DKIM signature made before a filter that changes the mail is broken by it.',
    'キューに入ったメールを別のトランスポートに渡して検査させます。署名後に内容を変えるフィルターを通すと DKIM 署名が壊れます。',
  ),
  default_destination_concurrency_limit: words(
    'How many deliveries to one destination may run at once.',
    '同じ宛先へ同時に配送する数の上限です。',
  ),
  default_process_limit: words(
    'How many processes a service of master.cf may have unless its line says otherwise.',
    'master.cf で指定がないサービスのプロセス数の上限です。',
  ),
  default_transport: words(
    'The transport for mail to remote destinations.',
    '遠隔の宛先へのトランスポートです。',
  ),
  delay_warning_time: words(
    'After how long the sender is told that mail still waits; 0 for never.',
    '配送が遅れていることを送信者に知らせるまでの時間です。0 は通知しません。',
  ),
  disable_vrfy_command: words(
    'Refuses VRFY, with which addresses are fished for.',
    'アドレス収集に使われる VRFY を拒否します。',
  ),
  header_checks: words(
    'Tables of patterns that header lines are compared with as mail comes in.',
    '受信時にヘッダーの各行と照合するパターンの表です。',
  ),
  home_mailbox: words(
    'The mailbox in a user’s home; with a final `/` a Maildir.',
    '利用者のホーム内のメールボックスです。末尾が `/` なら Maildir です。',
  ),
  inet_interfaces: words(
    'The addresses that Postfix listens at for mail. `loopback-only` takes none from outside.',
    'Postfix が待ち受けるアドレスです。`loopback-only` では外部から受け取りません。',
  ),
  inet_protocols: words(
    'IPv4, IPv6 or both, for listening and sending. With IPv6, the address needs reverse DNS and a place in SPF as well.',
    '送受信に使う IP の版です。IPv6 を使うなら、そのアドレスにも逆引きと SPF の許可が必要です。',
  ),
  internal_mail_filter_classes: words(
    'Which mail that Postfix makes itself also passes header checks and milters. `bounce` lets OpenDKIM sign bounces.',
    'Postfix 自身が作るメールのうち、検査や milter に通すものです。`bounce` でバウンスに DKIM 署名できます。',
  ),
  local_recipient_maps: words(
    'Which local recipients exist. Empty means: accept all, and bounce later (backscatter).',
    '存在するローカル受信者の表です。空にするとすべて受け取って後でバウンスし、バックスキャッターになります。',
  ),
  local_transport: words(
    'The transport for recipients in mydestination.',
    'mydestination 宛のトランスポートです。',
  ),
  luser_relay: words(
    'Where mail to unknown local recipients goes instead of bouncing.',
    '存在しないローカル受信者宛のメールの届け先です。',
  ),
  mailbox_command: words(
    'An external command that delivers into mailboxes.',
    'メールボックスへの配送に使う外部コマンドです。',
  ),
  mailbox_size_limit: words(
    'The greatest size of a local mailbox or Maildir file; 0 for no limit.',
    'ローカルのメールボックスの最大サイズです。0 は無制限です。',
  ),
  maillog_file: words(
    'A file (or /dev/stdout) for the log instead of syslog.',
    'syslog の代わりにログを書くファイル (または /dev/stdout) です。',
  ),
  masquerade_domains: words(
    'Strips host names below these domains from addresses: `user@host.example.com` becomes `user@example.com`.',
    'これらのドメインの下のホスト名をアドレスから取り除きます。',
  ),
  maximal_queue_lifetime: words(
    'How long mail is tried before it bounces.',
    'バウンスするまで再試行する期間です。',
  ),
  message_size_limit: words(
    'The greatest size of a message in octets, header and all.',
    'メールの最大サイズ (ヘッダーを含むバイト数) です。',
  ),
  milter_command_timeout: words(
    'How long a milter may take to answer an SMTP command.',
    'SMTP コマンドごとの milter の応答を待つ時間です。',
  ),
  milter_connect_macros: words(
    'The macros that milters are sent when a client connects.',
    '接続時に milter に送るマクロです。',
  ),
  milter_connect_timeout: words(
    'How long connecting to a milter and negotiating may take.',
    'milter への接続とネゴシエーションを待つ時間です。',
  ),
  milter_content_timeout: words(
    'How long a milter may take to answer after the end of the message: DNS lookups for DKIM and DMARC fall here.',
    '本文の終わりで milter の応答を待つ時間です。DKIM や DMARC の DNS 検索はここで行われます。',
  ),
  milter_default_action: words(
    'What happens to mail when a milter does not answer. `accept` keeps mail flowing, without signature and judgement; `tempfail` keeps the protection.',
    'milter が応答しないときの扱いです。`accept` はメールを止めない代わりに署名も判定もされず、`tempfail` は保護を優先します。',
  ),
  milter_end_of_data_macros: words(
    'The macros that milters are sent at the end of the message.',
    'メールの終わりで milter に送るマクロです。',
  ),
  milter_header_checks: words(
    'Patterns for header fields that milters add, Authentication-Results for one.',
    'milter が追加したヘッダー (Authentication-Results など) と照合するパターンです。',
  ),
  milter_macro_daemon_name: words(
    'The value of {daemon_name} for milters. OpenDKIM’s MTA keyword reads it: often `ORIGINATING` for submission.',
    'milter に渡す {daemon_name} の値です。OpenDKIM の MTA が参照します。submission では `ORIGINATING` とするのが通例です。',
  ),
  milter_mail_macros: words(
    'The macros that milters are sent with MAIL FROM. {auth_authen} tells them that the client logged in.',
    'MAIL FROM のときに milter に送るマクロです。{auth_authen} でログイン済みかがわかります。',
  ),
  milter_protocol: words(
    'The version of the milter protocol; 6 for today’s OpenDKIM and OpenDMARC.',
    'milter プロトコルの版です。現在の OpenDKIM と OpenDMARC では 6 です。',
  ),
  mydestination: words(
    'The domains delivered to local users. Never list a domain here and in virtual_alias_domains, virtual_mailbox_domains or relay_domains at once.',
    'ローカル利用者に配送するドメインです。virtual_alias_domains などと重複させてはいけません。',
  ),
  mydomain: words(
    'The domain of this machine; by default myhostname without its first part. Other parameters build on it.',
    'このマシンのドメインです。既定は myhostname から先頭の部分を除いたものです。',
  ),
  myhostname: words(
    'The full name of this machine. It should have an address that points back to it, because receivers check HELO and reverse DNS.',
    'このマシンの完全なホスト名です。受信側が HELO と逆引きを確かめるので、正引きと逆引きを一致させてください。',
  ),
  mynetworks: words(
    'Clients that may relay through this server and pass `permit_mynetworks`. Whoever is in here can send as anyone.',
    '中継を許し `permit_mynetworks` で通すクライアントです。ここに入る相手は誰としてでも送信できます。',
  ),
  mynetworks_style: words(
    'How mynetworks is made up where it is not set.',
    'mynetworks を設定しないときの決め方です。',
  ),
  myorigin: words(
    'The domain that is added to addresses without one, in mail from this machine. DMARC judges that domain.',
    'ドメインのないアドレスに補うドメインです。このマシンから出すメールは、このドメインで DMARC の判定を受けます。',
  ),
  nested_header_checks: words(
    'Header patterns for messages attached to messages.',
    '添付されたメールのヘッダーと照合するパターンです。',
  ),
  non_smtpd_milters: words(
    'Milters for mail that does not come by SMTP: `sendmail`, cron, bounces. Without them, such mail leaves without a DKIM signature.',
    'SMTP 以外で入るメール (`sendmail` コマンドや cron など) を通す milter です。なければ DKIM 署名が付きません。',
  ),
  notify_classes: words('What postmaster is told about.', 'postmaster に通知する事柄です。'),
  parent_domain_matches_subdomains: words(
    'Parameters in whose lists `example.com` also means its subdomains.',
    '`example.com` と書けばサブドメインにも一致するパラメーターの一覧です。',
  ),
  postscreen_access_list: words(
    'Who passes or fails postscreen before all tests.',
    'postscreen の検査の前に通す相手と拒否する相手です。',
  ),
  postscreen_dnsbl_sites: words(
    'DNS block and allow lists with weights, for postscreen.',
    'postscreen が参照する DNSBL と重みです。',
  ),
  queue_directory: words(
    'The queue, and the chroot of many services: a milter’s unix socket must be seen from there.',
    'キューのディレクトリで、多くのサービスの chroot 先です。milter の UNIX ソケットはここから見える必要があります。',
  ),
  recipient_bcc_maps: words('Copies for certain recipients.', '特定の受信者宛のメールの写しの送り先です。'),
  recipient_canonical_maps: words('Rewrites recipient addresses.', '受信者アドレスを書き換える表です。'),
  recipient_delimiter: words(
    'The characters between a user’s name and an extension: with `+`, `user+list` reaches `user`.',
    '利用者名と拡張の区切り文字です。`+` なら `user+list` が `user` に届きます。',
  ),
  relay_domains: words(
    'Domains that this server takes mail for and passes on (a backup MX).',
    'このサーバーが受け取って転送するドメイン (バックアップ MX など) です。',
  ),
  relay_recipient_maps: words(
    'The existing recipients in relay_domains.',
    'relay_domains に存在する受信者の表です。',
  ),
  relay_transport: words('The transport for relay_domains.', 'relay_domains 宛のトランスポートです。'),
  relayhost: words(
    'The server that takes all outgoing mail. Then its address must be in your SPF record. `[host]` leaves out the MX lookup.',
    '外向けのメールをすべて渡すサーバーです。その場合 SPF にはそのサーバーのアドレスが必要です。`[ホスト]` と書くと MX を引きません。',
  ),
  sender_bcc_maps: words('Copies of certain senders’ mail.', '特定の送信者のメールの写しの送り先です。'),
  sender_canonical_maps: words(
    'Rewrites sender addresses. Where envelope and From part ways, SPF no longer aligns.',
    '送信者アドレスを書き換える表です。封筒と From がずれると SPF の整合が失われます。',
  ),
  sender_dependent_default_transport_maps: words(
    'Transports by sender.',
    '送信者ごとのトランスポートの表です。',
  ),
  sender_dependent_relayhost_maps: words('Relay hosts by sender.', '送信者ごとの中継先の表です。'),
  smtp_bind_address: words(
    'The IPv4 address that mail is sent from: the one SPF must permit.',
    '送信元にする IPv4 アドレスです。SPF で許可すべきアドレスになります。',
  ),
  smtp_bind_address6: words(
    'The IPv6 address that mail is sent from: SPF must permit it, too.',
    '送信元にする IPv6 アドレスです。これも SPF で許可する必要があります。',
  ),
  smtp_generic_maps: words(
    'Rewrites addresses as mail leaves, after it was signed: a rewritten header breaks the DKIM signature.',
    '送信時にアドレスを書き換える表です。署名の後なので、ヘッダーが変わると DKIM 署名が壊れます。',
  ),
  smtp_header_checks: words(
    'Header patterns as mail leaves, after it was signed: a change breaks the DKIM signature.',
    '送信時のヘッダーのパターンです。署名の後なので、変更すると DKIM 署名が壊れます。',
  ),
  smtp_helo_name: words(
    'The name given with HELO. SPF can be checked against it.',
    'HELO で名乗る名前です。SPF の検証に使われることがあります。',
  ),
  smtp_sasl_auth_enable: words(
    'Logs in at the servers that mail is sent to (a relayhost, as a rule).',
    '送信先 (通常は relayhost) にログインします。',
  ),
  smtp_sasl_password_maps: words(
    'User names and passwords for the servers that mail is sent to.',
    '送信先ごとのユーザー名とパスワードの表です。',
  ),
  smtpd_banner: words(
    'The greeting. RFC 5321 wants it to begin with the server’s full name.',
    '接続時の挨拶です。RFC 5321 では先頭をホスト名にします。',
  ),
  smtpd_client_restrictions: words(
    'Whom to take connections from; by default judged only at RCPT TO (smtpd_delay_reject).',
    '接続元に対する制限です。既定では RCPT TO のときに判定されます (smtpd_delay_reject)。',
  ),
  smtpd_data_restrictions: words(
    'Restrictions at DATA, where all recipients are known.',
    'DATA のときの制限です。',
  ),
  smtpd_delay_reject: words(
    'Waits with every refusal until RCPT TO, so the log tells who was meant.',
    '拒否を RCPT TO まで待ちます。宛先がログに残ります。',
  ),
  smtpd_end_of_data_restrictions: words(
    'Restrictions after the whole message, where its size is known.',
    'メール全体を受け取った後の制限です。',
  ),
  smtpd_helo_required: words('Clients must say HELO or EHLO first.', 'HELO か EHLO を必須にします。'),
  smtpd_helo_restrictions: words(
    'Restrictions on the name that a client gives with HELO.',
    'HELO の名前に対する制限です。',
  ),
  smtpd_milter_maps: words(
    'Milters by client address; they take the place of smtpd_milters for those clients.',
    'クライアントのアドレスごとの milter です。該当すれば smtpd_milters の代わりになります。',
  ),
  smtpd_milters: words(
    'The milters that see mail coming by SMTP, in this order. OpenDKIM must come before OpenDMARC, which reads its results. Here it is `inet:host:port`.',
    'SMTP で届くメールを通す milter です。並び順に通ります。OpenDMARC は OpenDKIM の結果を読むので後に置きます。書式は `inet:ホスト:ポート` です。',
  ),
  smtpd_recipient_restrictions: words(
    'Restrictions on recipients: where spam checks and SPF policy services stand. Relaying is settled in smtpd_relay_restrictions.',
    '受信者に対する制限です。迷惑メール対策や SPF ポリシーサービスをここに書きます。中継の可否は smtpd_relay_restrictions で決めます。',
  ),
  smtpd_reject_unlisted_recipient: words(
    'Refuses recipients that do not exist.',
    '存在しない受信者を拒否します。',
  ),
  smtpd_relay_restrictions: words(
    'Who may send mail through this server to elsewhere. It must end in `reject_unauth_destination` or `defer_unauth_destination`; otherwise this is an open relay.',
    'このサーバーを通して外部に送れる相手です。最後に `reject_unauth_destination` か `defer_unauth_destination` がないとオープンリレーになります。',
  ),
  smtpd_restriction_classes: words(
    'Names of your own for lists of restrictions, to use in access tables.',
    'アクセス表から使う、独自の制限リストの名前です。',
  ),
  smtpd_sasl_auth_enable: words(
    'Lets clients log in. On port 25 better not: set it for submission in master.cf.',
    'クライアントのログインを許します。25 番ポートでは避け、master.cf の submission で有効にします。',
  ),
  smtpd_sasl_authenticated_header: words(
    'Writes the login name into the Received field.',
    'Received ヘッダーにログイン名を書きます。',
  ),
  smtpd_sasl_local_domain: words(
    'The realm that is added to login names without one.',
    'レルムのないログイン名に補うレルムです。',
  ),
  smtpd_sasl_path: words(
    'Where the SASL server is asked; for Dovecot a socket such as `private/auth`.',
    'SASL の問い合わせ先です。Dovecot では `private/auth` のようなソケットです。',
  ),
  smtpd_sasl_security_options: words(
    'Which login mechanisms are not offered.',
    '提供しないログイン方式を決める条件です。',
  ),
  smtpd_sasl_type: words('Which SASL implementation checks logins.', 'ログインを検証する SASL 実装です。'),
  smtpd_sender_login_maps: words(
    'Which login owns which sender address. With reject_sender_login_mismatch, users cannot send as each other.',
    '送信者アドレスの持ち主のログイン名の表です。reject_sender_login_mismatch と併用すると、利用者同士のなりすましを防げます。',
  ),
  smtpd_sender_restrictions: words(
    'Restrictions on the sender in MAIL FROM.',
    'MAIL FROM の送信者に対する制限です。',
  ),
  soft_bounce: words(
    'Answers 4xx instead of 5xx: for tests only, or senders retry in vain for days.',
    '5xx の代わりに 4xx を返します。試験用で、付けたままだと送信側が再送を続けます。',
  ),
  syslog_facility: words(
    'The facility under which Postfix logs.',
    '記録に使う syslog のファシリティーです。',
  ),
  syslog_name: words('The name in front of each log line.', 'ログの各行に付く名前です。'),
  transport_maps: words(
    'Transports and next hops by recipient.',
    '受信者ごとのトランスポートと配送先の表です。',
  ),
  undisclosed_recipients_header: words(
    'The To field for mail that has none.',
    '宛先ヘッダーのないメールに付ける To です。',
  ),
  unknown_local_recipient_reject_code: words(
    'The reply code for local recipients that do not exist.',
    '存在しないローカル受信者への応答コードです。',
  ),
  virtual_alias_domains: words(
    'Domains whose addresses are all aliases for addresses elsewhere.',
    'すべてのアドレスが別名であるドメインです。',
  ),
  virtual_alias_maps: words(
    'Rewrites recipients, of any domain, to others. Forwarding to elsewhere breaks SPF for the sender’s domain; DKIM survives.',
    '受信者を別のアドレスに書き換える表です。外部への転送では送信者の SPF が通らなくなりますが、DKIM は残ります。',
  ),
  virtual_mailbox_base: words(
    'The folder before all paths in virtual_mailbox_maps.',
    'virtual_mailbox_maps のパスの前に付くディレクトリです。',
  ),
  virtual_mailbox_domains: words(
    'Domains with mailboxes of users who have no account on the system.',
    'システムにアカウントのない利用者のメールボックスを持つドメインです。',
  ),
  virtual_mailbox_maps: words('The mailboxes of those users.', '仮想メールボックスの表です。'),
  virtual_transport: words(
    'The transport for virtual_mailbox_domains, often `lmtp:` to Dovecot.',
    'virtual_mailbox_domains 宛のトランスポートです。Dovecot への `lmtp:` がよく使われます。',
  ),
};
