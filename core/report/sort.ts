import type { Work } from './derived';
import { alignedByValues } from './judge';
import { listOrder } from './lists';
import { allAtOnce, radixInSteps } from './radix';
import { addressWork, numberRanks, type Ranks } from './ranks';
import type { ReportStore } from './store';
import { caseless, textRanksInSteps, type TextOrder } from './textRanks';
import type { ReportHead } from './types';

/** The columns of the table, by which it is sorted. */
export const sortColumns = [
  'sourceIp',
  'count',
  'dmarc',
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

/** Ranks of a column, and each row's number into them; without ranks, that number is the row's rank. */
interface Key {
  readonly cells: ArrayLike<number>;
  readonly ranks: Int32Array | undefined;
  /** How many ranks there are. */
  readonly size: number;
}

/**
 * Puts rows in the order of several columns: the first decides, the next where it leaves rows equal. Rows that are
 * equal in all keep the order they are given in. A pass or two over the rows for each column, so a million of them take
 * a moment.
 */
export function sortRows(store: ReportStore, rows: Int32Array, sorts: readonly Sort[]): Int32Array {
  const given = new Uint32Array(rows.buffer, rows.byteOffset, rows.length);
  const sorted = [...sorts]
    .reverse()
    .reduce((before, { column, descending }) => sortedBy(before, keyOf(store, column), descending), given);
  return new Int32Array(sorted.buffer, sorted.byteOffset, sorted.length);
}

function sortedBy(rows: Uint32Array, { cells, ranks, size }: Key, descending: boolean): Uint32Array {
  const keys = new Uint32Array(rows.length);
  if (ranks === undefined) for (let i = 0; i < keys.length; i++) keys[i] = cells[rows[i]!]!;
  else for (let i = 0; i < keys.length; i++) keys[i] = ranks[cells[rows[i]!]!]!;
  if (descending) for (let i = 0; i < keys.length; i++) keys[i] = size - 1 - keys[i]!;
  return allAtOnce(radixInSteps(rows, keys)).numbers;
}

/** Columns whose order takes long to work out where there are very many different values. */
const slowColumns = [
  'sourceIp',
  'headerFrom',
  'envelopeFrom',
  'envelopeTo',
  'dkimResults',
  'spfResults',
  'reasons',
  'disposition',
  'reporter',
  'policy',
] as const satisfies readonly SortColumn[];
type SlowColumn = (typeof slowColumns)[number];

/**
 * Works out the order of all columns that take long, so that sorting finds it ready; in steps, of a few milliseconds
 * each. Whoever sorts meanwhile gets what is right, and what was done by then is not done again. A rank takes four octets
 * for each different value. To be begun anew when more is read.
 */
export function* orderAhead(store: ReportStore): Generator<undefined, void> {
  for (const column of slowColumns) {
    const work = workOf(store, column);
    while (work.step()) yield;
  }
}

function workOf(store: ReportStore, column: SlowColumn): Work<Ranks> {
  const { derived, reports } = store;
  const texts = (state: number, values: () => readonly string[], order: TextOrder): Work<Ranks> =>
    derived.keepWork(`${column} ranks`, state, () => textRanksInSteps(values(), order));
  switch (column) {
    case 'sourceIp':
      return addressWork(store);
    case 'disposition':
    case 'headerFrom':
    case 'envelopeFrom':
    case 'envelopeTo': {
      const { dictionary } = store.text[column];
      return texts(dictionary.size, () => dictionary.texts, caseless);
    }
    case 'reasons':
    case 'dkimResults':
    case 'spfResults': {
      const { dictionary } = store.list[column];
      return texts(dictionary.size, () => dictionary.texts, listOrder);
    }
    case 'reporter':
      return texts(store.headChanges, () => reports.map(reporterOf), caseless);
    case 'policy': {
      const policies = (): readonly string[] =>
        reports.map(({ policy }) => `${policy.domain} ${policy.p} ${policy.sp}`.trim());
      return texts(store.headChanges, policies, caseless);
    }
  }
}

function keyOf(store: ReportStore, column: SortColumn): Key {
  const report = store.report.values();
  switch (column) {
    case 'count':
      return countKey(store);
    case 'dkim':
      return small(store.dkimOutcome.values());
    case 'spf':
      return small(store.spfOutcome.values());
    case 'alignedBy':
      return small(store.alignedBy.values());
    case 'dmarc':
      // Whatever has passed is equal, so that the next column decides there.
      return { cells: store.alignedBy.values(), ranks: passFirst(), size: 2 };
    case 'begin':
    case 'end': {
      const times = Float64Array.from(store.reports, ({ metadata }) => metadata[column] ?? Number.NaN);
      return { cells: report, ...numberRanks(times) };
    }
    case 'sourceIp':
    case 'disposition':
    case 'headerFrom':
    case 'envelopeFrom':
    case 'envelopeTo':
      return { cells: store.text[column].cells.values(), ...workOf(store, column).value() };
    case 'reasons':
    case 'dkimResults':
    case 'spfResults':
      return { cells: store.list[column].cells.values(), ...workOf(store, column).value() };
    case 'reporter':
    case 'policy':
      return { cells: report, ...workOf(store, column).value() };
  }
}

/** Ranks of `alignedByValues`: what passes DMARC before what does not. */
function passFirst(): Int32Array {
  return Int32Array.from(alignedByValues, (value) => (value === 'neither' ? 1 : 0));
}

/** Values that are their own ranks. */
function small(cells: Int32Array): Key {
  return { cells, ranks: undefined, size: 4 };
}

/** Counts are small as a rule: then they are their own ranks. */
function countKey(store: ReportStore): Key {
  const counts = store.count.values();
  let highest = 0;
  for (let row = 0; row < counts.length; row++) if (counts[row]! > highest) highest = counts[row]!;
  if (highest < 2 ** 32) return { cells: counts, ranks: undefined, size: highest + 1 };
  const { ranks, size } = store.derived.keep('count ranks', store.size, () => numberRanks(counts));
  return { cells: ranks, ranks: undefined, size };
}

/** Who sent a report: the organisation as it calls itself, else its address. */
export function reporterOf({ metadata }: ReportHead): string {
  return metadata.orgName === '' ? metadata.email : metadata.orgName;
}
