import type { Sort, SortColumn } from '../../../core/report';

/** A click sorts, a second one turns round, a third gives the order of the reports back. */
export function clicked(sorts: readonly Sort[], column: SortColumn): readonly Sort[] {
  const next = nextSort(sorts.length === 1 ? sorts[0] : undefined, column);
  return next === undefined ? [] : [next];
}

/** A click with Shift does the same with this column and leaves the others as they are. */
export function clickedToo(sorts: readonly Sort[], column: SortColumn): readonly Sort[] {
  const before = sorts.find((sort) => sort.column === column);
  const next = nextSort(before, column);
  if (before === undefined) return next === undefined ? sorts : [...sorts, next];
  return sorts.flatMap((sort) => (sort !== before ? [sort] : next === undefined ? [] : [next]));
}

function nextSort(before: Sort | undefined, column: SortColumn): Sort | undefined {
  // Most messages first, and the newest report, is what a first click is for.
  const first = column === 'count' || column === 'begin' || column === 'end';
  if (before?.column !== column) return { column, descending: first };
  return before.descending === first ? { column, descending: !first } : undefined;
}
