import type { Message } from '../text/message';
import { message } from '../text/message';

/** "Replace `x` with `y`". */
export function replaceTitle(old: string, replacement: string): Message {
  return message(
    { en: 'Replace `{old}` with `{replacement}`', ja: '`{old}` を `{replacement}` に置き換える' },
    { old, replacement },
  );
}

/** "Remove `x`". */
export function removeTitle(what: string): Message {
  return message({ en: 'Remove `{what}`', ja: '`{what}` を削除する' }, { what });
}

/** "Insert `x`". */
export function insertTitle(what: string): Message {
  return message({ en: 'Insert `{what}`', ja: '`{what}` を挿入する' }, { what });
}
