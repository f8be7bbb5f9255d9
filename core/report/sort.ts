import { addressOrder, numberRanks, textRanks, type Ranks } from './ranks';
import type { ListColumn, ReportStore, TextColumn } from './store';
import type { ReportHead } from './types';

/** The columns of the table, by which it is sorted. */
export const sortColumns = [
  'sourceIp',
  'count',
  'disposition',
  'dkim',
  'spf',
  'alignedBy',
  'headerFrom',
  'dkimResults',
  'spfResults',
  'envelopeFrom',
  'reporter',
] as const;
export type SortedColumn = (typeof sortColumns)[number];
/** What rows can be sorted by besides. */
export const moreSortColumns = ['envelopeTo', 'reasons', 'begin', 'end', 'policy'] as const;
export type SortColumn = SortedColumn | (typeof moreSortColumns)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Ranks of a column, and each row's number into them. */
interface Key extends Ranks {
  readonly cells: Int32Array;
}

/**
 * Puts rows in the order of several columns: the first decides, the next where it leaves rows equal. Rows that are
 * equal in all keep the order they are given in. One counting sort a column, so a million rows take a moment.
 */
export function sortRows(store: ReportStore, rows: Int32Array, sorts: readonly Sort[]): Int32Array {
  return [...sorts].reverse().reduce((sorted, sort) => countingSorted(store, sorted, sort), rows);
}

function countingSorted(store: ReportStore, rows: Int32Array, { column, descending }: Sort): Int32Array {
  const { cells, ranks, size } = keyOf(store, column);
  const place = new Int32Array(ranks.length);
  for (let n = 0; n < ranks.length; n++) place[n] = descending ? size - 1 - ranks[n]! : ranks[n]!;
  const starts = new Int32Array(size + 1);
  for (const row of rows) starts[place[cells[row]!]! + 1]!++;
  for (let rank = 1; rank <= size; rank++) starts[rank]! += starts[rank - 1]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[starts[place[cells[row]!]!]!++] = row;
  return sorted;
}

function keyOf(store: ReportStore, column: SortColumn): Key {
  const { derived } = store;
  switch (column) {
    case 'count':
      return derived.keep('countKey', store.size, () => countKey(store));
    case 'sourceIp':
      return { cells: store.text.sourceIp.cells.values(), ...addressOrder(store) };
    case 'dkim':
      return small(store.dkimOutcome.values());
    case 'spf':
      return small(store.spfOutcome.values());
    case 'alignedBy':
      return small(store.alignedBy.values());
    case 'disposition':
    case 'headerFrom':
    case 'envelopeFrom':
    case 'envelopeTo':
      return textKey(store, column);
    case 'reasons':
    case 'dkimResults':
    case 'spfResults':
      return listKey(store, column);
    case 'reporter':
      return { cells: store.report.values(), ...textRanks(store.reports.map(reporterOf), lower) };
    case 'policy':
      return {
        cells: store.report.values(),
        ...textRanks(
          store.reports.map(({ policy }) => `${policy.domain} ${policy.p} ${policy.sp}`.trim()),
          lower,
        ),
      };
    case 'begin':
    case 'end':
      return {
        cells: store.report.values(),
        ...numberRanks(Float64Array.from(store.reports, ({ metadata }) => metadata[column] ?? Number.NaN)),
      };
  }
}

function small(cells: Int32Array): Key {
  return { cells, ranks: Int32Array.of(0, 1, 2, 3), size: 4 };
}

function textKey(store: ReportStore, name: TextColumn): Key {
  const { cells, dictionary } = store.text[name];
  const ranks = store.derived.keep(`${name}Ranks`, dictionary.texts.length, () =>
    textRanks(dictionary.texts, lower),
  );
  return { cells: cells.values(), ...ranks };
}

function listKey(store: ReportStore, name: ListColumn): Key {
  const { cells, dictionary } = store.list[name];
  const ranks = store.derived.keep(`${name}Ranks`, dictionary.texts.length, () =>
    textRanks(
      store.derived
        .items(name)
        .map((items) => items.map((item) => Object.values(item).join(' ').toLowerCase()).join(' ')),
      (value) => value,
    ),
  );
  return { cells: cells.values(), ...ranks };
}

/** Counts are small as a rule: then they are their own ranks. */
function countKey(store: ReportStore): Key {
  const counts = store.count.values();
  let highest = 0;
  for (const count of counts) if (count > highest) highest = count;
  const cells = new Int32Array(counts.length);
  if (highest < 2 ** 22) {
    for (let row = 0; row < counts.length; row++) cells[row] = counts[row]!;
    return { cells, ranks: Int32Array.from({ length: highest + 1 }, (_, count) => count), size: highest + 1 };
  }
  const { ranks, size } = numberRanks(counts);
  return { cells: ranks, ranks: Int32Array.from({ length: size }, (_, rank) => rank), size };
}

/** Who sent a report: the organisation as it calls itself, else its address. */
export function reporterOf({ metadata }: ReportHead): string {
  return metadata.orgName === '' ? metadata.email : metadata.orgName;
}

function lower(value: string): string {
  return value.toLowerCase();
}
