import type { Localized } from '../../../core/text/message';

/** What the overview says. */
export const words = {
  perDay: { en: 'Messages per day (UTC)', ja: '1 日ごとの通数 (UTC)' },
  perDays: { en: 'Messages per {days} days (UTC)', ja: '{days} 日ごとの通数 (UTC)' },
  both: { en: 'pass by DKIM and SPF', ja: '合格（DKIM と SPF）' },
  one: { en: 'pass by one of them', ja: '合格（どちらか一方）' },
  fail: { en: 'fail', ja: '不合格' },
  all: { en: 'Messages', ja: '通数' },
  bothShort: { en: 'both pass', ja: '両方合格' },
  oneShort: { en: 'one passes', ja: '一方のみ' },
  failShort: { en: 'fail', ja: '不合格' },
  allShort: { en: 'Messages', ja: '通数' },
  day: { en: 'Day', ja: '日' },
  days: { en: 'Days', ja: '期間' },
  bar: {
    en: '{period}: {all} messages, {both} pass by DKIM and SPF, {one} by one of them, {fail} fail',
    ja: '{period}: {all} 通、DKIM と SPF で合格 {both}、どちらか一方で合格 {one}、不合格 {fail}',
  },
  chosen: { en: 'Period: {bar}', ja: '選択した期間 {bar}' },
  chosenNone: { en: 'All days', ja: '全期間' },
  keys: {
    en: 'Drag to choose a period; arrow keys go from day to day, with Shift they choose, Escape lets go.',
    ja: 'ドラッグで期間を選択できます。矢印キーで日を移動、Shift + 矢印で選択、Esc で解除します。',
  },
  clearPeriod: { en: 'All days', ja: '全期間に戻す' },
  asTable: { en: 'Table', ja: '表で表示' },
  undated: { en: '{count} messages without a date', ja: '日付不明 {count} 通' },
  noDays: { en: 'No messages with a date.', ja: '日付のあるメッセージはありません。' },
} as const satisfies Record<string, Localized>;
