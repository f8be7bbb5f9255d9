/**
 * How many single steps (insert, delete, replace a character, swap two neighbours) lie between two words:
 * the optimal string alignment form of the Damerau-Levenshtein distance.
 * @param most once the distance is sure to be greater, `most + 1` is returned
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min(row[j - 1]! + 1, above[j]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        steps = Math.min(steps, before[j - 2]! + 1);
      }
      row.push(steps);
      least = Math.min(least, steps);
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/** How far a word may lie from the one that was meant: short words have many neighbours. */
function tolerance(length: number): number {
  if (length <= 3) return 0;
  if (length <= 6) return 1;
  return length <= 15 ? 2 : 3;
}

/** Which letters and digits a word has, a bit each; every other character shares one. */
function letters(word: string): number {
  let found = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i) | 0x20;
    found |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code & 3));
  }
  return found;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The one candidate that is clearly meant by a misspelt word. Case counts for nothing.
 * @returns undefined where none is near, or several are equally near
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let least = tolerance(wanted.length) + 1;
  let found: string | undefined;
  const has = letters(wanted);
  for (const candidate of candidates) {
    // A step takes at most one letter away and brings one in: most candidates need no closer look.
    if (Math.abs(candidate.length - wanted.length) > least) continue;
    if (bits(letters(candidate) ^ has) > 2 * least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      found = candidate;
    } else if (distance === least && candidate !== found) {
      found = undefined;
    }
  }
  return found;
}
