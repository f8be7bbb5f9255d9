// What the columns of other kinds of reports tell, for showing and for sorting: shared by the page and its worker.
import type { FailureReport, HistoryMessage } from '../../../core/report';
import type { HistoryReportRow, TlsRow } from '../messages';

/** By name of a column, what a row has there; undefined or empty where it has nothing. */
export type Values<Row> = Readonly<Record<string, (row: Row) => string | number | undefined>>;

export const failureValues = {
  arrival: ({ arrival }) => arrival,
  sourceIp: ({ sourceIp }) => sourceIp,
  authFailure: ({ authFailure }) => authFailure.join(', '),
  from: ({ headerFrom, reportedDomain }) => (headerFrom === '' ? reportedDomain : headerFrom),
  mailFrom: ({ originalMailFrom }) => originalMailFrom,
  dkim: ({ dkimDomain, dkimSelector }) => joined(dkimDomain, dkimSelector),
  delivery: ({ deliveryResult }) => deliveryResult,
  subject: ({ subject }) => subject,
  reporter: ({ reportingMta, userAgent }) => (reportingMta === '' ? userAgent : reportingMta),
} as const satisfies Values<FailureReport>;

export const tlsValues = {
  organisation: ({ report }) => report.organizationName,
  period: ({ report }) => report.begin,
  domain: ({ policy }) => policy.policyDomain,
  type: ({ policy }) => policy.policyType,
  successful: ({ policy }) => policy.successful,
  failed: ({ policy }) => policy.failed,
  failures: ({ policy }) => [...new Set(policy.failures.map(({ resultType }) => resultType))].join(', '),
} as const satisfies Values<TlsRow>;

export const historyValues = {
  received: ({ received }) => received,
  sourceIp: ({ sourceIp }) => sourceIp,
  from: ({ from }) => from,
  mailFrom: ({ envelopeFrom }) => envelopeFrom,
  alignedDkim: ({ alignedDkim }) => alignedDkim,
  alignedSpf: ({ alignedSpf }) => alignedSpf,
  signatures: ({ signatures }) =>
    signatures.map(({ domain, selector, result }) => `${result} ${joined(domain, selector)}`).join(', '),
  spf: ({ spf }) => spf,
  disposition: ({ disposition }) => disposition,
  policy: ({ p }) => p,
  job: ({ job }) => job,
} as const satisfies Values<HistoryMessage>;

export const historyReportValues = {
  domain: ({ domain }) => domain,
  messages: ({ recordCount }) => recordCount,
  period: ({ head }) => head.metadata.begin,
  rua: ({ rua }) => rua.join(', '),
  policy: ({ head }) => head.policy.p,
} as const satisfies Values<HistoryReportRow>;

function joined(domain: string, selector: string): string {
  return selector === '' ? domain : `${domain} · ${selector}`;
}
