import type { Localized } from '../../text/message';

/** What can be wrong with a query. */
export const queryTexts = {
  unknownField: { en: 'There is no field “{name}”.', ja: '「{name}」というフィールドはありません。' },
  unknownFieldNear: {
    en: 'There is no field “{name}”; perhaps “{near}”?',
    ja: '「{name}」というフィールドはありません。「{near}」ではありませんか？',
  },
  noValue: {
    en: '“{name}” needs a value, such as {example}.',
    ja: '「{name}」には値が必要です（例: {example}）。',
  },
  notNumber: {
    en: '“{value}” is not a number: “{name}” counts.',
    ja: '「{value}」は数ではありません。「{name}」には数を指定してください。',
  },
  notTime: {
    en: '“{value}” is not a time: write 2026-11-05, 2026-11 or 2026-11-05T14:30.',
    ja: '「{value}」は日時ではありません。2026-11-05、2026-11、2026-11-05T14:30 のように書いてください。',
  },
  notNetwork: {
    en: '“{value}” is not a network: write 192.0.2.0/24 or 2001:db8::/32.',
    ja: '「{value}」はネットワークではありません。192.0.2.0/24 や 2001:db8::/32 のように書いてください。',
  },
  noOrder: {
    en: '“{operator}” needs a number or a time, and “{name}” is neither; use = or :',
    ja: '「{operator}」は数と日時だけに使えます。「{name}」には = か : を使ってください。',
  },
  unclosedQuote: { en: 'The quotation mark is not closed.', ja: '引用符が閉じられていません。' },
  unclosedGroup: { en: 'The parenthesis is not closed.', ja: '括弧が閉じられていません。' },
  extraClose: { en: 'There is no parenthesis to close here.', ja: '対応する開き括弧がありません。' },
  emptyGroup: { en: 'Nothing stands in the parentheses.', ja: '括弧の中が空です。' },
  missingOperand: { en: 'Something must follow “{word}”.', ja: '「{word}」の後に条件が必要です。' },
  missingLeft: { en: 'Something must stand before “{word}”.', ja: '「{word}」の前に条件が必要です。' },
  tooDeep: { en: 'Parentheses are nested too deeply.', ja: '括弧の入れ子が深すぎます。' },
  tooLong: {
    en: 'The query is longer than {limit} characters; the rest is not read.',
    ja: '条件が {limit} 文字を超えています。それ以降は読みません。',
  },
} as const satisfies Record<string, Localized>;
