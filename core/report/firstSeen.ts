import { middleOf } from './day';
import { networksOf } from './networks';
import type { ReportStore } from './store';

/**
 * When each network of source addresses first appears in the reports of the store: the middle of a report's period in
 * seconds since 1970, Infinity where no report states one. By number of the network, as `networksOf` has them.
 */
export function networksFirstSeen(store: ReportStore): Float64Array {
  return store.derived.keep('networksFirstSeen', store.size, () => {
    const { of, size } = networksOf(store);
    const first = new Float64Array(size).fill(Infinity);
    const times = Float64Array.from(store.reports, ({ metadata }) => middleOf(metadata) ?? Infinity);
    const report = store.report.values();
    const source = store.text.sourceIp.cells.values();
    for (let row = 0; row < source.length; row++) {
      const network = of[source[row]!]!;
      const time = times[report[row]!]!;
      if (time < first[network]!) first[network] = time;
    }
    return first;
  });
}

/** The same at the dictionary's numbers of addresses. */
export function firstSeen(store: ReportStore): Float64Array {
  const first = networksFirstSeen(store);
  return Float64Array.from(networksOf(store).of, (network) => first[network]!);
}

/** How many source networks the reports do not show before a day, `2026-11-16`. */
export function newNetworks(store: ReportStore, since: string): number {
  const from = Date.parse(since) / 1000;
  return networksFirstSeen(store).reduce((sum, time) => sum + (time >= from && time < Infinity ? 1 : 0), 0);
}
