import { rowAt, type ReportStore, type Row } from '../store';
import { accountOf } from '../account';
import type { PolicyPublished, ReportHead, ReportProblem } from '../types';
import { render, type Locale } from '../../text/message';

/** A report in JSON without its records. */
export interface JsonReport {
  readonly path: string;
  /** The member of the file that it was in; null where the file itself is the report. */
  readonly part: string | null;
  readonly reporter: string;
  readonly email: string;
  readonly report_id: string;
  /** Seconds since 1970; null where the report does not say. */
  readonly period: { readonly begin: number | null; readonly end: number | null };
  readonly policy: Readonly<Record<string, string>>;
  readonly totals: JsonTotals;
}

export interface JsonTotals {
  readonly records: number;
  readonly messages: number;
  /** Messages whose `policy_evaluated/dkim`, respectively `/spf`, is a pass. */
  readonly dkim_pass: number;
  readonly spf_pass: number;
}

/** A problem in JSON. */
export interface JsonProblem {
  readonly path: string;
  readonly part: string | null;
  readonly message: string;
  readonly severity: string;
  /** The record's number in its report, from 1. */
  readonly record?: number;
}

/** What stands around the records of report `number`; totals are of `rows` where given, else of all of it. */
export function jsonReport(store: ReportStore, number: number, rows?: Int32Array): JsonReport {
  const head = store.reports[number]!;
  const { metadata, policy } = head;
  return {
    path: head.file,
    part: head.part === '' ? null : head.part,
    reporter: metadata.orgName,
    email: metadata.email,
    report_id: metadata.reportId,
    period: { begin: metadata.begin ?? null, end: metadata.end ?? null },
    policy: jsonPolicy(policy),
    totals: rows === undefined ? totalsOf(store, number) : totalsOfRows(store, rows),
  };
}

/** A record in JSON, in the structure and with the names of the report's elements. */
export function jsonRecord(row: Row): object {
  return {
    source_ip: row.sourceIp,
    count: row.count,
    policy_evaluated: {
      disposition: row.disposition,
      dkim: row.dkim,
      spf: row.spf,
      reasons: row.reasons,
    },
    identifiers: {
      header_from: row.headerFrom,
      envelope_from: row.envelopeFrom,
      envelope_to: row.envelopeTo,
    },
    auth_results: {
      dkim: row.dkimResults.map(({ domain, selector, result, humanResult }) => ({
        domain,
        selector,
        result,
        human_result: humanResult,
      })),
      spf: row.spfResults.map(({ domain, scope, result, humanResult }) => ({
        domain,
        scope,
        result,
        human_result: humanResult,
      })),
    },
    dmarc: row.alignedBy === 'neither' ? 'fail' : 'pass',
  };
}

/** Rows as a JSON array of records, in pieces. */
export function* json(store: ReportStore, rows: Int32Array): Generator<string> {
  yield '[';
  let separator = '\n';
  for (const number of rows) {
    const row = rowAt(store, number);
    const { file, metadata } = headOf(store, row);
    yield `${separator}${JSON.stringify({ path: file, report_id: metadata.reportId, ...jsonRecord(row) })}`;
    separator = ',\n';
  }
  yield '\n]\n';
}

/** A problem in JSON, in words of one language. */
export function jsonProblem(
  { file, part, message, severity, record }: ReportProblem,
  locale: Locale,
): JsonProblem {
  const known = { path: file, part: part === '' ? null : part, message: render(message, locale), severity };
  return record === undefined ? known : { ...known, record };
}

function headOf(store: ReportStore, row: Row): ReportHead {
  return store.reports[row.report]!;
}

function jsonPolicy(policy: PolicyPublished): Readonly<Record<string, string>> {
  const { domain, p, sp, np, adkim, aspf, fo, pct, testing, discoveryMethod } = policy;
  return { domain, p, sp, np, adkim, aspf, fo, pct, testing, discovery_method: discoveryMethod };
}

function totalsOf(store: ReportStore, number: number): JsonTotals {
  const { records, messages, dkimPass, spfPass } = accountOf(store).ofReport(number);
  return { records, messages, dkim_pass: dkimPass, spf_pass: spfPass };
}

function totalsOfRows(store: ReportStore, rows: Int32Array): JsonTotals {
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  let messages = 0;
  let dkim = 0;
  let spf = 0;
  for (const row of rows) {
    const count = counts[row]!;
    messages += count;
    // In the order of alignedByValues: both, dkim, spf, neither.
    if (aligned[row]! <= 1) dkim += count;
    if (aligned[row] === 0 || aligned[row] === 2) spf += count;
  }
  return { records: rows.length, messages, dkim_pass: dkim, spf_pass: spf };
}
