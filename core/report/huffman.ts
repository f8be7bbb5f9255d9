/** A canonical Huffman code as one table: index = the next bits, entry = symbol << 4 | bits used; 0 means no code. */
export interface Huffman {
  /** Its length is a power of two, at most 2^15. */
  readonly lookup: Uint16Array;
}

const maxBits = 15;

/**
 * The code that the lengths describe (RFC 1951 §3.2.2).
 * @param lengths code length of each symbol, 0 where it has no code, at most 15
 * @returns undefined where there would be more codes than bits can tell apart
 */
export function huffman(lengths: Uint8Array): Huffman | undefined {
  const counts = new Uint16Array(maxBits + 1);
  let longest = 1;
  for (const bits of lengths) {
    if (bits > 0) counts[bits]!++;
    if (bits > longest) longest = bits;
  }
  const next = new Uint16Array(maxBits + 2);
  let taken = 0;
  for (let bits = 1; bits <= maxBits; bits++) {
    next[bits + 1] = (next[bits]! + counts[bits]!) << 1;
    taken += counts[bits]! << (maxBits - bits);
  }
  if (taken > 1 << maxBits) return undefined;
  const lookup = new Uint16Array(1 << longest);
  lengths.forEach((bits, value) => {
    if (bits === 0) return;
    let code = next[bits]!++;
    let reversed = 0;
    for (let i = 0; i < bits; i++, code >>= 1) reversed = (reversed << 1) | (code & 1);
    for (let i = reversed; i < lookup.length; i += 1 << bits) lookup[i] = (value << 4) | bits;
  });
  return { lookup };
}

/** The codes of a block of type 1: literals and lengths, distances (RFC 1951 §3.2.6). */
export const fixedCodes: readonly [Huffman, Huffman] = [
  huffman(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)))!,
  huffman(new Uint8Array(30).fill(5))!,
];

/** Extra bits and smallest value of each length and distance symbol (RFC 1951 §3.2.5). */
export const lengthExtra = Uint8Array.from({ length: 29 }, (_, i) => (i < 8 || i === 28 ? 0 : (i - 4) >> 2));
export const lengthBase = bases(3, lengthExtra, 28, 258);
export const distanceExtra = Uint8Array.from({ length: 30 }, (_, i) => (i < 4 ? 0 : (i - 2) >> 1));
export const distanceBase = bases(1, distanceExtra, 30, 0);

function bases(first: number, extra: Uint8Array, oddOne: number, oddValue: number): Uint16Array {
  let base = first;
  return Uint16Array.from(extra, (bits, symbol) => {
    const here = symbol === oddOne ? oddValue : base;
    base += 1 << bits;
    return here;
  });
}
