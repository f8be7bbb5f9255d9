import type { Ranks } from './ranks';
import { radixInSteps, stepLength, type InSteps } from './radix';

/** What texts are sorted by. */
export interface TextOrder {
  /** The key of a text; keys are compared by their code units. */
  readonly key: (text: string) => string;
  /**
   * What stands in the key for a code unit below 128, where a key is that code unit by code unit; 0: ask `key` for texts
   * that have this one in them, as for those with any from 128 on.
   */
  readonly plain: Uint8Array;
}

const plainCodes = 128;

/** Texts without regard to case. */
export const caseless: TextOrder = { key: (text) => text.toLowerCase(), plain: plainLower() };

/** ASCII in lower case; control characters are not plain, so that who needs them may give them a meaning. */
export function plainLower(): Uint8Array {
  return Uint8Array.from({ length: plainCodes }, (_, code) =>
    code < 0x20 ? 0 : code >= 0x41 && code <= 0x5a ? code + 0x20 : code,
  );
}

/** Numbers that are sorted by a comparison each, and with the engine's own sorting. */
const [few, some] = [16, 1 << 13];

/**
 * Ranks of texts by their keys, equal keys the same, the empty key last: it is what a person looks for least.
 *
 * Keys are read as words of 32 bits, as many characters in each as the alphabet of the keys lets in: comparing two words
 * is comparing five characters of host names. Words go into a window of a bounded size, some for every text; texts
 * that are equal in all of it go into another one with what comes behind.
 */
export function* textRanksInSteps(given: readonly string[], order: TextOrder): InSteps<Ranks> {
  const { length } = given;
  const { keys, odd, words } = yield* alphabetOf(given, length, order);
  const ids = new Uint32Array(length);
  for (let n = 0; n < length; n++) ids[n] = n;
  /** 1 where the text at this place of the order has the same key as the one before. */
  const same = new Uint8Array(length);
  // Where groups of texts that are still equal begin and end.
  let open: number[] = length > 1 ? [0, length] : [];
  for (let offset = 0; open.length > 0;) {
    let active = 0;
    for (let i = 0; i < open.length; i += 2) active += open[i + 1]! - open[i]!;
    const width = Math.min(
      4096,
      Math.max(2, Math.floor(windowWords / active)),
      8 + Math.floor(2 ** 16 / active),
    );
    const window = new Uint32Array(active * width);
    const members = new Uint32Array(active);
    let slot = 0;
    let budget = stepLength;
    for (let i = 0; i < open.length; i += 2) {
      for (let place = open[i]!; place < open[i + 1]!; place++) {
        const id = ids[place]!;
        members[slot] = id;
        budget -= words.write(keys[id]!, odd[id] === 1, offset, window, slot * width, width);
        slot++;
        if (budget > 0) continue;
        budget = stepLength;
        yield;
      }
    }
    open = yield* sortedWindow({ window, width, ended: words.ended, members, ids, same }, open);
    offset += width * words.each;
  }

  const ranks = new Int32Array(length);
  let rank = -1;
  for (let from = 0; from < length; from += stepLength) {
    const to = Math.min(length, from + stepLength);
    for (let place = from; place < to; place++) {
      if (same[place] === 0) rank++;
      ranks[ids[place]!] = rank;
    }
    yield;
  }
  const size = rank + 1;
  if (length === 0 || keys[ids[0]!] !== '') return { ranks, size };
  // The empty key came first.
  for (let n = 0; n < length; n++) ranks[n] = ranks[n] === 0 ? size - 1 : ranks[n]! - 1;
  return { ranks, size };
}

/** Words of a window at most, 32 MB of them; two for each text where there are very many. */
const windowWords = 1 << 23;

/** Writes keys as words. */
interface Words {
  /** Characters in a word. */
  readonly each: number;
  /** The bits of the last character of a word: none of them is set in a word with which a key ends. */
  readonly ended: number;
  /** @returns about how much work that was */
  write(key: string, odd: boolean, offset: number, window: Uint32Array, at: number, width: number): number;
}

interface Alphabet {
  /** The texts, or their keys where these are not plain. */
  readonly keys: readonly string[];
  /** 1 for texts whose key is not plain. */
  readonly odd: Uint8Array;
  readonly words: Words;
}

/** Looks at every character once. */
function* alphabetOf(given: readonly string[], length: number, { key, plain }: TextOrder): InSteps<Alphabet> {
  const used = new Uint8Array(0x10000);
  const odd = new Uint8Array(length);
  let keys: readonly string[] = given;
  let own: string[] | undefined;
  let budget = stepLength;
  for (let n = 0; n < length; n++) {
    const text = given[n]!;
    budget -= text.length + 1;
    if (!markPlain(text, plain, used)) {
      odd[n] = 1;
      // Texts that are their own keys, as nearly all are, need no list of these.
      keys = own ??= given.slice(0, length);
      own[n] = key(text);
      markAll(own[n]!, used);
    }
    if (budget > 0) continue;
    budget = stepLength;
    yield;
  }
  const codes = new Uint32Array(used.length);
  let size = 0;
  for (let code = 0; code < used.length; code++) if (used[code] === 1) codes[code] = ++size;
  const bits = Math.max(1, 32 - Math.clz32(size));
  const plainTo = Uint32Array.from(plain, (code) => codes[code]!);
  const each = Math.floor(32 / bits);
  return {
    keys,
    odd,
    words: {
      each,
      ended: 2 ** bits - 1,
      write(text, isOdd, offset, window, at, width) {
        const end = Math.min(text.length, offset + width * each);
        let word = 0;
        let filled = 0;
        let to = at;
        for (let i = offset; i < end; i++) {
          const code = text.charCodeAt(i);
          word = (word << bits) | (isOdd ? codes[code]! : plainTo[code]!);
          if (++filled < each) continue;
          window[to++] = word;
          word = 0;
          filled = 0;
        }
        if (filled > 0) window[to] = word << (bits * (each - filled));
        return 4 + Math.max(0, end - offset);
      },
    },
  };
}

