import type { Localized } from '../text/message';

function words(en: string, ja: string): Localized {
  return { en, ja };
}

const REPUTATION_EN = 'Part of an experiment that rates signers by their past (build feature).';
const REPUTATION_JA = '署名者を実績で評価する実験的機能の設定です (ビルド時の機能)。';
const LDAP_EN = 'For data sets that ask an LDAP server.';
const LDAP_JA = 'LDAP サーバーに問い合わせるデータセット用です。';
const ADSP_EN = 'Belonged to ADSP, which is history (RFC 5617); OpenDKIM dropped it in 2.10. Use DMARC.';
const ADSP_JA =
  '廃止された ADSP (RFC 5617) のための設定で、OpenDKIM 2.10 で削除されました。DMARC を使ってください。';

/** `On-…`: what becomes of a message in one event. */
function onEvent(en: string, ja: string): Localized {
  return words(
    `What becomes of a message ${en}: accept, discard, quarantine, reject or tempfail.`,
    `${ja}メールの扱いです。accept、discard、quarantine、reject、tempfail から選びます。`,
  );
}

function reputation(en: string, ja: string): Localized {
  return words(`${REPUTATION_EN} ${en}`, `${REPUTATION_JA}${ja}`);
}

function ldap(en: string, ja: string): Localized {
  return words(`${LDAP_EN} ${en}`, `${LDAP_JA}${ja}`);
}

