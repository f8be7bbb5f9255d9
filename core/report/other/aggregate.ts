import type { HistoryMessage } from './types';
import type { ReportHead, ReportRecord } from '../types';

/** An aggregate report as OpenDMARC would make it of its history. */
export interface HistoryReport {
  readonly domain: string;
  /** Where it would go; without an address OpenDMARC makes no report. */
  readonly rua: readonly string[];
  readonly head: ReportHead;
  readonly records: readonly ReportRecord[];
}

/**
 * The aggregate reports that a history comes to: one a domain of header From, with a record a message as
 * `opendmarc-reports` writes them, and the policy that was seen last.
 */
export function historyReports(messages: readonly HistoryMessage[]): readonly HistoryReport[] {
  const byDomain = new Map<string, HistoryMessage[]>();
  for (const one of messages) {
    const known = byDomain.get(one.from);
    if (known === undefined) byDomain.set(one.from, [one]);
    else known.push(one);
  }
  return [...byDomain].map(([domain, own]) => reportOf(domain, own));
}

function reportOf(domain: string, messages: readonly HistoryMessage[]): HistoryReport {
  const last = messages.at(-1)!;
  let begin: number | undefined;
  let end: number | undefined;
  for (const { received } of messages) {
    if (received === undefined) continue;
    if (begin === undefined || received < begin) begin = received;
    if (end === undefined || received > end) end = received;
  }
  const head: ReportHead = {
    file: last.file,
    part: last.part === '' ? domain : `${last.part} › ${domain}`,
    version: '',
    metadata: {
      orgName: last.reporter,
      email: '',
      extraContactInfo: '',
      reportId: end === undefined ? domain : `${domain}:${end}`,
      generator: '',
      begin,
      end,
      errors: [],
    },
    policy: {
      domain: last.policyDomain === '' ? domain : last.policyDomain,
      p: last.p,
      sp: last.sp,
      np: '',
      adkim: last.adkim,
      aspf: last.aspf,
      fo: '',
      pct: last.pct,
      testing: '',
      discoveryMethod: '',
    },
  };
  return { domain, rua: last.rua, head, records: messages.map(recordOf) };
}

function recordOf(one: HistoryMessage): ReportRecord {
  return {
    sourceIp: one.sourceIp,
    count: 1,
    disposition: one.disposition,
    dkim: one.alignedDkim,
    spf: one.alignedSpf,
    reasons: one.arcPolicy === '' ? [] : [{ type: 'local_policy', comment: `arc=${one.arcPolicy}` }],
    headerFrom: one.from,
    envelopeFrom: one.envelopeFrom,
    envelopeTo: '',
    dkimResults: one.signatures.map(({ domain, selector, result }) => ({
      domain,
      selector,
      result,
      humanResult: '',
    })),
    spfResults:
      one.spf === '' ? [] : [{ domain: one.envelopeFrom, scope: 'mfrom', result: one.spf, humanResult: '' }],
  };
}
