import { groupRows, type Grouping } from './group';
import { alignedByValues } from './judge';
import { kindsOf, sourceKinds, type SourceKind } from './sources';
import type { ReportStore } from './store';

/** What the sources of a kind come to. */
export interface KindSums {
  readonly kind: SourceKind;
  readonly sources: number;
  readonly messages: number;
  /** Passed DMARC. */
  readonly pass: number;
}

/** The sums of the kinds that are there, in the order of `sourceKinds`. */
export function kindSums(store: ReportStore, grouping: Grouping): readonly KindSums[] {
  const kinds = kindsOf(store, grouping);
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  const neither = alignedByValues.indexOf('neither');
  const sources = sourceKinds.map(() => 0);
  const messages = sourceKinds.map(() => 0);
  const pass = sourceKinds.map(() => 0);
  const { gathered, starts, length } = grouping;
  for (let index = 0; index < length; index++) {
    const kind = kinds[index]!;
    sources[kind]!++;
    for (let i = starts[index]!; i < starts[index + 1]!; i++) {
      const row = gathered[i]!;
      messages[kind]! += counts[row]!;
      if (aligned[row] !== neither) pass[kind]! += counts[row]!;
    }
  }
  return sourceKinds.flatMap((kind, n) =>
    sources[n] === 0 ? [] : [{ kind, sources: sources[n]!, messages: messages[n]!, pass: pass[n]! }],
  );
}

/** What the source network of each row seems to be by all rows of the store: numbers into `sourceKinds`. */
export function kindOfRows(store: ReportStore): Int32Array {
  return store.derived.keep('kindOfRows', store.size, () => {
    const rows = new Int32Array(store.size);
    for (let row = 0; row < rows.length; row++) rows[row] = row;
    const grouping = groupRows(store, rows, 'network');
    const kinds = kindsOf(store, grouping);
    const { gathered, starts, length } = grouping;
    const found = new Int32Array(store.size);
    for (let index = 0; index < length; index++) {
      for (let i = starts[index]!; i < starts[index + 1]!; i++) found[gathered[i]!] = kinds[index]!;
    }
    return found;
  });
}
