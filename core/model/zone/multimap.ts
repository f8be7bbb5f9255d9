/**
 * A hash multimap from 32-bit keys to 32-bit values in typed arrays: a million pairs take some 20 MB, and putting
 * one in or taking it out costs the same at any size (but for the rare doubling).
 */
export interface Multimap {
  /** Which pair each chain begins with; -1 for none. Its length is a power of two. */
  heads: Int32Array;
  /** The pair behind each in its chain; -1 for none. Of a free place: the next free one. */
  next: Int32Array;
  keys: Int32Array;
  values: Int32Array;
  /** How many places have ever been used. */
  used: number;
  /** The first free place among the used ones; -1 for none. */
  free: number;
  /** How many pairs there are. */
  size: number;
}

const LEAST = 64;

/** An empty multimap. */
export function multimap(capacity = LEAST): Multimap {
  const places = Math.max(LEAST, capacity);
  return {
    heads: new Int32Array(powerAbove(places)).fill(-1),
    next: new Int32Array(places),
    keys: new Int32Array(places),
    values: new Int32Array(places),
    used: 0,
    free: -1,
    size: 0,
  };
}

/**
 * Puts a pair in; the same pair may stand there many times.
 * @returns whether there was a pair with the key before
 */
export function addPair(map: Multimap, key: number, value: number): boolean {
  let place = map.free;
  if (place >= 0) map.free = map.next[place]!;
  else {
    if (map.used === map.keys.length) grow(map);
    place = map.used++;
  }
  const bucket = bucketOf(map, key);
  const first = map.heads[bucket]!;
  map.keys[place] = key;
  map.values[place] = value;
  map.next[place] = first;
  map.heads[bucket] = place;
  map.size++;
  for (let other = first; other >= 0; other = map.next[other]!) if (map.keys[other] === key) return true;
  return false;
}

/** Takes one such pair out; whether there was one. */
export function removePair(map: Multimap, key: number, value: number): boolean {
  const bucket = bucketOf(map, key);
  let before = -1;
  for (let place = map.heads[bucket]!; place >= 0; before = place, place = map.next[place]!) {
    if (map.keys[place] !== key || map.values[place] !== value) continue;
    if (before < 0) map.heads[bucket] = map.next[place]!;
    else map.next[before] = map.next[place]!;
    map.next[place] = map.free;
    map.free = place;
    map.size--;
    return true;
  }
  return false;
}

/**
 * The first place with a pair of the key, or the next one behind `after`; -1 where there is none (any more).
 * The value stands at `values[place]`. The map must not change between the calls.
 */
export function findPair(map: Multimap, key: number, after = -1): number {
  let place = after < 0 ? map.heads[bucketOf(map, key)]! : map.next[after]!;
  while (place >= 0 && map.keys[place] !== key) place = map.next[place]!;
  return place;
}

/** The values of all pairs with the key, in no order. */
export function valuesOf(map: Multimap, key: number): number[] {
  const values: number[] = [];
  for (let place = findPair(map, key); place >= 0; place = findPair(map, key, place)) {
    values.push(map.values[place]!);
  }
  return values;
}

/** Keys are hashes of a kind whose low bits follow the last characters hashed: the high bits are mixed in. */
function bucketOf(map: Multimap, key: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (map.heads.length - 1);
}

function powerAbove(count: number): number {
  let power = LEAST;
  while (power < count) power *= 2;
  return power;
}

function grow(map: Multimap): void {
  const places = map.keys.length * 2;
  map.next = enlarged(map.next, places);
  map.keys = enlarged(map.keys, places);
  map.values = enlarged(map.values, places);
  // All places are in use here: what is free would have been taken first.
  map.heads = new Int32Array(powerAbove(places)).fill(-1);
  for (let place = 0; place < map.used; place++) {
    const bucket = bucketOf(map, map.keys[place]!);
    map.next[place] = map.heads[bucket]!;
    map.heads[bucket] = place;
  }
}

function enlarged(old: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(old);
  return larger;
}
