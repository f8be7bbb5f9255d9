import { uint16 } from './bytes';
import {
  distanceBase,
  distanceExtra,
  fixedCodes,
  huffman,
  lengthBase,
  lengthExtra,
  type Huffman,
} from './huffman';

/** How a deflate stream ended. */
export interface InflateEnd {
  /** Offset of the byte after the compressed data. */
  readonly end: number;
  /** `complete`, or why the data stops: the input is over, or it cannot be deflate data. */
  readonly outcome: 'complete' | 'truncated' | 'damaged';
}

const windowSize = 32 * 1024;
const fullAt = windowSize + 256 * 1024;

/** Where the decoder stands: bits read ahead, and the output with the last 32 KiB before it. */
interface State {
  readonly input: Uint8Array;
  readonly out: Uint8Array;
  /** Bytes in `out`; the first `given` of them were handed out already. */
  length: number;
  given: number;
  /** Next byte of the input. */
  at: number;
  /** Bits taken from the input and not used yet, lowest first. */
  bits: number;
  bitCount: number;
  /** How many of these were made up because the input is over: using one of them means that data is missing. */
  padding: number;
}

type Stop = 'full' | 'end of block' | 'truncated' | 'damaged';

/**
 * Inflates raw deflate data (RFC 1951), giving out what it has block by block, so that memory stays bounded and
 * everything before a cut or a damage is still delivered. Why not the platform's: see
 * docs/decisions/compressed-reports.md.
 * @param input the file
 * @param start where in it the deflate data begins
 * @returns pieces of the output of some 256 KiB, each an array of its own; finally where and how it ended
 */
export function* inflate(input: Uint8Array, start: number): Generator<Uint8Array, InflateEnd> {
  const state: State = {
    input,
    out: new Uint8Array(fullAt + 258),
    length: 0,
    given: 0,
    at: start,
    bits: 0,
    bitCount: 0,
    padding: 0,
  };
  let outcome: InflateEnd['outcome'] | undefined;
  for (let last = false; outcome === undefined;) {
    last = take(state, 1) === 1;
    const type = take(state, 2);
    const codes = type === 1 ? fixedCodes : type === 2 ? readCodes(state) : undefined;
    let stop: Stop;
    if (missing(state)) stop = 'truncated';
    else if (type === 0) stop = beginStored(state);
    else stop = codes === undefined ? 'damaged' : 'full';
    for (let left = type === 0 && stop === 'full' ? storedSize(state) : 0; stop === 'full';) {
      if (codes === undefined) left = copyStored(state, left);
      stop = codes !== undefined ? decode(state, ...codes) : storedStop(state, left);
      if (state.length >= fullAt) yield hand(state);
    }
    if (stop !== 'end of block') outcome = stop;
    else if (last) outcome = 'complete';
  }
  if (state.length > state.given) yield hand(state);
  const unused = Math.max(0, state.bitCount - state.padding) >> 3;
  return { end: state.at - unused, outcome };
}

/** Gives out what is new in the output and keeps the window. */
function hand(state: State): Uint8Array {
  const { out, given, length } = state;
  const piece = out.slice(given, length);
  const kept = Math.min(windowSize, length);
  out.copyWithin(0, length - kept, length);
  state.length = state.given = kept;
  return piece;
}

/** The next `count` (at most 16) bits as a number. */
function take(state: State, count: number): number {
  while (state.bitCount < count) fill(state);
  const value = state.bits & ((1 << count) - 1);
  state.bits >>>= count;
  state.bitCount -= count;
  return value;
}

function fill(state: State): void {
  if (state.at < state.input.length) state.bits |= state.input[state.at++]! << state.bitCount;
  else state.padding += 8;
  state.bitCount += 8;
}

function missing(state: State): boolean {
  return state.bitCount < state.padding;
}

/** The next symbol of a code, -1 where the bits are none. */
function symbol(state: State, { lookup }: Huffman): number {
  while (state.bitCount < 15) fill(state);
  const entry = lookup[state.bits & (lookup.length - 1)]!;
  state.bits >>>= entry & 15;
  state.bitCount -= entry & 15;
  return entry === 0 ? -1 : entry >> 4;
}

/** RFC 1951 §3.2.4: goes back to the byte boundary; `at` is then that of LEN. */
function beginStored(state: State): Stop {
  state.at -= Math.max(0, state.bitCount - state.padding) >> 3;
  state.bits = state.bitCount = state.padding = 0;
  if (state.at + 4 > state.input.length) return 'truncated';
  return (uint16(state.input, state.at) ^ uint16(state.input, state.at + 2)) === 0xffff ? 'full' : 'damaged';
}

