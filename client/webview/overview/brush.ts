// The brush of the day chart: which bars are chosen, and what keys do. Arithmetic only.
import type { Bar } from './bars';

/** Days, the last one included: `2026-11-03` to `2026-11-09`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Numbers of bars, the last one included. */
export type Chosen = readonly [first: number, last: number];

export interface Brush {
  /** The bar that keys start from. */
  readonly at: number;
  readonly chosen: Chosen | undefined;
}

/** Bars that a page key goes over. */
const page = 7;

/**
 * What a key does; undefined where it means nothing to a chart.
 * Arrows, Home, End and pages go to a bar; with Shift they choose all bars on the way, or move the end of the choice
 * on which they stand. Space and Enter choose a bar alone, or let go of it. Escape chooses nothing.
 */
export function moved({ at, chosen }: Brush, key: string, shift: boolean, count: number): Brush | undefined {
  if (count === 0) return undefined;
  const here = within(at, count);
  if (key === ' ' || key === 'Enter') {
    const alone = chosen?.[0] === here && chosen[1] === here;
    return { at: here, chosen: alone ? undefined : [here, here] };
  }
  if (key === 'Escape') return chosen === undefined ? undefined : { at: here, chosen: undefined };
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: here - 1,
    ArrowRight: here + 1,
    PageUp: here - page,
    PageDown: here + page,
    Home: 0,
    End: count - 1,
  };
  if (!Object.hasOwn(targets, key)) return undefined;
  const to = within(targets[key]!, count);
  if (!shift) return { at: to, chosen };
  const fixed = chosen?.[0] === here ? chosen[1] : chosen?.[1] === here ? chosen[0] : here;
  return { at: to, chosen: between(fixed, to) };
}

/** All bars from one to another, whichever is first. */
export function between(a: number, b: number): Chosen {
  return a < b ? [a, b] : [b, a];
}

/** The days of bars. */
export function periodOf(bars: readonly Bar[], chosen: Chosen | undefined): Period | undefined {
  if (chosen === undefined) return undefined;
  const from = bars[chosen[0]]?.from;
  const to = bars[chosen[1]]?.to;
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The bars that have a day of the period; undefined where none has. */
export function barsIn(bars: readonly Bar[], period: Period | undefined): Chosen | undefined {
  if (period === undefined) return undefined;
  const first = bars.findIndex(({ to }) => to >= period.from);
  const last = bars.findLastIndex(({ from }) => from <= period.to);
  return first < 0 || last < first ? undefined : [first, last];
}

function within(number: number, count: number): number {
  return Math.min(count - 1, Math.max(0, number));
}