/** What the keywords of opendkim.conf do that few people set, and those that are gone. */
export const OPENDKIM_RARE_WORDS: Readonly<Record<string, Localized>> = {
  'On-Default': onEvent('in all events that have no setting of their own', '個別の設定がないすべての場合の'),
  'On-BadSignature': onEvent('whose signature does not verify', '署名の検証に失敗した'),
  'On-DNSError': onEvent('whose key cannot be fetched for a DNS error', 'DNS の障害で鍵を取得できない'),
  'On-InternalError': onEvent(
    'when something in OpenDKIM itself fails',
    'OpenDKIM 内部でエラーが起きたときの',
  ),
  'On-KeyNotFound': onEvent('whose key is not in the DNS', '鍵が DNS にない'),
  'On-NoSignature': onEvent('without a signature', '署名のない'),
  'On-ReputationError': onEvent('whose signer cannot be rated', '署名者を評価できない'),
  'On-Security': onEvent('that looks like an attack on the filter', 'フィルターへの攻撃とみられる'),
  'On-SignatureError': onEvent('that cannot be signed', '署名を作れない'),
  ATPSDomains: words(
    'Domains whose mail others may sign for them (ATPS, RFC 6541); hardly anyone does.',
    '他者による署名を認めるドメインです (ATPS、RFC 6541)。ほとんど使われていません。',
  ),
  ATPSHashAlgorithm: words(
    'How the signer’s name is hashed for an ATPS query: sha1, sha256 or none.',
    'ATPS の問い合わせで署名者名に使うハッシュです。sha1、sha256、none から選びます。',
  ),
  BogusKey: words(
    'What becomes of a signature whose key DNSSEC says is forged: none, neutral or fail.',
    'DNSSEC の検証で偽と判定された鍵の署名の扱いです。none、neutral、fail から選びます。',
  ),
  CaptureUnknownErrors: words(
    'Quarantines messages on which something unforeseen failed, so that they can be looked into.',
    '予期しないエラーが起きたメールを、調べられるように保留します。',
  ),
  ConditionalSignatures: words(
    'Recipients for whose sake a signature says that it only counts together with another one (experimental).',
    '別の署名と併せてだけ有効な署名を付ける宛先です (実験的)。',
  ),
  DefaultSender: words(
    'The sender that is assumed where a message names none (build feature).',
    'メールに送信者がないときに仮定する送信者です (ビルド時の機能)。',
  ),
  DiagnosticDirectory: words(
    'Where the header fields of a message that failed are compared with those its signer saw (`z=`).',
    '検証に失敗したメールのヘッダーを、署名時のもの (`z=`) と比べた結果を置く場所です。',
  ),
  DisableCryptoInit: words(
    'Leaves the initialization of the crypto library to another library that does it as well.',
    '暗号ライブラリーの初期化をほかのライブラリーに任せます。',
  ),
  DNSConnect: words('Asks the DNS over TCP only.', 'DNS に TCP だけで問い合わせます。'),
  DomainKeysCompat: words(
    'Also takes keys that were made for DomainKeys, the forerunner of DKIM.',
    'DKIM の前身である DomainKeys 用の鍵も受け入れます。',
  ),
  FinalPolicyScript: words(
    'A Lua script that has the last word on a message once all signatures are judged.',
    'すべての署名を検証した後に、メールの扱いを決める Lua スクリプトです。',
  ),
  FlowData: words(
    'The database that counts messages for RateLimits (build feature).',
    'RateLimits のために通数を数えるデータベースです (ビルド時の機能)。',
  ),
  FlowDataFactor: words(
    'By how much a domain may exceed its limit in RateLimits (build feature).',
    'RateLimits の上限をどれだけ超えてよいかの倍率です (ビルド時の機能)。',
  ),
  FlowDataTTL: words(
    'After how many seconds a count of RateLimits is forgotten (build feature).',
    'RateLimits の通数を忘れるまでの秒数です (ビルド時の機能)。',
  ),
  IdentityHeader: words(
    'A header field whose value becomes the signer’s identity, `i=` (build feature).',
    'その値を署名者の識別子 (`i=`) とするヘッダーです (ビルド時の機能)。',
  ),
  IdentityHeaderRemove: words(
    'Removes the IdentityHeader field before the message goes on (build feature).',
    'IdentityHeader のヘッダーを転送前に削除します (ビルド時の機能)。',
  ),
  IgnoreMalformedMail: words(
    'Lets messages pass that break the syntax of mail, instead of refusing them.',
    '書式の壊れたメールを拒否せずに通します。',
  ),
  KeepTemporaryFiles: words(
    'Keeps the canonicalized header and body of each message on the disk, for debugging only.',
    '正規化したヘッダーと本文をディスクに残します。調査のときだけ使います。',
  ),
  LDAPAuthMechanism: ldap('How it is logged in there (SASL).', 'ログインの方式 (SASL) です。'),
  LDAPAuthName: ldap('The name under which SASL logs in.', 'SASL でログインする名前です。'),
  LDAPAuthRealm: ldap('The realm of SASL.', 'SASL の realm です。'),
  LDAPAuthUser: ldap('The user on whose behalf SASL acts.', 'SASL で代理となるユーザーです。'),
  LDAPBindPassword: ldap(
    'The password; let nobody else read this file.',
    'パスワードです。このファイルをほかの人が読めないようにしてください。',
  ),
  LDAPBindUser: ldap('The user (DN) that logs in.', 'ログインするユーザー (DN) です。'),
  LDAPDisableCache: ldap('Does not remember answers.', '応答をキャッシュしません。'),
  LDAPKeepaliveIdle: ldap(
    'Seconds of silence before it is asked whether the other side is there.',
    '無通信になってから接続を確かめるまでの秒数です。',
  ),
  LDAPKeepaliveInterval: ldap('Seconds between two such questions.', '接続確認の間隔 (秒) です。'),
  LDAPKeepaliveProbes: ldap(
    'How many such questions go unanswered at most.',
    '接続確認に応答がないことを許す回数です。',
  ),
  LDAPTimeout: ldap('How many seconds an answer may take.', '応答を待つ秒数です。'),
  LDAPUseTLS: ldap('Turns encryption on (STARTTLS).', '暗号化 (STARTTLS) を使います。'),
  LuaOnlySigning: words(
    'Signs only what a SetupPolicyScript asks for (build feature).',
    'SetupPolicyScript が求めたものだけに署名します (ビルド時の機能)。',
  ),
  MaximumSignaturesToVerify: words(
    'How many signatures of one message are verified at most; more cost time without end.',
    '1 通のメールで検証する署名数の上限です。',
  ),
  MTACommand: words(
    'The program that sends the reports that SendReports makes.',
    'SendReports のレポートを送信するプログラムです。',
  ),
  POPDBFile: words(
    'A database of clients that have just fetched mail by POP, and may therefore send (build feature).',
    'POP で受信した直後のため送信を許すクライアントのデータベースです (ビルド時の機能)。',
  ),
  RateLimits: words(
    'How many messages a domain may send in a while (build feature).',
    'ドメインごとの一定時間内の通数の上限です (ビルド時の機能)。',
  ),
  RedirectFailuresTo: words(
    'An address that gets the messages whose signature failed, in place of their recipients.',
    '署名の検証に失敗したメールを、本来の宛先の代わりに受け取るアドレスです。',
  ),
  RemoveARFrom: words(
    'Hosts whose Authentication-Results fields are taken out, so that nobody outside can claim your results.',
    'Authentication-Results を削除する対象のホスト名です。外部の者が自分のサーバーの結果をかたるのを防ぎます。',
  ),
  ReplaceHeaders: words(
    'The header fields to which ReplaceRules apply.',
    'ReplaceRules を適用するヘッダーです。',
  ),
  ReplaceRules: words(
    'A file of rewriting that a mail server will do later: what is signed is the text after it.',
    '後段の MTA が行う書き換えを書いたファイルです。書き換え後の文字列に署名します。',
  ),
  ReportBccAddress: words(
    'Who gets a copy of each report that SendReports sends.',
    'SendReports のレポートの写しを受け取るアドレスです。',
  ),
  ReputationCache: reputation('Where ratings are kept.', '評価の保存先です。'),
  ReputationCacheTTL: reputation('How many seconds a rating is kept.', '評価を保持する秒数です。'),
  ReputationDuplicates: reputation('Where messages seen are kept.', '受信済みのメールの記録先です。'),
  ReputationLimitModifiers: reputation('Changes to the limits of a signer.', '署名者ごとの上限の補正です。'),
  ReputationLimits: reputation('How many messages each signer may send.', '署名者ごとの通数の上限です。'),
  ReputationLowTime: reputation('When a signer counts as little known.', '実績が少ないとみなす期間です。'),
  ReputationMinimum: reputation('How many messages are let through at least.', '最低限通す通数です。'),
  ReputationRRDHashDepth: reputation('How deep its folders are.', 'フォルダーの階層の深さです。'),
  ReputationRRDRoot: reputation('The folder of its data.', 'データのフォルダーです。'),
  ReputationRatios: reputation('The share of spam of each signer.', '署名者ごとの迷惑メールの割合です。'),
  ReputationSpamCheck: reputation(
    'A pattern between slashes that tells a spam filter’s header field.',
    '迷惑メールフィルターのヘッダーを見分けるパターンを `/` で囲んで書きます。',
  ),
  ReputationTest: reputation('Only logs what it would do.', '記録だけを行い、実際には何もしません。'),
  ReputationTimeFactor: reputation('How long ratings are averaged.', '評価を平均する期間の係数です。'),
  ReputationTimeout: reputation('How many seconds an answer may take.', '応答を待つ秒数です。'),
  ReputationVerbose: reputation('Logs more.', '詳しく記録します。'),
  RequestReports: words(
    'Asks receivers in each signature for reports of failures (RFC 6651).',
    '署名の検証失敗のレポートを受信側に求めます (RFC 6651)。',
  ),
  ResignAll: words(
    'Signs also mail that carries a signature already (build feature).',
    'すでに署名のあるメールにも署名します (ビルド時の機能)。',
  ),
  ResignMailTo: words(
    'Recipients, such as mailing lists, whose mail is signed anew (build feature).',
    '改めて署名する宛先 (メーリングリストなど) です (ビルド時の機能)。',
  ),
  ResolverConfiguration: words(
    'A file of settings for the DNS resolver (libunbound).',
    'DNS リゾルバー (libunbound) の設定ファイルです。',
  ),
  ResolverTracing: words('Logs what the DNS resolver does.', 'DNS リゾルバーの動作を記録します。'),
  ScreenPolicyScript: words(
    'A Lua script that chooses which signatures of a message are verified.',
    '検証する署名を選ぶ Lua スクリプトです。',
  ),
  SelectCanonicalizationHeader: words(
    'A header field in which a client may choose the canonicalization; it is taken out.',
    'クライアントが正規化方式を選ぶためのヘッダーです。署名時に取り除かれます。',
  ),
  SenderMacro: words(
    'A macro of the mail server whose value is taken for the sender.',
    'その値を送信者とみなす MTA のマクロです。',
  ),
  SetupPolicyScript: words(
    'A Lua script that decides who signs a message with which key, and what is verified.',
    'どの鍵で署名し、何を検証するかを決める Lua スクリプトです。',
  ),
  SMTPURI: words(
    'Where reports are handed in by SMTP, such as `smtp://localhost` (build feature).',
    'レポートを渡す SMTP サーバーです (例: `smtp://localhost`、ビルド時の機能)。',
  ),
  SoftStart: words(
    'Starts although a database or LDAP server cannot be reached yet.',
    'データベースや LDAP サーバーにつながらなくても起動します。',
  ),
  Statistics: words(
    'A file that collects a line for each message, for statistics (build feature).',
    'メールごとの統計を書き込むファイルです (ビルド時の機能)。',
  ),
  StatisticsName: words(
    'The name of this host in the statistics (build feature).',
    '統計でのこのホストの名前です (ビルド時の機能)。',
  ),
  StatisticsPolicyScript: words(
    'A Lua script that adds values to the statistics (build feature).',
    '統計に値を加える Lua スクリプトです (ビルド時の機能)。',
  ),
  StatisticsPrefix: words(
    'What job IDs in the statistics begin with (build feature).',
    '統計のジョブ ID の先頭に付ける文字列です (ビルド時の機能)。',
  ),
  StrictTestMode: words(
    'In test mode (-t), ends with an error where a message does not verify.',
    'テストモード (-t) で、検証に失敗したメールがあるとエラーで終了します。',
  ),
  SyslogName: words('The program’s name in the log.', 'ログでのプログラム名です。'),
  TestDNSData: words(
    'A data set of DNS answers in place of the real DNS, for tests only.',
    '実際の DNS の代わりに使う応答のデータセットです。試験専用です。',
  ),
  TestPublicKeys: words(
    'A file of public keys in place of the DNS, for tests only.',
    'DNS の代わりに使う公開鍵のファイルです。試験専用です。',
  ),
  TrustSignaturesFrom: words(
    'Domains whose signatures count for mail of other domains, too; others only for their own.',
    'ほかのドメインのメールに対する署名も認めるドメインです。それ以外は自ドメインの署名だけが有効です。',
  ),
  UnprotectedKey: words(
    'What becomes of a signature whose key is not covered by DNSSEC: none, neutral or fail.',
    'DNSSEC で保護されていない鍵の署名の扱いです。none、neutral、fail から選びます。',
  ),
  'VBR-Certifiers': words(
    'Who vouches for your mail in the VBR-Info field (RFC 5518); hardly anyone does.',
    'VBR-Info に書く、自分のメールを保証する機関です (RFC 5518)。ほとんど使われていません。',
  ),
  'VBR-PurgeFields': words('Takes X-VBR fields out after use.', '使用後に X-VBR のヘッダーを取り除きます。'),
  'VBR-TrustedCertifiers': words('Whose vouching is believed (VBR).', '保証を信頼する機関です (VBR)。'),
  'VBR-TrustedCertifiersOnly': words(
    'Asks trusted certifiers only (VBR).',
    '信頼する機関だけに問い合わせます (VBR)。',
  ),
  'VBR-Type': words(
    'The kind of mail that is vouched for (VBR).',
    '保証の対象となるメールの種類です (VBR)。',
  ),
  WeakSyntaxChecks: words(
    'Goes on with messages whose addresses break the syntax of mail.',
    'アドレスの書式が壊れたメールでも処理を続けます。',
  ),
  'X-Header': words(
    'Adds a DKIM-Filter field with the version; called SoftwareHeader today.',
    'バージョンを示す DKIM-Filter ヘッダーを付けます。現在の名前は SoftwareHeader です。',
  ),
  AddAllSignatureResults: words(
    'Reported on every signature of a message; since 2.10 that is always so.',
    'メールのすべての署名の結果を報告します。2.10 以降は常にそうなります。',
  ),
  ADSPAction: words(ADSP_EN, ADSP_JA),
  ADSPDiscard: words(ADSP_EN, ADSP_JA),
  ADSPNoSuchDomain: words(ADSP_EN, ADSP_JA),
  BogusPolicy: words(ADSP_EN, ADSP_JA),
  DisableADSP: words(ADSP_EN, ADSP_JA),
  InsecurePolicy: words(ADSP_EN, ADSP_JA),
  LocalADSP: words(ADSP_EN, ADSP_JA),
  NoDiscardableMailTo: words(ADSP_EN, ADSP_JA),
  'On-PolicyError': words(ADSP_EN, ADSP_JA),
  SendADSPReports: words(ADSP_EN, ADSP_JA),
  UnprotectedPolicy: words(ADSP_EN, ADSP_JA),
  BodyLengthDBFile: words('The old name of BodyLengthDB.', 'BodyLengthDB の古い名前です。'),
  BodyLengths: words(
    'Signed every message with the length of its body (`l=`); gone, as that is a risk.',
    'すべての署名に本文の長さ (`l=`) を付ける設定でした。危険なため削除されました。',
  ),
  InsecureKey: words('The old name of UnprotectedKey.', 'UnprotectedKey の古い名前です。'),
  KeyList: words(
    'A list of patterns and keys; KeyTable and SigningTable took its place, in another form.',
    'パターンと鍵の一覧でした。書式の異なる KeyTable と SigningTable に置き換えられました。',
  ),
  LDAPSoftStart: words('The old name of SoftStart.', 'SoftStart の古い名前です。'),
  ResolvConf: words(
    'Settings of the resolver; Nameservers took its place.',
    'リゾルバーの設定でした。Nameservers に置き換えられました。',
  ),
  UnboundConfigFile: words(
    'The old name of ResolverConfiguration.',
    'ResolverConfiguration の古い名前です。',
  ),
};
