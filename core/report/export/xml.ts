import { rowAt, type ReportStore, type Row } from '../store';
import type { ReportHead } from '../types';

/** The report as XML again, with only these rows of it: what was filtered, for another program or another person. */
export function* xml(store: ReportStore, number: number, rows: Int32Array): Generator<string> {
  const head = store.reports[number]!;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<feedback>\n${headXml(head)}`;
  for (const row of rows) yield recordXml(rowAt(store, row));
  yield '</feedback>\n';
}

/** The reports that rows belong to, with their rows, in the order of the reports. */
export function rowsByReport(store: ReportStore, rows: Int32Array): ReadonlyMap<number, Int32Array> {
  const report = store.report.values();
  const lengths = new Int32Array(store.reports.length);
  for (const row of rows) lengths[report[row]!]!++;
  const parts = Array.from(lengths, (length) => new Int32Array(length));
  const at = new Int32Array(lengths.length);
  for (const row of rows) {
    const number = report[row]!;
    parts[number]![at[number]!++] = row;
  }
  return new Map(parts.map((part, number) => [number, part] as const).filter(([, part]) => part.length > 0));
}

/** A record as XML, in the order of RFC 9990's schema. */
export function recordXml(row: Row): string {
  const reasons = row.reasons.map(({ type, comment }) =>
    group(8, 'reason', [element(10, 'type', type), optional(10, 'comment', comment)]),
  );
  const dkim = row.dkimResults.map(({ domain, selector, result, humanResult }) =>
    group(6, 'dkim', [
      element(8, 'domain', domain),
      optional(8, 'selector', selector),
      element(8, 'result', result),
      optional(8, 'human_result', humanResult),
    ]),
  );
  const spf = row.spfResults.map(({ domain, scope, result, humanResult }) =>
    group(6, 'spf', [
      element(8, 'domain', domain),
      optional(8, 'scope', scope),
      element(8, 'result', result),
      optional(8, 'human_result', humanResult),
    ]),
  );
  return group(2, 'record', [
    group(4, 'row', [
      element(6, 'source_ip', row.sourceIp),
      element(6, 'count', String(row.count)),
      group(6, 'policy_evaluated', [
        element(8, 'disposition', row.disposition),
        optional(8, 'dkim', row.dkim),
        optional(8, 'spf', row.spf),
        ...reasons,
      ]),
    ]),
    group(4, 'identifiers', [
      element(6, 'header_from', row.headerFrom),
      optional(6, 'envelope_from', row.envelopeFrom),
      optional(6, 'envelope_to', row.envelopeTo),
    ]),
    group(4, 'auth_results', [...dkim, ...spf]),
  ]);
}

function headXml({ version, metadata, policy }: ReportHead): string {
  return [
    optional(2, 'version', version),
    group(2, 'report_metadata', [
      element(4, 'org_name', metadata.orgName),
      element(4, 'email', metadata.email),
      optional(4, 'extra_contact_info', metadata.extraContactInfo),
      element(4, 'report_id', metadata.reportId),
      group(4, 'date_range', [
        element(6, 'begin', String(metadata.begin ?? '')),
        element(6, 'end', String(metadata.end ?? '')),
      ]),
      ...metadata.errors.map((error) => element(4, 'error', error)),
      optional(4, 'generator', metadata.generator),
    ]),
    group(2, 'policy_published', [
      element(4, 'domain', policy.domain),
      optional(4, 'discovery_method', policy.discoveryMethod),
      element(4, 'p', policy.p),
      optional(4, 'sp', policy.sp),
      optional(4, 'np', policy.np),
      optional(4, 'adkim', policy.adkim),
      optional(4, 'aspf', policy.aspf),
      optional(4, 'pct', policy.pct),
      optional(4, 'testing', policy.testing),
      optional(4, 'fo', policy.fo),
    ]),
  ].join('');
}

function group(indent: number, name: string, inner: readonly string[]): string {
  const blank = ' '.repeat(indent);
  return `${blank}<${name}>\n${inner.join('')}${blank}</${name}>\n`;
}

function element(indent: number, name: string, text: string): string {
  return `${' '.repeat(indent)}<${name}>${xmlText(text)}</${name}>\n`;
}

function optional(indent: number, name: string, text: string): string {
  return text === '' ? '' : element(indent, name, text);
}

/** A text as XML content; characters that XML 1.0 §2.2 allows in no document become U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
