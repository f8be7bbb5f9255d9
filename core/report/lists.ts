import type { ListColumn } from './store';
import { plainLower, type TextOrder } from './textRanks';
import type { DkimAuthResult, PolicyOverrideReason, SpfAuthResult } from './types';

/** What the lists of a record hold. */
export interface ListItems {
  readonly reasons: PolicyOverrideReason;
  readonly dkimResults: DkimAuthResult;
  readonly spfResults: SpfAuthResult;
}

/** The texts of an item, in the order in which they are kept. */
const keys: { readonly [Name in ListColumn]: readonly (keyof ListItems[Name])[] } = {
  reasons: ['type', 'comment'],
  dkimResults: ['domain', 'selector', 'result', 'humanResult'],
  spfResults: ['domain', 'scope', 'result', 'humanResult'],
};

/** Stands between two texts of a list; no XML 1.0 document can hold it, but whoever writes one may try. */
export const separator = '\u0001';
/** Stands before a letter for a text's own separator or escape. */
const escape = '\u0002';

/** A list as one text: the texts of its items one after the other. An empty list is empty. */
export function listText<Name extends ListColumn>(name: Name, items: readonly ListItems[Name][]): string {
  return items
    .map((item) => keys[name].map((key) => escaped(item[key] as string)).join(separator))
    .join(separator);
}

function escaped(text: string): string {
  if (!text.includes(separator) && !text.includes(escape)) return text;
  return text.replaceAll(escape, `${escape}b`).replaceAll(separator, `${escape}a`);
}

function unescaped(text: string): string {
  return text.replaceAll(`${escape}a`, separator).replaceAll(`${escape}b`, escape);
}

/** All texts of a list, in order. */
function parts(text: string): readonly string[] {
  const found = text.split(separator);
  return text.includes(escape) ? found.map(unescaped) : found;
}

/** The items of a list that `listText` made. */
export function itemsIn<Name extends ListColumn>(name: Name, text: string): readonly ListItems[Name][] {
  if (text === '') return [];
  const own = keys[name];
  const all = parts(text);
  return Array.from(
    { length: all.length / own.length },
    (_, nth) =>
      Object.fromEntries(
        own.map((key, i) => [key, all[nth * own.length + i]!]),
      ) as unknown as ListItems[Name],
  );
}

/** One text of each item, those that are empty left out. */
export function fieldIn<Name extends ListColumn>(
  name: Name,
  key: keyof ListItems[Name],
  text: string,
): readonly string[] {
  const own = keys[name];
  const nth = own.indexOf(key);
  if (text === '') return [];
  const found: string[] = [];
  let at = 0;
  for (let part = 0; at <= text.length; part++) {
    const next = text.indexOf(separator, at);
    const end = next < 0 ? text.length : next;
    if (part % own.length === nth && end > at) found.push(text.slice(at, end));
    at = end + 1;
  }
  return text.includes(escape) ? found.map(unescaped) : found;
}

/** All texts of a list with blanks between them, as people search it and sort by it. */
export function plainList(text: string): string {
  return text.includes(escape) ? parts(text).join(' ') : text.replaceAll(separator, ' ');
}

/** Whether the texts of a list, written as `plainList` has them and without regard to case, hold a term (lower-case). */
export function listHolds(text: string, term: string): boolean {
  if (term.includes(' ') || term.includes(separator) || term.includes(escape)) {
    return plainList(text).toLowerCase().includes(term);
  }
  // Without a blank in it, the term is in one of the texts or nowhere.
  if (!text.toLowerCase().includes(term)) return false;
  return !text.includes(escape) || plainList(text).toLowerCase().includes(term);
}

/** Lists in the order of `plainList`, without regard to case. */
export const listOrder: TextOrder = {
  key: (text) => plainList(text).toLowerCase(),
  plain: plainLower().fill(0x20, separator.charCodeAt(0), separator.charCodeAt(0) + 1),
};
