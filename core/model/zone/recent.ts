/**
 * What was asked for lately: at least the last `size` keys with their values, at most twice as many. Finding one costs
 * the same however many there are, and none is moved about: when the young ones are full, they become the old ones,
 * and the old ones go.
 */
export interface Recent<V> {
  readonly size: number;
  young: Map<string, V>;
  old: Map<string, V>;
}

/** Nothing asked for so far. */
export function recent<V>(size: number): Recent<V> {
  return { size, young: new Map(), old: new Map() };
}

/** The value of a key: the known one, or a fresh one, which is known from then on. */
export function recall<V>(known: Recent<V>, key: string, fresh: () => V): V {
  let value = known.young.get(key);
  if (value !== undefined) return value;
  value = known.old.get(key) ?? fresh();
  if (known.young.size >= known.size) {
    known.old = known.young;
    known.young = new Map();
  }
  known.young.set(key, value);
  return value;
}

/** From here on every value is a fresh one. */
export function forgetAll(known: Recent<unknown>): void {
  known.young.clear();
  known.old.clear();
}
