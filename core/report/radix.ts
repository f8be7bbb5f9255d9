/** Bits that one pass looks at: so many places to write to stay in the processor's cache. */
const bits = 11;

/**
 * Numbers in the order of their 32-bit keys, equal ones as they came: a pass for each 11 bits, of which those are left
 * out that would change nothing.
 */
export function radixSorted(numbers: Uint32Array, key: (number: number) => number): Uint32Array {
  let from = numbers;
  // Keys move along with their numbers: looking them up by number again and again costs more.
  let keys = new Uint32Array(numbers.length);
  for (let i = 0; i < keys.length; i++) keys[i] = key(numbers[i]!);
  let to: Uint32Array = new Uint32Array(numbers.length);
  let keysTo = new Uint32Array(numbers.length);
  const starts = new Uint32Array((1 << bits) + 1);
  const mask = (1 << bits) - 1;
  for (let shift = 0; shift < 32; shift += bits) {
    starts.fill(0);
    for (const one of keys) starts[((one >>> shift) & mask) + 1]!++;
    if (starts.includes(keys.length)) continue; // all have the same digit
    for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
    for (let i = 0; i < keys.length; i++) {
      const one = keys[i]!;
      const place = starts[(one >>> shift) & mask]!++;
      to[place] = from[i]!;
      keysTo[place] = one;
    }
    // What came in is not written to.
    [from, to] = [to, from === numbers ? new Uint32Array(numbers.length) : from];
    [keys, keysTo] = [keysTo, keys];
  }
  return from;
}
