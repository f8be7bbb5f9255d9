import { keyed } from './groupKeys';
import { alignedByValues } from './judge';
import { orderOfSums } from './ranks';
import type { ReportStore } from './store';

/** What rows can be gathered by. */
export const groupKeys = [
  'network',
  'source',
  'organisation',
  'reporter',
  'headerFrom',
  'day',
  'result',
] as const;
export type GroupKey = (typeof groupKeys)[number];

/** What some rows come to. Sums are of messages, but for `records` and `sources`. */
export interface Sums {
  readonly records: number;
  readonly messages: number;
  /** Passed DMARC. */
  readonly pass: number;
  /** Aligned by DKIM, by SPF. */
  readonly dkim: number;
  readonly spf: number;
  /** Different source addresses. */
  readonly sources: number;
  /** Begin of the first report and end of the last, seconds since 1970; undefined where none says. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export interface Group extends Sums {
  /** What the group is called: a network, a domain, a day as `2026-11-16`, a value of `alignedByValues`. Empty: missing. */
  readonly key: string;
}

/** Rows by group. There may be as many groups as rows, so that each is summed up only when it is asked for. */
export interface Grouping {
  /** How many groups there are. */
  readonly length: number;
  readonly total: Sums;
  /** A group; those with most messages first, equal ones in order of appearance. @throws RangeError where there is none */
  group(index: number): Group;
  /** All groups, made when they are asked for: where there may be many, take those on show by `group`. */
  readonly groups: readonly Group[];
  /** The group that a row of the store belongs to, or would if it were among the rows; -1 where there is none. */
  indexOf(row: number): number;
  /** The rows of group `index`, in the order in which they were given; none where there is no such group. */
  rows(index: number): Int32Array;
  /** The rows of all groups one after the other; those of group `index` from `starts[index]` to `starts[index + 1]`. */
  readonly gathered: Int32Array;
  readonly starts: Int32Array;
}

/** Who owns an address, where somebody looked that up (names of hosts, a database); undefined where unknown. */
export type OrganisationOf = (address: string) => string | undefined;

/**
 * Gathers rows.
 * @param organisationOf for `organisation`; where it knows nothing, the Organizational Domain of what SPF or DKIM
 *   authenticated tells who sent, else the network does
 */
export function groupRows(
  store: ReportStore,
  rows: Int32Array,
  by: GroupKey,
  organisationOf?: OrganisationOf,
): Grouping {
  const { cells, of, size, name } = keyed(store, by, organisationOf);
  const counts = store.count.values();
  const messages = new Float64Array(size);
  const records = new Int32Array(size);
  for (const row of rows) {
    const n = of[cells[row]!]!;
    messages[n]! += counts[row]!;
    records[n]!++;
  }
  // Numbers without records are no groups.
  const order = orderOfSums(messages, (n) => records[n]! > 0);
  const starts = new Int32Array(order.length + 1);
  const next = new Int32Array(size);
  for (let index = 0; index < order.length; index++) {
    const n = order[index]!;
    next[n] = starts[index]!;
    starts[index + 1] = starts[index]! + records[n]!;
  }
  const gathered = new Int32Array(rows.length);
  for (const row of rows) gathered[next[of[cells[row]!]!]!++] = row;

  const sum = summing(store);
  const made = new Map<number, Group>();
  const group = (index: number): Group => {
    const n = order[index];
    if (n === undefined) throw new RangeError(`no group ${index}`);
    let one = made.get(index);
    if (one === undefined) {
      one = { key: name(n), ...sum(gathered, starts[index]!, starts[index + 1]!) };
      made.set(index, one);
    }
    return one;
  };
  let all: readonly Group[] | undefined;
  let total: Sums | undefined;
  let indices: Int32Array | undefined;
  return {
    length: order.length,
    get total() {
      return (total ??= sum(rows, 0, rows.length));
    },
    group,
    get groups() {
      return (all ??= Array.from(order, (_, index) => group(index)));
    },
    indexOf(row) {
      if (indices === undefined) {
        indices = new Int32Array(size).fill(-1);
        for (let index = 0; index < order.length; index++) indices[order[index]!] = index;
      }
      return indices[of[cells[row] ?? -1] ?? -1] ?? -1;
    },
    rows: (index) => gathered.subarray(starts[index] ?? 0, starts[index + 1] ?? 0),
    gathered,
    starts,
  };
}

/** What rows come to. */
export function sumsOf(store: ReportStore, rows: Int32Array): Sums {
  return summing(store)(rows, 0, rows.length);
}

/** Sums up rows [from, to) of some rows of a store; one array of marks serves all calls. */
function summing(store: ReportStore): (rows: Int32Array, from: number, to: number) => Sums {
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  const report = store.report.values();
  const source = store.text.sourceIp.cells.values();
  const seen = new Int32Array(store.text.sourceIp.dictionary.size);
  const begins = Float64Array.from(store.reports, ({ metadata }) => metadata.begin ?? Infinity);
  const ends = Float64Array.from(store.reports, ({ metadata }) => metadata.end ?? -Infinity);
  // Messages by what aligned them, in the order of alignedByValues.
  const messages = new Float64Array(alignedByValues.length);
  let call = 0;
  return (rows, from, to) => {
    call++;
    messages.fill(0);
    let sources = 0;
    let first = Infinity;
    let last = -Infinity;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      messages[aligned[row]!]! += counts[row]!;
      const head = report[row]!;
      if (begins[head]! < first) first = begins[head]!;
      if (ends[head]! > last) last = ends[head]!;
      const address = source[row]!;
      if (address === 0 || seen[address] === call) continue;
      seen[address] = call;
      sources++;
    }
    const [both = 0, dkim = 0, spf = 0, neither = 0] = messages;
    return {
      records: to - from,
      messages: both + dkim + spf + neither,
      pass: both + dkim + spf,
      dkim: both + dkim,
      spf: both + spf,
      sources,
      first: Number.isFinite(first) ? first : undefined,
      last: Number.isFinite(last) ? last : undefined,
    };
  };
}
