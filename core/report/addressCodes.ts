/** Room for any address as text: eight groups of four digits and seven colons. */
export const longestAddress = 40;

const dot = 0x2e;
const colon = 0x3a;

/**
 * An IPv4 address in dotted decimals without leading zeros as a number; -1 for anything else.
 * @param codes characters, of which [from, to) are read
 */
export function readFour(codes: ArrayLike<number>, from: number, to: number): number {
  if (to - from < 7 || to - from > 15) return -1;
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let i = from; i < to; i++) {
    const code = codes[i]!;
    if (code === dot) {
      if (octet < 0 || ++dots > 3) return -1;
      value = value * 256 + octet;
      octet = -1;
      continue;
    }
    if (code < 0x30 || code > 0x39 || octet === 0) return -1;
    octet = (octet < 0 ? 0 : octet * 10) + code - 0x30;
    if (octet > 255) return -1;
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : -1;
}

/**
 * An IPv6 address of hexadecimal groups (RFC 4291 §2.2 forms 1 and 2) as four 32-bit numbers.
 * @param into where the numbers go, the first of the address first
 * @returns whether it is one; forms that end in dotted decimals are left to values/ipAddress.ts
 */
export function readSix(codes: ArrayLike<number>, from: number, to: number, into: Uint32Array): boolean {
  if (to - from < 2 || to - from >= longestAddress) return false;
  into.fill(0);
  let count = 0;
  let gap = -1;
  let i = from;
  if (codes[i] === colon) {
    if (codes[i + 1] !== colon) return false;
    gap = 0;
    i += 2;
  }
  while (i < to) {
    let group = 0;
    let digits = 0;
    for (; i < to; i++, digits++) {
      const digit = hexDigit(codes[i]!);
      if (digit < 0) break;
      group = group * 16 + digit;
    }
    if (digits === 0 || digits > 4 || count === 8) return false;
    into[count >> 1]! |= (count & 1) === 0 ? group << 16 : group;
    count++;
    if (i === to) break;
    if (codes[i] !== colon) return false;
    i++;
    if (i < to && codes[i] === colon) {
      if (gap >= 0) return false;
      gap = count;
      i++;
    } else if (i === to) return false;
  }
  if (gap < 0) return count === 8;
  if (count > 7) return false;
  // The groups behind the gap go to the end.
  for (let n = count - 1, to16 = 7; n >= gap; n--, to16--) {
    const group = groupAt(into, 0, n);
    setGroup(into, n, 0);
    setGroup(into, to16, group);
  }
  return true;
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function groupAt(words: Uint32Array, at: number, group: number): number {
  const word = words[at + (group >> 1)]!;
  return (group & 1) === 0 ? word >>> 16 : word & 0xffff;
}

function setGroup(words: Uint32Array, group: number, value: number): void {
  const word = words[group >> 1]!;
  words[group >> 1] = (group & 1) === 0 ? (word & 0xffff) | (value << 16) : (word & 0xffff0000) | value;
}

/** Writes an IPv4 address in dotted decimals. @returns the position behind it */
export function writeFour(value: number, codes: Uint16Array, at: number): number {
  let i = writeDecimal(value >>> 24, codes, at);
  codes[i++] = dot;
  i = writeDecimal((value >>> 16) & 255, codes, i);
  codes[i++] = dot;
  i = writeDecimal((value >>> 8) & 255, codes, i);
  codes[i++] = dot;
  return writeDecimal(value & 255, codes, i);
}

function writeDecimal(value: number, codes: Uint16Array, at: number): number {
  let i = at;
  if (value >= 100) codes[i++] = 0x30 + Math.floor(value / 100);
  if (value >= 10) codes[i++] = 0x30 + (Math.floor(value / 10) % 10);
  codes[i++] = 0x30 + (value % 10);
  return i;
}

/**
 * Writes an IPv6 address as RFC 5952 §4 has it, but without dotted decimals.
 * @param words where its four numbers stand, from `from` on
 * @returns the position behind it
 */
export function writeSix(words: Uint32Array, from: number, codes: Uint16Array, at: number): number {
  let start = -1;
  let longest = 1;
  for (let group = 0; group < 8; group++) {
    let run = 0;
    while (group + run < 8 && groupAt(words, from, group + run) === 0) run++;
    if (run > longest) {
      start = group;
      longest = run;
    }
    if (run > 0) group += run - 1;
  }
  let i = at;
  for (let group = 0; group < 8; group++) {
    if (group === start) {
      codes[i++] = colon;
      codes[i++] = colon;
      group += longest - 1;
      continue;
    }
    if (group > 0 && group !== start + longest) codes[i++] = colon;
    const value = groupAt(words, from, group);
    for (let shift = value > 0xfff ? 12 : value > 0xff ? 8 : value > 0xf ? 4 : 0; shift >= 0; shift -= 4) {
      const digit = (value >>> shift) & 15;
      codes[i++] = digit + (digit < 10 ? 0x30 : 0x57);
    }
  }
  return i;
}
