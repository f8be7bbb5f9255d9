import {
  csv,
  csvLine,
  exportColumns,
  type FailureReport,
  type HistoryMessage,
  type ReportProblem,
  type TlsReport,
} from '../../../core/report';
import type { ReportOptions } from './arguments';
import { htmlBegin, htmlEnd, htmlOther, htmlReport } from './html';
import { jsonPieces } from './json';
import { otherTables } from './others';
import { readReports, rowsOfReport } from './read';
import { summaryLine, type Totals } from './rows';
import { otherTable, problemLines, reportTable, summaryTable } from './table';
import { writer } from './writer';

/**
 * Reads the reports and prints them as asked for. Problems go to standard error, but for JSON and HTML, which have a
 * place for them.
 * @returns the exit status: 0 all was read; 1 something was lost, or a file is no report; 2 a path cannot be read
 */
export async function printReports(options: ReportOptions): Promise<number> {
  const { format, summary, locale } = options;
  const out = writer(process.stdout);
  const problems: ReportProblem[] = [];
  const failures: FailureReport[] = [];
  const tls: TlsReport[] = [];
  const history: HistoryMessage[] = [];
  const summaries: { readonly texts: readonly string[]; readonly totals: Totals }[] = [];
  const json = jsonPieces(locale, summary);
  let status = 0;

  /** Whether a line of CSV was written; with nothing to tell, it is the header of records. */
  let begun = false;
  const csvHeader = async (): Promise<void> => {
    if (!begun) await out.write(csvLine(summary ? summaryNames : exportColumns.map(({ name }) => name)));
    begun = true;
  };

  if (format === 'json') await out.writeAll(json.begin());
  if (format === 'html') await out.writeAll(htmlBegin(locale));
  for await (const event of readReports(options)) {
    if (event.type === 'failure') failures.push(event.failure);
    else if (event.type === 'tls') tls.push(event.report);
    else if (event.type === 'history') history.push(event.message);
    else if (event.type !== 'report') {
      problems.push(event.problem);
      if (event.type === 'unread') status = 2;
      else if (event.problem.severity === 'error') status = Math.max(status, 1);
    }
    if (event.type !== 'report') continue;
    const { report } = event;
    switch (format) {
      case 'json':
        await out.writeAll(json.report(report));
        break;
      case 'html':
        await out.writeAll(htmlReport(report, locale, summary));
        break;
      case 'csv':
        await csvHeader();
        if (summary) await out.write(csvLine(summaryLine(report).texts));
        else await out.writeAll(withoutFirst(csv(report.store, rowsOfReport(report))));
        break;
      case 'table':
        summaries.push(summaryLine(report));
        if (!summary) await out.writeAll(reportTable(report, locale));
        break;
    }
  }
  const others = { failures, tls, history };
  if (format === 'json') await out.writeAll(json.end(problems, others));
  for (const table of format === 'json' ? [] : otherTables(others, summary)) {
    if (format === 'table') await out.writeAll(otherTable(table, locale));
    else if (format === 'html') await out.writeAll(htmlOther(table, locale));
    else {
      // Each kind has columns of its own: an empty line parts them.
      if (begun) await out.write('\r\n');
      begun = true;
      await out.write(csvLine(table.names));
      for (const texts of table.all()) await out.write(csvLine(texts));
    }
  }
  if (format === 'csv') await csvHeader();
  if (format === 'html') await out.writeAll(htmlEnd(problems, locale));
  if (format === 'table') await out.writeAll(summaryTable(summaries, locale));
  await out.end();
  if (format === 'table' || format === 'csv') {
    const errors = writer(process.stderr);
    await errors.writeAll(problemLines(problems, locale));
    await errors.end();
  }
  return status;
}

/** The names of the columns in a CSV file of summaries, the same in every language. */
const summaryNames = [
  'path',
  'reporter',
  'domain',
  'policy',
  'period',
  'records',
  'messages',
  'dkim_pass',
  'spf_pass',
];

function* withoutFirst(lines: Iterable<string>): Generator<string> {
  let first = true;
  for (const line of lines) {
    if (!first) yield line;
    first = false;
  }
}
