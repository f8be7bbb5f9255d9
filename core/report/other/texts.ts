import type { Localized } from '../../text/message';

/** What readers of the other kinds of reports tell. */
export const otherTexts = {
  failureFound: {
    en: 'This mail is a failure report: one message of {domain} from {source} that failed ({failed}).',
    ja: 'このメールは失敗レポートです。{source} からの {domain} のメッセージ 1 通が不合格でした（{failed}）。',
  },
  tlsFound: {
    en: 'This is a TLS report of {organization}: {successful} sessions succeeded, {failed} failed.',
    ja: '{organization} の TLS レポートです。成功 {successful} セッション、失敗 {failed} セッション。',
  },
  historyFound: {
    en: 'This is OpenDMARC’s history: {messages} messages, shown as the aggregate reports that they come to.',
    ja: 'OpenDMARC の履歴です。メッセージ {messages} 通を、そこから作られる集約レポートとして表示します。',
  },
  historyKey: {
    en: 'Line {line}: OpenDMARC’s history has no key “{key}”; the line was passed over.',
    ja: '{line} 行目: OpenDMARC の履歴に「{key}」というキーはありません。この行を飛ばしました。',
  },
  notTlsReport: {
    en: 'This JSON is not a TLS report: it has no “policies” (RFC 8460).',
    ja: 'この JSON は TLS レポートではありません。「policies」がありません (RFC 8460)。',
  },
  brokenJson: {
    en: 'The JSON cannot be read: {detail}',
    ja: 'JSON を読めません: {detail}',
  },
  tlsPolicy: {
    en: 'A policy of the TLS report is no object and was left out.',
    ja: 'TLS レポートの policy にオブジェクトでないものがあり、除外しました。',
  },
} as const satisfies Record<string, Localized>;
