import { longestAddress, readFour, readSix, writeFour, writeSix } from './addressCodes';
import type { Dictionary } from './columns';
import { parseIp6 } from '../values/ipAddress';

/** Source addresses at their dictionary's numbers; good until the next one is interned. */
export interface Addresses {
  /** 4, 6, or 0 for what is no address. */
  readonly family: Uint8Array;
  /** An IPv4 address as a number; of an IPv6 one where its four numbers begin in `words`. */
  readonly value: Uint32Array;
  /** IPv6 addresses, four numbers each, the first of the address first. */
  readonly words: Uint32Array;
}

/**
 * A dictionary of addresses. Those in the usual form are kept as numbers, in a fifth of the memory that texts take; what is written otherwise, or is no address, is kept as it is.
 */
export interface AddressDictionary extends Dictionary {
  addresses(): Addresses;
  /** The number of the address that is written in [from, to) of `codes`; undefined where it is not in the usual form. */
  internCodes(codes: Uint8Array, from: number, to: number): number | undefined;
  /**
   * Writes the text at a number, as code units.
   * @returns its length; undefined where it is not one in the usual form: then `at` has it
   */
  write(number: number, codes: Uint16Array): number | undefined;
  /** The numbers that `write` does not write. */
  unusual(): Iterable<number>;
}

/**
 * A dictionary that knows only the empty text, as number 0.
 * @param mostProbes with how many others an address is compared; addresses made to meet in the table are found by their
 *   text instead
 */
