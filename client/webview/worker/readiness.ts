import {
  groupRows,
  plainDomain,
  readiness,
  type HarmedSource,
  type Plan,
  type ReportStore,
} from '../../../core/report';
import type { ReadinessAnswer } from '../messages';
import type { Owners } from './owners';

/** Names and domains beyond this number nobody reads, and no zone is asked about. */
const mostNames = 1_000;

/** What a plan would have done to the mail of these rows. */
export function readinessOf(
  store: ReportStore,
  rows: Int32Array,
  plan: Plan,
  missing: readonly string[],
  most: number,
  { organisationOf }: Owners,
): ReadinessAnswer {
  const gone = new Set(missing);
  const exists = (name: string): boolean | undefined => (gone.has(name) ? false : undefined);
  const { messages, failing, newlyFailing, sources, sourceCount } = readiness(store, rows, plan, {
    exists,
    organisationOf,
    most: mostNames,
  });
  const wanted = sources.filter(({ kind }) => kind !== 'spoofing');
  return {
    messages,
    failing,
    newlyFailing,
    sources: sources.slice(0, most).map(withoutRows),
    sourceCount,
    wantedSources: wanted.length,
    wantedMessages: wanted.reduce((sum, { quarantined, rejected }) => sum + quarantined + rejected, 0),
    subdomains: subdomainsOf(store, rows),
    domains: domainsOf(store, rows),
  };
}

/** Row numbers of a million records are of no use to the page. */
function withoutRows({ rows: _rows, ...source }: HarmedSource): ReadinessAnswer['sources'][number] {
  return source;
}

/** Names in the header From that are not a policy's own domain. */
function subdomainsOf(store: ReportStore, rows: Int32Array): readonly string[] {
  const own = new Set(store.reports.map(({ policy }) => plainDomain(policy.domain)));
  const grouping = groupRows(store, rows, 'headerFrom');
  const names: string[] = [];
  for (let index = 0; index < grouping.length && names.length < mostNames; index++) {
    const { key } = grouping.group(index);
    if (key !== '' && !own.has(key)) names.push(key);
  }
  return names;
}

/** Policy domains of the rows, those with most messages first. */
function domainsOf(store: ReportStore, rows: Int32Array): readonly string[] {
  const report = store.report.values();
  const counts = store.count.values();
  const messages = new Float64Array(store.reports.length);
  for (const row of rows) messages[report[row]!]! += counts[row]!;
  const sums = new Map<string, number>();
  store.reports.forEach(({ policy }, number) => {
    const domain = plainDomain(policy.domain);
    if (domain !== '') sums.set(domain, (sums.get(domain) ?? 0) + messages[number]!);
  });
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([domain]) => domain)
    .slice(0, mostNames);
}
