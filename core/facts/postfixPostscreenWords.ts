import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the parameters of postscreen, and of the DNS blocklist lookups that it makes, do, in our own words. */
export const POSTFIX_POSTSCREEN_WORDS: Readonly<Record<string, Localized>> = {
  dnsblog_reply_delay: words(
    'Delays blocklist answers; for tests only.',
    'ブロックリストの応答を遅らせます。試験用です。',
  ),
  dnsblog_service_name: words(
    'The service in master.cf that asks blocklists for postscreen.',
    'postscreen のためにブロックリストを引く master.cf のサービスです。',
  ),
  postscreen_allowlist_interfaces: words(
    'The addresses of this host at which clients can earn their pass. Leaving out the backup MX address catches spammers that try it first.',
    'クライアントが合格を得られる自ホストのアドレスです。予備 MX のアドレスを外すと、そこから先に試すスパマーを弾けます。',
  ),
  postscreen_bare_newline_action: words(
    'What becomes of clients that end lines in LF alone.',
    'LF だけで行を終えるクライアントの扱いです。',
  ),
  postscreen_bare_newline_enable: words(
    'Looks for lines that end in LF alone. Clients that pass are told to try again later: mail is delayed.',
    'LF だけの改行を調べます。合格したクライアントにも再試行を求めるため、配送が遅れます。',
  ),
  postscreen_bare_newline_ttl: words(
    'How long a pass of the bare newline test holds.',
    '改行の検査の合格が有効な期間です。',
  ),
  postscreen_cache_cleanup_interval: words(
    'How often expired passes are cleared away.',
    '期限切れの合格記録を掃除する間隔です。',
  ),
  postscreen_cache_map: words(
    'The table that remembers clients that passed.',
    '合格したクライアントを覚えておく表です。',
  ),
  postscreen_cache_retention_time: words(
    'How long a pass is kept after it expired.',
    '期限切れの合格記録を残す期間です。',
  ),
  postscreen_client_connection_count_limit: words(
    'How many connections a client may have with postscreen.',
    'postscreen に許す 1 クライアントの同時接続数です。',
  ),
  postscreen_denylist_action: words(
    'What becomes of clients that postscreen_access_list refuses.',
    'postscreen_access_list で拒否されたクライアントの扱いです。',
  ),
  postscreen_dnsbl_action: words(
    'What becomes of clients whose blocklist score reaches the threshold.',
    'ブロックリストの得点がしきい値に達したクライアントの扱いです。',
  ),
  postscreen_dnsbl_allowlist_threshold: words(
    'Clients with this score or less (a negative number) skip the remaining tests.',
    '得点がこの値（負の数）以下のクライアントは残りの検査を免除されます。',
  ),
  postscreen_dnsbl_max_ttl: words(
    'How long a pass of the blocklists holds at most.',
    'ブロックリストの合格が有効な最長の時間です。',
  ),
  postscreen_dnsbl_min_ttl: words(
    'How long a pass of the blocklists holds at least.',
    'ブロックリストの合格が有効な最短の時間です。',
  ),
  postscreen_dnsbl_reply_map: words(
    'What blocklist name clients are shown, where the real one holds a secret key.',
    'クライアントに見せるリスト名の表です。秘密のキーを含む名前を隠します。',
  ),
  postscreen_dnsbl_threshold: words(
    'From which score on a client counts as listed.',
    'ブロックリストに載っているとみなす得点です。',
  ),
  postscreen_dnsbl_timeout: words('How long to wait for blocklists.', 'ブロックリストの応答を待つ時間です。'),
  postscreen_greet_action: words(
    'What becomes of clients that talk before they are greeted.',
    '挨拶を待たずに話し始めるクライアントの扱いです。',
  ),
  postscreen_greet_banner: words(
    'The first half of the greeting, which tempts bots to talk too early. Empty for none.',
    '挨拶の前半です。ボットが早まって話し始めるのを誘います。空なら送りません。',
  ),
  postscreen_greet_ttl: words(
    'How long a pass of the greeting test holds.',
    '挨拶の検査の合格が有効な期間です。',
  ),
  postscreen_greet_wait: words('How long clients have to wait for the greeting.', '挨拶を待たせる時間です。'),
  postscreen_helo_required: words(
    'Whether clients have to say HELO or EHLO.',
    'HELO か EHLO を必須にするかどうかです。',
  ),
  postscreen_non_smtp_command_action: words(
    'What becomes of clients that send commands of other protocols.',
    '他のプロトコルのコマンドを送るクライアントの扱いです。',
  ),
  postscreen_non_smtp_command_enable: words(
    'Looks for commands of other protocols. Clients that pass have to come back: mail is delayed.',
    '他のプロトコルのコマンドを調べます。合格しても再接続を求めるため、配送が遅れます。',
  ),
  postscreen_pipelining_action: words(
    'What becomes of clients that send several commands at once.',
    'コマンドをまとめて送るクライアントの扱いです。',
  ),
  postscreen_pipelining_enable: words(
    'Looks for commands sent ahead. Clients that pass have to come back: mail is delayed.',
    'コマンドの先送りを調べます。合格しても再接続を求めるため、配送が遅れます。',
  ),
  postscreen_post_queue_limit: words(
    'How many clients that passed may wait for an SMTP server.',
    '合格して SMTP サーバーを待つクライアントの数の上限です。',
  ),
  postscreen_pre_queue_limit: words(
    'How many clients may be under test at once; the others are told to try again.',
    '同時に検査するクライアントの数の上限です。超えた分には再試行を求めます。',
  ),
  postscreen_reject_footer: words(
    'Text put behind postscreen’s refusals.',
    'postscreen の拒否応答の後に付ける文です。',
  ),
  postscreen_tls_security_level: words(
    'Whether postscreen offers STARTTLS during its deeper tests.',
    'postscreen が検査中に STARTTLS を提示するかどうかです。',
  ),
  postscreen_upstream_proxy_protocol: words(
    'The protocol in which a load balancer says who the client is.',
    '負荷分散装置がクライアントを伝えるプロトコルです。',
  ),
  postscreen_upstream_proxy_timeout: words(
    'How long to wait for the load balancer’s word.',
    '負荷分散装置の情報を待つ時間です。',
  ),
};
