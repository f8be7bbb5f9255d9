import { longestAddress, writeFour, writeSix } from './addressCodes';
import { addressOrder } from './ranks';
import type { ReportStore } from './store';

/** The networks of the source addresses: the /24 of IPv4 ones, the /48 of IPv6 ones, anything else by itself. */
export interface Networks {
  readonly size: number;
  /** The network of each number of the dictionary of addresses; numbered in the order in which they come there. */
  readonly of: Int32Array;
  readonly name: (network: number) => string;
}

/** The networks of the store's source addresses, worked out once. */
export function networksOf(store: ReportStore): Networks {
  const { dictionary } = store.text.sourceIp;
  return store.derived.keep('networks', dictionary.size, () => {
    const { value, words } = dictionary.addresses();
    const { fours, sixes, others } = addressOrder(store);
    // The first number of the same network, for each number.
    const first = new Int32Array(dictionary.size);
    const runs = (sorted: Uint32Array, same: (a: number, b: number) => boolean): void => {
      let start = 0;
      for (let end = 1; end <= sorted.length; end++) {
        if (end < sorted.length && same(sorted[start]!, sorted[end]!)) continue;
        let least = sorted[start]!;
        for (let i = start + 1; i < end; i++) if (sorted[i]! < least) least = sorted[i]!;
        for (let i = start; i < end; i++) first[sorted[i]!] = least;
        start = end;
      }
    };
    runs(fours, (a, b) => (value[a]! ^ value[b]!) >>> 8 === 0);
    runs(sixes, (a, b) => {
      const [x, y] = [value[a]!, value[b]!];
      return words[x] === words[y] && (words[x + 1]! ^ words[y + 1]!) >>> 16 === 0;
    });
    const scratch = new Uint16Array(longestAddress);
    const zeros = new Uint32Array(4);
    const nameAt = (number: number): string => {
      const { family, value, words } = dictionary.addresses();
      let length: number;
      if (family[number] === 4) length = writeFour((value[number]! & ~255) >>> 0, scratch, 0);
      else if (family[number] === 6) {
        zeros[0] = words[value[number]!]!;
        zeros[1] = words[value[number]! + 1]! & 0xffff0000;
        length = writeSix(zeros, 0, scratch, 0);
      } else return dictionary.at(number);
      return `${String.fromCharCode(...scratch.subarray(0, length))}/${family[number] === 4 ? 24 : 48}`;
    };
    // Somebody may have written a network where an address should stand: that is the same one.
    const written = new Map<string, number>();
    for (const n of others) {
      first[n] = n;
      if (/\/(?:24|48)$/.test(dictionary.at(n))) written.set(dictionary.at(n), n);
    }
    const of = new Int32Array(dictionary.size);
    const leaders: number[] = [];
    for (let n = 0; n < of.length; n++) {
      if (first[n]! < n) {
        of[n] = of[first[n]!]!;
        continue;
      }
      const twin = written.size === 0 ? undefined : written.get(nameAt(n));
      of[n] = twin !== undefined && twin < n ? of[twin]! : leaders.push(n) - 1;
      if (written.size > 0) written.set(nameAt(n), n);
    }
    const leading = Int32Array.from(leaders);
    return { size: leading.length, of, name: (network) => nameAt(leading[network]!) };
  });
}
