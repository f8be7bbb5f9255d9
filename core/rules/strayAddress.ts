import type { Item } from '../syntax/tagList';

/**
 * The tag whose list of addresses an item belongs to, because a `;` stands where a comma should:
 * `rua=mailto:a@example.com; mailto:b@example.com`.
 * @returns undefined where the item is no such address
 */
export function listOfStrayAddress(items: readonly Item[], index: number): 'rua' | 'ruf' | undefined {
  if (!isAddress(items[index]!)) return undefined;
  // The last tag before it, other such addresses aside.
  const owner = items.slice(0, index).findLast((before) => !isAddress(before));
  const name = owner?.tag?.name.text.toLowerCase();
  return name === 'rua' || name === 'ruf' ? name : undefined;
}

function isAddress({ text }: Item): boolean {
  return /^mailto:/i.test(text);
}
