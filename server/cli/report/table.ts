import { visible, type ReportProblem } from '../../../core/report';
import { message, render, type Locale } from '../../../core/text/message';
import { widthOf } from '../format/terminal';
import type { OtherTable } from './others';
import { rowsOfReport, type ReadReport } from './read';
import {
  added,
  noTotals,
  problemLine,
  recordColumns,
  recordLine,
  summaryColumns,
  summaryLine,
  sums,
  type PrintedColumn,
  type Totals,
} from './rows';
import { words } from './words';

/** Wider cells are not filled up to: the others would be pushed off the screen. */
const widest = 44;

/** A report as lines for a terminal: what it is, then its records. */
export function* reportTable(report: ReadReport, locale: Locale): Generator<string> {
  const { texts } = summaryLine(report);
  const [path, reporter, domain, policy, period] = texts.map(visible);
  yield `${path}\n  ${[domain, policy, reporter, period].filter((text) => text !== '').join(' · ')}\n`;
  const rows = rowsOfReport(report);
  const columns = recordColumns(locale);
  const lines = function* (): Generator<readonly string[]> {
    for (const row of rows) yield recordLine(report, row, locale).map(visible);
  };
  yield* linesOf(columns, lines);
}

/** Reports of another kind as lines for a terminal. */
export function* otherTable({ title, columns, shown }: OtherTable, locale: Locale): Generator<string> {
  yield `${title[locale]}\n`;
  yield* linesOf(columns(locale), function* () {
    for (const texts of shown()) yield texts.map(visible);
  });
}

/** Lines under their headings, and an empty one. */
function* linesOf(
  columns: readonly PrintedColumn[],
  lines: () => Iterable<readonly string[]>,
): Generator<string> {
  // Twice over the records rather than once with all of their lines in memory.
  const widths = widthsOf(columns, lines());
  yield (
    '  ' +
    line(
      columns.map(({ title }) => title),
      columns,
      widths,
    )
  );
  for (const texts of lines()) yield '  ' + line(texts, columns, widths);
  yield '\n';
}

/** A line a report, with the sums of all below. */
export function* summaryTable(
  summaries: readonly { readonly texts: readonly string[]; readonly totals: Totals }[],
  locale: Locale,
): Generator<string> {
  if (summaries.length === 0) return;
  const columns = pathLast(summaryColumns(locale));
  const all = summaries.map(({ totals }) => totals).reduce(added, noTotals);
  const counted = render(message(words.reports, { count: summaries.length }), locale);
  const lines = summaries.map(({ texts }) => pathLast(texts.map(visible)));
  const last = pathLast([counted, words.total[locale], '', '', '', ...sums(all)]);
  const widths = widthsOf(columns, [...lines, last]);
  yield line(
    columns.map(({ title }) => title),
    columns,
    widths,
  );
  for (const texts of lines) yield line(texts, columns, widths);
  yield line(last, columns, widths);
}

/** What was repaired or lost, a line each. */
export function* problemLines(problems: readonly ReportProblem[], locale: Locale): Generator<string> {
  for (const problem of problems) {
    const { place, text } = problemLine(problem, locale);
    yield `mail-auth: ${visible(place)}: ${visible(text)}\n`;
  }
}

function widthsOf(columns: readonly PrintedColumn[], lines: Iterable<readonly string[]>): readonly number[] {
  const widths = columns.map(({ title }) => widthOf(title));
  for (const texts of lines) {
    texts.forEach((text, i) => {
      widths[i] = Math.max(widths[i]!, Math.min(widest, widthOf(text)));
    });
  }
  return widths;
}

function line(
  texts: readonly string[],
  columns: readonly PrintedColumn[],
  widths: readonly number[],
): string {
  const cells = texts.map((text, i) => {
    const blanks = ' '.repeat(Math.max(0, widths[i]! - widthOf(text)));
    return columns[i]!.number ? blanks + text : text + blanks;
  });
  return `${cells.join('  ').trimEnd()}\n`;
}

/** Paths are long: they stand where they push nothing aside. */
function pathLast<T>([path, ...others]: readonly T[]): readonly T[] {
  return path === undefined ? others : [...others, path];
}
