/** The number of messages that a record says, and how it was read. */
export interface CountReading {
  readonly count: number;
  /**
   * `exact`: an integer as XML Schema has it (Part 2 §3.3.13), which may have a plus and leading zeros. `repaired`:
   * written otherwise, but without doubt. `capped`: more than `mostMessages`. `none`: no number.
   */
  readonly how: 'exact' | 'repaired' | 'capped' | 'none';
}

/**
 * Messages that one record may count: far more than any receiver has seen of one source, and so few that sums of nine
 * million such records are still exact (2^53).
 */
export const mostMessages = 1_000_000_000;

const integer = /^\+?\d+$/;
/** A fraction of zeros alone, and commas where thousands have them. A point before other digits may be either. */
const mendable = /^\+?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0*)?$/;

/** @param text as written, without the blanks around it */
export function countReading(text: string): CountReading {
  const exact = integer.test(text);
  if (!exact && !mendable.test(text)) return { count: 0, how: 'none' };
  const count = Math.trunc(Number(text.replaceAll(',', '')));
  if (count > mostMessages) return { count: mostMessages, how: 'capped' };
  return { count, how: exact ? 'exact' : 'repaired' };
}
