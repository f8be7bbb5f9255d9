import type { Localized } from '../text/message';

/** A service as most machines have it. */
export interface UsualService {
  readonly name: string;
  readonly type: 'inet' | 'unix' | 'pass' | 'unix-dgram';
  /** The fields up to the command; `c` stands for what the file has for its other daemons in the field of chroot. */
  readonly fields: string;
  readonly command: string;
  /** What follows on lines of its own. */
  readonly more?: readonly string[];
  readonly means: Localized;
}

function usual(
  [name, type]: readonly [string, UsualService['type']],
  fields: string,
  command: string,
  en: string,
  ja: string,
  ...more: readonly string[]
): UsualService {
  return { name, type, fields, command, means: { en, ja }, ...(more.length > 0 && { more }) };
}

const inet = (name: string) => [name, 'inet'] as const;
const unix = (name: string) => [name, 'unix'] as const;

const AUTHENTICATED = [
  '-o smtpd_sasl_auth_enable=yes',
  '-o smtpd_tls_auth_only=yes',
  '-o smtpd_client_restrictions=permit_sasl_authenticated,reject',
  '-o smtpd_relay_restrictions=permit_sasl_authenticated,reject',
  '-o milter_macro_daemon_name=ORIGINATING',
];

/** The services that a master.cf usually has, and those that how-tos add (master(5)). */
export const USUAL_SERVICES: readonly UsualService[] = Object.freeze([
  usual(
    inet('smtp'),
    'n - c - -',
    'smtpd',
    'Receives mail from the Internet, port 25.',
    'インターネットからのメールを受信します (ポート 25)。',
  ),
  usual(
    inet('submission'),
    'n - c - -',
    'smtpd',
    'Takes mail from users who log in; TLS begins with STARTTLS, port 587.',
    'ログインした利用者のメールを受け付けます。TLS は STARTTLS で始まります (ポート 587)。',
    '-o syslog_name=postfix/submission',
    '-o smtpd_tls_security_level=encrypt',
    ...AUTHENTICATED,
  ),
  usual(
    inet('submissions'),
    'n - c - -',
    'smtpd',
    'The same with TLS from the first byte, port 465.',
    '同じく、最初から TLS を使います (ポート 465)。',
    '-o syslog_name=postfix/submissions',
    '-o smtpd_tls_wrappermode=yes',
    ...AUTHENTICATED,
  ),
  usual(
    unix('pickup'),
    'n - c 60 1',
    'pickup',
    'Takes in mail of the sendmail command.',
    'sendmail コマンドのメールを取り込みます。',
  ),
  usual(
    unix('cleanup'),
    'n - c - 0',
    'cleanup',
    'Puts messages right and into the queue; asks milters for mail that comes not by SMTP.',
    'メッセージを整えてキューに入れます。SMTP 以外のメールについて milter に問い合わせます。',
  ),
  usual(
    unix('qmgr'),
    'n - n 300 1',
    'qmgr',
    'The queue: hands mail to those who deliver it.',
    'キューです。メールを配送プロセスに渡します。',
  ),
  usual(
    unix('tlsmgr'),
    '- - c 1000? 1',
    'tlsmgr',
    'Keeps TLS sessions and randomness.',
    'TLS のセッションと乱数を管理します。',
  ),
  usual(
    unix('rewrite'),
    '- - c - -',
    'trivial-rewrite',
    'Rewrites addresses and finds where they lead.',
    'アドレスを書き換え、配送先を決めます。',
  ),
  usual(unix('bounce'), '- - c - 0', 'bounce', 'Sends mail back.', 'メールを送り返します。'),
  usual(unix('defer'), '- - c - 0', 'bounce', 'Remembers what has to wait.', '配送待ちの記録をします。'),
  usual(
    unix('trace'),
    '- - c - 0',
    'bounce',
    'Reports on deliveries that were asked about.',
    '依頼された配送の報告をします。',
  ),
  usual(
    unix('verify'),
    '- - c - 1',
    'verify',
    'Keeps the results of address probes.',
    'アドレス確認の結果を保持します。',
  ),
  usual(
    unix('flush'),
    'n - c 1000? 0',
    'flush',
    'Keeps queued mail by destination, for ETRN.',
    'ETRN のため、宛先ごとのキューを管理します。',
  ),
  usual(
    unix('proxymap'),
    '- - n - -',
    'proxymap',
    'Reads tables for the others.',
    'ほかのプロセスの代わりに表を引きます。',
  ),
  usual(
    unix('proxywrite'),
    '- - n - 1',
    'proxymap',
    'Writes tables for the others.',
    'ほかのプロセスの代わりに表へ書き込みます。',
  ),
  usual(unix('smtp'), '- - c - -', 'smtp', 'Sends mail by SMTP.', 'SMTP でメールを送信します。'),
  usual(
    unix('relay'),
    '- - c - -',
    'smtp',
    'Sends mail to domains of relay_domains.',
    'relay_domains のドメイン宛てにメールを送信します。',
    '-o syslog_name=postfix/$service_name',
  ),
  usual(unix('showq'), 'n - c - -', 'showq', 'Lists the queue.', 'キューを一覧します。'),
  usual(unix('error'), '- - c - -', 'error', 'Bounces what it is given.', '渡されたメールをバウンスします。'),
  usual(unix('retry'), '- - c - -', 'error', 'Defers what it is given.', '渡されたメールを保留します。'),
  usual(
    unix('discard'),
    '- - c - -',
    'discard',
    'Throws away what it is given.',
    '渡されたメールを捨てます。',
  ),
  usual(
    unix('local'),
    '- n n - -',
    'local',
    'Delivers to users of this machine.',
    'このマシンの利用者に配送します。',
  ),
  usual(
    unix('virtual'),
    '- n n - -',
    'virtual',
    'Delivers to virtual mailboxes.',
    '仮想メールボックスに配送します。',
  ),
  usual(
    unix('lmtp'),
    '- - c - -',
    'lmtp',
    'Hands mail to a mailbox server by LMTP.',
    'LMTP でメールボックスサーバーに渡します。',
  ),
  usual(
    unix('anvil'),
    '- - c - 1',
    'anvil',
    'Counts clients’ connections and requests.',
    'クライアントの接続数や頻度を数えます。',
  ),
  usual(
    unix('scache'),
    '- - c - 1',
    'scache',
    'Keeps SMTP connections for reuse.',
    'SMTP 接続を使い回せるように保持します。',
  ),
  usual(
    ['postlog', 'unix-dgram'],
    'n - n - 1',
    'postlogd',
    'Writes maillog_file.',
    'maillog_file に記録します。',
  ),
  usual(
    ['smtpd', 'pass'],
    '- - c - -',
    'smtpd',
    'Takes over clients that postscreen let pass.',
    'postscreen を通過したクライアントを引き継ぎます。',
  ),
  usual(
    unix('dnsblog'),
    '- - c - 0',
    'dnsblog',
    'Asks DNS block lists for postscreen.',
    'postscreen のために DNSBL を引きます。',
  ),
  usual(
    unix('tlsproxy'),
    '- - c - 0',
    'tlsproxy',
    'Speaks TLS for postscreen.',
    'postscreen の代わりに TLS を話します。',
  ),
  usual(
    unix('policyd-spf'),
    '- n n - 0',
    'spawn',
    'An SPF policy service, for check_policy_service in main.cf.',
    'SPF ポリシーサービスです。main.cf の check_policy_service から使います。',
    'user=policyd-spf argv=/usr/bin/policyd-spf',
  ),
  usual(
    unix('dovecot'),
    '- n n - -',
    'pipe',
    'Delivers with dovecot-lda.',
    'dovecot-lda で配送します。',
    'flags=DRhu user=vmail:vmail argv=/usr/lib/dovecot/dovecot-lda -f ${sender} -d ${recipient}',
  ),
]);

/** Services that make sense together only: postscreen in front of smtpd. */
export const POSTSCREEN_SET: readonly UsualService[] = Object.freeze([
  usual(
    inet('smtp'),
    'n - c - 1',
    'postscreen',
    'Keeps spam bots away from smtpd.',
    'smtpd の前でスパムボットを防ぎます。',
  ),
  ...USUAL_SERVICES.filter(({ name }) => ['smtpd', 'dnsblog', 'tlsproxy'].includes(name)),
]);

/** Names under which services of master.cf listen at a port. */
export const SERVICE_PORTS: ReadonlyMap<string, string> = new Map([
  ['smtp', '25'],
  ['submission', '587'],
  ['submissions', '465'],
  ['smtps', '465'],
]);
