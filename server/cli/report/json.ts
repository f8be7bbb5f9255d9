import {
  jsonProblem,
  jsonRecord,
  jsonReport,
  rowAt,
  type FailureReport,
  type HistoryMessage,
  type ReportProblem,
  type TlsReport,
} from '../../../core/report';
import type { Locale } from '../../../core/text/message';
import type { Others } from './others';
import { rowsOfReport, type ReadReport } from './read';

/** JSON as it comes: reports first, each as soon as it is read, then the problems. */
export interface JsonPieces {
  begin(): Iterable<string>;
  report(report: ReadReport): Iterable<string>;
  /** @param others reports of other kinds; each kind has a list only where there is one */
  end(problems: readonly ReportProblem[], others: Others): Iterable<string>;
}

/** @param summary leaves `records` out */
export function jsonPieces(locale: Locale, summary: boolean): JsonPieces {
  let first = true;
  return {
    begin: () => ['{"reports":['],
    *report(report) {
      yield first ? '\n' : ',\n';
      first = false;
      const { store, number, rows } = report;
      const head = JSON.stringify(jsonReport(store, number, rows));
      if (summary) {
        yield head;
        return;
      }
      yield `${head.slice(0, -1)},"records":[`;
      let separator = '\n  ';
      for (const row of rowsOfReport(report)) {
        yield separator + JSON.stringify(jsonRecord(rowAt(store, row)));
        separator = ',\n  ';
      }
      yield ']}';
    },
    *end(problems, { failures, tls, history }) {
      if (failures.length > 0)
        yield `\n],"failure_reports":${JSON.stringify(failures.map(withPath)).slice(0, -1)}`;
      if (tls.length > 0) yield `\n],"tls_reports":${JSON.stringify(tls.map(withPath)).slice(0, -1)}`;
      if (history.length > 0 && !summary) {
        yield '\n],"history":[';
        let comma = '\n';
        for (const one of history) {
          yield comma + JSON.stringify(withPath(one));
          comma = ',\n';
        }
      }
      yield '\n],"problems":[';
      let separator = '\n';
      for (const problem of problems) {
        yield separator + JSON.stringify(jsonProblem(problem, locale));
        separator = ',\n';
      }
      yield '\n]}\n';
    },
  };
}

/** A report of another kind with its place as in the others. */
function withPath({ file, part, ...rest }: FailureReport | TlsReport | HistoryMessage): object {
  return { path: file, part: part === '' ? null : part, ...rest };
}
