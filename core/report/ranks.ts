import type { ReportStore } from './store';

/** The place of each dictionary number in the order of its values; equal values have the same place. */
export interface Ranks {
  readonly ranks: Int32Array;
  /** How many different places there are. */
  readonly size: number;
}

/** Ranks of texts by a key, empty keys last: they are what a person looks for least. */
export function textRanks(values: readonly string[], key: (value: string) => string): Ranks {
  const keys = values.map(key);
  const order = [...keys.keys()].sort((a, b) => compareKeys(keys[a]!, keys[b]!));
  const ranks = new Int32Array(values.length);
  let rank = -1;
  order.forEach((index, i) => {
    if (i === 0 || keys[index] !== keys[order[i - 1]!]) rank++;
    ranks[index] = rank;
  });
  return { ranks, size: rank + 1 };
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Ranks of numbers; those that are NaN go last. */
export function numberRanks(values: Float64Array): Ranks {
  const distinct = Float64Array.from(new Set(values)).sort(); // NaN sorts last here
  const places = new Map(Array.from(distinct, (value, rank) => [value, rank]));
  return { ranks: Int32Array.from(values, (value) => places.get(value)!), size: distinct.length };
}

/** Ranks of the source addresses: IPv4 by number, then IPv6 by number, then anything else as text. */
export function addressRanks(store: ReportStore): Ranks {
  const { texts } = store.text.sourceIp.dictionary;
  return store.derived.keep('addressRanks', texts.length, () => {
    const { family, four, six } = store.derived.addresses();
    const fours: number[] = [];
    const others: number[] = [];
    for (let n = 0; n < texts.length; n++) (family[n] === 4 ? fours : others).push(n);
    const ranks = new Int32Array(texts.length);
    let rank = -1;
    let last = -1;
    for (const n of radixSorted(Uint32Array.from(fours), four)) {
      if (four[n] !== last) rank++;
      last = four[n]!;
      ranks[n] = rank;
    }
    const first = rank + 1;
    const keys = others.map((n) =>
      family[n] === 6
        ? `6${String.fromCharCode(...six[n]!)}`
        : texts[n] === ''
          ? ''
          : `9${texts[n]!.toLowerCase()}`,
    );
    const rest = textRanks(keys, (value) => value);
    others.forEach((n, i) => {
      ranks[n] = first + rest.ranks[i]!;
    });
    return { ranks, size: first + rest.size };
  });
}

/** Numbers in the order of their 32-bit keys, in two passes over 16 bits each. */
function radixSorted(numbers: Uint32Array, keys: Uint32Array): Uint32Array {
  let from = numbers;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (const n of from) starts[((keys[n]! >>> shift) & 0xffff) + 1]!++;
    for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
    const to = new Uint32Array(from.length);
    for (const n of from) to[starts[(keys[n]! >>> shift) & 0xffff]!++] = n;
    from = to;
  }
  return from;
}
