import type { ReportEvidence } from '../../../core/generator/ladder';
import { alignedByValues, groupRows, overview, plainDomain, type ReportStore } from '../../../core/report';

/** Sources that are named to the person who is about to raise a policy. */
const mostSources = 5;

/** What the open reports say of the mail of a domain (the policy's domain); undefined where they say nothing. */
export function evidenceOf(store: ReportStore, domain: string): ReportEvidence | undefined {
  const wanted = plainDomain(domain);
  const own = store.reports.map(({ policy }) => plainDomain(policy.domain) === wanted);
  const report = store.report.values();
  const rows = Int32Array.from({ length: store.size }, (_, row) => row).filter((row) => own[report[row]!]);
  if (rows.length === 0) return undefined;
  const { total, days } = overview(store, rows, { most: 0 });
  const aligned = store.alignedBy.values();
  const neither = alignedByValues.indexOf('neither');
  const failing = groupRows(
    store,
    rows.filter((row) => aligned[row] === neither),
    'network',
  );
  return {
    days: days.length,
    messages: total.messages,
    passed: total.pass,
    failing: Array.from({ length: Math.min(mostSources, failing.length) }, (_, index) => {
      const { key, messages } = failing.group(index);
      return { source: key, messages };
    }),
  };
}
