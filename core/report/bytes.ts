import type { Chunks } from './types';

/** The pieces one after the other in one array. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Two octets at `at`, least significant first; octets beyond the end count as 0. */
export function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Four octets at `at`, least significant first, unsigned; octets beyond the end count as 0. */
export function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) + uint16(bytes, at + 2) * 0x10000;
}

/** Eight octets at `at`, least significant first; exact up to 2^53. */
export function uint64(bytes: Uint8Array, at: number): number {
  return uint32(bytes, at) + uint32(bytes, at + 4) * 0x1_0000_0000;
}

/** Tables for CRC-32 four octets at a time: `crcTables[k][n]` is the effect of octet n with k octets after it. */
const crcTables = [0, 1, 2, 3].map((k) =>
  Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8 * (k + 1); bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    return c;
  }),
) as readonly Uint32Array[] as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** CRC-32 (RFC 1952 §8) continued from `crc`, which is 0 at the beginning. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const [one, two, three, four] = crcTables;
  const fours = bytes.length - (bytes.length % 4);
  let c = ~crc;
  let i = 0;
  for (; i < fours; i += 4) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    c = four[c & 0xff]! ^ three[(c >>> 8) & 0xff]! ^ two[(c >>> 16) & 0xff]! ^ one[c >>> 24]!;
  }
  for (; i < bytes.length; i++) c = one[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return ~c >>> 0;
}

/** A stream whose first bytes were looked at. */
export interface Peeked {
  /** The first bytes: as many as were asked for, fewer only where the stream has no more. */
  readonly head: Uint8Array;
  /** The whole stream, the head included. */
  readonly all: AsyncIterable<Uint8Array>;
}

/** Reads at least `length` bytes ahead. */
export async function peek(chunks: Chunks, length: number): Promise<Peeked> {
  const source: AsyncIterator<Uint8Array> | Iterator<Uint8Array> =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const pieces: Uint8Array[] = [];
  let have = 0;
  while (have < length) {
    const next = await source.next();
    if (next.done === true) break;
    pieces.push(next.value);
    have += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces.splice(0);
      for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  }
  return { head: concatenate(pieces).subarray(0, length), all: all() };
}

/** All bytes of the stream in one array; undefined where there are more than `most`. */
export async function collect(chunks: Chunks, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of chunks) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  return concatenate(pieces);
}
