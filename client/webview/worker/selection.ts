import {
  csv,
  groupRows,
  json,
  markdown,
  rowsByReport,
  tsv,
  xml,
  type ReportStore,
} from '../../../core/report';
import type { ExportFormat } from '../messages';

/** Records in a form for other programs. */
export function written(
  store: ReportStore,
  rows: Int32Array,
  format: ExportFormat,
): { readonly bytes: Uint8Array; readonly records: number } {
  return { bytes: encoded(textOf(store, rows, format)), records: rows.length };
}

function textOf(store: ReportStore, rows: Int32Array, format: ExportFormat): Iterable<string> {
  switch (format) {
    case 'csv':
      return csv(store, rows);
    case 'tsv':
      return tsv(store, rows);
    case 'markdown':
      return markdown(store, rows);
    case 'json':
      return json(store, rows);
    case 'xml':
      return allXml(store, rows);
  }
}

function* allXml(store: ReportStore, rows: Int32Array): Generator<string> {
  for (const [number, own] of rowsByReport(store, rows)) yield* xml(store, number, own);
}

/** UTF-8, without ever holding all of it as one string: a million records are longer than strings may be. */
function encoded(texts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  let pending = '';
  const flush = (): void => {
    const bytes = encoder.encode(pending);
    parts.push(bytes);
    length += bytes.length;
    pending = '';
  };
  for (const text of texts) {
    pending += text;
    if (pending.length > 2 ** 18) flush();
  }
  flush();
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Different source addresses of rows, those with most messages first. */
export function addressesOf(store: ReportStore, rows: Int32Array, most: number): readonly string[] {
  const grouping = groupRows(store, rows, 'source');
  return Array.from(
    { length: Math.min(most, grouping.length) },
    (_, index) => grouping.group(index).key,
  ).filter((key) => key !== '');
}
