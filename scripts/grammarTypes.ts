import { RR_TYPES } from '../core/facts/rrTypes';

/** The alternation of record types within the grammar's text: mnemonics, then `TYPEn`. */
const ALTERNATION = /(?<=\(\?i:)(?:[A-Z0-9-]+\|)*TYPE\\\\d\+(?=\))/;

/**
 * A grammar of zone files with every record type that core knows.
 * @param grammar the source of the TextMate grammar
 * @throws Error where the place for the types is gone
 */
export function withTypes(grammar: string): string {
  if (!ALTERNATION.test(grammar)) throw new Error('the grammar of zone files has no place for the types');
  // The longest first: of two that begin alike, an alternation takes the one that comes first.
  const names = [...RR_TYPES.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return grammar.replace(ALTERNATION, () => [...names, 'TYPE\\\\d+'].join('|'));
}
