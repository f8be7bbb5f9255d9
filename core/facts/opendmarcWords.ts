import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What each keyword of opendmarc.conf does, in our own words. */
export const OPENDMARC_WORDS: Readonly<Record<string, Localized>> = {
  AuthservID: words(
    'The name under which OpenDMARC writes its Authentication-Results. Readers of the field (and OpenDMARC itself, through TrustedAuthservIDs) know by it which results are their own.',
    'OpenDMARC が書く Authentication-Results の名前です。読み手 (TrustedAuthservIDs を通じて OpenDMARC 自身も) は、この名前で自分たちの結果を見分けます。',
  ),
  AuthservIDWithJobID: words(
    'Adds the mail server’s queue ID to the name in Authentication-Results, so a result can be found in the log.',
    'Authentication-Results の名前に MTA のキュー ID を添えます。ログとの突き合わせに役立ちます。',
  ),
  AutoRestart: words(
    'A parent process starts the filter again whenever it dies.',
    'フィルターが落ちたとき、親プロセスが再起動します。',
  ),
  AutoRestartCount: words(
    'How often AutoRestart starts the filter again before it gives up; 0 for no end.',
    'AutoRestart で再起動する回数の上限です。0 は無制限です。',
  ),
  AutoRestartRate: words(
    'How many restarts in which time are too many: `10/1h` gives up after ten in an hour.',
    '再起動を打ち切る頻度です。`10/1h` は 1 時間に 10 回で打ち切ります。',
  ),
  Background: words('Leaves the terminal and runs as a daemon.', '端末を離れてデーモンとして動きます。'),
  BaseDirectory: words(
    'The working directory: core dumps and relative paths end up there.',
    '作業ディレクトリです。相対パスやコアダンプはここが基準になります。',
  ),
  ChangeRootDirectory: words(
    'Locks the process into this directory (chroot). Every other path is then seen from there.',
    'プロセスをこのディレクトリに閉じ込めます (chroot)。ほかのパスもそこから見たものになります。',
  ),
  CopyFailuresTo: words(
    'An address that gets a copy of every message that failed DMARC.',
    'DMARC に失敗したメールの写しを受け取るアドレスです。',
  ),
  DNSTimeout: words('How many seconds a DNS answer may take.', 'DNS の応答を待つ秒数です。'),
  DomainWhitelist: words(
    'Domains whose ARC chains are believed: mail they passed on may count as passing although DMARC failed here.',
    'ARC チェーンを信頼するドメインです。転送で DMARC に失敗しても、これらのドメインの ARC により救われます。',
  ),
  DomainWhitelistFile: words(
    'A file with one domain a line, for the same use as DomainWhitelist.',
    'DomainWhitelist と同じ用途のドメインを 1 行に 1 つ書いたファイルです。',
  ),
  DomainWhitelistSize: words(
    'The greatest number of domains that the white list may hold.',
    'ホワイトリストに入れられるドメイン数の上限です。',
  ),
  EnableCoredumps: words(
    'Asks the system for a core dump when the filter crashes.',
    '異常終了時にコアダンプを残すよう求めます。',
  ),
  FailureReports: words(
    'Sends failure reports (RFC 6591) to the `ruf` addresses of domains whose mail failed. They quote mail of your users: think of their privacy.',
    'DMARC に失敗したドメインの `ruf` 宛に失敗レポート (RFC 6591) を送ります。利用者のメールを引用するので、プライバシーに注意してください。',
  ),
  FailureReportsBcc: words(
    'Addresses that get every failure report as well, even where the domain asks for none.',
    'ドメインが求めていない場合も含め、失敗レポートを併せて受け取るアドレスです。',
  ),
  FailureReportsOnNone: words(
    'Sends failure reports also to domains whose policy is `none`.',
    'ポリシーが `none` のドメインにも失敗レポートを送ります。',
  ),
  FailureReportsSentBy: words('The From address of failure reports.', '失敗レポートの From アドレスです。'),
  ForensicReports: words(
    'The name of FailureReports before OpenDMARC 1.3.',
    'OpenDMARC 1.3 より前の FailureReports の名前です。',
  ),
  ForensicReportsBcc: words(
    'The name of FailureReportsBcc before OpenDMARC 1.3.',
    'OpenDMARC 1.3 より前の FailureReportsBcc の名前です。',
  ),
  ForensicReportsOnNone: words(
    'The name of FailureReportsOnNone before OpenDMARC 1.3.',
    'OpenDMARC 1.3 より前の FailureReportsOnNone の名前です。',
  ),
  ForensicReportsSentBy: words(
    'The name of FailureReportsSentBy before OpenDMARC 1.3.',
    'OpenDMARC 1.3 より前の FailureReportsSentBy の名前です。',
  ),
  HistoryFile: words(
    'Where every judgement is noted down. opendmarc-import reads this file; without it there is nothing to make aggregate reports from.',
    '判定の履歴を書くファイルです。opendmarc-import がこれを読みます。なければ集約レポートを作れません。',
  ),
  HoldQuarantinedMessages: words(
    'Puts mail with policy `quarantine` into the mail server’s hold queue. Someone must look there.',
    'ポリシーが `quarantine` のメールを MTA の hold キューに留めます。管理者による確認が必要です。',
  ),
  IgnoreAuthenticatedClients: words(
    'Does not judge mail of clients that logged in (SMTP AUTH): your own users’ submissions.',
    'SMTP AUTH でログインしたクライアント (自分の利用者の投稿) のメールを判定しません。',
  ),
  IgnoreHosts: words(
    'A file of hosts and networks whose mail is not judged. Without it only 127.0.0.1 is passed over.',
    '判定しないホストやネットワークを書いたファイルです。なければ 127.0.0.1 だけが対象外になります。',
  ),
  IgnoreMailFrom: words(
    'Domains whose mail (by its From field) is not judged. With your own domain in it, anyone can forge that domain towards you.',
    'From のドメインがここにあるメールは判定しません。自分のドメインを書くと、それをかたるメールが素通りします。',
  ),
  IgnoreMailTo: words('Failure reports never go to these addresses.', '失敗レポートを送らないアドレスです。'),
  MilterDebug: words(
    'How much libmilter tells about its talk with the mail server: 0 (nothing) to 6.',
    'libmilter が MTA とのやり取りを記録する詳しさです。0 (なし) から 6 までです。',
  ),
  NoReportsList: words(
    'A file of domains to which no reports are sent.',
    'レポートを送らないドメインを書いたファイルです。',
  ),
  PidFile: words('Where the process ID is written.', 'プロセス ID を書くファイルです。'),
  PublicSuffixList: words(
    'The public suffix list, from which the organizational domain is told. Without it OpenDMARC cannot find the policy of a parent domain.',
    '組織ドメインを求めるための公開サフィックスリストです。なければ親ドメインのポリシーを見つけられません。',
  ),
  RecordAllMessages: words(
    'Notes down also messages of domains without a DMARC record.',
    'DMARC レコードのないドメインのメールも履歴に残します。',
  ),
  RejectFailures: words(
    'Refuses mail that fails DMARC where its domain’s policy is `reject`. Without it, OpenDMARC only writes down its judgement and everything is delivered.',
    'ポリシーが `reject` のドメインで DMARC に失敗したメールを拒否します。無効なら判定を書くだけで、すべて配送されます。',
  ),
  RejectMultiValueFrom: words(
    'Refuses mail whose From field names several domains, which cannot be judged.',
    'From に複数のドメインがあり判定できないメールを拒否します。',
  ),
  RejectString: words(
    'The text of the SMTP reply to refused mail; `%s` stands for the domain and must be there.',
    '拒否時の SMTP 応答の文です。`%s` がドメインに置き換わります。`%s` は必須です。',
  ),
  ReportCommand: words(
    'The command that sends failure reports; it gets the report on its standard input.',
    '失敗レポートを送るコマンドです。レポートは標準入力で渡されます。',
  ),
  RequiredFrom: words(
    'Refuses mail without a From field that can be read.',
    '読み取れる From がないメールを拒否します。',
  ),
  RequiredHeaders: words(
    'Refuses mail that breaks RFC 5322’s rules on header fields (no From, two Dates …).',
    'ヘッダーが RFC 5322 に反するメール (From なし、Date が 2 つなど) を拒否します。',
  ),
  Socket: words(
    'Where the mail server reaches this filter: `inet:8893@localhost` or `local:/path`. The port comes first, unlike in main.cf, where the same is written `inet:localhost:8893`.',
    'MTA がこのフィルターに接続する場所です。`inet:8893@localhost` または `local:/パス` と書きます。main.cf の `inet:localhost:8893` とは異なり、ポートが先です。',
  ),
  SoftwareHeader: words(
    'Adds a DMARC-Filter field with the version to each message.',
    '各メールにバージョンを記した DMARC-Filter ヘッダーを付けます。',
  ),
  SPFIgnoreResults: words(
    'Passes over SPF results that others noted in the header. Then SPFSelfValidate must be on, or SPF never counts.',
    'ヘッダーにある SPF の結果を無視します。SPFSelfValidate を有効にしないと、SPF がまったく考慮されません。',
  ),
  SPFSelfValidate: words(
    'Checks SPF itself, where no usable result is in the header (always, with SPFIgnoreResults).',
    'ヘッダーに使える SPF の結果がないとき (SPFIgnoreResults が有効なら常に)、自分で SPF を検証します。',
  ),
  Syslog: words('Writes to the system log.', 'syslog に記録します。'),
  SyslogFacility: words(
    'The facility under which it logs, as a rule `mail`.',
    '記録に使う syslog のファシリティーです。通常は `mail` です。',
  ),
  TemporaryDirectory: words(
    'Where temporary files went until OpenDMARC 1.3.',
    'OpenDMARC 1.3 までの一時ファイルの置き場所です。',
  ),
  TestDNSData: words(
    'A file with DNS answers, for OpenDMARC’s own tests.',
    'OpenDMARC 自体のテストに使う DNS 応答のファイルです。',
  ),
  TrustedAuthservIDs: words(
    'Whose Authentication-Results are believed, separated by commas. OpenDKIM’s AuthservID must be among them, or DKIM never counts.',
    '信頼する Authentication-Results の名前をコンマで並べます。OpenDKIM の AuthservID が含まれていないと、DKIM が考慮されません。',
  ),
  UMask: words(
    'The permissions that new files and the socket do **not** get. Begin with 0: the number is octal only then (`002` lets the group in).',
    '新しいファイルやソケットに**与えない**権限です。先頭に 0 を付けた場合だけ 8 進数になります (`002` はグループに書き込みを許します)。',
  ),
  Userid: words(
    'The user, and after a colon the group, that the filter runs as.',
    'フィルターを動かすユーザーです。コロンの後にグループを書けます。',
  ),
};
