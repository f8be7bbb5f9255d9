import type { Localized } from '../../../core/text/message';

/** Words of exporting and copying. */
export const words = {
  export: { en: 'Export…', ja: 'エクスポート…' },
  menu: { en: 'Export {records} records', ja: '{records} レコードのエクスポート' },
  csv: { en: 'CSV File…', ja: 'CSV ファイル…' },
  json: { en: 'JSON File…', ja: 'JSON ファイル…' },
  xml: {
    en: 'Filtered Reports (XML, Several as Zip)…',
    ja: '絞り込んだレポート（XML、複数なら zip）…',
  },
  tsv: { en: 'Copy as Text (TSV)', ja: 'テキスト (TSV) でコピー' },
  markdown: { en: 'Copy as Markdown', ja: 'Markdown でコピー' },
  nothing: {
    en: 'There is no record to export: the filter lets none through.',
    ja: 'エクスポートするレコードがありません。絞り込みに一致するものがありません。',
  },
  writing: { en: 'Writing {records} records…', ja: '{records} レコードを書き出しています…' },
  record: { en: '1 record exported.', ja: '1 レコードをエクスポートしました。' },
  records: { en: '{records} records exported.', ja: '{records} レコードをエクスポートしました。' },
  reports: {
    en: '{records} records exported, in {reports} reports.',
    ja: '{records} レコードを {reports} 件のレポートとしてエクスポートしました。',
  },
  copiedOne: { en: '1 record copied', ja: '1 レコードをコピーしました' },
  copied: { en: '{records} records copied', ja: '{records} レコードをコピーしました' },
  copiedSome: {
    en: 'The first {records} of {all} records copied. Filter to copy others, or export a file with all of them.',
    ja: '{all} レコードのうち先頭の {records} 件をコピーしました。ほかは絞り込んでコピーするか、ファイルにエクスポートしてください。',
  },
  tooManyReports: {
    en: 'The records are of {reports} reports; a zip has room for {most}. Filter by a domain or period first.',
    ja: 'レコードが {reports} 件のレポートにわたります。zip に入るのは {most} 件までです。先にドメインや期間で絞り込んでください。',
  },
  tooLong: {
    en: 'The file would be longer than {size}. Filter by a domain or period first, or choose CSV, which is shorter.',
    ja: 'ファイルが {size} を超えます。先にドメインや期間で絞り込むか、より短い CSV を選んでください。',
  },
} as const satisfies Record<string, Localized>;
