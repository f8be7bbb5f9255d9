/** A set of 32-bit numbers in typed arrays, which remembers in which order they came. */
export interface IntSet {
  count: number;
  /** The first `count` are in the set. */
  items: Int32Array<ArrayBuffer>;
  /** Indices into `items` plus one; 0 is empty. A power of two, and never more than half full. */
  slots: Int32Array;
}

/** An empty set. */
export function intSet(): IntSet {
  return { count: 0, items: new Int32Array(512), slots: new Int32Array(1024) };
}

/** Takes everything out. */
export function clearSet(set: IntSet): void {
  set.count = 0;
  set.slots.fill(0);
}

/** Whether an item is in the set. */
export function hasItem({ items, slots }: IntSet, item: number): boolean {
  const mask = slots.length - 1;
  for (let slot = mix(item); ; slot++) {
    const found = slots[slot & mask]!;
    if (found === 0) return false;
    if (items[found - 1] === item) return true;
  }
}

/** The index of an item in `items`; it is put in where it is new. */
export function indexIn(set: IntSet, item: number): number {
  const mask = set.slots.length - 1;
  let slot = mix(item);
  for (; ; slot++) {
    const found = set.slots[slot & mask]!;
    if (found === 0) break;
    if (set.items[found - 1] === item) return found - 1;
  }
  if (set.count === set.items.length) {
    grow(set);
    return indexIn(set, item);
  }
  set.items[set.count++] = item;
  set.slots[slot & mask] = set.count;
  return set.count - 1;
}

function grow(set: IntSet): void {
  const { items, count } = set;
  set.items = new Int32Array(items.length * 2);
  set.items.set(items);
  set.slots = new Int32Array(set.slots.length * 2);
  const mask = set.slots.length - 1;
  for (let i = 0; i < count; i++) {
    let slot = mix(items[i]!);
    while (set.slots[slot & mask] !== 0) slot++;
    set.slots[slot & mask] = i + 1;
  }
}

function mix(item: number): number {
  return Math.imul(item ^ (item >>> 15), 0x2c1b3c6d) >>> 11;
}
