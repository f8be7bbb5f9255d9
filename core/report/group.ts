import { alignedByValues } from './judge';
import { numberRanks } from './ranks';
import { reporterOf } from './sort';
import type { ReportStore } from './store';
import { formatIp } from '../values/ipAddress';

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

/** Rows by group. */
export interface Grouping {
  /** The groups with most messages first. */
  readonly groups: readonly Group[];
  readonly total: Sums;
  /** The rows of group `index`, in the order in which they were given. */
  rows(index: number): Int32Array;
}

/** Who owns an address, where somebody looked that up (names of hosts, a database); undefined where unknown. */
export type OrganisationOf = (address: string) => string | undefined;

/** A number for each row, and what the numbers are called. */
interface Keyed {
  readonly numbers: Int32Array;
  readonly names: readonly string[];
}

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
  const { numbers, names } = keyed(store, by, organisationOf);
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  const report = store.report.values();
  const source = store.text.sourceIp.cells.values();
  const size = names.length;
  const records = new Float64Array(size);
  const messages = new Float64Array(size);
  const byAlignment = alignedByValues.map(() => new Float64Array(size));
  const first = new Float64Array(size).fill(Infinity);
  const last = new Float64Array(size).fill(-Infinity);
  const begins = Float64Array.from(store.reports, ({ metadata }) => metadata.begin ?? Infinity);
  const ends = Float64Array.from(store.reports, ({ metadata }) => metadata.end ?? -Infinity);
  for (const row of rows) {
    const n = numbers[row]!;
    const count = counts[row]!;
    records[n]!++;
    messages[n]! += count;
    byAlignment[aligned[row]!]![n]! += count;
    const head = report[row]!;
    if (begins[head]! < first[n]!) first[n] = begins[head]!;
    if (ends[head]! > last[n]!) last[n] = ends[head]!;
  }
  const { starts, gathered } = gather(rows, numbers, size);
  const sources = new Float64Array(size);
  // Marked with the group's number: one array serves all groups.
  const seen = new Int32Array(store.text.sourceIp.dictionary.texts.length).fill(-1);
  const ever = new Uint8Array(seen.length);
  let allSources = 0;
  for (let n = 0; n < size; n++) {
    for (let i = starts[n]!; i < starts[n + 1]!; i++) {
      const address = source[gathered[i]!]!;
      if (address === 0 || seen[address] === n) continue;
      seen[address] = n;
      sources[n]!++;
      if (ever[address] === 0) allSources++;
      ever[address] = 1;
    }
  }
  const [both, dkim, spf] = byAlignment as [Float64Array, Float64Array, Float64Array, Float64Array];
  const sums = (n: number): Sums => ({
    records: records[n]!,
    messages: messages[n]!,
    pass: both[n]! + dkim[n]! + spf[n]!,
    dkim: both[n]! + dkim[n]!,
    spf: both[n]! + spf[n]!,
    sources: sources[n]!,
    first: Number.isFinite(first[n]!) ? first[n]! : undefined,
    last: Number.isFinite(last[n]!) ? last[n]! : undefined,
  });
  const order = byMessages(messages, records);
  const groups = Array.from(order, (n) => ({ key: names[n]!, ...sums(n) }));
  return {
    groups,
    total: { ...groups.reduce(added, nothing), sources: allSources },
    rows(index) {
      const n = order[index];
      return n === undefined ? new Int32Array() : gathered.subarray(starts[n], starts[n + 1]);
    },
  };
}

/** The groups that have records, those with most messages first; equal ones in order of appearance. */
function byMessages(messages: Float64Array, records: Float64Array): Int32Array {
  const { ranks, size } = numberRanks(messages);
  const starts = new Int32Array(size + 1);
  let length = 0;
  for (let n = 0; n < ranks.length; n++) {
    if (records[n] === 0) continue;
    starts[size - ranks[n]!]!++;
    length++;
  }
  for (let rank = 1; rank <= size; rank++) starts[rank]! += starts[rank - 1]!;
  const order = new Int32Array(length);
  for (let n = 0; n < ranks.length; n++) if (records[n]! > 0) order[starts[size - 1 - ranks[n]!]!++] = n;
  return order;
}

const nothing: Sums = {
  records: 0,
  messages: 0,
  pass: 0,
  dkim: 0,
  spf: 0,
  sources: 0,
  first: undefined,
  last: undefined,
};

