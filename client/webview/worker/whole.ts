import { groupRows, type Grouping, type GroupKey, type ReportStore } from '../../../core/report';
import type { Owners } from './owners';

/**
 * All records of the store by their source, whatever is filtered: what a source seems to be is told by all of its
 * mail. Made once for as long as nothing is added.
 */
export function wholeGrouping(
  store: ReportStore,
  by: GroupKey,
  { organisationOf, version }: Owners,
): Grouping {
  const owned = by === 'organisation' ? version() : 0;
  const kept = store.derived.keep(`whole ${by} ${owned}`, store.size, () => {
    const rows = Int32Array.from({ length: store.size }, (_, row) => row);
    return groupRows(store, rows, by, organisationOf);
  });
  return kept;
}
