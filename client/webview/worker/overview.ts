import {
  daysOf,
  groupRows,
  kindSums,
  laterHalf,
  newNetworks,
  overview,
  type GroupKey,
  type ReportStore,
} from '../../../core/report';
import type { DaysAnswer, OverviewAnswer } from '../messages';
import type { Owners } from './owners';
import { wholeSources } from './whole';

/** What the chart of days shows. */
export function daysAnswer(store: ReportStore, rows: Int32Array): DaysAnswer {
  const { days, undated } = daysOf(store, rows, true);
  const since = laterHalf(days);
  return { days, undated, since, newNetworks: since === undefined ? 0 : newNetworks(store, since) };
}

const nothing = new Int32Array();

/** Sums up rows, and says of the first sources what they seem to be. */
export function overviewOf(
  store: ReportStore,
  rows: Int32Array,
  by: GroupKey,
  most: number,
  owners: Owners,
): OverviewAnswer {
  const { organisationOf } = owners;
  // What is new is new in all that is open, not in what the filter leaves of it.
  const since = laterHalf(daysOf(store, nothing, true).days);
  const all = overview(store, rows, { by, organisationOf, most, ...(since === undefined ? {} : { since }) });
  const grouping = groupRows(store, rows, by, organisationOf);
  const { judge } = wholeSources(store, by, owners);
  return {
    ...all,
    sources: all.sources.map((source, index) => ({
      ...source,
      judgement: judge(grouping.rows(index)[0]!),
    })),
    kinds: kindSums(store, rows),
  };
}
