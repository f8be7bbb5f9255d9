import type { Edit } from '../../core/text/span';

/** Lines of one text that stand in the place of lines of another. */
export interface Hunk {
  /** The first line that differs, counted from 0, in the text before. */
  readonly at: number;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** So far ahead the next line is looked for that two texts have in common. */
const FARTHEST = 200;

/** Where two texts differ, line by line; a line includes its break. */
export function hunksBetween(before: string, after: string): Hunk[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const hunks: Hunk[] = [];
  let a = 0;
  let b = 0;
  while (a < old.length || b < now.length) {
    if (a < old.length && b < now.length && old[a] === now[b]) {
      a++;
      b++;
      continue;
    }
    const [skipOld, skipNow] = nextMeeting(old, now, a, b);
    hunks.push({ at: a, gone: old.slice(a, a + skipOld), come: now.slice(b, b + skipNow) });
    a += skipOld;
    b += skipNow;
  }
  return hunks;
}

/** Lines with their breaks; the last may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** How many lines of each text lie before the next one that both have. */
function nextMeeting(old: readonly string[], now: readonly string[], a: number, b: number): [number, number] {
  for (let sum = 1; sum <= FARTHEST; sum++) {
    for (let skip = 0; skip <= sum; skip++) {
      const left = old[a + skip];
      const right = now[b + sum - skip];
      if (left === undefined && right === undefined) return [skip, sum - skip];
      if (left !== undefined && left === right) return [skip, sum - skip];
    }
  }
  return [old.length - a, now.length - b];
}

/** The edits that make one text from the other, whole lines at a time but for what their ends have in common. */
export function editsBetween(before: string, after: string): Edit[] {
  const starts = [0];
  for (const line of linesOf(before)) starts.push(starts.at(-1)! + line.length);
  return hunksBetween(before, after).map(({ at, gone, come }) => {
    const old = gone.join('');
    const now = come.join('');
    const most = Math.min(old.length, now.length);
    let head = 0;
    while (head < most && old[head] === now[head]) head++;
    let tail = 0;
    while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
    const start = starts[at]!;
    return {
      span: { start: start + head, end: start + old.length - tail },
      text: now.slice(head, now.length - tail),
    };
  });
}
