import {
  message,
  render,
  type Locale,
  type Localized,
  type Message,
  type MessageValue,
} from '../../core/text/message';

/** The page's own words; those of forms, rules and providers come from core. */
const words = {
  title: { en: 'Record generator', ja: 'レコードの生成' },
  kinds: { en: 'What to make', ja: '生成するもの' },
  questions: { en: 'Questions', ja: '質問' },
  preview: { en: 'Preview', ja: 'プレビュー' },
  proposed: { en: 'Proposed', ja: '提案' },
  fromRecord: { en: 'From the record that is there', ja: '既存のレコードの値' },
  restore: { en: 'Back to “{value}”', ja: '「{value}」に戻す' },
  restoreEmpty: { en: 'Back to nothing', ja: '空に戻す' },
  example: { en: 'Example: {example}', ja: '例: {example}' },
  isThere: {
    en: 'Such a record is there already. The form begins with what it says.',
    ja: '同じ種類のレコードが既にあります。その内容をフォームの初期値にしています。',
  },
  isThereToo: {
    en: 'There are such records already.',
    ja: '同じ種類のレコードが既にあります。',
  },
  beginWithIt: { en: 'Begin with What Is There', ja: '既存の内容から始める' },
  beginWith: { en: 'Begin with {name}', ja: '{name} の内容から始める' },
  beginAnew: { en: 'Begin Anew', ja: '最初から作り直す' },
  lost: {
    en: 'It also says what the new record does not: {parts}',
    ja: '既存のレコードにあり、新しいレコードに含まれないもの: {parts}',
  },
  added: {
    en: 'The new record says what it does not: {parts}',
    ja: '既存のレコードになく、新しいレコードに加わるもの: {parts}',
  },
  startOver: { en: 'Clear Answers', ja: '回答を消去' },
  toAnswer: { en: 'Still to be answered:', ja: '回答が必要な項目:' },
  asBefore: { en: 'This is how it was before.', ja: '以下は変更前の内容です。' },
  nothingYet: {
    en: 'The record is shown here as soon as the questions are answered.',
    ja: '質問に答えると、ここにレコードが表示されます。',
  },
  noRecordYet: { en: 'There is no record to show yet.', ja: 'まだ表示できるレコードがありません。' },
  replaces: { en: 'Takes the place of', ja: '置き換えられるレコード' },
  judging: { en: 'The rules are being asked…', ja: 'ルールを確認中…' },
  unjudged: {
    en: 'The language server does not answer, so the rules were not asked.',
    ja: '言語サーバーが応答しないため、ルールによる検査はできていません。',
  },
  noFindings: { en: 'The rules have nothing to complain about.', ja: 'ルールの指摘はありません。' },
  error: { en: 'Error', ja: 'エラー' },
  warning: { en: 'Warning', ja: '警告' },
  information: { en: 'Note', ja: '情報' },
  hint: { en: 'Hint', ja: 'ヒント' },
  carriedOver: {
    en: '(also in the record that is there)',
    ja: '(既存のレコードにもある指摘)',
  },
  budget: { en: 'SPF lookup budget', ja: 'SPF の DNS 参照回数' },
  lookups: { en: '{lookups} of {limit} DNS lookups', ja: '{limit} 回中 {lookups} 回' },
  lookupsLeast: {
    en: 'at least {lookups} of {limit} DNS lookups',
    ja: '{limit} 回中、少なくとも {lookups} 回',
  },
  orMore: { en: '{lookups} or more', ja: '{lookups} 以上' },
  overBudget: {
    en: '{said}: receivers stop after the limit, and SPF fails.',
    ja: '{said}。受信側は上限で打ち切り、SPF は失敗します。',
  },
  policy: { en: 'Effective policy', ja: '有効になるポリシー' },
  scopeP: { en: 'The domain itself', ja: 'ドメイン自身' },
  scopeSp: { en: 'Subdomains that exist', ja: '存在するサブドメイン' },
  scopeNp: { en: 'Subdomains that do not exist', ja: '存在しないサブドメイン' },
  whileTesting: {
    en: '{policy}, while t=y applied as {applied}',
    ja: '{policy}(t=y の間は {applied} として扱われます)',
  },
  notes: { en: 'What to know', ja: '確認事項' },
  files: { en: 'Files', ja: 'ファイル' },
  save: { en: 'Save {name}…', ja: '{name} を保存…' },
  key: { en: 'DKIM key', ja: 'DKIM の鍵' },
  unchanged: {
    en: 'The zone file has this already.',
    ja: 'ゾーンファイルには既に同じ内容があります。',
  },
  keyNeeded: {
    en: 'A new pair of keys is made by the extension, which asks where the private key goes. Only the public key comes into this form.',
    ja: '新しい鍵ペアは拡張機能が作成し、秘密鍵の保存先を確認します。このフォームに渡されるのは公開鍵だけです。',
  },
  makeKey: { en: 'Make the Key Pair…', ja: '鍵ペアを作成…' },
  makingKey: { en: 'Making the keys…', ja: '鍵を作成しています…' },
  keyMade: { en: 'The private key was saved as {place}.', ja: '秘密鍵を {place} に保存しました。' },
  signer: {
    en: 'OpenDKIM signs with it after these lines are added:',
    ja: '次の行を追加すると、OpenDKIM がこの鍵で署名します。',
  },
  anotherKey: { en: 'Make Another Pair', ja: '別の鍵ペアを作る' },
  use: { en: 'What to do with it', ja: 'レコードの使い方' },
  zoneFile: { en: 'Zone file', ja: 'ゾーンファイル' },
  insert: { en: 'Insert into {name}', ja: '{name} に挿入' },
  insertHint: {
    en: 'In a fitting place, with a new serial. What is there is replaced only after asking.',
    ja: '適切な位置に挿入し、シリアルを更新します。既存のレコードは確認のうえで置き換えます。',
  },
  noZone: {
    en: 'Open a zone file to insert the record into it.',
    ja: 'ゾーンファイルを開くと、レコードを挿入できます。',
  },
  otherZone: {
    en: '{domain} is not in the zone {origin}.',
    ja: '{domain} はゾーン {origin} に含まれていません。',
  },
  copyRecord: { en: 'Copy', ja: 'コピー' },
  copyHint: { en: 'As lines for a zone file', ja: 'ゾーンファイルの行としてコピーします' },
  fields: { en: 'Fields of a provider’s form', ja: '事業者の管理画面に入力する値' },
  provider: { en: 'Provider', ja: '事業者' },
  anyProvider: { en: 'Any other', ja: 'その他' },
  emptyField: { en: '(empty)', ja: '(空欄)' },
  copyField: { en: 'Copy {name}', ja: '{name}をコピー' },
  outputs: { en: 'For a program', ja: 'プログラム用の形式' },
  format: { en: 'Format', ja: '形式' },
  copyText: { en: 'Copy', ja: 'コピー' },
  openText: { en: 'Open in Editor', ja: 'エディターで開く' },
  copied: { en: 'Copied', ja: 'コピーしました' },
  failed: { en: 'That did not work: {reason}', ja: '実行できませんでした: {reason}' },
  open: { en: '{count} answers need attention', ja: '{count} 件の回答を確認してください' },
  openOne: { en: '1 answer needs attention', ja: '1 件の回答を確認してください' },
  ready: { en: 'Preview: {records}. {findings}', ja: 'プレビュー: {records}。{findings}' },
  records: { en: '{count} records', ja: 'レコード {count} 件' },
  recordOne: { en: '1 record', ja: 'レコード 1 件' },
  findings: { en: '{count} findings', ja: '指摘 {count} 件' },
  findingOne: { en: '1 finding', ja: '指摘 1 件' },
  noFinding: { en: 'No findings', ja: '指摘なし' },
} as const satisfies Record<string, Localized>;
export type Word = keyof typeof words;

/** What the page says, in its language. */
export interface Speech {
  readonly locale: Locale;
  say(word: Word, values?: Readonly<Record<string, MessageValue>>): string;
  /** A text of core. */
  tell(text: Localized | Message): string;
}

/** The page's words in `locale`. */
export function speechOf(locale: Locale): Speech {
  return {
    locale,
    say: (word, values) => render(message(words[word], values), locale),
    tell: (text) => render('text' in text ? text : message(text), locale),
  };
}
