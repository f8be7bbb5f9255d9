import { nameReading, readName, type NameReading, type OriginHash } from './nameHash';
import type { EntryScan } from './scan';

/** The type codes that are told apart here (IANA "Resource Record (RR) TYPEs"). */
export const Type = Object.freeze({
  unknown: 0,
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  DNAME: 39,
  SPF: 99,
});

/** What {@link readData} found out; one object serves many records. */
export interface DataReading {
  /** Whether the RDATA is surely well formed. Where not, somebody has to read it in full. */
  fine: boolean;
  /** The same for the same data; where `fine`, also in other spellings. */
  hash: number;
  /** Where `fine`: whether it holds a domain name, which `name` then describes. */
  hasName: boolean;
  readonly name: NameReading;
  /** The eight groups of an IPv6 address. */
  readonly groups: Int32Array;
}

/** A fresh reading to hand to {@link readData}. */
export function dataReading(): DataReading {
  return { fine: false, hash: 0, hasName: false, name: nameReading(), groups: new Int32Array(8) };
}

const PRIME = 0x01000193;
const DOT = 46;
const COLON = 58;

/**
 * Reads the RDATA of the commonest types on the characters themselves, without putting a string together: it says
 * yes or does not know. Held against `parseEntry` by a property test.
 * @param first which word of the scan is the first of the RDATA
 * @param type the type's code
 * @param into is overwritten
 */
export function readData(
  text: string,
  scan: EntryScan,
  first: number,
  type: number,
  origin: OriginHash,
  into: DataReading,
): void {
  into.fine = false;
  into.hasName = false;
  const { words } = scan;
  const count = scan.wordCount - first;
  if (!scan.broken && scan.wordCount <= words.length / 2) {
    switch (type) {
      case Type.A:
        into.fine = count === 1 && readIpv4(text, words[2 * first]!, words[2 * first + 1]!, into);
        break;
      case Type.AAAA:
        into.fine = count === 1 && readIpv6(text, words[2 * first]!, words[2 * first + 1]!, into);
        break;
      case Type.NS:
      case Type.CNAME:
      case Type.PTR:
      case Type.DNAME:
        into.fine = count === 1 && readNumbersAndName(text, words, first, 0, origin, into);
        break;
      case Type.MX:
        into.fine = count === 2 && readNumbersAndName(text, words, first, 1, origin, into);
        break;
      case Type.SRV:
        into.fine = count === 4 && readNumbersAndName(text, words, first, 3, origin, into);
        break;
    }
  }
  if (!into.fine) hashCharacters(text, scan, first, into);
}

/** Data that is not read: the same characters give the same number, however they are spaced. */
function hashCharacters(text: string, scan: EntryScan, first: number, into: DataReading): void {
  into.hasName = false;
  let hash = 0;
  const from = first < scan.words.length / 2 && first < scan.wordCount ? scan.words[2 * first]! : scan.end;
  for (let at = from; at < scan.end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 32) hash = Math.imul(hash ^ unit, PRIME);
  }
  into.hash = hash;
}

function readIpv4(text: string, from: number, to: number, into: DataReading): boolean {
  if (to - from > 15) return false;
  let address = 0;
  let octet = -1;
  let dots = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === DOT) {
      if (octet < 0 || ++dots > 3) return false;
      address = (address << 8) | octet;
      octet = -1;
    } else if (unit >= 48 && unit <= 57) {
      // Leading zeros are read as octal, as decimal or not at all.
      if (octet === 0) return false;
      octet = octet < 0 ? unit - 48 : octet * 10 + unit - 48;
      if (octet > 255) return false;
    } else return false;
  }
  if (dots !== 3 || octet < 0) return false;
  into.hash = (address << 8) | octet;
  return true;
}

function readIpv6(text: string, from: number, to: number, into: DataReading): boolean {
  if (to - from > 39 || to - from < 2) return false;
  const { groups } = into;
  let count = 0;
  let gap = -1;
  let group = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === COLON) {
      if (text.charCodeAt(at + 1) === COLON && at + 1 < to) {
        if (gap >= 0) return false;
        if (digits > 0) groups[count++] = group;
        else if (at > from) return false;
        gap = count;
        at++;
      } else {
        // A colon stands between two groups.
        if (digits === 0 || at + 1 === to) return false;
        groups[count++] = group;
      }
      if (count > 7) return false;
      group = 0;
      digits = 0;
    } else {
      const digit = hexDigit(unit);
      if (digit < 0 || ++digits > 4) return false;
      group = (group << 4) | digit;
    }
  }
  if (digits > 0) groups[count++] = group;
  if (gap < 0 ? count !== 8 : count > 7) return false;
  let hash = 0;
  for (let i = 0; i < 8; i++) {
    const behind = i - (8 - count);
    const value = gap < 0 || i < gap ? groups[i]! : behind >= gap ? groups[behind]! : 0;
    hash = Math.imul(hash ^ value, PRIME);
  }
  into.hash = hash;
  return true;
}

function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Numbers of 16 bits, and a host name behind them. */
function readNumbersAndName(
  text: string,
  words: Int32Array,
  first: number,
  numbers: number,
  origin: OriginHash,
  into: DataReading,
): boolean {
  let hash = 0;
  for (let i = first; i < first + numbers; i++) {
    const number = readNumber(text, words[2 * i]!, words[2 * i + 1]!, 0xffff);
    if (number < 0) return false;
    hash = Math.imul(hash ^ number, PRIME);
  }
  const from = words[2 * (first + numbers)]!;
  const to = words[2 * (first + numbers) + 1]!;
  readName(text, from, to, origin, into.name);
  into.hash = numbers === 0 ? into.name.hash : Math.imul(hash ^ into.name.hash, PRIME);
  into.hasName = into.name.host && !endsInNumber(text, from, to);
  return into.hasName;
}

/** Whether the last label is all digits: an address where a name belongs. */
function endsInNumber(text: string, from: number, to: number): boolean {
  let at = text.charCodeAt(to - 1) === DOT ? to - 2 : to - 1;
  for (; at >= from; at--) {
    const unit = text.charCodeAt(at);
    if (unit === DOT) return true;
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

/** A decimal number of at most `most`; -1 where it is none. */
export function readNumber(text: string, from: number, to: number, most: number): number {
  if (to - from > 10 || to === from) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return -1;
    value = value * 10 + unit - 48;
  }
  return value <= most ? value : -1;
}

/** The code of a common type that stands at [from, to), in any case; -1 for other words. */
export function commonType(text: string, from: number, to: number): number {
  let packed = 0;
  if (to - from > 5) return -1;
  for (let at = from; at < to; at++) packed = packed * 32 + (text.charCodeAt(at) & 31);
  // Letters only: a digit or a sign has the same low bits as some letter.
  for (let at = from; at < to; at++) {
    const letter = text.charCodeAt(at) | 32;
    if (letter < 97 || letter > 122) return -1;
  }
  return COMMON.get(packed) ?? -1;
}

const COMMON: ReadonlyMap<number, number> = new Map(
  (
    [
      ['A', Type.A],
      ['NS', Type.NS],
      ['CNAME', Type.CNAME],
      ['SOA', Type.SOA],
      ['PTR', Type.PTR],
      ['MX', Type.MX],
      ['TXT', Type.TXT],
      ['AAAA', Type.AAAA],
      ['SRV', Type.SRV],
      ['DNAME', Type.DNAME],
      ['SPF', Type.SPF],
    ] as const
  ).map(([name, code]) => [[...name].reduce((sum, c) => sum * 32 + (c.charCodeAt(0) & 31), 0), code]),
);
