import type { ReportProblem } from '../../../core/report';
import { visible } from '../../../core/report';
import type { Locale } from '../../../core/text/message';
import type { OtherTable } from './others';
import { rowsOfReport, type ReadReport } from './read';
import {
  problemLine,
  recordColumns,
  recordLine,
  summaryColumns,
  summaryLine,
  type PrintedColumn,
} from './rows';
import { words } from './words';

const style = `body{font:14px/1.5 system-ui,sans-serif;margin:2rem;color-scheme:light dark}
table{border-collapse:collapse;margin:0 0 2rem}th,td{padding:.2rem .6rem;border-bottom:1px solid #8884;text-align:left}
th{position:sticky;top:0;background:Canvas}.n{text-align:right;font-variant-numeric:tabular-nums}
h2{font-size:1rem;overflow-wrap:anywhere}`;

/** The beginning of a page that stands by itself: nothing in it runs or loads anything. */
export function* htmlBegin(locale: Locale): Generator<string> {
  const title = words.title[locale];
  yield `<!DOCTYPE html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n`;
  yield `<style>${style}</style>\n</head>\n<body>\n<h1>${title}</h1>\n`;
}

/** A report as a section of the page. */
export function* htmlReport(report: ReadReport, locale: Locale, summary: boolean): Generator<string> {
  const { texts } = summaryLine(report);
  yield `<section>\n<h2>${html(texts[0]!)}</h2>\n`;
  yield* table(summaryColumns(locale).slice(1), [texts.slice(1)]);
  if (!summary) {
    const lines = function* (): Generator<readonly string[]> {
      for (const row of rowsOfReport(report)) yield recordLine(report, row, locale);
    };
    yield* table(recordColumns(locale), lines());
  }
  yield '</section>\n';
}

/** Reports of another kind as a section of the page. */
export function* htmlOther({ title, columns, shown }: OtherTable, locale: Locale): Generator<string> {
  yield `<section>\n<h2>${html(title[locale])}</h2>\n`;
  yield* table(columns(locale), shown());
  yield '</section>\n';
}

/** What was repaired or lost, and the page's end. */
export function* htmlEnd(problems: readonly ReportProblem[], locale: Locale): Generator<string> {
  if (problems.length > 0) {
    yield `<section>\n<h2>${words.problems[locale]}</h2>\n<ul>\n`;
    for (const problem of problems) {
      const { place, text } = problemLine(problem, locale);
      yield `<li>${html(place)}: ${html(text)}</li>\n`;
    }
    yield '</ul>\n</section>\n';
  }
  yield '</body>\n</html>\n';
}

function* table(columns: readonly PrintedColumn[], lines: Iterable<readonly string[]>): Generator<string> {
  const of = (i: number): string => (columns[i]!.number ? ' class="n"' : '');
  yield `<table>\n<thead><tr>${columns.map(({ title }, i) => `<th scope="col"${of(i)}>${html(title)}</th>`).join('')}</tr></thead>\n<tbody>\n`;
  for (const texts of lines)
    yield `<tr>${texts.map((text, i) => `<td${of(i)}>${html(text)}</td>`).join('')}</tr>\n`;
  yield '</tbody>\n</table>\n';
}

/** A text from a report as HTML text: no markup, and nothing that hides or reorders it. */
function html(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
