/** A number below a limit. */
export type Dice = (limit: number) => number;

/** Numbers that look random and come again with the same seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** One of a list. */
export function oneOf<T>(below: Dice, list: readonly T[]): T {
  return list[below(list.length)]!;
}

/** A text with a few accidents: inserted shards, lost, doubled and swapped stretches. */
export function withAccidents(below: Dice, text: string, shards: readonly string[], most: number): string {
  let out = text;
  for (let count = 1 + below(most); count > 0; count--) {
    const at = below(out.length + 1);
    const far = Math.min(out.length, at + below(below(8) === 0 ? 120 : 6));
    const kind = below(10);
    if (kind < 5) out = out.slice(0, at) + oneOf(below, shards) + out.slice(below(2) === 0 ? at : far);
    else if (kind < 8) out = out.slice(0, at) + out.slice(far);
    else if (kind < 9) out = out.slice(0, far) + out.slice(at);
    else {
      const to = below(out.length + 1);
      const moved = out.slice(at, far);
      const rest = out.slice(0, at) + out.slice(far);
      out = rest.slice(0, to) + moved + rest.slice(to);
    }
  }
  return out;
}
