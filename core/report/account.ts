import { alignedByValues } from './judge';
import { reporterOf } from './sort';
import type { ReportStore } from './store';
import type { Summary } from './summary';
import type { PolicyPublished, ReportHead } from './types';

/** What a report comes to. Sums are of messages, but for `records`. */
export interface ReportSums {
  readonly records: number;
  readonly messages: number;
  readonly dmarcPass: number;
  /** `policy_evaluated/dkim`, respectively `/spf`, passed. */
  readonly dkimPass: number;
  readonly spfPass: number;
}

/** What a store comes to; asked again, it looks only at what was added since. */
export interface Account {
  summary(): Summary;
  /** What the report of a number comes to. */
  ofReport(report: number): ReportSums;
}

/** The account of a store: one for all who ask. */
export function accountOf(store: ReportStore): Account {
  return store.derived.keep('account', 0, () => account(store));
}

const kinds = alignedByValues.length;

function account(store: ReportStore): Account {
  /** Rows that are in the sums. */
  let rows = 0;
  let sources = 0;
  /** 1 at the numbers of addresses that rows have. */
  let seen = new Uint8Array(64);
  /** Messages by what aligned them, and the same for each report. */
  const total = new Float64Array(kinds);
  let messages = new Float64Array(16 * kinds);
  let records = new Uint32Array(16);
  let heads = accountOfHeads();

  const catchUp = (): void => {
    seen = grown(seen, store.text.sourceIp.dictionary.size);
    messages = grown(messages, store.reports.length * kinds);
    records = grown(records, store.reports.length);
    const report = store.report.values();
    const counts = store.count.values();
    const aligned = store.alignedBy.values();
    const addresses = store.text.sourceIp.cells.values();
    for (; rows < report.length; rows++) {
      const number = report[rows]!;
      const kind = aligned[rows]!;
      const count = counts[rows]!;
      total[kind]! += count;
      messages[number * kinds + kind]! += count;
      records[number]!++;
      const address = addresses[rows]!;
      if (address === 0 || seen[address] === 1) continue;
      seen[address] = 1;
      sources++;
    }
  };

  return {
    summary() {
      catchUp();
      const own = heads.summary(store.reports) ?? (heads = accountOfHeads()).summary(store.reports)!;
      return { reports: store.reports.length, records: rows, ...sums(total), sources, ...own };
    },
    ofReport(report) {
      catchUp();
      const own = messages.subarray(report * kinds, (report + 1) * kinds);
      return { records: records[report] ?? 0, ...sums(own) };
    },
  };
}

function sums([both = 0, dkim = 0, spf = 0, neither = 0]: Float64Array): Omit<ReportSums, 'records'> {
  return {
    messages: both + dkim + spf + neither,
    dmarcPass: both + dkim + spf,
    dkimPass: both + dkim,
    spfPass: both + spf,
  };
}

function grown<T extends Uint8Array | Uint32Array | Float64Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(2 * length);
  larger.set(array);
  return larger;
}

type OfHeads = Pick<Summary, 'begin' | 'end' | 'reporters' | 'domains' | 'reportIds' | 'policies'>;

/**
 * Of all heads but the last, what they say is kept: the last report may still be being read, and its head be replaced.
 * @returns undefined where one of the others was replaced: then begin anew
 */
function accountOfHeads(): { summary(heads: readonly ReportHead[]): OfHeads | undefined } {
  const settled: ReportHead[] = [];
  const [reporters, domains, reportIds] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const policies = new Map<string, PolicyPublished>();
  let begin = Infinity;
  let end = -Infinity;
  return {
    summary(heads) {
      for (let number = 0; number < settled.length; number++) {
        if (settled[number] !== heads[number]) return undefined;
      }
      while (settled.length < heads.length - 1) {
        const head = heads[settled.length]!;
        settled.push(head);
        begin = Math.min(begin, head.metadata.begin ?? Infinity);
        end = Math.max(end, head.metadata.end ?? -Infinity);
        reporters.add(reporterOf(head));
        domains.add(head.policy.domain.toLowerCase());
        reportIds.add(head.metadata.reportId);
        const key = JSON.stringify(head.policy);
        if (!policies.has(key)) policies.set(key, head.policy);
      }
      const last = heads.at(-1);
      if (last === undefined) {
        return { begin: undefined, end: undefined, reporters: [], domains: [], reportIds: [], policies: [] };
      }
      const first = Math.min(begin, last.metadata.begin ?? Infinity);
      const latest = Math.max(end, last.metadata.end ?? -Infinity);
      const known = policies.has(JSON.stringify(last.policy));
      return {
        begin: Number.isFinite(first) ? first : undefined,
        end: Number.isFinite(latest) ? latest : undefined,
        reporters: withLast(reporters, reporterOf(last)),
        domains: withLast(domains, last.policy.domain.toLowerCase()),
        reportIds: withLast(reportIds, last.metadata.reportId),
        policies: known ? [...policies.values()] : [...policies.values(), last.policy],
      };
    },
  };
}

/** Different values, empty ones left out. */
function withLast(values: ReadonlySet<string>, last: string): readonly string[] {
  const all = values.has(last) ? [...values] : [...values, last];
  return all.filter((value) => value !== '');
}
