import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { JoinedText } from '../text/joinedText';
import { defineRecord } from './definition';
import { readLabelled, type LabelledRecord } from './labelledRecord';

/** A TXT record that asks for SMTP TLS reports (RFC 8460 §3). */
export type TlsRptRecord = LabelledRecord;

/** The labels in front of the domain. */
export const TLS_RPT_LABELS: readonly string[] = ['_smtp', '_tls'];

/** The record at `_smtp._tls.<domain>`. */
export const tlsRptDefinition = defineRecord({
  kind: 'tls-rpt',
  title: { en: 'TLS reporting record', ja: 'TLS-RPT レコード' },
  version: { tag: 'v', value: 'TLSRPTv1' },
  duplicates: 'unsaid',
  beginnings: [
    {
      text: 'v=TLSRPTv1; rua=mailto:tls-reports@{domain}',
      detail: { en: 'reports by mail', ja: 'メールでレポートを受け取る' },
    },
    {
      text: 'v=TLSRPTv1; rua=https://{domain}/tls-reports',
      detail: { en: 'reports posted over HTTPS', ja: 'HTTPS でレポートを受け取る' },
    },
  ],
  tags: [
    {
      name: 'v',
      title: { en: 'Version', ja: 'バージョン' },
      documentation: {
        en: 'Asks senders for reports on TLS. It comes first and reads `TLSRPTv1` in exactly this case.',
        ja: '送信側に TLS のレポートを求めます。先頭のタグで、値は大文字小文字も含めて `TLSRPTv1` でなければなりません。',
      },
      value: {
        type: 'keyword',
        caseSensitive: true,
        keywords: [
          { value: 'TLSRPTv1', meaning: { en: 'the only version there is', ja: '唯一のバージョン' } },
        ],
      },
      need: 'required',
      reference: 'RFC 8460 §3',
    },
    {
      name: 'rua',
      title: { en: 'Report addresses', ja: 'レポートの送付先' },
      documentation: {
        en: 'Where the daily reports on failed and successful TLS sessions go: `mailto:` or `https:` URIs with commas between. No other domain has to agree to receive them.',
        ja: 'TLS 接続の成否に関する日次レポートの送付先です。`mailto:` または `https:` の URI をカンマで区切って並べます。DMARC と違い、他ドメインの承認は不要です。',
      },
      value: { type: 'report-uris', https: true },
      need: 'required',
      reference: 'RFC 8460 §3',
      question: {
        en: 'Where should the daily reports on TLS connections go? A mail address, or a web address that takes them.',
        ja: '毎日の TLS レポートをどこで受け取りますか。メールアドレスか、受け取り用の URL を指定します。',
      },
    },
  ],
  reference: 'RFC 8460 §3',
});

/** Reads a TXT entry as a TLS reporting record; never fails. */
export function readTlsRpt(entry: ZoneEntry, text: JoinedText): TlsRptRecord {
  return readLabelled(tlsRptDefinition, TLS_RPT_LABELS, entry, text);
}