function markPlain(text: string, plain: Uint8Array, used: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const as = code < plainCodes ? plain[code]! : 0;
    if (as === 0) return false;
    used[as] = 1;
  }
  return true;
}

function markAll(text: string, used: Uint8Array): void {
  for (let i = 0; i < text.length; i++) used[text.charCodeAt(i)] = 1;
}

/** A window, and the order that it decides. */
interface Round {
  /** The words of each member, `width` of them. */
  readonly window: Uint32Array;
  readonly width: number;
  readonly ended: number;
  /** The texts, by their numbers, in the order of the groups. */
  readonly members: Uint32Array;
  readonly ids: Uint32Array;
  readonly same: Uint8Array;
}

/**
 * Sorts each group by its words.
 * @returns the groups that are equal in all of them
 */
function* sortedWindow(round: Round, groups: readonly number[]): InSteps<number[]> {
  const { width, ended, members, ids, same } = round;
  /** Members, known by their slots of the window, in their order. */
  const place = new Uint32Array(members.length);
  for (let slot = 0; slot < place.length; slot++) place[slot] = slot;
  const pairs = new Float64Array(some);
  const left: number[] = [];
  let budget = stepLength;
  let base = 0;
  for (let g = 0; g < groups.length; g += 2) {
    /** From a place among the members to the one in the order of all. */
    const shift = groups[g]! - base;
    const end = groups[g + 1]! - shift;
    /** Ranges of `place` that are equal up to a depth, and that depth. */
    const ranges = [base, end, 0];
    while (ranges.length > 0) {
      const depth = ranges.pop()!;
      const to = ranges.pop()!;
      const from = ranges.pop()!;
      budget -= 4 * (to - from);
      if (to - from <= few) sortFew(round, place, from, to, depth, shift, left);
      else {
        const own = place.subarray(from, to);
        const words = new Uint32Array(own.length);
        for (let i = 0; i < own.length; i += stepLength) {
          takeWords(round, own, words, i, Math.min(own.length, i + stepLength), depth);
          if (own.length > stepLength) yield;
        }
        if (own.length <= some) sortSome(own, words, pairs);
        else {
          const { numbers, keys } = yield* radixInSteps(own.slice(), words);
          own.set(numbers);
          words.set(keys);
        }
        let start = 0;
        for (let i = 1; i <= words.length; i++) {
          const word = words[start]!;
          if (i < words.length && words[i] === word) continue;
          const [first, behind] = [from + start, from + i];
          start = i;
          if (behind - first === 1) continue;
          if ((word & ended) === 0) same.fill(1, shift + first + 1, shift + behind);
          else if (depth + 1 === width) left.push(shift + first, shift + behind);
          else if (behind - first <= few) {
            sortFew(round, place, first, behind, depth + 1, shift, left);
            budget -= 16 * (behind - first);
          } else ranges.push(first, behind, depth + 1);
          if (budget > 0) continue;
          budget = stepLength;
          yield;
        }
      }
      if (budget > 0) continue;
      budget = stepLength;
      yield;
    }
    for (let at = base; at < end; at++) ids[shift + at] = members[place[at]!]!;
    base = end;
  }
  return left;
}

/** The words at a depth of the members [from, to) of some. */
function takeWords(
  { window, width }: Round,
  own: Uint32Array,
  words: Uint32Array,
  from: number,
  to: number,
  depth: number,
): void {
  for (let i = from; i < to; i++) words[i] = window[own[i]! * width + depth]!;
}

/** Sorts by one word, with numbers that hold both the word and the place that it came from. */
function sortSome(own: Uint32Array, words: Uint32Array, pairs: Float64Array): void {
  const used = pairs.subarray(0, own.length);
  for (let i = 0; i < own.length; i++) used[i] = words[i]! * some + i;
  used.sort();
  const before = own.slice();
  for (let i = 0; i < own.length; i++) {
    own[i] = before[used[i]! % some]!;
    words[i] = Math.floor(used[i]! / some);
  }
}

/** Sorts by all words from a depth on, one by one. */
function sortFew(
  { window, width, ended, same }: Round,
  place: Uint32Array,
  from: number,
  to: number,
  depth: number,
  shift: number,
  left: number[],
): void {
  for (let i = from + 1; i < to; i++) {
    const one = place[i]!;
    let at = i;
    for (
      ;
      at > from && compared(window, place[at - 1]! * width, one * width, depth, width, ended) > 0;
      at--
    ) {
      place[at] = place[at - 1]!;
    }
    place[at] = one;
  }
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    const way = i < to ? compared(window, place[i - 1]! * width, place[i]! * width, depth, width, ended) : 2;
    if (way === untold) continue;
    if (way === 0) same[shift + i] = 1;
    if (i - start > 1) left.push(shift + start, shift + i);
    start = i;
  }
}

/** What `compared` gives where the window does not tell: less than 0, so that places stay as they are. */
const untold = -2;

/** -1, 0, 1 as the words from a come before those from b, are the same key, come behind. */
function compared(
  window: Uint32Array,
  a: number,
  b: number,
  depth: number,
  width: number,
  ended: number,
): number {
  for (let d = depth; d < width; d++) {
    const word = window[a + d]!;
    const other = window[b + d]!;
    if (word !== other) return word < other ? -1 : 1;
    if ((word & ended) === 0) return 0;
  }
  return untold;
}
