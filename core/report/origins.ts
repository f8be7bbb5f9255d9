/** A place in a document where reading can begin anew: between two records. */
export interface Anchor {
  /** Records of the document before it. */
  readonly ordinal: number;
  /** Bytes of the document before it. */
  readonly offset: number;
}

/** From where a row of the store comes. */
export interface Origin {
  /** The number of the file, in the order in which files were read into the store. */
  readonly file: number;
  /** The number of the document among those that are found in the file. */
  readonly document: number;
  /** Whether the document is the file itself: not packed, and not part of a mail. */
  readonly direct: boolean;
  /** The record's number in the document, from 0, counting those that could not be read. */
  readonly ordinal: number;
  /** The last place before it where reading can begin. */
  readonly anchor: Anchor;
}

/** Remembers where records stand, a few numbers a document: rows of a document follow each other as its records do. */
export interface Origins {
  /** A file begins. @returns its number */
  nextFile(): number;
  /** A document of this file begins. */
  nextDocument(document: number, direct: boolean): void;
  anchor(anchor: Anchor): void;
  /** Rows from `row` on are the records from `ordinal` on of the document. */
  rows(row: number, ordinal: number, count: number): void;
  /** @returns undefined for rows that come from no document of records */
  find(row: number): Origin | undefined;
}

/** Rows that follow each other as their records do. */
interface Run {
  readonly row: number;
  readonly ordinal: number;
  readonly document: DocumentPlace;
  count: number;
}

interface DocumentPlace {
  readonly file: number;
  readonly document: number;
  readonly direct: boolean;
  readonly anchors: Anchor[];
}

const beginning: Anchor = Object.freeze({ ordinal: 0, offset: 0 });

export function createOrigins(): Origins {
  const runs: Run[] = [];
  let files = 0;
  let current: DocumentPlace | undefined;
  return {
    nextFile: () => files++,
    nextDocument(document, direct) {
      current = { file: files - 1, document, direct, anchors: [] };
    },
    anchor: (anchor) => void current?.anchors.push(anchor),
    rows(row, ordinal, count) {
      if (current === undefined) return;
      const run = runs.at(-1);
      const follows =
        run?.document === current && run.row + run.count === row && run.ordinal + run.count === ordinal;
      if (follows) run.count += count;
      else runs.push({ row, ordinal, document: current, count });
    },
    find(row) {
      const run = lastWith(runs, (one) => one.row <= row);
      if (run === undefined || row >= run.row + run.count) return undefined;
      const { file, document, direct, anchors } = run.document;
      const ordinal = run.ordinal + row - run.row;
      const anchor = lastWith(anchors, (one) => one.ordinal <= ordinal) ?? beginning;
      return { file, document, direct, ordinal, anchor };
    },
  };
}

/** The last of items in order that passes, where those that pass come first; by halving. */
function lastWith<Item>(items: readonly Item[], passes: (item: Item) => boolean): Item | undefined {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(items[middle]!)) from = middle + 1;
    else to = middle;
  }
  return items[from - 1];
}
