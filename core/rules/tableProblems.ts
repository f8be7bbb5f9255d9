import type { TableLine, TableProblem, TableProblemKind } from '../syntax/lookupTable/line';
import { message, type Localized } from '../text/message';
import type { Fix, Report } from './rule';

/** What is wrong with a line, by the kind of its problem; `{found}` is the text at fault. */
export type TableWords = Readonly<Partial<Record<TableProblemKind, Localized>>>;

/**
 * Reports each problem of a line that there are words for.
 * @param ends what becomes of the line, put behind the words
 * @param fixOf the mend, where one is sure
 */
export function reportTableProblems(
  { text, problems }: TableLine,
  words: TableWords,
  ends: Localized,
  report: (found: Report) => void,
  fixOf: (problem: TableProblem, found: string) => readonly Fix[] = () => [],
): void {
  for (const problem of problems) {
    const { kind, span, meant } = problem;
    const said = words[kind];
    if (said === undefined) continue;
    const found = text.slice(span.start, span.end);
    report({
      span,
      message: message({ en: `${said.en} ${ends.en}`, ja: said.ja + ends.ja }, { found, meant: meant ?? '' }),
      fixes: fixOf(problem, found),
    });
  }
}
