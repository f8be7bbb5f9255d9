/** A table of numbers by the hash of a text: 16 octets an entry, whatever the text's length. */
export interface HashTable {
  /** The number of a key; -1 where there is none. */
  get(key: string): number;
  /** Gives the key a number, 0 or greater; returns what it had before, -1 for none. */
  set(key: string, value: number): number;
  readonly size: number;
}

const PRIME = 0x01000193;

/**
 * An empty table. Keys are told apart by 64 bits of hash: of a million, two fall together once in ten million tables.
 * @param expected how many keys it will get, so that it need not grow
 */
export function hashTable(expected = 1024): HashTable {
  let capacity = 1024;
  while (capacity < expected * 2) capacity *= 2;
  let keys = new Int32Array(2 * capacity);
  /** One more than the number, so that 0 is an empty place. */
  let values = new Float64Array(capacity);
  let size = 0;
  let first = 0;
  let second = 0;

  const hash = (key: string): void => {
    let a = 0x811c9dc5 | 0;
    let b = 0x2f0b4c47 | 0;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      a = Math.imul(a ^ unit, PRIME);
      b = Math.imul(b ^ unit, 0x5bd1e995);
      b ^= b >>> 15;
    }
    first = a ^ (a >>> 16);
    second = b;
  };

  /** Where the key of the last hash is, or would go. */
  const place = (): number => {
    let at = (first ^ Math.imul(second, 0x9e3779b1)) & (capacity - 1);
    while (values[at] !== 0 && (keys[2 * at] !== first || keys[2 * at + 1] !== second)) {
      at = (at + 1) & (capacity - 1);
    }
    return at;
  };

  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 2;
    keys = new Int32Array(2 * capacity);
    values = new Float64Array(capacity);
    for (let i = 0; i < oldValues.length; i++) {
      if (oldValues[i] === 0) continue;
      first = oldKeys[2 * i]!;
      second = oldKeys[2 * i + 1]!;
      const at = place();
      keys[2 * at] = first;
      keys[2 * at + 1] = second;
      values[at] = oldValues[i]!;
    }
  };

  return {
    get(key) {
      hash(key);
      return values[place()]! - 1;
    },
    set(key, value) {
      if (2 * (size + 1) > capacity) grow();
      hash(key);
      const at = place();
      const before = values[at]! - 1;
      if (before < 0) size++;
      keys[2 * at] = first;
      keys[2 * at + 1] = second;
      values[at] = value + 1;
      return before;
    },
    get size() {
      return size;
    },
  };
}
