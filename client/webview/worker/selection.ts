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
import { exportName, memberName } from '../export/fileNames';
import { exportLimits } from '../export/limits';
import type { ExportFormat, Written } from '../messages';
import { zipped, type ZipMember } from './zip';

/**
 * Records in a form for other programs.
 * @param most no more records than these, the first ones
 */
export function written(store: ReportStore, rows: Int32Array, format: ExportFormat, most?: number): Written {
  const some = most === undefined ? rows : rows.subarray(0, most);
  const byReport = rowsByReport(store, some);
  const packed = format === 'xml' && byReport.size > 1;
  const name = exportName(
    Array.from(byReport.keys(), (number) => store.reports[number]!),
    format,
    packed,
  );
  const about = { records: some.length, all: rows.length, reports: byReport.size, name };
  if (packed && byReport.size > exportLimits.reports)
    return { ...about, bytes: new Uint8Array(0), trouble: 'reports' };
  const pieces = packed ? zipped(reportsOf(store, byReport)) : encoded(textOf(store, some, format, byReport));
  const bytes = joined(pieces);
  return bytes === undefined
    ? { ...about, bytes: new Uint8Array(0), trouble: 'size' }
    : { ...about, bytes, trouble: undefined };
}

type ByReport = ReturnType<typeof rowsByReport>;

function* reportsOf(store: ReportStore, byReport: ByReport): Generator<ZipMember> {
  const taken = new Set<string>();
  for (const [number, own] of byReport) {
    const name = memberName(store.reports[number]!, taken);
    yield { name, bytes: encoded(xml(store, number, own)) };
  }
}

function textOf(
  store: ReportStore,
  rows: Int32Array,
  format: ExportFormat,
  byReport: ByReport,
): Iterable<string> {
  switch (format) {
    case 'csv':
      return csv(store, rows);
    case 'tsv':
      return tsv(store, rows);
    case 'markdown':
      return markdown(store, rows);
    case 'json':
      return json(store, rows);
    case 'xml': {
      const [only] = byReport;
      return only === undefined ? [] : xml(store, ...only);
    }
  }
}

/** UTF-8 in pieces, without ever holding all of it as one string: a million records are longer than strings may be. */
function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let pending = '';
  for (const text of texts) {
    pending += text;
    if (pending.length <= 2 ** 18) continue;
    yield encoder.encode(pending);
    pending = '';
  }
  yield encoder.encode(pending);
}

/** All pieces as one; undefined where that would be too long. */
function joined(pieces: Iterable<Uint8Array>): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length > exportLimits.bytes) return undefined;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (let number = 0; number < parts.length; number++) {
    whole.set(parts[number]!, at);
    at += parts[number]!.length;
    // Let go of at once: there is no room for everything twice.
    parts[number] = new Uint8Array(0);
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
