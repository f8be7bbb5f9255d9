/** Where the keyboard stands in the table. */
export interface Stand {
  readonly row: number;
  readonly column: number;
}

/** What a key needs to know of the table. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows of a page. */
  readonly page: number;
}

/** The keys that move, as grids of WAI-ARIA have them; undefined for others. The result is within the table. */
export function moveFor(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: Stand,
  { rows, columns, page }: Extent,
): Stand | undefined {
  const ends = ctrlKey || metaKey;
  const to = ((): Stand | undefined => {
    switch (key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'PageUp':
        return { row: row - page, column };
      case 'PageDown':
        return { row: row + page, column };
      case 'Home':
        return ends ? { row: 0, column: 0 } : { row, column: 0 };
      case 'End':
        return ends ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
      default:
        return undefined;
    }
  })();
  return to && { row: within(to.row, rows), column: within(to.column, columns) };
}

function within(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}

/** Letters typed one after the other, as a search in the first column: addresses are made of these. */
export interface TypeAhead {
  /** Takes a key; gives what has been typed by now, or undefined where it is no part of an address. */
  typed(key: string, now: number): string | undefined;
}

/** Milliseconds after which a key begins a new word. */
const pause = 900;

export function typeAhead(): TypeAhead {
  let text = '';
  let last = -Infinity;
  return {
    typed(key, now) {
      const going = now - last < pause;
      // Letters alone are commands of the table; behind a digit they belong to an IPv6 address.
      if (!(going ? /^[\d.:a-f]$/i : /^\d$/).test(key)) return undefined;
      text = going ? text + key : key;
      last = now;
      return text;
    },
  };
}
