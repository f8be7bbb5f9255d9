import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** What the common keywords of opendkim.conf do, in our own words. */
export const OPENDKIM_WORDS: Readonly<Record<string, Localized>> = {
  AllowSHA1Only: words(
    'Lets OpenDKIM run although its library knows no SHA-256. Never needed today.',
    'SHA-256 を使えないライブラリーでも動作を許します。今日では不要です。',
  ),
  AlwaysAddARHeader: words(
    'Adds Authentication-Results also to messages without a signature.',
    '署名のないメールにも Authentication-Results を付けます。',
  ),
  AuthservID: words(
    'The name under which OpenDKIM writes its Authentication-Results. OpenDMARC must trust it (TrustedAuthservIDs).',
    'OpenDKIM が書く Authentication-Results の名前です。OpenDMARC の TrustedAuthservIDs に含める必要があります。',
  ),
  AuthservIDWithJobID: words(
    'Adds the queue ID to the name in Authentication-Results.',
    'Authentication-Results の名前にキュー ID を添えます。',
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
    'How many restarts in which time are too many, such as `10/1h`.',
    '再起動を打ち切る頻度です (例: `10/1h`)。',
  ),
  Background: words('Leaves the terminal and runs as a daemon.', '端末を離れてデーモンとして動きます。'),
  BaseDirectory: words('The working directory.', '作業ディレクトリです。'),
  BodyLengthDB: words(
    'Recipients for whom signatures cover only the present length of the body (`l=`), so that text can be added. A risk.',
    '署名の対象を現在の本文長に限る (`l=`) 宛先です。後から本文を足せるため危険です。',
  ),
  Canonicalization: words(
    'How header and body are put in order before signing: `relaxed/simple`, header first. Relaxed headers survive mail servers that fold and trim.',
    '署名前の正規化を `ヘッダー/本文` の形で指定します。ヘッダーを relaxed にすると、折り返しや空白の変化に耐えます。',
  ),
  ChangeRootDirectory: words(
    'Locks the process into this directory (chroot).',
    'プロセスをこのディレクトリに閉じ込めます (chroot)。',
  ),
  ClockDrift: words(
    'How many seconds a signature may come from the future.',
    '署名の時刻が未来にずれていても許す秒数です。',
  ),
  Diagnostics: words(
    'Puts the signed header fields into the signature (`z=`), so failures can be looked into.',
    '署名に元のヘッダーを含めます (`z=`)。失敗の調査に使います。',
  ),
  DNSTimeout: words('How many seconds a DNS answer may take.', 'DNS の応答を待つ秒数です。'),
  Domain: words(
    'The domain or domains to sign for. With a SigningTable it is not used.',
    '署名するドメインです。SigningTable を使う場合は参照されません。',
  ),
  DontSignMailTo: words(
    'Mail to these recipients is not signed.',
    'ここに挙げた宛先へのメールには署名しません。',
  ),
  EnableCoredumps: words(
    'Asks the system for a core dump when the filter crashes.',
    '異常終了時にコアダンプを残すよう求めます。',
  ),
  ExemptDomains: words(
    'Signatures of these domains are not verified.',
    'ここに挙げたドメインの署名は検証しません。',
  ),
  ExternalIgnoreList: words(
    'Hosts that may send mail as one of our domains without credentials, and without a warning in the log.',
    '認証なしで自ドメインのメールを送っても、ログに警告しないホストです。',
  ),
  FixCRLF: words(
    'Turns bare CR or LF in the body into CR LF before hashing.',
    'ハッシュ計算の前に、本文中の裸の CR や LF を CRLF に直します。',
  ),
  Include: words('Reads another file in this place.', 'この位置で別のファイルを読み込みます。'),
  InternalHosts: words(
    'Hosts and networks whose mail is signed rather than verified; by default only 127.0.0.1. A host missing here gets no signature.',
    'メールを検証せず署名するホストやネットワークです。既定は 127.0.0.1 だけです。ここにないホストのメールには署名されません。',
  ),
  KeepAuthResults: words(
    'Leaves Authentication-Results that carry our own name in place. Forged results then stay, too.',
    '自分の名前の付いた Authentication-Results を取り除きません。偽物も残ります。',
  ),
  KeyFile: words(
    'The private key to sign with. It must be readable for nobody but OpenDKIM.',
    '署名に使う秘密鍵です。OpenDKIM 以外が読めないようにしてください。',
  ),
  KeyTable: words(
    'A table of keys: name → `domain:selector:path`. SigningTable points to its names.',
    '鍵の表です。名前に対して `ドメイン:セレクター:パス` を書きます。SigningTable がその名前を参照します。',
  ),
  LogResults: words('Logs the result of each verification.', '検証の結果をログに残します。'),
  LogWhy: words(
    'Logs why a message was signed or not. The first thing to switch on when signatures are missing.',
    '署名した理由、しなかった理由を記録します。署名が付かないときにまず有効にします。',
  ),
  MacroList: words(
    'Milter macros (and values) that mark mail to be signed.',
    '署名すべきメールを示す milter マクロとその値です。',
  ),
  MaximumHeaders: words(
    'The greatest size of the header, in octets; larger messages are refused.',
    'ヘッダーの最大バイト数です。超えるメールは拒否します。',
  ),
  MaximumSignedBytes: words(
    'Signs only so many octets of the body (`l=`); text can then be added behind them.',
    '本文の先頭から署名するバイト数です (`l=`)。その後に文を足されるおそれがあります。',
  ),
  MilterDebug: words(
    'How much libmilter tells about its talk with the mail server.',
    'libmilter が MTA とのやり取りを記録する詳しさです。',
  ),
  Minimum: words(
    'How much of the body a signature must cover to count.',
    '署名が本文のどれだけを覆っていれば有効とするかです。',
  ),
  MinimumKeyBits: words(
    'RSA keys shorter than this do not count; RFC 8301 asks for at least 1024.',
    'これより短い RSA 鍵の署名を無効とみなします。RFC 8301 は 1024 以上を求めています。',
  ),
  Mode: words('`s` signs, `v` verifies, `sv` does both.', '`s` は署名、`v` は検証、`sv` は両方です。'),
  MTA: words(
    'Names of mail server instances whose mail is to be signed ({daemon_name}).',
    '署名の対象とする MTA の名前 ({daemon_name}) です。',
  ),
  MultipleSignatures: words(
    'Adds a signature for every row of the SigningTable that fits, not only for the first.',
    'SigningTable の該当行すべてで署名します。無効なら最初の 1 つだけです。',
  ),
  MustBeSigned: words(
    'Header fields that a signature must cover to count.',
    '署名の対象になっていなければならないヘッダーです。',
  ),
  Nameservers: words('Addresses of the name servers to ask.', '問い合わせるネームサーバーのアドレスです。'),
  NoHeaderB: words(
    'Leaves the beginning of the signature (header.b) out of Authentication-Results.',
    'Authentication-Results に署名の先頭 (header.b) を書きません。',
  ),
  OmitHeaders: words('Header fields that are never signed.', '署名の対象から外すヘッダーです。'),
  OverSignHeaders: words(
    'Fields that are signed once more than they occur, so nobody can add another. From should be here.',
    '現れる回数より 1 つ多く署名するヘッダーです。後から同名ヘッダーを足せなくなります。From を入れるべきです。',
  ),
  PeerList: words('Hosts whose mail is neither signed nor verified.', '署名も検証もしないホストです。'),
  PidFile: words('Where the process ID is written.', 'プロセス ID を書くファイルです。'),
  Quarantine: words(
    'Puts messages that fail into the mail server’s hold queue.',
    '検証に失敗したメールを MTA の hold キューに留めます。',
  ),
  QueryCache: words('Keeps DNS answers for a while.', 'DNS の応答をしばらく保持します。'),
  RemoveARAll: words(
    'Removes all Authentication-Results, not only those with our own name.',
    '自分の名前のものに限らず、すべての Authentication-Results を取り除きます。',
  ),
  RemoveOldSignatures: words(
    'Removes signatures that are already there before signing.',
    '署名の前に、既存の署名を取り除きます。',
  ),
  ReportAddress: words('The From address of failure reports.', '失敗レポートの From アドレスです。'),
  RequireSafeKeys: words(
    'Refuses to use private keys that others than OpenDKIM can read.',
    'OpenDKIM 以外が読める秘密鍵を使いません。',
  ),
  RequiredHeaders: words(
    'Refuses messages that break RFC 5322’s rules on header fields.',
    'ヘッダーが RFC 5322 に反するメールを拒否します。',
  ),
  Selector: words(
    'The selector of the key in KeyFile: the public key stands at `selector._domainkey.domain`.',
    'KeyFile の鍵のセレクターです。公開鍵は `セレクター._domainkey.ドメイン` に置きます。',
  ),
  SendReports: words(
    'Sends failure reports to signers that ask for them.',
    '求めている署名者に失敗レポートを送ります。',
  ),
  SenderHeaders: words(
    'Which fields name the sender whose domain is signed for; the default is From.',
    '署名するドメインを決める送信者ヘッダーです。既定は From です。',
  ),
  SignatureAlgorithm: words(
    'How to sign: `rsa-sha256`, or `ed25519-sha256` beside it.',
    '署名の方式です。`rsa-sha256`、または併用で `ed25519-sha256` を指定します。',
  ),
  SignatureTTL: words(
    'After how many seconds a signature expires (`x=`); 0 for never.',
    '署名が失効するまでの秒数です (`x=`)。0 は失効しません。',
  ),
  SignHeaders: words('Which header fields are signed.', '署名の対象とするヘッダーです。'),
  SigningTable: words(
    'Which sender is signed for with which key of the KeyTable. Wildcards need the prefix `refile:`.',
    'どの送信者に KeyTable のどの鍵で署名するかの表です。ワイルドカードには `refile:` が必要です。',
  ),
  Socket: words(
    'Where the mail server reaches this filter: `inet:8891@localhost` or `local:/path`. The port comes first, unlike in main.cf.',
    'MTA がこのフィルターに接続する場所です。`inet:8891@localhost` または `local:/パス` と書きます。main.cf とは異なり、ポートが先です。',
  ),
  SoftwareHeader: words(
    'Adds a DKIM-Filter field with the version.',
    'バージョンを記した DKIM-Filter ヘッダーを付けます。',
  ),
  StrictHeaders: words(
    'Refuses to sign or verify messages with an improper number of some header fields.',
    'ヘッダーの個数が規定に反するメールには署名も検証もしません。',
  ),
  SubDomains: words('Signs also for subdomains of Domain.', 'Domain のサブドメインにも署名します。'),
  Syslog: words('Writes to the system log.', 'syslog に記録します。'),
  SyslogFacility: words(
    'The facility under which it logs, as a rule `mail`.',
    '記録に使う syslog のファシリティーです。通常は `mail` です。',
  ),
  SyslogSuccess: words(
    'Logs also each message that was signed or verified well.',
    '署名や検証に成功したメールも記録します。',
  ),
  TemporaryDirectory: words(
    'Where messages are kept while they are worked on.',
    '処理中のメールを置く場所です。',
  ),
  TrustAnchorFile: words(
    'The DNSSEC trust anchor; keys are then validated.',
    'DNSSEC のトラストアンカーです。鍵の取得を検証できます。',
  ),
  UMask: words(
    'The permissions that new files and the socket do **not** get. Begin with 0: the number is octal only then.',
    '新しいファイルやソケットに**与えない**権限です。先頭に 0 を付けた場合だけ 8 進数になります。',
  ),
  UserID: words(
    'The user, and after a colon the group, that the filter runs as.',
    'フィルターを動かすユーザーです。コロンの後にグループを書けます。',
  ),
};
