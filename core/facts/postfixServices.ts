import type { Localized } from '../text/message';
import { keyword, type Keyword } from './keyword';

/** A column of master.cf: its heading, what it says, and what may stand in it. */
export interface MasterColumn {
  readonly name: string;
  readonly words: Localized;
  readonly values: readonly Keyword[];
}

const yes = keyword('y', 'Yes.', 'はい。');
const no = keyword('n', 'No.', 'いいえ。');
const preset = keyword('-', 'The default.', '既定値です。');

const TYPES: readonly Keyword[] = [
  keyword(
    'inet',
    'Listens at a TCP port, seen from outside.',
    'TCP ポートで待ち受けます。外部から接続できます。',
  ),
  keyword(
    'unix',
    'Listens at a UNIX domain stream socket.',
    'UNIX ドメインのストリームソケットで待ち受けます。',
  ),
  keyword(
    'unix-dgram',
    'Listens at a UNIX domain datagram socket.',
    'UNIX ドメインのデータグラムソケットで待ち受けます。',
  ),
  keyword('fifo', 'Listens at a named pipe.', '名前付きパイプで待ち受けます。'),
  keyword(
    'pass',
    'Is handed open connections, by postscreen for one.',
    '確立済みの接続を (postscreen などから) 受け取ります。',
  ),
];

const DAEMONS: readonly Keyword[] = [
  keyword(
    'smtpd',
    'Receives mail by SMTP; talks to smtpd_milters.',
    'SMTP でメールを受信します。smtpd_milters を呼びます。',
  ),
  keyword('smtp', 'Sends mail by SMTP.', 'SMTP でメールを送信します。'),
  keyword('lmtp', 'Sends mail by LMTP.', 'LMTP でメールを渡します。'),
  keyword('postscreen', 'Holds off spam bots before smtpd.', 'smtpd の手前でスパムボットを防ぎます。'),
  keyword(
    'cleanup',
    'Puts new mail in order and into the queue; talks to non_smtpd_milters.',
    '新しいメールを整えてキューに入れます。non_smtpd_milters を呼びます。',
  ),
  keyword('qmgr', 'The queue manager.', 'キューマネージャーです。'),
  keyword('pickup', 'Takes in mail from the sendmail command.', 'sendmail コマンドのメールを取り込みます。'),
  keyword('local', 'Delivers to local users.', 'ローカル利用者に配送します。'),
  keyword('virtual', 'Delivers to virtual mailboxes.', '仮想メールボックスに配送します。'),
  keyword('pipe', 'Delivers to an external command.', '外部コマンドに配送します。'),
  keyword(
    'spawn',
    'Runs an external server, such as an SPF policy service.',
    'SPF ポリシーサービスなどの外部サーバーを動かします。',
  ),
  keyword('bounce', 'Keeps records of failures and sends bounces.', '配送失敗を記録し、バウンスを送ります。'),
  keyword(
    'trivial-rewrite',
    'Rewrites and resolves addresses.',
    'アドレスの書き換えと配送先の決定をします。',
  ),
  keyword('proxymap', 'Reads tables for the others.', 'ほかのプロセスの代わりに表を引きます。'),
  keyword('tlsmgr', 'Keeps TLS sessions and randomness.', 'TLS のセッションと乱数を管理します。'),
  keyword(
    'tlsproxy',
    'Speaks TLS for postscreen and smtp.',
    'postscreen や smtp の代わりに TLS を話します。',
  ),
  keyword('verify', 'Keeps the results of address probes.', 'アドレス確認の結果を保持します。'),
  keyword('flush', 'Flushes the queue for a destination (ETRN).', '宛先ごとにキューを流します (ETRN)。'),
  keyword('error', 'Bounces or defers everything.', 'すべてをバウンスまたは保留します。'),
  keyword('discard', 'Throws everything away.', 'すべてを捨てます。'),
  keyword('showq', 'Lists the queue.', 'キューを一覧します。'),
  keyword('scache', 'Keeps SMTP connections for reuse.', 'SMTP 接続を使い回せるように保持します。'),
  keyword('anvil', 'Counts clients’ connections and requests.', 'クライアントの接続数や頻度を数えます。'),
  keyword('dnsblog', 'Asks DNS block lists for postscreen.', 'postscreen のために DNSBL を引きます。'),
  keyword('postlogd', 'Writes maillog_file.', 'maillog_file に記録します。'),
  keyword('qmqpd', 'Receives mail by QMQP.', 'QMQP でメールを受信します。'),
];

/** The columns of master.cf (master(5)), in order. */
export const MASTER_COLUMNS: readonly MasterColumn[] = [
  {
    name: 'service',
    words: {
      en: 'The service’s name: for inet a `port` or `host:port`, otherwise the name of its socket.',
      ja: 'サービス名です。inet では `ポート` や `ホスト:ポート`、それ以外ではソケットの名前です。',
    },
    values: [],
  },
  {
    name: 'type',
    words: { en: 'How the service is reached.', ja: 'サービスへの接続方法です。' },
    values: TYPES,
  },
  {
    name: 'private',
    words: {
      en: 'Whether only Postfix itself may connect (default y; inet must be n).',
      ja: 'Postfix だけが接続できるかどうかです (既定は y。inet では n にします)。',
    },
    values: [preset, yes, no],
  },
  {
    name: 'unpriv',
    words: {
      en: 'Whether it runs without root’s rights (default y).',
      ja: 'root 権限なしで動かすかどうかです (既定は y)。',
    },
    values: [preset, yes, no],
  },
  {
    name: 'chroot',
    words: {
      en: 'Whether it is locked into queue_directory (default n since Postfix 3.0). A milter’s unix socket must then lie there.',
      ja: 'queue_directory に chroot するかどうかです (Postfix 3.0 からの既定は n)。chroot すると、milter の UNIX ソケットもその中に必要です。',
    },
    values: [preset, yes, no],
  },
  {
    name: 'wakeup',
    words: {
      en: 'Wakes the service every so many seconds; 0 for never, `?` only where it is in use.',
      ja: 'この秒数ごとにサービスを起こします。0 は起こさず、`?` は使用中の場合だけ起こします。',
    },
    values: [preset],
  },
  {
    name: 'maxproc',
    words: {
      en: 'How many processes at most; 0 for no limit, `-` for default_process_limit.',
      ja: 'プロセス数の上限です。0 は無制限、`-` は default_process_limit です。',
    },
    values: [preset],
  },
  {
    name: 'command',
    words: {
      en: 'The program in daemon_directory, with its arguments.',
      ja: 'daemon_directory にあるプログラムと引数です。',
    },
    values: DAEMONS,
  },
];
