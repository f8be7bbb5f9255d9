import { completeQuery, rowsOf, type ReportStore, type ShownWords } from '../../../core/report';
import type { Answers } from '../../report/link';
import type { Selection, TableView, WorkerQuestions } from '../messages';
import { detailOf } from './detail';
import { evidenceOf } from './evidence';
import type { Layout } from './layout';
import { findLine, linesOf } from './lines';
import type { Owners } from './owners';
import { readinessOf } from './readiness';
import { othersOf } from './others';
import { daysAnswer, overviewOf } from './overview';
import { addressesOf, written } from './selection';

/** What answers are made of: the worker's state as it is when a question comes. */
export interface Stand {
  readonly store: () => ReportStore;
  readonly owners: Owners;
  readonly words: () => ShownWords | undefined;
  readonly view: () => TableView;
  readonly version: () => number;
  readonly layout: () => Layout;
  readonly original: (record: number) => Promise<string | undefined>;
}

/** The worker's answers, one for every question; longer ones have a file of their own. */
export function answersOf({
  store,
  owners,
  words,
  view,
  version,
  layout,
  original,
}: Stand): Answers<WorkerQuestions> {
  const rowsIn = (filter: string): Int32Array => rowsOf(store(), { filter, sort: undefined }, words());
  const selected = (selection: Selection): Int32Array => {
    if ('records' in selection) {
      return Int32Array.from(selection.records).filter((row) => row >= 0 && row < store().size);
    }
    const [sort, ...thenBy] = selection.sorts;
    return rowsOf(store(), { filter: selection.filter, sort, thenBy }, words());
  };
  return {
    lines: ({ version: asked, from, to }) =>
      asked === version() ? linesOf(store(), layout(), view().group, owners, from, to) : [],
    complete: ({ query, offset }) => completeQuery(query, offset, store()),
    find: ({ version: asked, text, from }) =>
      asked === version() ? findLine(store(), layout(), text, from) : -1,
    detail: ({ record }) => detailOf(store(), record, owners),
    original: ({ record }) => original(record),
    days: ({ filter }) => daysAnswer(store(), rowsIn(filter)),
    overview: ({ filter, by, most }) => overviewOf(store(), rowsIn(filter), by, most, owners),
    readiness: ({ filter, plan, missing, most }) =>
      readinessOf(store(), rowsIn(filter), plan, missing, most, owners),
    write: ({ format, selection, most }) => written(store(), selected(selection), format, most),
    ...othersOf(store),
    addresses: ({ selection, most }) => addressesOf(store(), selected(selection), most),
    evidence: ({ domain }) => evidenceOf(store(), domain),
  };
}
