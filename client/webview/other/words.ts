import type { Localized } from '../../../core/text/message';

/** Words of the tabs with reports of other kinds. */
export const words = {
  earlier: { en: 'Earlier', ja: '前へ' },
  later: { en: 'Later', ja: '次へ' },
  extent: { en: '{from}–{to} of {all}', ja: '{all} 件中 {from}～{to}' },
  file: { en: 'File', ja: 'ファイル' },
  line: { en: '{file}, line {line}', ja: '{file} の {line} 行目' },
  none: { en: '–', ja: '–' },

  // --- Failure reports
  failuresAbout: {
    en: 'Each line is one mail that failed, told by its receiver as it came in (RFC 9991, sent to the ruf= address). Few receivers send such reports; they hold parts of real mails, so treat the files with care.',
    ja: '1 行が、不合格になったメール 1 通です。受信側がその都度 ruf= のアドレスへ知らせます (RFC 9991)。送ってくる受信側は少数です。実際のメールの一部を含むため、ファイルの扱いにご注意ください。',
  },
  failures: { en: 'Failure reports', ja: '失敗レポート' },
  arrival: { en: 'Arrival', ja: '到着' },
  source: { en: 'Source IP', ja: '送信元 IP' },
  failed: { en: 'Failed', ja: '不合格の検証' },
  from: { en: 'Header From', ja: 'ヘッダー From' },
  mailFrom: { en: 'Envelope From', ja: 'エンベロープ From' },
  dkim: { en: 'DKIM signature', ja: 'DKIM 署名' },
  delivery: { en: 'Delivery', ja: '配送結果' },
  subject: { en: 'Subject', ja: '件名' },
  reporter: { en: 'Reporter', ja: 'レポート元' },
  rcptTo: { en: 'Envelope To', ja: 'エンベロープ To' },
  alignment: { en: 'Aligned', ja: 'アライメント' },
  authentication: { en: 'Authentication-Results', ja: 'Authentication-Results' },
  reportedDomain: { en: 'Reported domain', ja: '対象ドメイン' },
  messageId: { en: 'Message-ID', ja: 'Message-ID' },
  incidents: { en: 'Mails of this kind', ja: '同種のメール' },
  feedbackType: { en: 'Feedback type', ja: 'フィードバックの種類' },
  userAgent: { en: 'Made by', ja: '作成プログラム' },
  reportingMta: { en: 'Reporting MTA', ja: '報告元 MTA' },
  sourceFilter: { en: 'Records from this address', ja: 'このアドレスからのレコード' },

  // --- TLS reports
  tlsAbout: {
    en: 'How mail servers of others fared when they opened encrypted connections to yours (RFC 8460, asked for by the _smtp._tls record). A line is one policy of one report; open it for what failed, and why.',
    ja: '他のメールサーバーがこちらへ暗号化接続したときの結果です（RFC 8460、_smtp._tls レコードで依頼）。1 行が、1 つのレポートの 1 つのポリシーです。開くと、失敗した内容と理由が表示されます。',
  },
  tls: { en: 'TLS reports', ja: 'TLS レポート' },
  organisation: { en: 'Organisation', ja: '組織' },
  period: { en: 'Period', ja: '期間' },
  policyDomain: { en: 'Policy domain', ja: 'ポリシーのドメイン' },
  policyType: { en: 'Policy', ja: 'ポリシー' },
  successful: { en: 'Successful', ja: '成功' },
  failedSessions: { en: 'Failed', ja: '失敗' },
  failures_: { en: 'What failed', ja: '失敗の内容' },
  sts: { en: 'MTA-STS', ja: 'MTA-STS' },
  tlsa: { en: 'DANE (TLSA)', ja: 'DANE (TLSA)' },
  'no-policy-found': { en: 'no policy', ja: 'ポリシーなし' },
  policyText: { en: 'Policy as the sender saw it', ja: '送信側が見たポリシー' },
  mxHosts: { en: 'MX hosts of the policy', ja: 'ポリシーの MX ホスト' },
  reportId: { en: 'Report ID', ja: 'レポート ID' },
  contact: { en: 'Contact', ja: '連絡先' },
  allWell: { en: 'No session failed.', ja: '失敗したセッションはありません。' },
  noDetails: {
    en: 'The report does not say why {sessions} sessions failed.',
    ja: '{sessions} セッションが失敗した理由は、レポートに記載されていません。',
  },
  reason: { en: 'Reason', ja: '理由' },
  sessions: { en: 'Sessions', ja: 'セッション' },
  sendingIp: { en: 'Sender', ja: '送信側' },
  receivingMx: { en: 'Your MX', ja: '受信側 MX' },
  more: { en: 'More', ja: '補足' },

  // --- OpenDMARC's history
  historyAbout: {
    en: 'What OpenDMARC wrote down of each mail that it checked, until opendmarc-import takes it. Above, the aggregate reports that it would make of it for the domains that ask for them; their records are under “Records”.',
    ja: 'OpenDMARC が検証した各メールの記録です（opendmarc-import に取り込まれる前のもの）。上の表は、ここから各ドメイン宛てに作られる集約レポートです。そのレコードは「レコード」タブにあります。',
  },
  historyReports: {
    en: 'Aggregate reports that it comes to',
    ja: 'ここから作られる集約レポート',
  },
  historyMessages: { en: 'Messages', ja: 'メール' },
  domain: { en: 'Domain', ja: 'ドメイン' },
  messages: { en: 'Messages', ja: '通数' },
  rua: { en: 'Goes to (rua=)', ja: '送信先 (rua=)' },
  noRua: { en: 'nobody: no rua=, so no report', ja: 'なし（rua= がないため作られません）' },
  policy: { en: 'Policy', ja: 'ポリシー' },
  showRecords: { en: 'Show the records of this report', ja: 'このレポートのレコードを表示' },
  received: { en: 'Received', ja: '受信' },
  alignedDkim: { en: 'DKIM', ja: 'DKIM' },
  alignedSpf: { en: 'SPF', ja: 'SPF' },
  signatures: { en: 'DKIM signatures', ja: 'DKIM 署名' },
  spfCheck: { en: 'SPF check', ja: 'SPF 検証' },
  disposition: { en: 'Disposition', ja: '処理' },
  job: { en: 'Job', ja: 'ジョブ' },
  recordedBy: { en: 'Recorded by', ja: '記録元' },
  policyOf: { en: 'Policy found at', ja: 'ポリシーのドメイン' },
  arc: { en: 'ARC', ja: 'ARC' },
  arcPolicy: { en: 'ARC accepted', ja: 'ARC の採用' },
} as const satisfies Record<string, Localized>;

