import { groupRows } from './group';
import { alignedByValues } from './judge';
import { networksOf } from './networks';
import { kindsOf, sourceKinds, type SourceKind } from './sources';
import type { ReportStore } from './store';

/** What the source networks of a kind come to. */
export interface KindSums {
  readonly kind: SourceKind;
  readonly sources: number;
  readonly messages: number;
  /** Passed DMARC. */
  readonly pass: number;
}

/**
 * What rows come to by the kind of their source network, in the order of `sourceKinds`; kinds without rows are left
 * out. Networks are judged by all of their rows, whatever rows are summed up: as the query field `seems` has it.
 */
export function kindSums(store: ReportStore, rows: Int32Array): readonly KindSums[] {
  const kinds = kindOfRows(store);
  const { of, size } = networksOf(store);
  const addresses = store.text.sourceIp.cells.values();
  const counts = store.count.values();
  const aligned = store.alignedBy.values();
  const neither = alignedByValues.indexOf('neither');
  const sources = sourceKinds.map(() => 0);
  const messages = sourceKinds.map(() => 0);
  const pass = sourceKinds.map(() => 0);
  const seen = new Uint8Array(size);
  for (const row of rows) {
    const kind = kinds[row]!;
    const network = of[addresses[row]!]!;
    if (seen[network] === 0) sources[kind]!++;
    seen[network] = 1;
    messages[kind]! += counts[row]!;
    if (aligned[row] !== neither) pass[kind]! += counts[row]!;
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
