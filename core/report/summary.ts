import { alignedByValues } from './judge';
import type { ReportStore } from './store';
import type { PolicyPublished } from './types';

/** What all open reports, or some rows of them, come to. Sums are of messages, not of records. */
export interface Summary {
  readonly reports: number;
  readonly records: number;
  readonly messages: number;
  /** Messages that passed DMARC: aligned by DKIM or SPF. */
  readonly dmarcPass: number;
  /** Messages whose `policy_evaluated/dkim`, respectively `/spf`, passed. */
  readonly dkimPass: number;
  readonly spfPass: number;
  /** Different source addresses. */
  readonly sources: number;
  /** Seconds since 1970 over all reports; undefined where none says. */
  readonly begin: number | undefined;
  readonly end: number | undefined;
  /** Different values in order of appearance, empty ones left out. */
  readonly reporters: readonly string[];
  readonly domains: readonly string[];
  readonly reportIds: readonly string[];
  /** Different policies, e.g. before and after a change. */
  readonly policies: readonly PolicyPublished[];
}

/** Sums up the store, or only the report numbered `only`. */
export function summarise(store: ReportStore, only?: number): Summary {
  const report = store.report.values();
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  const addresses = store.text.sourceIp.cells.values();
  const seen = new Uint8Array(store.text.sourceIp.dictionary.size);
  // Messages by what aligned them, in the order of alignedByValues.
  const messages = alignedByValues.map(() => 0);
  let records = 0;
  for (let row = 0; row < store.size; row++) {
    if (only !== undefined && report[row] !== only) continue;
    records++;
    messages[aligned[row]!]! += counts[row]!;
    if (addresses[row] !== 0) seen[addresses[row]!] = 1;
  }
  const [both = 0, dkim = 0, spf = 0, neither = 0] = messages;
  const heads = only === undefined ? store.reports : store.reports.slice(only, only + 1);
  const begins = heads.flatMap(({ metadata }) => metadata.begin ?? []);
  const ends = heads.flatMap(({ metadata }) => metadata.end ?? []);
  return {
    reports: heads.length,
    records,
    messages: both + dkim + spf + neither,
    dmarcPass: both + dkim + spf,
    dkimPass: both + dkim,
    spfPass: both + spf,
    sources: seen.reduce((sum, one) => sum + one, 0),
    begin: begins.length === 0 ? undefined : begins.reduce((a, b) => Math.min(a, b)),
    end: ends.length === 0 ? undefined : ends.reduce((a, b) => Math.max(a, b)),
    reporters: distinct(
      heads.map(({ metadata }) => (metadata.orgName === '' ? metadata.email : metadata.orgName)),
    ),
    domains: distinct(heads.map(({ policy }) => policy.domain.toLowerCase())),
    reportIds: distinct(heads.map(({ metadata }) => metadata.reportId)),
    policies: distinctPolicies(heads.map(({ policy }) => policy)),
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '');
}

function distinctPolicies(policies: readonly PolicyPublished[]): readonly PolicyPublished[] {
  return [...new Map(policies.map((policy) => [JSON.stringify(policy), policy])).values()];
}
