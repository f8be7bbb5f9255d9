import { alignedByValues, outcomes, type AlignedBy, type Outcome } from './judge';
import { listColumns, textColumns, type ReportStore } from './store';
import type { DkimAuthResult, SpfAuthResult } from './types';

/** What the table can be sorted by. */
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
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** The words that the table shows for judgements, so that what is seen can be searched for. */
export interface ShownWords {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly alignedBy: Readonly<Record<AlignedBy, string>>;
}

/** What to show of a store. Without a sort, records keep the order of the reports. */
export interface View {
  readonly filter: string;
  readonly sort: Sort | undefined;
}

/**
 * The rows to show, in order: numbers of the store's rows.
 * A row passes the filter where every word of it (case does not matter) is in one of the row's cells.
 */
export function rowsOf(store: ReportStore, view: View, words?: ShownWords): Int32Array {
  return sorted(store, filtered(store, view.filter, words), view.sort);
}

function filtered(store: ReportStore, filter: string, words: ShownWords | undefined): Int32Array {
  const { size } = store;
  const terms = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
  const passing = new Uint8Array(size).fill(1);
  for (const term of terms) {
    const found = new Uint8Array(size);
    for (const { cells, values } of searched(store, words)) {
      // Each different value is looked into once, not once a row.
      const hit = Uint8Array.from(values, (value) => (value.toLowerCase().includes(term) ? 1 : 0));
      if (!hit.includes(1)) continue;
      for (let row = 0; row < size; row++) found[row]! |= hit[cells[row]!]!;
    }
    const count = store.count.values();
    if (/^\d+$/.test(term))
      for (let row = 0; row < size; row++) if (String(count[row]!) === term) found[row] = 1;
    for (let row = 0; row < size; row++) passing[row]! &= found[row]!;
  }
  const rows = new Int32Array(size);
  let length = 0;
  for (let row = 0; row < size; row++) if (passing[row] === 1) rows[length++] = row;
  return rows.subarray(0, length);
}

interface Searched {
  readonly cells: Int32Array;
  readonly values: readonly string[];
}

function* searched(store: ReportStore, words: ShownWords | undefined): Generator<Searched> {
  for (const name of textColumns) {
    const { cells, dictionary } = store.text[name];
    yield { cells: cells.values(), values: dictionary.texts };
  }
  for (const name of listColumns) {
    const { cells, dictionary } = store.list[name];
    yield { cells: cells.values(), values: dictionary.texts.map(listText) };
  }
  yield { cells: store.report.values(), values: store.reports.map(reporterText) };
  if (words === undefined) return;
  const shown = outcomes.map((outcome) => words.outcome[outcome]);
  yield { cells: store.dkimOutcome.values(), values: shown };
  yield { cells: store.spfOutcome.values(), values: shown };
  yield { cells: store.alignedBy.values(), values: alignedByValues.map((value) => words.alignedBy[value]) };
}

/** All values in a list cell, in the order in which the table shows them. */
function listText(json: string): string {
  if (json === '') return '';
  return (JSON.parse(json) as Record<string, string>[])
    .map((item) => Object.values(item).join(' '))
    .join(' ');
}

function reporterText({ metadata }: ReportStore['reports'][number]): string {
  return metadata.orgName === '' ? metadata.email : metadata.orgName;
}

/**
 * Sorts row numbers by one key a row. Key and position go into one number, so that the engine's sort of plain
 * numbers does it, and rows with the same key keep their order.
 */
function sorted(store: ReportStore, rows: Int32Array, sort: Sort | undefined): Int32Array {
  if (sort === undefined) return rows;
  const keyed = ranked(store, sort.column);
  const highest = keyed.reduce((most, key) => (key > most ? key : most), 0);
  const packed = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const key = keyed[rows[i]!]!;
    packed[i] = (sort.descending ? highest - key : key) * rows.length + i;
  }
  packed.sort();
  const result = new Int32Array(rows.length);
  for (let i = 0; i < packed.length; i++) result[i] = rows[packed[i]! % rows.length]!;
  return result;
}

/** A rank for each row: small whole numbers in the order of the column's values. */
function ranked(store: ReportStore, name: SortColumn): Float64Array {
  switch (name) {
    case 'count': {
      const counts = store.count.values();
      const distinct = Float64Array.from(new Set(counts)).sort();
      const ranks = new Map(Array.from(distinct, (count, rank) => [count, rank]));
      return counts.map((count) => ranks.get(count)!);
    }
    case 'dkim':
      return Float64Array.from(store.dkimOutcome.values());
    case 'spf':
      return Float64Array.from(store.spfOutcome.values());
    case 'alignedBy':
      return Float64Array.from(store.alignedBy.values());
    case 'reporter':
      return byRank(store.report.values(), store.reports.map(reporterText), textKey);
    case 'dkimResults':
    case 'spfResults': {
      const { cells, dictionary } = store.list[name];
      return byRank(cells.values(), dictionary.texts, name === 'dkimResults' ? dkimKey : spfKey);
    }
    case 'sourceIp': {
      const { cells, dictionary } = store.text.sourceIp;
      return byRank(cells.values(), dictionary.texts, addressKey);
    }
    case 'disposition':
    case 'headerFrom':
    case 'envelopeFrom': {
      const { cells, dictionary } = store.text[name];
      return byRank(cells.values(), dictionary.texts, textKey);
    }
  }
}

function byRank(cells: Int32Array, values: readonly string[], key: (value: string) => string): Float64Array {
  const keys = values.map(key);
  const order = [...keys.keys()].sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
  const ranks = new Float64Array(values.length);
  let rank = -1;
  order.forEach((index, i) => {
    if (i === 0 || keys[index] !== keys[order[i - 1]!]) rank++;
    ranks[index] = rank;
  });
  return Float64Array.from(cells, (cell) => ranks[cell]!);
}

/** Empty values go last: they are what a person looks for least. */
function textKey(value: string): string {
  return value === '' ? '\uffff' : value.toLowerCase();
}

/** IPv4 by number, then IPv6 by number, then anything else. */
function addressKey(value: string): string {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(value);
  if (four !== null)
    return `4${four
      .slice(1)
      .map((octet) => octet.padStart(3, '0'))
      .join('')}`;
  if (!/^[\da-f:.]+$/i.test(value) || !value.includes(':')) return `9${textKey(value)}`;
  const [before = '', after] = value.toLowerCase().split('::', 2);
  const groups = (text: string): string[] => text.split(':').filter((group) => group !== '');
  const high = groups(before);
  const low = groups(after ?? '');
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - high.length - low.length)).fill('0');
  return `6${[...high, ...zeros, ...low].map((group) => group.padStart(4, '0')).join('')}`;
}

function dkimKey(json: string): string {
  if (json === '') return '\uffff';
  const items = JSON.parse(json) as DkimAuthResult[];
  return items
    .map(({ domain, selector, result }) => `${domain} ${selector} ${result}`.toLowerCase())
    .join(' ');
}

function spfKey(json: string): string {
  if (json === '') return '\uffff';
  const items = JSON.parse(json) as SpfAuthResult[];
  return items.map(({ domain, result }) => `${domain} ${result}`.toLowerCase()).join(' ');
}
