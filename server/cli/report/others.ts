import {
  isoTime,
  type FailureReport,
  type HistoryMessage,
  type TlsFailure,
  type TlsPolicyResult,
  type TlsReport,
} from '../../../core/report';
import type { Locale, Localized } from '../../../core/text/message';
import type { PrintedColumn } from './rows';
import { words } from './words';

/** What is read besides DMARC aggregate reports. */
export interface Others {
  readonly failures: readonly FailureReport[];
  readonly tls: readonly TlsReport[];
  readonly history: readonly HistoryMessage[];
}

/** One kind of these as a table. */
export interface OtherTable {
  readonly title: Localized;
  /** Names of all columns, the same in every language, as in a CSV file. */
  readonly names: readonly string[];
  readonly all: () => Iterable<readonly string[]>;
  /** The columns that people are shown, and their lines. */
  readonly columns: (locale: Locale) => readonly PrintedColumn[];
  readonly shown: () => Iterable<readonly string[]>;
}

interface Column<T> {
  readonly name: string;
  readonly text: (one: T) => string;
  /** Its heading, where people are shown it. */
  readonly title?: Localized;
  readonly number?: boolean;
}

/** A line of a TLS report: a policy with its sessions, or what failed under it. */
interface TlsLine {
  readonly report: TlsReport;
  readonly policy: TlsPolicyResult;
  readonly failure?: TlsFailure;
}

const failureColumns: readonly Column<FailureReport>[] = [
  { name: 'arrival', title: words.arrival, text: ({ arrival }) => isoTime(arrival) },
  { name: 'source_ip', title: words.source, text: ({ sourceIp }) => sourceIp },
  { name: 'reported_domain', title: words.domain, text: ({ reportedDomain }) => reportedDomain },
  { name: 'header_from', title: words.headerFrom, text: ({ headerFrom }) => headerFrom },
  { name: 'original_mail_from', title: words.envelopeFrom, text: ({ originalMailFrom }) => originalMailFrom },
  { name: 'original_rcpt_to', text: ({ originalRcptTo }) => originalRcptTo },
  { name: 'auth_failure', title: words.failed, text: ({ authFailure }) => authFailure.join(' ') },
  { name: 'identity_alignment', title: words.aligned, text: ({ identityAlignment }) => identityAlignment },
  { name: 'delivery_result', title: words.disposition, text: ({ deliveryResult }) => deliveryResult },
  { name: 'dkim_domain', text: ({ dkimDomain }) => dkimDomain },
  { name: 'dkim_selector', text: ({ dkimSelector }) => dkimSelector },
  { name: 'authentication_results', text: ({ authenticationResults }) => authenticationResults },
  { name: 'incidents', title: words.messages, number: true, text: ({ incidents }) => String(incidents) },
  { name: 'subject', title: words.subject, text: ({ subject }) => subject },
  { name: 'message_id', text: ({ messageId }) => messageId },
  { name: 'reporting_mta', title: words.reporter, text: ({ reportingMta }) => reportingMta },
  { name: 'user_agent', text: ({ userAgent }) => userAgent },
  { name: 'feedback_type', text: ({ feedbackType }) => feedbackType },
  ...placeColumns<FailureReport>((one) => one),
];

const tlsColumns: readonly Column<TlsLine>[] = [
  { name: 'organization', title: words.reporter, text: ({ report }) => report.organizationName },
  { name: 'report_id', text: ({ report }) => report.reportId },
  { name: 'begin', title: words.begin, text: ({ report }) => isoTime(report.begin) },
  { name: 'end', title: words.end, text: ({ report }) => isoTime(report.end) },
  { name: 'policy_domain', title: words.domain, text: ({ policy }) => policy.policyDomain },
  { name: 'policy_type', title: words.policy, text: ({ policy }) => policy.policyType },
  { name: 'mx_hosts', text: ({ policy }) => policy.mxHosts.join(' ') },
  {
    name: 'successful_sessions',
    title: words.successfulSessions,
    number: true,
    text: ({ policy, failure }) => (failure === undefined ? String(policy.successful) : ''),
  },
  {
    name: 'failed_sessions',
    title: words.failedSessions,
    number: true,
    text: ({ policy, failure }) => String(failure === undefined ? policy.failed : failure.failedSessions),
  },
  { name: 'result_type', title: words.failed, text: ({ failure }) => failure?.resultType ?? '' },
  { name: 'sending_mta_ip', title: words.source, text: ({ failure }) => failure?.sendingMtaIp ?? '' },
  {
    name: 'receiving_mx_hostname',
    title: words.receivingHost,
    text: ({ failure }) => failure?.receivingMxHostname ?? '',
  },
  { name: 'receiving_ip', text: ({ failure }) => failure?.receivingIp ?? '' },
  { name: 'additional_information', text: ({ failure }) => failure?.additionalInformation ?? '' },
  { name: 'failure_reason_code', text: ({ failure }) => failure?.failureReasonCode ?? '' },
  ...placeColumns<TlsLine>(({ report }) => report),
];

