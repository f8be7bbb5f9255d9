import type { Localized } from '../../../core/text/message';

/** The filter bar's words. */
export const words = {
  suggestions: { en: 'Suggestions', ja: '候補' },
  counts: { en: '{records} records', ja: '{records} レコード' },
  active: { en: 'Active filters', ja: '有効な絞り込み' },
  remove: { en: 'Take away {term}', ja: '{term} を解除' },
  clearAll: { en: 'Clear Filter', ja: '絞り込みを解除' },
  help: { en: 'Examples of filters', ja: '絞り込みの例' },
  failing: { en: 'Mail that fails DMARC', ja: 'DMARC に失敗したメール' },
  unaligned: { en: 'SPF passes, but for another domain', ja: 'SPF は合格したがドメインが不一致' },
  network: { en: 'One source network', ja: '特定の送信元ネットワーク' },
  many: { en: 'Many messages of one domain', ja: '特定ドメインの大量のメール' },
  forwarded: { en: 'The receiver says it was forwarded', ja: '受信側が転送とみなしたメール' },
  brokenKeys: { en: 'Signatures of a selector that fail', ja: '特定セレクターの署名の失敗' },
  since: { en: 'Since a day', ja: '特定の日以降' },
} as const satisfies Record<string, Localized>;
