import { reporterOf } from '../sort';
import { rowAt, type ReportStore, type Row } from '../store';
import type { DkimAuthResult, ReportHead, SpfAuthResult } from '../types';

/** A column of an exported table: its name, the same in every language, and its text for a row. */
export interface ExportColumn {
  readonly name: string;
  readonly text: (row: Row, head: ReportHead) => string;
}

/** The columns of an exported table; names follow the elements of the report. */
export const exportColumns: readonly ExportColumn[] = [
  { name: 'reporter', text: (_, head) => reporterOf(head) },
  { name: 'report_id', text: (_, { metadata }) => metadata.reportId },
  { name: 'begin', text: (_, { metadata }) => isoTime(metadata.begin) },
  { name: 'end', text: (_, { metadata }) => isoTime(metadata.end) },
  { name: 'domain', text: (_, { policy }) => policy.domain },
  { name: 'p', text: (_, { policy }) => policy.p },
  { name: 'sp', text: (_, { policy }) => policy.sp },
  { name: 'source_ip', text: (row) => row.sourceIp },
  { name: 'count', text: (row) => String(row.count) },
  { name: 'disposition', text: (row) => row.disposition },
  { name: 'dkim', text: (row) => row.dkim },
  { name: 'spf', text: (row) => row.spf },
  { name: 'dmarc', text: (row) => (row.alignedBy === 'neither' ? 'fail' : 'pass') },
  { name: 'header_from', text: (row) => row.headerFrom },
  { name: 'envelope_from', text: (row) => row.envelopeFrom },
  { name: 'envelope_to', text: (row) => row.envelopeTo },
  { name: 'dkim_results', text: (row) => row.dkimResults.map(dkimText).join('; ') },
  { name: 'spf_results', text: (row) => row.spfResults.map(spfText).join('; ') },
  { name: 'reasons', text: (row) => row.reasons.map(({ type, comment }) => words(type, comment)).join('; ') },
  { name: 'file', text: (_, { file }) => file },
  { name: 'part', text: (_, { part }) => part },
];

/** The texts of the rows, column by column of `exportColumns`. */
export function* exportedRows(store: ReportStore, rows: Int32Array): Generator<readonly string[]> {
  for (const number of rows) {
    const row = rowAt(store, number);
    const head = store.reports[row.report]!;
    yield exportColumns.map(({ text }) => text(row, head));
  }
}

/** Seconds since 1970 as `2026-11-16T00:00:00Z`; empty where unknown. */
export function isoTime(seconds: number | undefined): string {
  return seconds === undefined ? '' : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

function dkimText({ domain, selector, result }: DkimAuthResult): string {
  return words(domain, selector, result);
}

function spfText({ domain, scope, result }: SpfAuthResult): string {
  return words(domain, scope, result);
}

function words(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
