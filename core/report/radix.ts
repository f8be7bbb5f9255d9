/**
 * Numbers in the order of their 32-bit keys, equal ones as they came: two passes over 16 bits each, of which one that
 * would change nothing is left out.
 */
export function radixSorted(numbers: Uint32Array, key: (number: number) => number): Uint32Array {
  let from = numbers;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (const n of from) starts[((key(n) >>> shift) & 0xffff) + 1]!++;
    if (starts.includes(from.length)) continue; // all have the same digit
    for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
    const to = new Uint32Array(from.length);
    for (const n of from) to[starts[(key(n) >>> shift) & 0xffff]!++] = n;
    from = to;
  }
  return from;
}
