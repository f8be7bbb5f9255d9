// Days in words, and where an axis names them.
import { utcTicks } from 'd3-time';
import { measures, slotOf, type Bar } from './bars';
import type { Period } from './brush';
import type { Locale } from '../../../core/text/message';

/** How days and counts are written. Days are `2026-11-16`, in UTC. */
export interface Dates {
  /** `Mon, 16 Nov 2026` */
  day(day: string): string;
  /** `16 Nov`; with its year where that is not the one of `beside`. */
  short(day: string, beside: string): string;
  /** `3–9 Nov 2026`; one day as such. */
  period(period: Period): string;
  /** As an axis has it. */
  tick(tick: Tick): string;
  /** `12K`: numbers beside an axis, where there is little room. */
  compact(count: number): string;
}

/** A bar that the axis names, by its day, month or year. */
export interface Tick {
  readonly bar: number;
  readonly day: string;
  readonly grain: 'day' | 'month' | 'year' | 'date';
}

export function datesIn(locale: Locale): Dates {
  const region = locale === 'ja' ? 'ja-JP' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' });
  const days = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const periods = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const ticks = {
    day: format({ day: 'numeric', month: 'short' }),
    month: format({ month: 'short' }),
    year: format({ year: 'numeric' }),
    date: periods,
  };
  const counts = new Intl.NumberFormat(region, { notation: 'compact', maximumFractionDigits: 1 });
  return {
    day: (day) => days.format(dateOf(day)),
    short: (day, beside) =>
      (day.slice(0, 4) === beside.slice(0, 4) ? ticks.day : ticks.date).format(dateOf(day)),
    period: ({ from, to }) =>
      from === to ? days.format(dateOf(from)) : periods.formatRange(dateOf(from), dateOf(to)),
    tick: ({ day, grain }) => ticks[grain].format(dateOf(day)),
    compact: (count) => counts.format(count),
  };
}

/** Pixels between the middles of two labels: a day without its year takes less. */
export function labelRoom(bars: readonly Bar[]): number {
  return isEven(bars) ? 62 : 92;
}

/**
 * The bars that the axis names: each where there is room, else first days of weeks, months or years.
 */
export function ticksOf(bars: readonly Bar[], width: number): readonly Tick[] {
  const [first] = bars;
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return [];
  const middle = (bar: number): number => {
    const slot = slotOf(bar, bars.length, width);
    // A label at the end is moved inwards as far as it would be cut.
    return Math.min(slot.x + slot.width / 2, width + measures.right - labelRoom(bars) / 2);
  };
  const even = isEven(bars);
  const room = labelRoom(bars);
  const most = Math.max(1, Math.floor(width / room));
  const every = Math.ceil(bars.length / most);
  const grain = even ? 'day' : 'date';
  const each = bars.flatMap(({ from }, bar): readonly Tick[] =>
    bar % every === 0 ? [{ bar, day: from, grain }] : [],
  );
  const round = even && every > 1 ? roundDays(bars, most) : [];
  const found = round.length > 0 ? round : each;
  // The first of two that would touch one another stays.
  const kept: Tick[] = [];
  for (const tick of found) {
    const before = kept.at(-1);
    if (before === undefined || middle(tick.bar) - middle(before.bar) >= room) kept.push(tick);
  }
  return kept;
}

/** Days that people count by, about as many as there is room for. */
function roundDays(bars: readonly Bar[], most: number): readonly Tick[] {
  return utcTicks(dateOf(bars[0]!.from), dateOf(bars.at(-1)!.to), most).flatMap((date): readonly Tick[] => {
    const day = date.toISOString().slice(0, 10);
    if (date.getTime() !== dateOf(day).getTime()) return [];
    const bar = bars.findIndex(({ from, to }) => from <= day && day <= to);
    if (bar < 0) return [];
    const grain = day.endsWith('-01-01') ? 'year' : day.endsWith('-01') ? 'month' : 'day';
    return [{ bar, day, grain }];
  });
}

/** Whether no day is left out: then places on the axis are proportional to time. */
export function isEven(bars: readonly Bar[]): boolean {
  return bars.every(({ from }, i) => i === 0 || isNext(bars[i - 1]!.to, from));
}

function isNext(day: string, next: string): boolean {
  return dateOf(next).getTime() - dateOf(day).getTime() === 86_400_000;
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
