// Where the bars of the day chart stand: arithmetic only, in CSS pixels.
import { nice, ticks } from 'd3-array';
import { stack } from 'd3-shape';
import type { OverviewDay } from '../../../core/report';

/** The plot's measures in CSS pixels; its height is said in styles/chart.css as well. */
export const measures = Object.freeze({ left: 44, right: 12, top: 8, height: 56, axis: 20 });
/** The width that is left to bars. */
export function plotWidth(width: number): number {
  return Math.max(40, width - measures.left - measures.right);
}

/** What a bar is stacked of, from the bottom up. */
export const parts = ['both', 'one', 'fail'] as const;
export type Part = (typeof parts)[number];

/** A day, or several where there is no room for each. */
export interface Bar {
  /** First and last day, `2026-11-16`. */
  readonly from: string;
  readonly to: string;
  readonly both: number;
  readonly one: number;
  readonly fail: number;
  readonly all: number;
}

export interface Bars {
  readonly bars: readonly Bar[];
  /** Days that a bar stands for; the first and the last may have fewer. */
  readonly days: number;
}

/** A bar is at least this wide with its gap, so that its pattern can be seen. */
const narrowest = 3;
/** Few days are not blown up to fill a wide window. */
const widest = 64;
const dayLength = 86_400_000;
/** Lengths of bars that people have a word for: a week, two, four, a quarter, a half, a year. */
const lengths = [1, 7, 14, 28, 91, 182, 364];

/** @param days in order; @param width of the plot */
export function barsOf(days: readonly OverviewDay[], width: number): Bars {
  const most = Math.max(1, Math.floor(width / narrowest));
  // Weeks begin on Monday, 1970 began on a Thursday. Where days were left out, only their order counts.
  const first = days.length === 0 ? 0 : Date.parse(days[0]!.day) / dayLength;
  const last = days.length === 0 ? 0 : Date.parse(days.at(-1)!.day) / dayLength;
  const shift = last - first + 1 === days.length ? (((first + 3) % 7) + 7) % 7 : 0;
  const fits = (length: number): boolean => Math.ceil((days.length + shift) / length) <= most;
  const length = days.length <= most ? 1 : (lengths.find(fits) ?? Math.ceil((days.length + shift) / most));
  const bars: Bar[] = [];
  let bin = -1;
  days.forEach(({ day, both, one, fail }, index) => {
    const mine = length === 1 ? index : Math.floor((index + shift) / length);
    const known = mine === bin ? bars.pop() : undefined;
    bin = mine;
    bars.push({
      from: known?.from ?? day,
      to: day,
      both: (known?.both ?? 0) + both,
      one: (known?.one ?? 0) + one,
      fail: (known?.fail ?? 0) + fail,
      all: (known?.all ?? 0) + both + one + fail,
    });
  });
  return { bars, days: length };
}

/** A place on the axis of days. */
export interface Slot {
  readonly x: number;
  readonly width: number;
}

/** How far bars are apart. */
export function stepOf(count: number, width: number): number {
  return Math.min(widest, width / Math.max(1, count));
}

/** Where bar `index` of `count` stands, on whole pixels so that all edges are sharp. */
export function slotOf(index: number, count: number, width: number): Slot {
  const step = stepOf(count, width);
  const x = Math.round(index * step);
  const room = Math.round((index + 1) * step) - x;
  const gap = room >= 24 ? 6 : room >= 12 ? 3 : room >= 6 ? 2 : 1;
  return { x, width: Math.max(1, room - gap) };
}

/** The bar at `x`, or the nearest one. */
export function barAt(x: number, count: number, width: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(x / stepOf(count, width))));
}

/** The axis of messages. */
export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

/** An axis from 0 to a round number, with one or two lines at whole messages. */
export function scaleOf(bars: readonly Bar[]): Scale {
  const most = Math.max(1, ...bars.map(({ all }) => all));
  const [, top] = nice(0, most, 5);
  return { top, ticks: ticks(0, top, 2).filter((tick) => tick > 0 && Number.isInteger(tick)) };
}

/** A part of a bar; `y` from the bottom of the plot upwards. */
export interface Segment {
  readonly part: Part;
  readonly y: number;
  readonly height: number;
}

/** However few, failures can be seen: that is what the chart is for. */
const lowest: Readonly<Record<Part, number>> = { both: 1, one: 2, fail: 2 };

/** The parts of a bar that are there, stacked; they may stand a few pixels above `height`. */
export function segmentsOf(bar: Bar, top: number, height: number): readonly Segment[] {
  const pixels = (part: Part): number =>
    bar[part] === 0 ? 0 : Math.max(lowest[part], Math.round((bar[part] / top) * height));
  const stacked = stack<unknown, Bar, Part>()
    .keys(parts)
    .value((_, part) => pixels(part))([bar]);
  return stacked.flatMap((series) => {
    const [from, to] = series[0]!;
    return to > from ? [{ part: series.key, y: from, height: to - from }] : [];
  });
}