export function addressDictionary(mostProbes = 64): AddressDictionary {
  let size = 1;
  let family = new Uint8Array(32);
  let value = new Uint32Array(32);
  let words = new Uint32Array(16);
  let wordsLength = 0;
  /** Numbers + 1 by the hash of their address; 0 where none is. */
  let table = new Int32Array(64);
  let inTable = 0;
  /** Texts that are not in the usual form, and addresses that found no place in the table. */
  const byText = new Map([['', 0]]);
  const written = new Map([[0, '']]);
  const scratch = new Uint16Array(longestAddress);
  const read = new Uint32Array(4);
  const all: string[] = [];

  const added = (kind: number, number: number): number => {
    if (size === family.length) {
      family = grown(family, new Uint8Array(size * 2));
      value = grown(value, new Uint32Array(size * 2));
    }
    family[size] = kind;
    value[size] = number;
    return size++;
  };
  const addedSix = (): number => {
    if (wordsLength === words.length) words = grown(words, new Uint32Array(wordsLength * 2));
    words.set(read, wordsLength);
    wordsLength += 4;
    return added(6, wordsLength - 4);
  };
  const write = (number: number, codes: Uint16Array): number | undefined => {
    if (written.has(number)) return undefined;
    return family[number] === 4
      ? writeFour(value[number]!, codes, 0)
      : writeSix(words, value[number]!, codes, 0);
  };
  const at = (number: number): string => {
    if (!(number >= 0 && number < size)) throw new RangeError(`no address ${number}`);
    const length = write(number, scratch);
    return length === undefined ? written.get(number)! : String.fromCharCode(...scratch.subarray(0, length));
  };
  const hashAt = (number: number): number => {
    if (family[number] === 4) return hash(value[number]!, 0, 0, 4);
    const from = value[number]!;
    return hash(words[from]!, words[from + 1]!, words[from + 2]!, words[from + 3]!);
  };
  /** Gives a number its place in the table, or among the texts where that is crowded. */
  const place = (number: number): void => {
    let slot = hashAt(number) & (table.length - 1);
    for (let probes = 0; probes < mostProbes; probes++) {
      if (table[slot] === 0) {
        table[slot] = number + 1;
        inTable++;
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    byText.set(at(number), number);
  };
  const grow = (): void => {
    table = new Int32Array(table.length * 4);
    inTable = 0;
    // Crowded ones get a place if there is one now: an address that is not in the table is only looked for among the
    // texts where all of its places are taken.
    for (let number = 1; number < size; number++) if (!written.has(number)) place(number);
  };
  const placed = (number: number): number => {
    if (inTable * 2 >= table.length) grow();
    else place(number);
    return number;
  };
  /** An address that found no place in the table. */
  const crowded = (probes: number, codes: ArrayLike<number>, from: number, to: number): number | undefined =>
    probes < mostProbes ? undefined : byText.get(textOf(codes, from, to));

  const internFour = (four: number, codes: ArrayLike<number>, from: number, to: number): number => {
    let slot = hash(four, 0, 0, 4) & (table.length - 1);
    let probes = 0;
    for (; probes < mostProbes; probes++) {
      const entry = table[slot]!;
      if (entry === 0) break;
      if (value[entry - 1] === four && family[entry - 1] === 4) return entry - 1;
      slot = (slot + 1) & (table.length - 1);
    }
    return crowded(probes, codes, from, to) ?? placed(added(4, four));
  };
  /** The number of the address in `read`. */
  const internSix = (codes: ArrayLike<number>, from: number, to: number): number => {
    const [a, b, c, d] = read as unknown as [number, number, number, number];
    let slot = hash(a, b, c, d) & (table.length - 1);
    let probes = 0;
    for (; probes < mostProbes; probes++) {
      const entry = table[slot]!;
      if (entry === 0) break;
      if (family[entry - 1] === 6) {
        const word = value[entry - 1]!;
        if (words[word] === a && words[word + 1] === b && words[word + 2] === c && words[word + 3] === d) {
          return entry - 1;
        }
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return crowded(probes, codes, from, to) ?? placed(addedSix());
  };
  const internUsual = (codes: ArrayLike<number>, from: number, to: number): number | undefined => {
    const four = readFour(codes, from, to);
    if (four >= 0) return internFour(four, codes, from, to);
    if (!readSix(codes, from, to, read)) return undefined;
    const length = writeSix(read, 0, scratch, 0);
    if (length !== to - from) return undefined;
    for (let i = 0; i < length; i++) if (scratch[i] !== codes[from + i]) return undefined;
    return internSix(codes, from, to);
  };

  return {
    get size() {
      return size;
    },
    get texts() {
      for (let number = all.length; number < size; number++) all.push(at(number));
      return all;
    },
    at,
    write,
    unusual: () => written.keys(),
    addresses: () => ({ family: family.subarray(0, size), value: value.subarray(0, size), words }),
    internCodes: internUsual,
    intern(text) {
      if (text.length < longestAddress) {
        const codes = new Uint16Array(text.length);
        for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
        const usual = internUsual(codes, 0, codes.length);
        if (usual !== undefined) return usual;
      }
      const known = byText.get(text);
      if (known !== undefined) return known;
      const own = ` ${text}`.slice(1); // does not keep the text alive that this was cut out of
      const four = looseFour(own);
      let number: number;
      if (four >= 0) number = added(4, four);
      else {
        const octets = parseIp6(own)?.octets;
        octets?.forEach((octet, i) => {
          read[i >> 2] = (i & 3) === 0 ? octet : (read[i >> 2]! << 8) | octet;
        });
        number = octets === undefined ? added(0, 0) : addedSix();
      }
      byText.set(own, number);
      written.set(number, own);
      return number;
    },
  };
}

function hash(a: number, b: number, c: number, d: number): number {
  let h =
    Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

function textOf(codes: ArrayLike<number>, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(codes[i]!);
  return text;
}

function grown<T extends Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** An IPv4 address in dotted decimals, leading zeros or not, as a number; -1 for anything else. */
function looseFour(text: string): number {
  if (text.length > 15 || !/^\d+(?:\.\d+){3}$/.test(text)) return -1;
  let value = 0;
  for (const part of text.split('.')) {
    const octet = Number(part);
    if (octet > 255) return -1;
    value = value * 256 + octet;
  }
  return value;
}
