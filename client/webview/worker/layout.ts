import {
  filterRows,
  groupRows,
  parseQuery,
  sortRows,
  sumsOf,
  type Grouping,
  type OrganisationOf,
  type ReportStore,
  type ShownWords,
  type Sort,
  type Sums,
} from '../../../core/report';
import type { TableView } from '../messages';

/** The lines of the table: which groups and records stand where. */
export interface Layout {
  /** Records that pass the filter, in order. */
  readonly rows: Int32Array;
  readonly sums: Sums;
  readonly lines: number;
  readonly groups: Groups | undefined;
}

/** The groups of a layout, and where each begins. */
interface Groups {
  readonly grouping: Grouping;
  /** Numbers of the grouping's groups in the order of the table. */
  readonly order: Int32Array;
  /** The line of each in that order, and behind the last one the number of all lines. */
  readonly starts: Int32Array;
  readonly isOpen: (index: number) => boolean;
}

/** What stands on a line. `row` is a record's number in the store, `nth` its place among its siblings, from 0. */
export type Placed =
  | { readonly kind: 'group'; readonly index: number }
  | { readonly kind: 'record'; readonly row: number; readonly nth: number; readonly siblings: number };

/** Puts the records of a view in lines. */
export function layOut(
  store: ReportStore,
  { filter, sorts, group, open }: TableView,
  words: ShownWords | undefined,
  organisationOf: OrganisationOf,
): Layout {
  const filtered = filterRows(store, parseQuery(filter).expression, words);
  // Rows are summed up fastest in the order in which they were read.
  const sums = sumsOf(store, filtered);
  const rows = sortRows(store, filtered, sorts);
  if (group === undefined) return { rows, sums, lines: rows.length, groups: undefined };
  const grouping = groupRows(store, rows, group, organisationOf);
  const opened = indicesOf(grouping, open);
  const isOpen = (index: number): boolean => opened.has(index);
  const order = ordered(grouping, rows, sorts[0]);
  const starts = new Int32Array(order.length + 1);
  let line = 0;
  order.forEach((index, place) => {
    starts[place] = line;
    line += isOpen(index) ? 1 + grouping.rows(index).length : 1;
  });
  starts[order.length] = line;
  return { rows, sums, lines: line, groups: { grouping, order, starts, isOpen } };
}

/** The groups with these keys. What was opened mostly stands near the top: the search ends with the last one found. */
function indicesOf(grouping: Grouping, keys: readonly string[]): ReadonlySet<number> {
  const wanted = new Set(keys);
  const found = new Set<number>();
  for (let index = 0; wanted.size > 0 && index < grouping.length; index++) {
    if (wanted.delete(grouping.group(index).key)) found.add(index);
  }
  return found;
}

/**
 * Groups with most messages come first. Sorted by another column, they come as their first records do: what a person
 * looks for at the top of the table then is in the group at the top.
 */
function ordered(grouping: Grouping, rows: Int32Array, sort: Sort | undefined): Int32Array {
  const { length, gathered, starts } = grouping;
  const order = Int32Array.from({ length }, (_, index) => index);
  if (sort === undefined || (sort.column === 'count' && sort.descending)) return order;
  if (sort.column === 'count') return order.reverse();
  const place = new Int32Array(rows.reduce((a, b) => Math.max(a, b), -1) + 1);
  rows.forEach((row, nth) => {
    place[row] = nth;
  });
  // No two groups begin with the same record: where each begins sorts them by itself.
  const at = new Int32Array(rows.length).fill(-1);
  for (let index = 0; index < length; index++) at[place[gathered[starts[index]!]!]!] = index;
  return at.filter((index) => index >= 0);
}

/** What stands on line `line`; undefined beyond the last. */
export function lineAt({ rows, lines, groups }: Layout, line: number): Placed | undefined {
  if (line < 0 || line >= lines) return undefined;
  if (groups === undefined) return { kind: 'record', row: rows[line]!, nth: line, siblings: rows.length };
  const place = placeOf(groups.starts, line);
  const index = groups.order[place]!;
  const nth = line - groups.starts[place]! - 1;
  if (nth < 0) return { kind: 'group', index };
  const own = groups.grouping.rows(index);
  return { kind: 'record', row: own[nth]!, nth, siblings: own.length };
}

/** The last place that begins at or before a line. */
function placeOf(starts: Int32Array, line: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The line of a record; that of its group where this is closed is not given: -1. */
export function lineOfRecord({ rows, groups }: Layout, row: number): number {
  if (groups === undefined) return rows.indexOf(row);
  const { grouping, order, starts, isOpen } = groups;
  for (let place = 0; place < order.length; place++) {
    if (!isOpen(order[place]!)) continue;
    const nth = grouping.rows(order[place]!).indexOf(row);
    if (nth >= 0) return starts[place]! + 1 + nth;
  }
  return -1;
}
