import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the parameters of the SMTP client do, in our own words; those of TLS are in a file of their own. */
export const POSTFIX_CLIENT_WORDS: Readonly<Record<string, Localized>> = {
  smtp_address_preference: words(
    'Whether IPv4 or IPv6 is tried first. Where only one family is in SPF, the other one fails it.',
    'IPv4 と IPv6 のどちらを先に試すかです。SPF に片方しか無いと、もう片方で送ったメールは失敗します。',
  ),
  smtp_address_verify_target: words(
    'At which command an address probe stops: RCPT or DATA.',
    'アドレスの実在確認をどのコマンドまで進めるかです (RCPT か DATA)。',
  ),
  smtp_always_send_ehlo: words(
    'Greets with EHLO even where the server does not announce ESMTP.',
    'サーバーが ESMTP と名乗らなくても EHLO を使います。',
  ),
  smtp_balance_inet_protocols: words(
    'Makes sure that a server’s IPv4 and IPv6 addresses are both among those tried.',
    '試すアドレスに IPv4 と IPv6 の両方が含まれるようにします。',
  ),
  smtp_bind_address_enforce: words(
    'Puts mail off where smtp_bind_address cannot be used, instead of sending from another address, which SPF may not permit.',
    'smtp_bind_address が使えないときに送信を見合わせます。別のアドレスから送ると SPF に失敗することがあるためです。',
  ),
  smtp_body_checks: words(
    'Body checks for mail that goes out. They come after signing: what they change breaks DKIM signatures.',
    '送信時の本文の検査です。署名の後なので、変更すると DKIM 署名が壊れます。',
  ),
  smtp_connect_timeout: words(
    'How long to wait for a connection; 0 for as long as the system does.',
    '接続を待つ時間です。0 は OS の制限に従います。',
  ),
  smtp_connection_cache_destinations: words(
    'Destinations whose connections are always kept for the next message.',
    '接続を常に再利用する宛先です。',
  ),
  smtp_connection_cache_on_demand: words(
    'Keeps connections open where there is much mail for one destination.',
    '同じ宛先のメールが多いときに接続を再利用します。',
  ),
  smtp_connection_cache_time_limit: words(
    'How long an unused connection is kept.',
    '使われない接続を保つ時間です。',
  ),
  smtp_connection_reuse_count_limit: words(
    'How many messages go over one connection; 0 for any number.',
    '1 接続で送るメールの数です。0 は無制限です。',
  ),
  smtp_connection_reuse_time_limit: words('How long one connection is used.', '1 接続を使い続ける時間です。'),
  smtp_defer_if_no_mx_address_found: words(
    'Tries again later where no MX host has an address, instead of bouncing.',
    'MX のアドレスが見つからないとき、エラーで返さず再試行します。',
  ),
  smtp_delivery_status_filter: words(
    'A table that changes delivery results, for instance makes a refusal a reason to try again.',
    '配送結果を書き換える表です。拒否を再試行に変えることなどができます。',
  ),
  smtp_discard_ehlo_keyword_address_maps: words(
    'By server: which of its ESMTP features are not used.',
    '使わない ESMTP 機能の、サーバーごとの表です。',
  ),
  smtp_discard_ehlo_keywords: words(
    'ESMTP features of servers that are not used.',
    '使わないサーバーの ESMTP 機能です。',
  ),
  smtp_dns_reply_filter: words(
    'A table that drops or changes DNS answers: `/^\\S+\\s+AAAA/ IGNORE` sends over IPv4 only.',
    'DNS の応答を捨てたり変えたりする表です。AAAA を無視させれば IPv4 だけで送ります。',
  ),
  smtp_dns_resolver_options: words(
    'Options for the system’s resolver, such as searching the own domain.',
    'リゾルバーへの指定です（自ドメインの検索など）。',
  ),
  smtp_dns_support_level: words(
    'How the DNS is used; `dnssec` is what DANE needs.',
    'DNS の使い方です。DANE には `dnssec` が必要です。',
  ),
  smtp_fallback_relay: words(
    'Hosts that take mail where a destination cannot be reached.',
    '宛先に届かないときにメールを託すホストです。',
  ),
  smtp_helo_timeout: words('How long to wait for the answer to EHLO.', 'EHLO の応答を待つ時間です。'),
  smtp_host_lookup: words(
    'How names of hosts are looked up: in the DNS, by the system (`native`), or both.',
    'ホスト名の調べ方です。DNS か OS の仕組み (`native`)、または両方を使います。',
  ),
  smtp_line_length_limit: words(
    'Lines that are longer are cut by a line break and a blank, which breaks DKIM signatures.',
    'これより長い行は途中で改行されます。その場合 DKIM 署名は壊れます。',
  ),
  smtp_log_tls_feature_status: words(
    'Logs which TLS features were asked for and which were had.',
    '求めた TLS 機能と実際に使えた機能を記録します。',
  ),
  smtp_mime_header_checks: words(
    'Header checks for the parts of mail that goes out. They come after signing.',
    '送信時の MIME ヘッダーの検査です。署名の後に行われます。',
  ),
  smtp_min_data_rate: words(
    'With deadlines per request: how many bytes a second must at least get through.',
    '要求ごとの期限を使うときの最低の転送速度 (バイト/秒) です。',
  ),
  smtp_mx_address_limit: words(
    'How many addresses of MX hosts are tried.',
    '試す MX ホストのアドレスの数です。',
  ),
  smtp_mx_session_limit: words(
    'How many servers that answered are tried before mail waits.',
    '応答のあったサーバーをいくつ試してから保留にするかです。',
  ),
  smtp_nested_header_checks: words(
    'Header checks for attached messages of mail that goes out. They come after signing.',
    '送信時の添付メールのヘッダーの検査です。署名の後に行われます。',
  ),
  smtp_never_send_ehlo: words(
    'Greets with HELO only: no TLS, no AUTH.',
    'HELO だけを使います。TLS も AUTH も使えません。',
  ),
  smtp_per_request_deadline: words(
    'Time limits count for a whole command or reply.',
    '時間制限をコマンド全体に適用します。',
  ),
  smtp_pix_workarounds: words(
    'What is done about old firewalls that break SMTP.',
    'SMTP を壊す古いファイアウォールへの対処です。',
  ),
  smtp_quote_rfc821_envelope: words(
    'Puts quotes around odd local parts, as the RFC asks.',
    '特殊なローカル部を RFC どおり引用符で囲みます。',
  ),
  smtp_randomize_addresses: words(
    'Shuffles MX hosts of one preference, which shares the load.',
    '同じ優先度の MX の順序をランダムにします。',
  ),
  smtp_reply_filter: words(
    'A table that changes servers’ replies before they are read.',
    'サーバーの応答を読む前に書き換える表です。',
  ),
  smtp_requiretls_policy: words(
    'How strictly REQUIRETLS is asked of the next host.',
    '次のホストに REQUIRETLS をどこまで求めるかです。',
  ),
  smtp_sasl_auth_cache_name: words(
    'A table that remembers logins that a provider refused.',
    '拒否されたログインを覚えておく表です。',
  ),
  smtp_sasl_auth_cache_time: words(
    'How long a refused login is not tried again.',
    '拒否されたログインを再び試すまでの時間です。',
  ),
  smtp_sasl_auth_soft_bounce: words(
    'Keeps mail where the login was refused, instead of returning it.',
    'ログインが拒否されてもメールを返さず保留します。',
  ),
  smtp_sasl_mechanism_filter: words(
    'Which of the server’s SASL mechanisms may be used.',
    'サーバーの SASL 機構のうち使ってよいものです。',
  ),
  smtp_sasl_password_result_delimiter: words(
    'What stands between name and password in smtp_sasl_password_maps.',
    'smtp_sasl_password_maps の名前とパスワードの区切りです。',
  ),
  smtp_sasl_path: words(
    'What the SASL plugin is told; hardly ever needed.',
    'SASL プラグインに渡す値です。ほぼ不要です。',
  ),
  smtp_sasl_security_options: words(
    'Which mechanisms a login may use. The default forbids plain text ones: set `noanonymous` for providers behind TLS.',
    'ログインに許す機構の条件です。既定では平文の機構を禁じます。TLS を使うプロバイダーには `noanonymous` とします。',
  ),
  smtp_sasl_tls_security_options: words(
    'Which mechanisms a login may use inside TLS.',
    'TLS の中で許すログイン機構の条件です。',
  ),
  smtp_sasl_tls_verified_security_options: words(
    'Which mechanisms a login may use inside TLS with a server that was verified.',
    '検証済みのサーバーとの TLS の中で許すログイン機構の条件です。',
  ),
  smtp_sasl_type: words(
    'The SASL implementation of the client; only `cyrus` exists.',
    'クライアントの SASL 実装です。`cyrus` だけがあります。',
  ),
  smtp_send_dummy_mail_auth: words(
    'Adds `AUTH=<>` to MAIL after a login, for servers that want it.',
    'ログイン後の MAIL に `AUTH=<>` を付けます。',
  ),
  smtp_send_xforward_command: words(
    'Tells the next host, usually a filter, who the client was.',
    '次のホスト（通常はフィルター）に元のクライアントを伝えます。',
  ),
  smtp_sender_dependent_authentication: words(
    'Chooses the login by the sender. For hosts that send through several providers’ accounts.',
    '送信者ごとにログインを選びます。複数のプロバイダーのアカウントで送るときに使います。',
  ),
  smtp_starttls_timeout: words(
    'How long the TLS handshake with a server may take.',
    'サーバーとの TLS ハンドシェイクの時間制限です。',
  ),
  smtp_tcp_port: words(
    'The port that mail is sent to where a destination names none.',
    '宛先にポートの指定がないときに使うポートです。',
  ),
  smtp_xforward_timeout: words(
    'How long to wait for the answer to XFORWARD.',
    'XFORWARD の応答を待つ時間です。',
  ),
};