const historyColumns: readonly Column<HistoryMessage>[] = [
  { name: 'received', title: words.arrival, text: ({ received }) => isoTime(received) },
  { name: 'source_ip', title: words.source, text: ({ sourceIp }) => sourceIp },
  { name: 'header_from', title: words.headerFrom, text: ({ from }) => from },
  { name: 'envelope_from', title: words.envelopeFrom, text: ({ envelopeFrom }) => envelopeFrom },
  { name: 'policy_domain', text: ({ policyDomain }) => policyDomain },
  { name: 'p', title: words.policy, text: ({ p }) => p },
  { name: 'sp', text: ({ sp }) => sp },
  { name: 'pct', text: ({ pct }) => pct },
  { name: 'adkim', text: ({ adkim }) => adkim },
  { name: 'aspf', text: ({ aspf }) => aspf },
  { name: 'aligned_dkim', title: words.dkim, text: ({ alignedDkim }) => alignedDkim },
  { name: 'aligned_spf', title: words.spf, text: ({ alignedSpf }) => alignedSpf },
  {
    name: 'dkim_results',
    title: words.signatures,
    text: ({ signatures }) =>
      signatures
        .map(({ domain, selector, result }) => [domain, selector, result].filter(Boolean).join(' '))
        .join('; '),
  },
  { name: 'spf_result', title: words.checked, text: ({ spf }) => spf },
  { name: 'arc', text: ({ arc }) => arc },
  { name: 'arc_policy', text: ({ arcPolicy }) => arcPolicy },
  { name: 'disposition', title: words.disposition, text: ({ disposition }) => disposition },
  { name: 'rua', text: ({ rua }) => rua.join(' ') },
  { name: 'reporter', text: ({ reporter }) => reporter },
  { name: 'job', title: words.job, text: ({ job }) => job },
  { name: 'line', text: ({ line }) => String(line) },
  ...placeColumns<HistoryMessage>((one) => one),
];

/**
 * The tables of what was read besides aggregate reports, one for each kind of which there is something.
 * @param summary leaves out the messages of histories, which are summed up as aggregate reports, and what failed in TLS
 */
export function otherTables({ failures, tls, history }: Others, summary: boolean): readonly OtherTable[] {
  const tlsLines = function* (): Generator<TlsLine> {
    for (const report of tls) {
      for (const policy of report.policies) {
        yield { report, policy };
        if (!summary) for (const failure of policy.failures) yield { report, policy, failure };
      }
    }
  };
  return [
    ...(failures.length === 0 ? [] : [tableOf(words.failureReports, failureColumns, () => failures)]),
    ...(tls.length === 0 ? [] : [tableOf(words.tlsReports, tlsColumns, tlsLines)]),
    ...(history.length === 0 || summary ? [] : [tableOf(words.history, historyColumns, () => history)]),
  ];
}

function tableOf<T>(title: Localized, columns: readonly Column<T>[], rows: () => Iterable<T>): OtherTable {
  const lines = function* (of: readonly Column<T>[]): Generator<readonly string[]> {
    for (const row of rows()) yield of.map(({ text }) => text(row));
  };
  const shown = columns.filter((column) => column.title !== undefined);
  return {
    title,
    names: columns.map(({ name }) => name),
    all: () => lines(columns),
    columns: (locale) => shown.map((one) => ({ title: one.title![locale], number: one.number ?? false })),
    shown: () => lines(shown),
  };
}

function placeColumns<T>(of: (one: T) => { readonly file: string; readonly part: string }): Column<T>[] {
  return [
    { name: 'file', text: (one) => of(one).file },
    { name: 'part', text: (one) => of(one).part },
  ];
}
