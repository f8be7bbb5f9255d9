/** A date as far as a name tells it. */
export interface NamedDate {
  readonly year: number;
  /** 1–12. */
  readonly month?: number;
  readonly day?: number;
}

const DAY = /(?:^|\D)((?:19|20)\d\d)[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?:\d{2}){0,3}(?!\d)/;
const MONTH = /(?:^|\D)((?:19|20)\d\d)[-_]?(0[1-9]|1[0-2])(?!\d)/;
const QUARTER = /(?:^|\D)((?:19|20)\d\d)[-_]?q([1-4])(?!\d)/i;
const YEAR = /(?:^|\D)(20[012]\d)(?!\d)/;

/** The date that is part of a name such as `20230601`, `s202611`, `mail-2026q1` or `k2026`; undefined without one. */
export function dateInName(name: string): NamedDate | undefined {
  const day = DAY.exec(name);
  if (day !== null) return { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) };
  const month = MONTH.exec(name);
  if (month !== null) return { year: Number(month[1]), month: Number(month[2]) };
  const quarter = QUARTER.exec(name);
  if (quarter !== null) return { year: Number(quarter[1]), month: 3 * Number(quarter[2]) - 2 };
  const year = YEAR.exec(name);
  return year === null ? undefined : { year: Number(year[1]) };
}

/** `2026`, `2026-11` or `2026-11-22`. */
export function writeDate({ year, month, day }: NamedDate): string {
  const two = (n: number | undefined) => (n === undefined ? '' : `-${String(n).padStart(2, '0')}`);
  return `${year}${two(month)}${two(day)}`;
}

/**
 * How many whole months lie between a date and a moment; negative where the date is still to come.
 * @param now milliseconds since 1970
 */
export function monthsSince({ year, month = 1, day = 1 }: NamedDate, now: number): number {
  const then = new Date(now);
  const months = (then.getUTCFullYear() - year) * 12 + then.getUTCMonth() + 1 - month;
  return then.getUTCDate() < day ? months - 1 : months;
}
