import type { Localized } from '../text/message';

/** What the reader tells about files and reports. Each says what is wrong and what that means for the table. */
export const texts = {
  empty: {
    en: 'The file is empty.',
    ja: 'ファイルが空です。',
  },
  mailWithout: {
    en: 'No DMARC aggregate report is attached to the mail.',
    ja: 'メールに DMARC 集約レポートが添付されていません。',
  },
  notXml: {
    en: 'This is neither XML nor a zip or gzip file, so there is no DMARC report in it.',
    ja: 'XML でも zip・gzip でもないため、DMARC レポートとして読めません。',
  },
  outlookMail: {
    en: 'This is a mail in the format of Outlook (.msg). Save it as .eml, or save its attachment, and open that.',
    ja: 'Outlook 形式 (.msg) のメールです。.eml 形式で保存し直すか、添付ファイルを保存して開いてください。',
  },
  otherArchive: {
    en: 'This is a {kind} archive, which is not read here: reports come as .gz or .zip. Unpack it and open what is in it.',
    ja: '{kind} 形式の書庫には対応していません（レポートは .gz か .zip で届きます）。展開してから中のファイルを開いてください。',
  },
  notReport: {
    en: 'This XML document is not a DMARC aggregate report: it has no <feedback> element (its root is <{root}>).',
    ja: 'この XML は DMARC 集約レポートではありません。<feedback> 要素がありません（ルート要素は <{root}>）。',
  },
  doctype: {
    en: 'The document has a DOCTYPE. No report needs one and attacks do, so it was not read further.',
    ja: 'DOCTYPE があります。レポートには不要で攻撃に使われるため、それ以降は読みません。',
  },
  tooDeep: {
    en: 'Files are packed into one another more than {limit} deep; the innermost were not opened.',
    ja: '圧縮が {limit} 段を超えて入れ子になっているため、それより内側は開いていません。',
  },
  tooBig: {
    en: 'More than {limit} MiB: what is beyond was not read.',
    ja: '{limit} MiB を超えています。それ以降は読んでいません。',
  },
  gzipHeader: {
    en: 'The gzip header is damaged; nothing could be read.',
    ja: 'gzip のヘッダーが壊れているため、何も読めませんでした。',
  },
  trailingBytes: {
    en: '{count} bytes after the end of the gzip data were ignored.',
    ja: 'gzip データの後にある {count} バイトを無視しました。',
  },
  truncatedData: {
    en: 'The compressed data is cut short; {bytes} bytes could be read.',
    ja: '圧縮データが途中で切れています。読めたのは {bytes} バイトです。',
  },
  damagedData: {
    en: 'The compressed data is damaged; {bytes} bytes before the damage could be read.',
    ja: '圧縮データが壊れています。壊れた箇所の前の {bytes} バイトを読みました。',
  },
  checksum: {
    en: 'The checksum does not match: the content may be damaged.',
    ja: 'チェックサムが一致しません。内容が壊れている可能性があります。',
  },
  checksumMissing: {
    en: 'The checksum at the end of the gzip data is missing: the file may be cut short.',
    ja: 'gzip データ末尾のチェックサムがありません。ファイルが途中で切れている可能性があります。',
  },
  zipDirectoryLost: {
    en: 'The directory at the end of the zip file is missing: the file may be cut short. What could be found was read.',
    ja: 'zip ファイル末尾のディレクトリがありません。途中で切れている可能性があります。見つかったものだけ読みました。',
  },
  zipDirectoryShort: {
    en: 'The zip file lists {listed} entries, but only {read} could be read.',
    ja: 'zip ファイルには {listed} 件のエントリーがあるはずですが、{read} 件しか読めませんでした。',
  },
  zipTooMany: {
    en: 'The zip file lists {listed} entries; only the first {limit} were opened.',
    ja: 'zip ファイルに {listed} 件のエントリーがあります。開いたのは最初の {limit} 件だけです。',
  },
  zipEntryOutside: {
    en: 'A zip entry lies outside the file and was left out.',
    ja: 'ファイルの範囲外を指す zip エントリーを除外しました。',
  },
  zipOverlap: {
    en: '{count} zip entries overlap others, as in a zip bomb, and were left out.',
    ja: '他と重なる zip エントリー {count} 件を除外しました（zip 爆弾の手口です）。',
  },
  zipEncrypted: {
    en: 'The zip entry is encrypted and cannot be read.',
    ja: 'zip エントリーが暗号化されているため読めません。',
  },
  zipMethod: {
    en: 'The zip entry is compressed with method {method}; only stored and deflated entries can be read.',
    ja: 'zip エントリーの圧縮方式 {method} には対応していません（無圧縮と deflate のみ）。',
  },
  zipSize: {
    en: 'The zip file lists {listed} bytes for this entry, but {read} were read.',
    ja: 'zip ファイルにはこのエントリーが {listed} バイトとありますが、実際には {read} バイトでした。',
  },
  zipEmpty: {
    en: 'There is no file in the zip file.',
    ja: 'zip ファイルの中にファイルがありません。',
  },
  encoding: {
    en: 'The encoding “{name}” is not known; the document was read as UTF-8.',
    ja: '文字コード「{name}」は不明なため、UTF-8 として読みました。',
  },
  invalidUtf8: {
    en: 'Some bytes are not UTF-8; they were read as windows-1252.',
    ja: 'UTF-8 として正しくないバイトがあり、windows-1252 として読みました。',
  },
  truncatedReport: {
    en: 'The report ends before </feedback>: it is cut short, and records may be missing.',
    ja: '</feedback> の前でレポートが終わっています。途中で切れており、レコードが欠けている可能性があります。',
  },
  malformedReport: {
    en: 'The report is not well-formed XML outside its records; what could be read is shown.',
    ja: 'レコード以外の部分が整形式の XML ではありません。読めたものを表示しています。',
  },
  unreadableReport: {
    en: 'What stands outside the records could not be read: {detail}',
    ja: 'レコード以外の部分を読めませんでした: {detail}',
  },
  nestedReport: {
    en: 'What stands outside the records is nested more than {limit} elements deep and was not read.',
    ja: 'レコード以外の部分で要素の入れ子が {limit} 段を超えるため、読んでいません。',
  },
  envelopeTooLong: {
    en: 'More than {limit} characters stand outside the records; the document was not read further.',
    ja: 'レコード以外の部分が {limit} 文字を超えたため、それ以降は読んでいません。',
  },
  severalReports: {
    en: 'One document holds several <feedback> elements; each is shown as a report.',
    ja: '1 つの文書に <feedback> 要素が複数あります。それぞれをレポートとして表示します。',
  },
  malformedRecord: {
    en: 'The record is not well-formed XML; what could be read of it is shown.',
    ja: 'レコードが整形式の XML ではありません。読めた部分を表示しています。',
  },
  cutRecord: {
    en: 'The record is cut short; what could be read of it is shown.',
    ja: 'レコードが途中で切れています。読めた部分を表示しています。',
  },
  lostRecord: {
    en: 'The record could not be read and is not shown: {detail}',
    ja: 'レコードを読めなかったため表示していません: {detail}',
  },
  nestedRecord: {
    en: 'The record is nested more than {limit} elements deep and is not shown.',
    ja: 'レコードの要素の入れ子が {limit} 段を超えるため表示していません。',
  },
  tooManyReports: {
    en: 'The document holds more than {limit} reports; it was not read further.',
    ja: '1 つの文書に {limit} 件を超えるレポートがあるため、それ以降は読んでいません。',
  },
  tooManyBroken: {
    en: '{count} more records are not well-formed; only the first {limit} of them were mended, the others are not shown.',
    ja: '整形式でないレコードがほかに {count} 件あります。補って読んだのは最初の {limit} 件だけで、残りは表示していません。',
  },
  recordTooLong: {
    en: 'The record is longer than {limit} characters and is not shown.',
    ja: 'レコードが {limit} 文字を超えるため表示していません。',
  },
  count: {
    en: 'The number of messages is “{value}”; counted as 0.',
    ja: 'メッセージ数が「{value}」のため、0 として数えました。',
  },
  countRepaired: {
    en: 'The number of messages is written “{value}”; read as {count}.',
    ja: 'メッセージ数が「{value}」と書かれているため、{count} として読みました。',
  },
  countCapped: {
    en: 'The number of messages is “{value}”, more than can be; counted as {count}.',
    ja: 'メッセージ数が「{value}」とあり得ない大きさのため、{count} として数えました。',
  },
  otherCase: {
    en: 'Names of elements are written with capital letters, which the schema does not have; they were read as meant.',
    ja: '要素名に、スキーマにない大文字が使われています。小文字とみなして読みました。',
  },
  noRecords: {
    en: 'The report has no records.',
    ja: 'レポートにレコードがありません。',
  },
  period: {
    en: 'The period of the report cannot be read (begin “{begin}”, end “{end}”).',
    ja: 'レポートの期間を読めません（begin「{begin}」、end「{end}」）。',
  },
  periodMilliseconds: {
    en: 'The period of the report is in milliseconds (begin “{begin}”, end “{end}”); it was read so.',
    ja: 'レポートの期間がミリ秒で書かれています（begin「{begin}」、end「{end}」）。ミリ秒として読みました。',
  },
  periodReversed: {
    en: 'The period of the report ends before it begins.',
    ja: 'レポートの期間の終わりが始まりより前です。',
  },
  moreProblems: {
    en: 'There are {count} more problems in this file.',
    ja: 'このファイルにはほかに {count} 件の問題があります。',
  },
} as const satisfies Record<string, Localized>;
