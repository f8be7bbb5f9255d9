import type { Decoder } from '../platform';

/** A value of a MaxMind DB file. Maps are maps, so that no key means anything to the language. */
export type MmdbValue = string | number | bigint | boolean | Uint8Array | readonly MmdbValue[] | MmdbMap;
export type MmdbMap = ReadonlyMap<string, MmdbValue>;

export function isMap(value: MmdbValue | undefined): value is MmdbMap {
  return value instanceof Map;
}

/** The part of a file that values stand in; pointers count from its start. */
export interface Section {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly text: Decoder;
}

/**
 * What one record may cost. The largest of real ones, of cities, take some 150 values and 2 kB of text; a file made to
 * harm lets a few pointers stand for ever more values.
 */
const LIMITS = Object.freeze({ values: 5000, octets: 256 * 1024, depth: 24 });

/**
 * Reads the value at an offset of a section, pointers followed.
 * @returns undefined where the section ends too early, the value is of an unknown type, or it is beyond all measure
 */
export function decodeValue(section: Section, offset: number): MmdbValue | undefined {
  const { bytes, end, text } = section;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let valuesLeft = LIMITS.values;
  let octetsLeft = LIMITS.octets;
  let at = section.start + offset;

  /** Goes over octets. @returns where they begin */
  const take = (count: number): number | undefined => {
    if (at < section.start || count > end - at) return undefined;
    at += count;
    return at - count;
  };
  const uint = (count: number): number | undefined => {
    const from = take(count);
    if (from === undefined) return undefined;
    let value = 0;
    for (let i = from; i < from + count; i++) value = value * 256 + bytes[i]!;
    return value;
  };

  const pointer = (control: number, depth: number): MmdbValue | undefined => {
    const size = (control >> 3) & 3;
    const low = uint(size + 1);
    if (low === undefined) return undefined;
    const target = size === 3 ? low : (control & 7) * 256 ** (size + 1) + low + [0, 2048, 526336][size]!;
    const back = at;
    at = section.start + target;
    const found = value(depth + 1);
    at = back;
    return found;
  };

  const sizeOf = (control: number): number | undefined => {
    const size = control & 31;
    if (size < 29) return size;
    const more = uint(size - 28);
    return more === undefined ? undefined : more + [29, 285, 65821][size - 29]!;
  };

  const list = (size: number, depth: number): MmdbValue | undefined => {
    const items: MmdbValue[] = [];
    for (let i = 0; i < size; i++) {
      const item = value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  };

  const map = (size: number, depth: number): MmdbValue | undefined => {
    const entries = new Map<string, MmdbValue>();
    for (let i = 0; i < size; i++) {
      const key = value(depth + 1);
      const held = typeof key === 'string' ? value(depth + 1) : undefined;
      if (typeof key !== 'string' || held === undefined) return undefined;
      entries.set(key, held);
    }
    return entries;
  };

  const big = (size: number): MmdbValue | undefined => {
    const from = size <= 16 ? take(size) : undefined;
    if (from === undefined) return undefined;
    let value = 0n;
    for (let i = from; i < from + size; i++) value = (value << 8n) | BigInt(bytes[i]!);
    return value;
  };

  const octets = (size: number): Uint8Array | undefined => {
    octetsLeft -= size;
    const from = octetsLeft < 0 ? undefined : take(size);
    return from === undefined ? undefined : bytes.subarray(from, from + size);
  };

  const real = (size: number, expected: 4 | 8): number | undefined => {
    const from = size === expected ? take(size) : undefined;
    if (from === undefined) return undefined;
    return expected === 8 ? view.getFloat64(from) : view.getFloat32(from);
  };

  const value = (depth: number): MmdbValue | undefined => {
    if (--valuesLeft < 0 || depth > LIMITS.depth) return undefined;
    const control = uint(1);
    if (control === undefined) return undefined;
    let type = control >> 5;
    if (type === 1) return pointer(control, depth);
    if (type === 0) {
      const extended = uint(1);
      if (extended === undefined || extended === 0) return undefined;
      type = extended + 7;
    }
    const size = sizeOf(control);
    if (size === undefined) return undefined;
    switch (type) {
      case 2: {
        const found = octets(size);
        return found === undefined ? undefined : text.decode(found);
      }
      case 3:
        return real(size, 8);
      case 4:
        return octets(size);
      case 5: // uint16
      case 6: // uint32
        return size <= 4 ? uint(size) : undefined;
      case 7:
        return map(size, depth);
      case 8: {
        const unsigned = size <= 4 ? uint(size) : undefined;
        return unsigned === undefined ? undefined : unsigned | 0;
      }
      case 9: // uint64
      case 10: // uint128
        return big(size);
      case 11:
        return list(size, depth);
      case 14:
        return size === 1 ? true : size === 0 ? false : undefined;
      case 15:
        return real(size, 4);
      default:
        return undefined;
    }
  };
  return value(0);
}
