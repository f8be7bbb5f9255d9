import type { Expression } from './query/ast';
import { evaluate } from './query/evaluate';
import { parseQuery } from './query/parse';
import type { ShownWords } from './search';
import { sortRows, type Sort } from './sort';
import type { ReportStore } from './store';

/** What to show of a store. Without a sort, records keep the order of the reports. */
export interface View {
  /** A query (query/parse.ts); plain words find rows that have each of them in some cell. */
  readonly filter: string;
  readonly sort: Sort | undefined;
  /** What decides where `sort` leaves rows equal, in this order. */
  readonly thenBy?: readonly Sort[];
}

/**
 * The rows to show, in order: numbers of the store's rows. Of a filter that is wrong in part, the rest filters:
 * `parseQuery` tells what is wrong with it.
 */
export function rowsOf(store: ReportStore, view: View, words?: ShownWords): Int32Array {
  const rows = filterRows(store, parseQuery(view.filter).expression, words);
  const sorts = view.sort === undefined ? [] : [view.sort, ...(view.thenBy ?? [])];
  return sortRows(store, rows, sorts);
}

/** The rows that pass a query, in the order of the reports; all without one. */
export function filterRows(
  store: ReportStore,
  expression: Expression | undefined,
  words?: ShownWords,
): Int32Array {
  const { size } = store;
  const rows = new Int32Array(size);
  if (expression === undefined) {
    for (let row = 0; row < size; row++) rows[row] = row;
    return rows;
  }
  const mask = evaluate(store, expression, words);
  let length = 0;
  for (let row = 0; row < size; row++) if (mask[row] === 1) rows[length++] = row;
  return rows.slice(0, length);
}
