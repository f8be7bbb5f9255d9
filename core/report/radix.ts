/** Bits that one pass looks at: so many places to write to stay in the processor's cache. */
const bits = 11;
const mask = (1 << bits) - 1;

/** Numbers that a step moves or looks at: about a millisecond's work. */
export const stepLength = 1 << 16;

/** Something that is done in steps of a few milliseconds; what comes of it is returned. */
export type InSteps<T> = Generator<undefined, T>;

/** Does all that is left at once. */
export function allAtOnce<T>(work: InSteps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Numbers in an order, and the key of each. */
export interface Sorted {
  readonly numbers: Uint32Array;
  readonly keys: Uint32Array;
}

/**
 * Numbers in the order of their 32-bit keys, equal ones as they came: a pass for each 11 bits, of which those are left
 * out that would change nothing.
 * @param given a key for each of the numbers; neither of the two is written to
 */
export function* radixInSteps(given: Uint32Array, givenKeys: Uint32Array): InSteps<Sorted> {
  const { length } = given;
  let numbers = given;
  // Keys move along with their numbers: looking them up by number again and again costs more.
  let keys = givenKeys;
  let spare: Sorted | undefined;
  const starts = new Uint32Array((1 << bits) + 1);
  for (let shift = 0; shift < 32; shift += bits) {
    starts.fill(0);
    for (let from = 0; from < length; from += stepLength) {
      countDigits(keys, from, Math.min(length, from + stepLength), shift, starts);
      yield;
    }
    if (starts.includes(length)) continue; // all have the same digit
    for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
    const to: Sorted = spare ?? { numbers: new Uint32Array(length), keys: new Uint32Array(length) };
    for (let from = 0; from < length; from += stepLength) {
      moveByDigit({ numbers, keys }, to, from, Math.min(length, from + stepLength), shift, starts);
      yield;
    }
    spare = numbers === given ? undefined : { numbers, keys };
    ({ numbers, keys } = to);
  }
  return { numbers, keys };
}

function countDigits(keys: Uint32Array, from: number, to: number, shift: number, starts: Uint32Array): void {
  for (let i = from; i < to; i++) starts[((keys[i]! >>> shift) & mask) + 1]!++;
}

function moveByDigit(
  { numbers, keys }: Sorted,
  into: Sorted,
  from: number,
  to: number,
  shift: number,
  starts: Uint32Array,
): void {
  const numbersTo = into.numbers;
  const keysTo = into.keys;
  for (let i = from; i < to; i++) {
    const one = keys[i]!;
    const place = starts[(one >>> shift) & mask]!++;
    numbersTo[place] = numbers[i]!;
    keysTo[place] = one;
  }
}

/** The same with keys made here, all at once. */
export function radixSorted(numbers: Uint32Array, key: (number: number) => number): Uint32Array {
  const keys = new Uint32Array(numbers.length);
  for (let i = 0; i < keys.length; i++) keys[i] = key(numbers[i]!);
  return allAtOnce(radixInSteps(numbers, keys)).numbers;
}