function added(a: Sums, b: Sums): Sums {
  return {
    records: a.records + b.records,
    messages: a.messages + b.messages,
    pass: a.pass + b.pass,
    dkim: a.dkim + b.dkim,
    spf: a.spf + b.spf,
    sources: a.sources + b.sources,
    first: a.first === undefined || (b.first !== undefined && b.first < a.first) ? b.first : a.first,
    last: a.last === undefined || (b.last !== undefined && b.last > a.last) ? b.last : a.last,
  };
}

function gather(
  rows: Int32Array,
  numbers: Int32Array,
  size: number,
): { readonly starts: Int32Array; readonly gathered: Int32Array } {
  const starts = new Int32Array(size + 1);
  for (const row of rows) starts[numbers[row]! + 1]!++;
  for (let n = 1; n <= size; n++) starts[n]! += starts[n - 1]!;
  const next = starts.slice();
  const gathered = new Int32Array(rows.length);
  for (const row of rows) gathered[next[numbers[row]!]!++] = row;
  return { starts, gathered };
}

function keyed(store: ReportStore, by: GroupKey, organisationOf: OrganisationOf | undefined): Keyed {
  switch (by) {
    case 'source': {
      const { cells, dictionary } = store.text.sourceIp;
      return renamed(cells.values(), dictionary.texts);
    }
    case 'network':
      return renamed(store.text.sourceIp.cells.values(), networkNames(store));
    case 'organisation':
      return organisations(store, organisationOf);
    case 'reporter':
      return renamed(store.report.values(), store.reports.map(reporterOf));
    case 'headerFrom': {
      const { cells, dictionary } = store.text.headerFrom;
      return renamed(
        cells.values(),
        dictionary.texts.map((text) => text.trim().toLowerCase().replace(/\.$/, '')),
      );
    }
    case 'day':
      return renamed(store.report.values(), store.reports.map(dayOf));
    case 'result':
      return { numbers: store.alignedBy.values(), names: alignedByValues };
  }
}

/** The UTC day in whose middle a report's period lies: receivers elsewhere report days of their own zone. */
export function dayOf({ metadata }: ReportStore['reports'][number]): string {
  const { begin, end } = metadata;
  const from = begin ?? end;
  const to = end ?? begin;
  if (from === undefined || to === undefined) return '';
  return new Date(((from + to) / 2) * 1000).toISOString().slice(0, 10);
}

/** The /24 of IPv4 addresses and the /48 of IPv6 ones, at their dictionary's numbers; what is no address as it is. */
export function networkNames(store: ReportStore): readonly string[] {
  const { texts } = store.text.sourceIp.dictionary;
  return store.derived.keep('networks', texts.length, () => {
    const { family, four, six } = store.derived.addresses();
    return texts.map((text, n) => {
      if (family[n] === 4) {
        const value = four[n]!;
        return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.0/24`;
      }
      if (family[n] !== 6) return text;
      const octets = six[n]!.map((octet, i) => (i < 6 ? octet : 0));
      return `${formatIp({ family: 6, octets })}/48`;
    });
  });
}

/** Rows numbered by distinct names. */
function renamed(cells: Int32Array, texts: readonly string[]): Keyed {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const of = Int32Array.from(texts, (text) => {
    let number = numbers.get(text);
    if (number === undefined) {
      number = names.push(text) - 1;
      numbers.set(text, number);
    }
    return number;
  });
  return { numbers: cells.map((cell) => of[cell]!), names };
}

function organisations(store: ReportStore, organisationOf: OrganisationOf | undefined): Keyed {
  const source = store.text.sourceIp;
  const known = source.dictionary.texts.map((address) => organisationOf?.(address) ?? '');
  const networks = networkNames(store);
  const spfNames = authenticated(store, 'spfResults');
  const dkimNames = authenticated(store, 'dkimResults');
  const addresses = source.cells.values();
  const spf = store.list.spfResults.cells.values();
  const dkim = store.list.dkimResults.cells.values();
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const of = new Int32Array(store.size);
  for (let row = 0; row < of.length; row++) {
    const address = addresses[row]!;
    const name = known[address]! || spfNames[spf[row]!]! || dkimNames[dkim[row]!]! || networks[address]!;
    let number = numbers.get(name);
    if (number === undefined) {
      number = names.push(name) - 1;
      numbers.set(name, number);
    }
    of[row] = number;
  }
  return { numbers: of, names };
}

/** The Organizational Domain that passed, at the numbers of the lists; empty where none did. */
function authenticated(store: ReportStore, name: 'dkimResults' | 'spfResults'): readonly string[] {
  return store.derived.items(name).map((items) => {
    const passed = items.find(
      ({ result, domain }) => result.trim().toLowerCase() === 'pass' && domain !== '',
    );
    return passed === undefined ? '' : store.derived.organization(passed.domain);
  });
}
