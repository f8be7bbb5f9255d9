import type { Work } from './derived';
import { radixInSteps, radixSorted, stepLength, type InSteps } from './radix';
import type { ReportStore } from './store';
import { caseless, textRanksInSteps } from './textRanks';

/** The place of each dictionary number in the order of its values; equal values have the same place. */
export interface Ranks {
  readonly ranks: Int32Array;
  /** How many different places there are. */
  readonly size: number;
}

/** Ranks of numbers from 0 on; those that are NaN go last. */
export function numberRanks(values: Float64Array): Ranks {
  const order = numberOrder(values, Uint32Array.from(values.keys()), false);
  const ranks = new Int32Array(values.length);
  let rank = -1;
  for (let i = 0; i < order.length; i++) {
    const n = order[i]!;
    if (i === 0 || !Object.is(values[n]! + 0, values[order[i - 1]!]! + 0)) rank++;
    ranks[n] = rank;
  }
  return { ranks, size: rank + 1 };
}

/** The numbers of sums (from 0 on) that are wanted, the largest sum first, equal ones in their order. */
export function orderOfSums(sums: Float64Array, wanted: (number: number) => boolean): Uint32Array {
  const numbers = new Uint32Array(sums.length);
  let length = 0;
  for (let n = 0; n < sums.length; n++) if (wanted(n)) numbers[length++] = n;
  return numberOrder(sums, numbers.slice(0, length), true);
}

/** Puts numbers in the order of their values, which are not negative: then so are their bits, those of NaN last. */
function numberOrder(values: Float64Array, numbers: Uint32Array, descending: boolean): Uint32Array {
  const bits = new Uint32Array(Float64Array.from(values, (value) => value + 0).buffer); // + 0: no -0
  const flip = descending ? -1 : 0;
  const [low, high] = littleEndian() ? [0, 1] : [1, 0];
  const half = radixSorted(numbers, (n) => bits[2 * n + low]! ^ flip);
  return radixSorted(half, (n) => bits[2 * n + high]! ^ flip);
}

function littleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}

/** The source addresses in their order: IPv4 by number, then IPv6 by number, then anything else as text. */
export interface AddressOrder extends Ranks {
  /** Numbers of the dictionary in that order. */
  readonly fours: Uint32Array;
  readonly sixes: Uint32Array;
  /** What is no address, in the order of the dictionary. */
  readonly others: Uint32Array;
}

/** The order of the store's source addresses, worked out once. */
export function addressOrder(store: ReportStore): AddressOrder {
  return addressWork(store).value();
}

/** The same, to be done in steps. */
export function addressWork(store: ReportStore): Work<AddressOrder> {
  const { size } = store.text.sourceIp.dictionary;
  return store.derived.keepWork('addressOrder', size, () => addressOrderInSteps(store, size));
}

function* addressOrderInSteps(store: ReportStore, size: number): InSteps<AddressOrder> {
  const { dictionary } = store.text.sourceIp;
  const { family, value, words } = dictionary.addresses();
  const ofFamily = (wanted: number): Uint32Array => {
    const found = new Uint32Array(size);
    let length = 0;
    for (let n = 0; n < size; n++) if (family[n] === wanted) found[length++] = n;
    return found.slice(0, length);
  };
  function* sorted(numbers: Uint32Array, key: (number: number) => number): InSteps<Uint32Array> {
    const keys = new Uint32Array(numbers.length);
    for (let i = 0; i < keys.length; i++) {
      keys[i] = key(numbers[i]!);
      if (i % stepLength === 0) yield;
    }
    return (yield* radixInSteps(numbers, keys)).numbers;
  }
  const fours = yield* sorted(ofFamily(4), (n) => value[n]!);
  yield;
  let sixes = ofFamily(6);
  for (const word of [3, 2, 1, 0]) sixes = yield* sorted(sixes, (n) => words[value[n]! + word]!);
  const others = ofFamily(0);
  const rest = yield* textRanksInSteps(
    Array.from(others, (n) => dictionary.at(n)),
    caseless,
  );

  const ranks = new Int32Array(size);
  let rank = -1;
  let last = -1;
  for (let i = 0; i < fours.length; i++) {
    const n = fours[i]!;
    if (value[n] !== last) rank++;
    last = value[n]!;
    ranks[n] = rank;
    if (i % stepLength === 0) yield;
  }
  last = -1;
  for (let i = 0; i < sixes.length; i++) {
    const at = value[sixes[i]!]!;
    let same = last >= 0;
    for (let word = 0; same && word < 4; word++) same = words[at + word] === words[last + word];
    if (!same) rank++;
    last = at;
    ranks[sixes[i]!] = rank;
    if (i % stepLength === 0) yield;
  }
  others.forEach((n, i) => {
    ranks[n] = rank + 1 + rest.ranks[i]!;
  });
  return { fours, sixes, others, ranks, size: rank + 1 + rest.size };
}
