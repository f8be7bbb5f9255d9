import { jsonProblem, jsonRecord, jsonReport, rowAt, type ReportProblem } from '../../../core/report';
import type { Locale } from '../../../core/text/message';
import { rowsOfReport, type ReadReport } from './read';

/** JSON as it comes: reports first, each as soon as it is read, then the problems. */
export interface JsonPieces {
  begin(): Iterable<string>;
  report(report: ReadReport): Iterable<string>;
  end(problems: readonly ReportProblem[]): Iterable<string>;
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
    *end(problems) {
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
