import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import {
  filterRows,
  loadFile,
  platformOf,
  reportStore,
  rowsByReport,
  type FailureReport,
  type HistoryMessage,
  type ReportProblem,
  type ReportStore,
  type TlsReport,
} from '../../../core/report';
import { message } from '../../../core/text/message';
import { codeOf } from '../find';
import type { ReportOptions } from './arguments';
import { reportFiles } from './files';

/** A report of a file with the rows that were asked for. */
export interface ReadReport {
  readonly store: ReportStore;
  /** Its number in the store. */
  readonly number: number;
  /** Undefined: all of its rows. */
  readonly rows: Int32Array | undefined;
}

/** What reading gives, file by file. */
export type ReadEvent =
  | { readonly type: 'report'; readonly report: ReadReport }
  | { readonly type: 'failure'; readonly failure: FailureReport }
  | { readonly type: 'tls'; readonly report: TlsReport }
  | { readonly type: 'history'; readonly message: HistoryMessage }
  | { readonly type: 'problem'; readonly problem: ReportProblem }
  /** A path that could not be read at all. */
  | { readonly type: 'unread'; readonly problem: ReportProblem };

const unreadable = { en: 'cannot be read ({code})', ja: '読めません ({code})' };
const platform = platformOf(globalThis);

/** Reads the files one after the other; only one of them is in memory at a time. */
export async function* readReports(options: ReportOptions): AsyncGenerator<ReadEvent> {
  for (const met of reportFiles(options.paths)) {
    if ('message' in met) {
      yield { type: 'unread', problem: problemOf(met.path, met.message) };
      continue;
    }
    const { path } = met;
    const store = reportStore();
    let failure: unknown;
    const chunks = piecesOf(path, (problem) => {
      failure = problem;
    });
    // loadFile tells how far it is; here the whole file is waited for.
    const reading = loadFile(store, path, chunks, platform, options.limits);
    while ((await reading.next()).done !== true);
    if (failure !== undefined) {
      yield { type: 'unread', problem: problemOf(path, message(unreadable, { code: codeOf(failure) })) };
      if (store.size === 0) continue;
    }
    const chosen = options.where === undefined ? undefined : filterRows(store, options.where);
    const parts = chosen === undefined ? undefined : rowsByReport(store, chosen);
    for (let number = 0; number < store.reports.length; number++) {
      const rows = parts === undefined ? undefined : (parts.get(number) ?? new Int32Array());
      yield { type: 'report', report: { store, number, rows } };
    }
    for (const failure of store.failures) yield { type: 'failure', failure };
    for (const report of store.tlsReports) yield { type: 'tls', report };
    for (const message of store.history) yield { type: 'history', message };
    for (const problem of store.problems) yield { type: 'problem', problem };
  }
}

/** The rows of a report, in the order of the report. */
export function rowsOfReport({ store, number, rows }: ReadReport): Int32Array {
  if (rows !== undefined) return rows;
  const report = store.report.values();
  const found = new Int32Array(report.length);
  let length = 0;
  for (let row = 0; row < report.length; row++) if (report[row] === number) found[length++] = row;
  return found.subarray(0, length);
}

const largestPiece = 2 ** 18;

/** A file's bytes, read as they are asked for. */
function* piecesOf(path: string, failed: (problem: unknown) => void): Generator<Uint8Array> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    for (let done = 0; ;) {
      // Of thousands of small files none needs a large piece. A pipe does not know its size.
      const wanted = size === 0 ? largestPiece : Math.min(largestPiece, Math.max(4096, size - done));
      const buffer = new Uint8Array(wanted);
      const length = readSync(file, buffer);
      if (length === 0) return;
      done += length;
      yield buffer.subarray(0, length);
    }
  } catch (problem) {
    failed(problem);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function problemOf(path: string, text: ReportProblem['message']): ReportProblem {
  return { severity: 'error', message: text, file: path, part: '' };
}
