import {
  message,
  render,
  type Locale,
  type Localized,
  type Message,
  type MessageValue,
} from '../../core/text/message';

/** Words that several rooms of the page share; each room has a `words.ts` of its own for the rest. */
export const words = {
  title: { en: 'DMARC reports', ja: 'DMARC レポート' },
  dropHere: { en: 'Drop DMARC reports here', ja: 'ここに DMARC レポートをドロップ' },
  holdShift: {
    en: 'Hold Shift while dropping; otherwise VS Code opens the file in an editor.',
    ja: 'Shift キーを押しながらドロップしてください。押さないと VS Code がエディターで開きます。',
  },
  whence: {
    en: 'Receivers mail them to the rua= address of your DMARC record: .xml, .gz or .zip files, or the mails themselves (.eml). Nothing leaves this computer.',
    ja: '受信側が DMARC レコードの rua= のアドレスに送ってくる .xml、.gz、.zip ファイル、またはそのメール (.eml) です。内容が外部に送られることはありません。',
  },
  choose: { en: 'Choose Files…', ja: 'ファイルを選択…' },
  chooseFolder: { en: 'Choose Folder…', ja: 'フォルダーを選択…' },
  samples: { en: 'Open Sample Reports', ja: 'サンプルを開く' },
  add: { en: 'Add Files…', ja: 'ファイルを追加…' },
  clear: { en: 'Clear', ja: 'クリア' },
  moreTools: { en: 'More Tools', ja: 'その他の操作' },
  wereOpen: {
    en: 'Open before: {names}. Drop or choose them again.',
    ja: '以前開いていたファイル: {names}。もう一度ドロップまたは選択してください。',
  },
  releaseToOpen: { en: 'Release to open', ja: '離すと開きます' },
  reading: { en: 'Reading {name} ({size})…', ja: '{name} を読み込み中（{size}）…' },
  filter: { en: 'Filter records', ja: 'レコードを絞り込む' },
  filterHint: {
    en: 'Filter by address, domain, result…  ( / )',
    ja: 'アドレス、ドメイン、結果で絞り込み（ / ）',
  },
  shownOf: { en: '{shown} of {all} records', ja: '{all} レコード中 {shown} 件' },
  oneShown: { en: '1 record', ja: '1 レコード' },
  allShown: { en: '{all} records', ja: '{all} レコード' },
  noMatch: { en: 'No record matches “{filter}”.', ja: '「{filter}」に一致するレコードはありません。' },
  clearFilter: { en: 'Clear Filter', ja: '絞り込みを解除' },
  onAllDays: { en: 'On all days: {messages}', ja: '全期間で表示: {messages}' },
  withoutTerm: { en: 'Without “{term}”: {messages}', ja: '「{term}」を外して表示: {messages}' },
  oneMessage: { en: '1 message', ja: '1 通' },
  manyMessages: { en: '{messages} messages', ja: '{messages} 通' },
  noReport: {
    en: 'What was opened could not be read as a report.',
    ja: '開いたファイルをレポートとして読めませんでした。',
  },
  noReports: {
    en: 'None of the {count} files that were opened could be read as a report.',
    ja: '開いた {count} 個のファイルは、いずれもレポートとして読めませんでした。',
  },
  noRecordRead: {
    en: 'None of the records in what was opened could be read.',
    ja: '開いたファイルのレコードを 1 件も読めませんでした。',
  },
  emptyReport: {
    en: 'The report has no records, so there is nothing to count.',
    ja: 'レポートにレコードがないため、集計するものがありません。',
  },
  emptyReports: {
    en: 'None of the {count} reports has a record, so there is nothing to count.',
    ja: '{count} 件のレポートのいずれにもレコードがないため、集計するものがありません。',
  },
  showProblems: { en: 'Show all {count} problems', ja: '問題 {count} 件をすべて表示' },
  tryOthers: {
    en: 'Choose other files or a folder, or drop them here while holding Shift.',
    ja: '別のファイルやフォルダーを選択するか、Shift キーを押しながらここにドロップしてください。',
  },
  table: { en: 'Records of the DMARC reports', ja: 'DMARC レポートのレコード' },
  sourceIp: { en: 'Source IP', ja: '送信元 IP' },
  count: { en: 'Messages', ja: '通数' },
  disposition: { en: 'Disposition', ja: '処理' },
  dkim: { en: 'DKIM', ja: 'DKIM' },
  spf: { en: 'SPF', ja: 'SPF' },
  alignedBy: { en: 'Aligned by', ja: 'アライメント' },
  headerFrom: { en: 'Header From', ja: 'ヘッダー From' },
  dkimResults: { en: 'DKIM signatures', ja: 'DKIM 署名' },
  spfResults: { en: 'SPF check', ja: 'SPF 検証' },
  envelopeFrom: { en: 'Envelope From', ja: 'エンベロープ From' },
  reporter: { en: 'Reporter', ja: 'レポート元' },
  pass: { en: 'pass', ja: 'pass' },
  unaligned: { en: 'pass, not aligned', ja: 'pass（不一致）' },
  fail: { en: 'fail', ja: 'fail' },
  unknown: { en: 'not given', ja: '記載なし' },
  both: { en: 'DKIM and SPF', ja: 'DKIM と SPF' },
  neither: { en: 'neither', ja: 'なし' },
  none: { en: 'none', ja: 'なし' },
  asWritten: { en: 'policy_evaluated: {value}', ja: 'policy_evaluated: {value}' },
  unalignedHint: {
    en: 'It passed, but for a domain that is not aligned with the header From.',
    ja: '検証には合格しましたが、ドメインがヘッダー From と一致（アライメント）していません。',
  },
  reason: { en: 'Reason: {reason}', ja: '理由: {reason}' },
  selector: { en: 'selector {selector}', ja: 'セレクター {selector}' },
  tabs: { en: 'Views', ja: '表示' },
  recordsTab: { en: 'Records', ja: 'レコード' },
  overviewTab: { en: 'Overview', ja: '概要' },
  readinessTab: { en: 'Readiness', ja: '準備状況' },
  failuresTab: { en: 'Failure reports', ja: '失敗レポート' },
  tlsTab: { en: 'TLS reports', ja: 'TLS レポート' },
  historyTab: { en: 'OpenDMARC history', ja: 'OpenDMARC 履歴' },
  detail: { en: 'About the record', ja: 'レコードの詳細' },
  close: { en: 'Close', ja: '閉じる' },
  stop: { en: 'Stop', ja: '中止' },
  readingMore: {
    en: 'Reading {name} ({size}), {waiting} files to go…',
    ja: '{name} を読み込み中（{size}）。残り {waiting} ファイル…',
  },
  noWorker: {
    en: 'The report reader could not be started: {reason}',
    ja: 'レポートの読み取りを開始できませんでした: {reason}',
  },
} as const satisfies Record<string, Localized>;