/** What failed, in `Auth-Failure` (RFC 6591 §3.3, RFC 9991). */
export const failureWords: Readonly<Record<string, Localized>> = {
  dmarc: { en: 'DMARC', ja: 'DMARC' },
  spf: { en: 'SPF', ja: 'SPF' },
  signature: { en: 'DKIM signature', ja: 'DKIM 署名' },
  bodyhash: { en: 'DKIM body hash', ja: 'DKIM 本文ハッシュ' },
  revoked: { en: 'DKIM key revoked', ja: 'DKIM 鍵の失効' },
  adsp: { en: 'ADSP', ja: 'ADSP' },
};

/** What became of the mail, in `Delivery-Result` (RFC 6591 §3.2.2). */
export const deliveryWords: Readonly<Record<string, Localized>> = {
  delivered: { en: 'delivered', ja: '配送済み' },
  spam: { en: 'to spam', ja: '迷惑メールへ' },
  policy: { en: 'handled by policy', ja: 'ポリシーで処理' },
  reject: { en: 'rejected', ja: '拒否' },
  other: { en: 'other', ja: 'その他' },
};

/** What went wrong with sessions, in `result-type` (RFC 8460 §4.3), and what that means for the receiver. */
export const resultWords: Readonly<Record<string, Localized>> = {
  'starttls-not-supported': {
    en: 'Your server did not offer STARTTLS.',
    ja: '受信サーバーが STARTTLS を提示しませんでした。',
  },
  'certificate-host-mismatch': {
    en: 'The certificate is for another name than that of the MX host.',
    ja: '証明書の名前が MX ホスト名と一致しません。',
  },
  'certificate-expired': { en: 'The certificate has expired.', ja: '証明書の有効期限が切れています。' },
  'certificate-not-trusted': {
    en: 'The certificate is not signed by an authority that the sender trusts; often an intermediate certificate is missing.',
    ja: '送信側が信頼する認証局の証明書ではありません。中間証明書の不足がよくある原因です。',
  },
  'validation-failure': {
    en: 'The certificate could not be validated, for a reason not told in more detail.',
    ja: '証明書を検証できませんでした（詳しい理由は記載なし）。',
  },
  'tlsa-invalid': {
    en: 'No TLSA record matches the certificate, or a TLSA record is wrong.',
    ja: '証明書に一致する TLSA レコードがないか、TLSA レコードが誤っています。',
  },
  'dnssec-invalid': {
    en: 'DNSSEC validation failed on the way to your MX host or its TLSA records.',
    ja: 'MX ホストまたは TLSA レコードの DNSSEC 検証に失敗しました。',
  },
  'dane-required': {
    en: 'The sender insists on DANE, and found no usable TLSA records.',
    ja: '送信側は DANE を必須としていますが、使える TLSA レコードがありません。',
  },
  'sts-policy-fetch-error': {
    en: 'The MTA-STS policy could not be fetched from https://mta-sts.….',
    ja: 'MTA-STS ポリシーを https://mta-sts.… から取得できませんでした。',
  },
  'sts-policy-invalid': {
    en: 'The MTA-STS policy is not valid.',
    ja: 'MTA-STS ポリシーが正しくありません。',
  },
  'sts-webpki-invalid': {
    en: 'The web server with the MTA-STS policy has no valid certificate.',
    ja: 'MTA-STS ポリシーを置いた Web サーバーの証明書が有効ではありません。',
  },
};
