import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the parameters of the SMTP server do, in our own words; TLS and postscreen have their own files. */
export const POSTFIX_SERVER_WORDS: Readonly<Record<string, Localized>> = {
  access_map_defer_code: words(
    'The reply code for a `DEFER` from an access table.',
    'アクセス表の `DEFER` に対する応答コードです。',
  ),
  access_map_reject_code: words(
    'The reply code for a `REJECT` from an access table.',
    'アクセス表の `REJECT` に対する応答コードです。',
  ),
  broken_sasl_auth_clients: words(
    'Offers AUTH in a second, outdated form for very old mail programs.',
    'ごく古いメールソフトのために、AUTH を古い書き方でも提示します。',
  ),
  cyrus_sasl_config_path: words(
    'Where Cyrus SASL looks for `smtpd.conf`. Without a meaning for Dovecot.',
    'Cyrus SASL が `smtpd.conf` を探す場所です。Dovecot では使いません。',
  ),
  default_rbl_reply: words(
    'What a client listed in a DNS blocklist is told.',
    'DNS ブロックリストに載っているクライアントへの応答文です。',
  ),
  permit_mx_backup_networks: words(
    'For `permit_mx_backup`: only domains whose primary MX lies in these networks. Without it, anybody who points an MX at this host may relay through it.',
    '`permit_mx_backup` を許すプライマリ MX のネットワークです。空のままだと、MX をこのホストに向けただけの誰にでも中継を許します。',
  ),
  rbl_reply_maps: words(
    'Replies of its own for single blocklists, by their name.',
    'ブロックリストの名前ごとの応答文の表です。',
  ),
  reject_code: words('The reply code for a plain `reject`.', '`reject` による拒否の応答コードです。'),
  reject_tempfail_action: words(
    'What happens where a `reject_unknown_…` test could not be done, for instance because the DNS did not answer.',
    'DNS が応答しないなど、`reject_unknown_…` の検査ができなかったときの動作です。',
  ),
  relay_domains_reject_code: words(
    'The reply code for mail that would have to be relayed.',
    '許可のない中継を断るときの応答コードです。',
  ),
  smtpd_authorized_verp_clients: words(
    'Clients that may ask for one bounce address per recipient (XVERP).',
    '受信者ごとの差出人 (XVERP) を要求できるクライアントです。',
  ),
  smtpd_authorized_xclient_hosts: words(
    'Clients that may claim to be another client (XCLIENT). Whoever is listed here can pass every check by address.',
    '別のクライアントだと名乗れる (XCLIENT) ホストです。ここに載るとアドレスによる検査をすべて通れます。',
  ),
  smtpd_authorized_xforward_hosts: words(
    'Clients, such as a filter on this host, that may say for the log whom they forward for (XFORWARD).',
    '元のクライアントの情報をログ用に伝えられる (XFORWARD) ホストです。フィルターなどを指定します。',
  ),
  smtpd_client_auth_rate_limit: words(
    'How many AUTH commands a client may send per anvil_rate_time_unit; 0 for any number. Slows password guessing.',
    '一定時間 (anvil_rate_time_unit) に許す AUTH の回数です。0 は無制限です。パスワード総当たりを遅らせます。',
  ),
  smtpd_client_connection_count_limit: words(
    'How many connections a client may have open at once.',
    '1 クライアントの同時接続数の上限です。',
  ),
  smtpd_client_connection_rate_limit: words(
    'How many connections a client may make per anvil_rate_time_unit; 0 for any number.',
    '一定時間 (anvil_rate_time_unit) に許す接続数です。0 は無制限です。',
  ),
  smtpd_client_event_limit_exceptions: words(
    'Clients that none of the smtpd_client limits apply to.',
    'smtpd_client_… の制限を受けないクライアントです。',
  ),
  smtpd_client_ipv4_prefix_length: words(
    'Limits count all IPv4 clients of a network of this length as one.',
    '制限を数えるとき、この長さの IPv4 ネットワークを 1 クライアントとして扱います。',
  ),
  smtpd_client_ipv6_prefix_length: words(
    'Limits count all IPv6 clients of a network of this length as one.',
    '制限を数えるとき、この長さの IPv6 ネットワークを 1 クライアントとして扱います。',
  ),
  smtpd_client_message_rate_limit: words(
    'How many messages a client may send per anvil_rate_time_unit; 0 for any number.',
    '一定時間 (anvil_rate_time_unit) に許すメールの数です。0 は無制限です。',
  ),
  smtpd_client_new_tls_session_rate_limit: words(
    'How many new TLS sessions a client may begin per anvil_rate_time_unit; 0 for any number.',
    '一定時間 (anvil_rate_time_unit) に許す新しい TLS セッションの数です。0 は無制限です。',
  ),
  smtpd_client_port_logging: words(
    'Logs the client’s port, which tells clients behind one address apart.',
    'クライアントのポート番号も記録します。同じアドレスの背後の利用者を見分けられます。',
  ),
  smtpd_client_recipient_rate_limit: words(
    'How many recipients a client may name per anvil_rate_time_unit; 0 for any number.',
    '一定時間 (anvil_rate_time_unit) に許す受信者の数です。0 は無制限です。',
  ),
  smtpd_command_filter: words(
    'A table that changes commands of clients before they are read, for clients with faults.',
    'クライアントのコマンドを読む前に書き換える表です。不具合のあるクライアント向けです。',
  ),
  smtpd_delay_open_until_valid_rcpt: words(
    'Makes a queue file, and runs the milters’ MAIL step, only once there is a recipient that is accepted.',
    '有効な受信者が決まるまでキューファイルを作りません。',
  ),
  smtpd_discard_ehlo_keyword_address_maps: words(
    'By client: what is left out of the answer to EHLO.',
    'EHLO の応答から省く機能の、クライアントごとの表です。',
  ),
  smtpd_discard_ehlo_keywords: words(
    'What is left out of the answer to EHLO, such as `chunking`.',
    'EHLO の応答から省く機能です（`chunking` など）。',
  ),
  smtpd_dns_reply_filter: words(
    'A table that drops or changes DNS answers before they are used.',
    'DNS の応答を使う前に捨てたり変えたりする表です。',
  ),
  smtpd_error_sleep_time: words(
    'How long a client that makes mistakes waits for each answer.',
    '誤りの多いクライアントへの応答を遅らせる時間です。',
  ),
  smtpd_etrn_restrictions: words(
    'Who may ask for the queue of a domain to be delivered now (ETRN).',
    'ドメインのキューの配送を要求 (ETRN) できる相手を決めます。',
  ),
  smtpd_expansion_filter: words(
    'The characters that may come from outside into a blocklist’s reply.',
    'ブロックリストの応答文に外部から取り込める文字です。',
  ),
  smtpd_forbid_bare_newline: words(
    'What becomes of lines that end in LF alone, which is how mail is smuggled past checks, DMARC among them.',
    'LF だけで終わる行の扱いです。検査（DMARC を含む）をすり抜けるメール密輸 (SMTP smuggling) を防ぎます。',
  ),
  smtpd_forbid_bare_newline_exclusions: words(
    'Clients that may end lines in LF alone.',
    'LF だけの改行を許すクライアントです。',
  ),
  smtpd_forbid_bare_newline_reject_code: words(
    'The reply code where `smtpd_forbid_bare_newline = reject` refuses mail.',
    '`smtpd_forbid_bare_newline = reject` で拒否するときの応答コードです。',
  ),
  smtpd_forbid_unauth_pipelining: words(
    'Drops clients that send commands ahead though nobody allowed them to.',
    '許可なくコマンドを先送りするクライアントを切断します。',
  ),
  smtpd_forbidden_commands: words(
    'Commands of other protocols, as web browsers send them: the connection is closed at once.',
    'ブラウザーなどが送る、他のプロトコルのコマンドです。受けるとすぐ切断します。',
  ),
  smtpd_hard_error_limit: words(
    'After so many mistakes the connection is closed.',
    'この数の誤りで接続を切ります。',
  ),
  smtpd_hide_client_session: words(
    'Leaves the client’s address and name out of `Received:`. For submission services, never for mail from outside.',
    '`Received:` にクライアントの名前とアドレスを書きません。サブミッション用で、外部からの受信には使いません。',
  ),
  smtpd_history_flush_threshold: words(
    'How many lines of a session are kept for the report to the postmaster.',
    '管理者への報告のために残すセッションの行数です。',
  ),
  smtpd_junk_command_limit: words(
    'How many NOOP, VRFY, ETRN and RSET commands a client may send without sending mail.',
    'メールを送らずに許す NOOP、VRFY、ETRN、RSET の回数です。',
  ),
  smtpd_log_access_permit_actions: words(
    'Which permissions are logged; otherwise only refusals are.',
    'ログに残す「許可」の動作です。既定では拒否だけが残ります。',
  ),
  smtpd_min_data_rate: words(
    'With deadlines per request: how many bytes a second a client must at least send.',
    '要求ごとの期限を使うときに、クライアントが守るべき最低の転送速度 (バイト/秒) です。',
  ),
  smtpd_noop_commands: words(
    'Commands that are answered like NOOP.',
    'NOOP と同じように応答するコマンドです。',
  ),
  smtpd_null_access_lookup_key: words(
    'What the empty sender is looked up as in access tables.',
    '空の送信者をアクセス表で引くときのキーです。',
  ),
  smtpd_peername_lookup: words(
    'Looks up the client’s host name. Without it every client is `unknown`, and SPF’s `ptr` and checks by name fail.',
    'クライアントのホスト名を調べます。切るとすべて `unknown` になり、名前による検査ができません。',
  ),
  smtpd_per_request_deadline: words(
    'Time limits count for a whole command or reply instead of for each read.',
    '時間制限を 1 回の読み書きではなくコマンド全体に適用します。',
  ),
  smtpd_policy_service_default_action: words(
    'What holds where a policy service does not answer.',
    'ポリシーサービスが応答しないときの動作です。',
  ),
  smtpd_policy_service_max_idle: words(
    'After how long an unused connection to a policy service is closed.',
    'ポリシーサービスへの使われない接続を閉じるまでの時間です。',
  ),
  smtpd_policy_service_max_ttl: words(
    'After how long a connection to a policy service is made anew.',
    'ポリシーサービスへの接続を使い続ける時間の上限です。',
  ),
  smtpd_policy_service_policy_context: words(
    'A text of your choice that policy services are told, so that they can tell one service from another.',
    'ポリシーサービスに伝える任意の文字列です。どのサービスからの問い合わせかを区別できます。',
  ),
  smtpd_policy_service_request_limit: words(
    'How many requests go over one connection to a policy service; 0 for any number.',
    'ポリシーサービスへの 1 接続での要求数です。0 は無制限です。',
  ),
  smtpd_policy_service_retry_delay: words(
    'How long to wait before a policy service is asked again.',
    'ポリシーサービスに再び問い合わせるまでの時間です。',
  ),
  smtpd_policy_service_timeout: words(
    'How long to wait for a policy service’s answer.',
    'ポリシーサービスの応答を待つ時間です。',
  ),
  smtpd_policy_service_try_limit: words(
    'How many times a policy service is asked before its default action holds.',
    '既定の動作に移るまでにポリシーサービスへ問い合わせる回数です。',
  ),
  smtpd_proxy_ehlo: words(
    'The name that a before-queue filter is greeted with.',
    'キュー前フィルターに名乗る名前です。',
  ),
  smtpd_proxy_filter: words(
    'A filter that mail goes through before it is queued, so that it can still be refused. Milters run before it and see the mail as it came.',
    'キューに入る前に通すフィルターです。拒否を送信元に返せます。milter はその前に、届いたままのメールを見ます。',
  ),
  smtpd_proxy_options: words(
    'How mail is handed to the before-queue filter; `speed_adjust` receives all of it first.',
    'キュー前フィルターへの渡し方です。`speed_adjust` は全体を受信してから渡します。',
  ),
  smtpd_proxy_timeout: words(
    'How long the before-queue filter may take.',
    'キュー前フィルターを待つ時間です。',
  ),
  smtpd_recipient_limit: words('How many recipients a message may have.', '1 通あたりの受信者数の上限です。'),
  smtpd_recipient_overshoot_limit: words(
    'How many recipients beyond the limit count as mistakes only after that.',
    '上限を超えた受信者をこの数までは誤りとして数えません。',
  ),
  smtpd_reject_filter_maps: words(
    'A table that changes the server’s own refusals before they are sent.',
    'サーバーの拒否応答を送る前に書き換える表です。',
  ),
  smtpd_reject_footer: words(
    'Text put behind refusals: whom to ask, with the client’s address.',
    '拒否の応答の後に付ける文です。問い合わせ先などを書きます。',
  ),
  smtpd_reject_footer_maps: words(
    'By reply: the text put behind a refusal.',
    '応答ごとに、拒否の後に付ける文を決める表です。',
  ),
  smtpd_reject_unlisted_sender: words(
    'Refuses senders in domains of this host that do not exist.',
    'このホストのドメインの、存在しない送信者を拒否します。',
  ),
  smtpd_relay_before_recipient_restrictions: words(
    'Whether `smtpd_relay_restrictions` is looked at before `smtpd_recipient_restrictions`.',
    '`smtpd_relay_restrictions` を `smtpd_recipient_restrictions` より先に評価するかどうかです。',
  ),
  smtpd_sasl_application_name: words(
    'The name under which Cyrus SASL looks for its settings. Replaced by smtpd_sasl_path.',
    'Cyrus SASL が設定を探す名前です。smtpd_sasl_path に置き換えられました。',
  ),
  smtpd_sasl_exceptions_networks: words(
    'Clients that are not offered AUTH.',
    'AUTH を提示しないクライアントです。',
  ),
  smtpd_sasl_mechanism_filter: words(
    'Which of the SASL mechanisms that there are may be offered.',
    '提示してよい SASL 機構を選びます。',
  ),
  smtpd_sasl_response_limit: words(
    'How long a client’s answer in AUTH may be.',
    'AUTH でのクライアントの応答の長さの上限です。',
  ),
  smtpd_sasl_service: words(
    'The service name that the SASL plugin is told; Dovecot knows `smtp`.',
    'SASL に伝えるサービス名です。Dovecot は `smtp` です。',
  ),
  smtpd_sasl_tls_security_options: words(
    'Which mechanisms AUTH may use inside TLS. Plain text passwords are fine there.',
    'TLS の中で許す AUTH の条件です。TLS の中では平文の機構も使えます。',
  ),
  smtpd_service_name: words(
    'The service to which postscreen hands clients that passed.',
    'postscreen が検査を通ったクライアントを渡すサービスです。',
  ),
  smtpd_soft_error_limit: words(
    'After so many mistakes answers are delayed.',
    'この数の誤りから応答を遅らせます。',
  ),
  smtpd_starttls_timeout: words(
    'How long the TLS handshake with a client may take.',
    'クライアントとの TLS ハンドシェイクの時間制限です。',
  ),
  smtpd_timeout: words(
    'How long to wait for a client; shorter when the server is under stress.',
    'クライアントを待つ時間です。高負荷のときは短くなります。',
  ),
  smtpd_upstream_proxy_protocol: words(
    'The protocol in which a load balancer in front says who the client is. Without it, SPF and every check by address judge the balancer.',
    '前段の負荷分散装置がクライアントを伝えるプロトコルです。無いと SPF などアドレスによる検査が装置自身を見てしまいます。',
  ),
  smtpd_upstream_proxy_timeout: words(
    'How long to wait for the load balancer’s word.',
    '負荷分散装置の情報を待つ時間です。',
  ),
  unknown_address_reject_code: words(
    'The reply code where `reject_unknown_sender_domain` or `…_recipient_domain` refuses.',
    '`reject_unknown_sender_domain` などが拒否するときの応答コードです。',
  ),
  unknown_address_tempfail_action: words(
    'What `reject_unknown_sender_domain` and `…_recipient_domain` do where the DNS does not answer.',
    '`reject_unknown_sender_domain` などで DNS が応答しないときの動作です。',
  ),
  unknown_client_reject_code: words(
    'The reply code where `reject_unknown_client_hostname` refuses.',
    '`reject_unknown_client_hostname` が拒否するときの応答コードです。',
  ),
  unknown_helo_hostname_tempfail_action: words(
    'What `reject_unknown_helo_hostname` does where the DNS does not answer.',
    '`reject_unknown_helo_hostname` で DNS が応答しないときの動作です。',
  ),
  unknown_hostname_reject_code: words(
    'The reply code where `reject_unknown_helo_hostname` refuses.',
    '`reject_unknown_helo_hostname` が拒否するときの応答コードです。',
  ),
  unknown_relay_recipient_reject_code: words(
    'The reply code for recipients that relay_recipient_maps does not list.',
    'relay_recipient_maps に無い受信者への応答コードです。',
  ),
  unknown_virtual_alias_reject_code: words(
    'The reply code for recipients that virtual_alias_maps does not list.',
    'virtual_alias_maps に無い受信者への応答コードです。',
  ),
  unknown_virtual_mailbox_reject_code: words(
    'The reply code for recipients that virtual_mailbox_maps does not list.',
    'virtual_mailbox_maps に無い受信者への応答コードです。',
  ),
  unverified_recipient_defer_code: words(
    'The reply code while it is not known whether a recipient exists.',
    '受信者の実在が確認できないときの応答コードです。',
  ),
  unverified_recipient_reject_code: words(
    'The reply code for a recipient that the next host refused.',
    '次のホストが受信者を拒否したときの応答コードです。',
  ),
  unverified_recipient_reject_reason: words(
    'What the client is told in place of the next host’s own words.',
    '次のホストの応答文の代わりに返す文です。',
  ),
  unverified_recipient_tempfail_action: words(
    'What `reject_unverified_recipient` does where probing fails for a time.',
    '`reject_unverified_recipient` の確認が一時的にできないときの動作です。',
  ),
  unverified_sender_defer_code: words(
    'The reply code while it is not known whether a sender exists.',
    '送信者の実在が確認できないときの応答コードです。',
  ),
  unverified_sender_reject_code: words(
    'The reply code for a sender whose own host refuses it.',
    '送信者のホストがそのアドレスを拒否したときの応答コードです。',
  ),
  unverified_sender_reject_reason: words(
    'What the client is told in place of the probed host’s own words.',
    '確認先の応答文の代わりに返す文です。',
  ),
  unverified_sender_tempfail_action: words(
    'What `reject_unverified_sender` does where probing fails for a time.',
    '`reject_unverified_sender` の確認が一時的にできないときの動作です。',
  ),
};