/** What the page says, in its language. */
export interface Speech {
  readonly locale: Locale;
  say(text: Localized | Message, values?: Readonly<Record<string, MessageValue>>): string;
  number(value: number): string;
  percent(part: number, whole: number): string;
  /** Bytes, in the unit that suits them. */
  size(bytes: number): string;
  /** Days, or moments where they are not midnight; seconds since 1970. */
  period(begin: number | undefined, end: number | undefined): string;
}

/** The page's words in `locale`. */
export function speech(locale: Locale): Speech {
  const region = locale === 'ja' ? 'ja-JP' : 'en-GB';
  const numbers = new Intl.NumberFormat(region);
  const percents = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return {
    locale,
    say: (text, values) => render('text' in text ? text : message(text, values), locale),
    number: (value) => numbers.format(value),
    percent(part, whole) {
      if (whole === 0) return '–';
      const text = percents.format(part / whole);
      // Never round a failure away: 100 % means all.
      return part < whole && text === percents.format(1) ? percents.format(0.999) : text;
    },
    size(bytes) {
      const [unit, per] =
        bytes < 2 ** 20 ? (['kilobyte', 2 ** 10] as const) : (['megabyte', 2 ** 20] as const);
      const format = new Intl.NumberFormat(region, { style: 'unit', unit, maximumFractionDigits: 0 });
      return format.format(Math.ceil(bytes / per));
    },
    period(begin, end) {
      if (begin === undefined || end === undefined || begin > end) {
        const [known] = [begin, end].filter((time) => time !== undefined);
        return known === undefined ? '' : `${times.format(known * 1000)} UTC`;
      }
      // A period of whole days ends at 23:59:59 or, as some write it, at the next midnight.
      const last = end % 86_400 === 0 && end > begin ? end - 1 : end;
      const whole = begin % 86_400 === 0 && (last + 1) % 86_400 === 0;
      return `${(whole ? days : times).formatRange(begin * 1000, last * 1000)} UTC`;
    },
  };
}
