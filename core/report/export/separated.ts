import { exportColumns, exportedRows } from './cells';
import { visible } from '../visible';
import type { ReportStore } from '../store';

/** Rows as CSV (RFC 4180): a header line, lines that end in CR LF, fields in quotation marks where they must be. */
export function* csv(store: ReportStore, rows: Int32Array): Generator<string> {
  yield csvLine(exportColumns.map(({ name }) => name));
  for (const texts of exportedRows(store, rows)) yield csvLine(texts);
}

/** One line of CSV, its line end included. */
export function csvLine(texts: readonly string[]): string {
  return `${texts.map((text) => quoted(guarded(text))).join(',')}\r\n`;
}

/** Rows as tab-separated values, for pasting into a spreadsheet: no tab or line end in a field. */
export function* tsv(store: ReportStore, rows: Int32Array): Generator<string> {
  yield `${exportColumns.map(({ name }) => name).join('\t')}\n`;
  for (const texts of exportedRows(store, rows)) {
    yield `${texts.map((text) => guarded(text.replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' '))).join('\t')}\n`;
  }
}

/** Rows as a table in GitHub's Markdown. What could be markup, or cannot be seen, is written out. */
export function* markdown(store: ReportStore, rows: Int32Array): Generator<string> {
  const names = exportColumns.map(({ name }) => name.replaceAll('_', '\\_'));
  yield `| ${names.join(' | ')} |\n`;
  yield `| ${exportColumns.map(({ name }) => (name === 'count' ? '---:' : '---')).join(' | ')} |\n`;
  for (const texts of exportedRows(store, rows)) yield `| ${texts.map(markdownText).join(' | ')} |\n`;
}

/** A text that stands for itself in a cell of a Markdown table, and loads or links nothing. */
export function markdownText(text: string): string {
  return (
    visible(text)
      .replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&')
      // Links that Markdown makes by itself of addresses (GFM §6.9).
      .replace(/:\/\//g, ':\u200b//')
      .replace(/@/g, '&#64;')
      .replace(/\bwww\./gi, 'www&#46;')
  );
}

/**
 * A text that a spreadsheet takes for text: what begins like a formula gets an apostrophe in front (OWASP, CSV
 * injection). Reports come from anybody, and are opened by somebody with rights. Numbers stay numbers.
 */
export function guarded(text: string): string {
  if (/^[-+]?\d+(?:\.\d+)?$/.test(text)) return text;
  return /^[\s\0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
