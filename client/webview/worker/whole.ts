import { groupRows, judging, type Grouping, type GroupKey, type ReportStore } from '../../../core/report';
import type { Judgement } from '../messages';
import type { Owners } from './owners';

/** All records of the store by their source, and what each source seems to be. */
export interface WholeSources {
  readonly grouping: Grouping;
  /** What the source of a record seems to be. @throws RangeError where there is no such record */
  readonly judge: (row: number) => Judgement;
}

/**
 * The sources of all records, whatever is filtered: what a source seems to be is told by all of its mail. Made once
 * for as long as nothing is added and, where owners decide, nothing more is learnt of them.
 */
export function wholeSources(
  store: ReportStore,
  by: GroupKey,
  { organisationOf, version }: Owners,
): WholeSources {
  const state = store.size + (by === 'organisation' ? version() : 0) * 2 ** 32;
  return store.derived.keep(`whole ${by}`, state, () => {
    const rows = Int32Array.from({ length: store.size }, (_, row) => row);
    const grouping = groupRows(store, rows, by, organisationOf);
    const judgeGroup = judging(store, grouping);
    return {
      grouping,
      judge(row) {
        const { kind, word, signals } = judgeGroup(grouping.indexOf(row));
        return { kind, word, signals };
      },
    };
  });
}