function storedSize(state: State): number {
  state.at += 4;
  return uint16(state.input, state.at - 4);
}

/** Copies what fits of `left` stored bytes; returns how many are left. */
function copyStored(state: State, left: number): number {
  const count = Math.min(left, fullAt - state.length, state.input.length - state.at);
  state.out.set(state.input.subarray(state.at, state.at + count), state.length);
  state.at += count;
  state.length += count;
  return left - count;
}

function storedStop(state: State, left: number): Stop {
  if (left === 0) return 'end of block';
  return state.at >= state.input.length ? 'truncated' : 'full';
}

const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** RFC 1951 §3.2.7: reads the two codes of a block. Undefined where they cannot be. */
function readCodes(state: State): readonly [Huffman, Huffman] | undefined {
  const literalCount = take(state, 5) + 257;
  const distanceCount = take(state, 5) + 1;
  const codeLengths = new Uint8Array(19);
  for (const index of codeOrder.slice(0, take(state, 4) + 4)) codeLengths[index] = take(state, 3);
  const code = huffman(codeLengths);
  if (code === undefined) return undefined;
  const lengths = new Uint8Array(literalCount + distanceCount);
  for (let i = 0; i < lengths.length;) {
    const value = symbol(state, code);
    if (value < 0 || (value === 16 && i === 0)) return undefined;
    const repeated = value < 16 ? value : value === 16 ? lengths[i - 1]! : 0;
    const times =
      value < 16
        ? 1
        : value === 16
          ? 3 + take(state, 2)
          : value === 17
            ? 3 + take(state, 3)
            : 11 + take(state, 7);
    if (i + times > lengths.length) return undefined;
    lengths.fill(repeated, i, i + times);
    i += times;
  }
  const literals = huffman(lengths.subarray(0, literalCount));
  const distances = huffman(lengths.subarray(literalCount));
  return literals === undefined || distances === undefined ? undefined : [literals, distances];
}

/**
 * Decodes literals and copies until the block ends or the output is full. The state is kept in local variables
 * here and bits are filled in place: this loop sees every byte of every compressed report.
 */
function decode(state: State, literals: Huffman, distances: Huffman): Stop {
  const { input, out } = state;
  const literalTable = literals.lookup;
  const literalMask = literalTable.length - 1;
  const distanceTable = distances.lookup;
  const distanceMask = distanceTable.length - 1;
  const end = input.length;
  let { at, bits, bitCount, length, padding } = state;
  let stop: Stop = 'full';
  while (length < fullAt) {
    while (bitCount < 15) {
      if (at < end) bits |= input[at++]! << bitCount;
      else padding += 8;
      bitCount += 8;
    }
    const literal = literalTable[bits & literalMask]!;
    bits >>>= literal & 15;
    bitCount -= literal & 15;
    if (bitCount < padding || literal === 0) {
      stop = bitCount < padding || at >= end ? 'truncated' : 'damaged';
      break;
    }
    const value = literal >> 4;
    if (value < 256) {
      out[length++] = value;
      continue;
    }
    if (value === 256) {
      stop = 'end of block';
      break;
    }
    if (value > 285) {
      stop = 'damaged';
      break;
    }
    // A length takes at most 5 extra bits, a distance 15 + 13: filled twice, 31 bits are never exceeded.
    const more = lengthExtra[value - 257]!;
    while (bitCount < 20) {
      if (at < end) bits |= input[at++]! << bitCount;
      else padding += 8;
      bitCount += 8;
    }
    const run = lengthBase[value - 257]! + (bits & ((1 << more) - 1));
    bits >>>= more;
    bitCount -= more;
    const far = distanceTable[bits & distanceMask]!;
    bits >>>= far & 15;
    bitCount -= far & 15;
    const extra = distanceExtra[far >> 4] ?? 0;
    while (bitCount < extra) {
      if (at < end) bits |= input[at++]! << bitCount;
      else padding += 8;
      bitCount += 8;
    }
    const distance = distanceBase[far >> 4]! + (bits & ((1 << extra) - 1));
    bits >>>= extra;
    bitCount -= extra;
    if (bitCount < padding) {
      stop = 'truncated';
      break;
    }
    if (far === 0 || far >> 4 > 29 || distance > length) {
      stop = 'damaged';
      break;
    }
    if (distance >= run && run > 32) out.copyWithin(length, length - distance, length - distance + run);
    else for (let i = length, to = length + run; i < to; i++) out[i] = out[i - distance]!;
    length += run;
  }
  state.at = at;
  state.bits = bits;
  state.bitCount = bitCount;
  state.length = length;
  state.padding = padding;
  return stop;
}
