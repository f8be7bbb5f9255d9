/** Values by the bytes that they are read from. */
export interface Sections<T> {
  /** The value of bytes [from, to), of which `view` is a view; undefined where they have none. */
  at(bytes: Uint8Array, view: DataView, from: number, to: number): T | undefined;
}

/** More different sections, or bytes of them, than this are not kept: reports that never repeat must not fill the memory. */
const most = 1 << 18;
const mostBytes = 1 << 25;
const longestKept = 4096;
/** Sections made to have the same hash must not be compared with all others. */
const mostProbes = 64;

/**
 * Remembers what was read of sections of a document, so that each different one is read once.
 * @param read gives the value of a section; undefined where it has none
 */
export function sections<T>(read: (bytes: Uint8Array) => T | undefined): Sections<T> {
  /** Numbers + 1 by hash; 0 where none is. */
  let table = new Int32Array(1 << 6);
  let hashes = new Int32Array(1 << 4);
  let values: (T | undefined)[] = [];
  let starts = new Uint32Array((1 << 4) + 1);
  let kept = new Uint8Array(1 << 10);
  let keptView = new DataView(kept.buffer);

  const insert = (number: number): void => {
    let slot = hashes[number]! & (table.length - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
    table[slot] = number + 1;
  };
  const keep = (bytes: Uint8Array, from: number, to: number, hash: number, value: T | undefined): void => {
    if (values.length >= most || starts[values.length]! >= mostBytes) {
      table.fill(0);
      values = [];
    }
    const n = values.length;
    if (n * 2 >= table.length) {
      table = new Int32Array(table.length * 4);
      for (let number = 0; number < n; number++) insert(number);
    }
    if (n === hashes.length) {
      hashes = grown(hashes, new Int32Array(n * 2));
      starts = grown(starts, new Uint32Array(n * 2 + 1));
    }
    const start = n === 0 ? 0 : starts[n]!;
    const end = start + to - from;
    if (end > kept.length) {
      kept = grown(kept, new Uint8Array(Math.max(end, kept.length * 2)));
      keptView = new DataView(kept.buffer);
    }
    kept.set(bytes.subarray(from, to), start);
    values.push(value);
    hashes[n] = hash;
    starts[n] = start;
    starts[n + 1] = end;
    insert(n);
  };

  return {
    at(bytes, view, from, to) {
      const hash = hashOf(view, from, to);
      const length = to - from;
      let slot = hash & (table.length - 1);
      let probes = 0;
      for (let n = table[slot]!; n !== 0 && probes < mostProbes; n = table[slot]!, probes++) {
        const start = starts[n - 1]!;
        if (
          hashes[n - 1] === hash &&
          starts[n]! - start === length &&
          same(keptView, start, view, from, length)
        ) {
          return values[n - 1];
        }
        slot = (slot + 1) & (table.length - 1);
      }
      const value = read(bytes.subarray(from, to));
      if (length <= longestKept && probes < mostProbes) keep(bytes, from, to, hash, value);
      return value;
    },
  };
}

/** A hash of the bytes, four at a time; the last four may count some of them twice. */
function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (const last = to - 4; at <= last; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  if (at < to) {
    if (to - from >= 4) hash = Math.imul(hash ^ view.getInt32(to - 4, true), 0x2c1b3c6d);
    else for (; at < to; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  return hash ^ (hash >>> 13);
}

/** Whether `length` bytes are the same in both places. */
function same(one: DataView, from: number, other: DataView, start: number, length: number): boolean {
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    if (one.getInt32(from + i, true) !== other.getInt32(start + i, true)) return false;
  }
  for (; i < length; i++) if (one.getUint8(from + i) !== other.getUint8(start + i)) return false;
  return true;
}

function grown<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
