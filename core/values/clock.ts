/** The greatest number of 32 bits. */
export const UINT32_MOST = 0xffffffff;

/** Why a text is no period of time. */
export type PeriodProblem = 'not-a-period' | 'missing-unit' | 'too-long';

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/**
 * Seconds of a period as master files have it: a number, or numbers with a unit each (`1h30m`; the units are those of
 * BIND and NSD, RFC 1035 knows seconds alone).
 */
export function periodSeconds(text: string): number | PeriodProblem {
  if (/^\d+$/.test(text)) return bounded(Number(text));
  if (/^(?:\d+[smhdw])+\d+$/i.test(text)) return 'missing-unit';
  if (!/^(?:\d+[smhdw])+$/i.test(text)) return 'not-a-period';
  let total = 0;
  for (const [, digits, unit] of text.matchAll(/(\d+)([a-z])/gi)) {
    total += Number(digits) * UNIT_SECONDS[unit!.toLowerCase()]!;
  }
  return bounded(total);
}

function bounded(seconds: number): number | PeriodProblem {
  return seconds > UINT32_MOST ? 'too-long' : seconds;
}

/** Why a text is no timestamp. */
export interface TimestampProblem {
  readonly kind: 'form' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'year' | 'too-large';
}

/**
 * Seconds since 1970 of `YYYYMMDDHHmmSS` in UTC or of a plain number of at most ten digits (RFC 4034 §3.2).
 * A date may lie outside of what 32 bits hold; on the wire it is taken modulo 2^32 (RFC 1982).
 */
export function timestampSeconds(text: string): number | TimestampProblem {
  if (/^\d{1,10}$/.test(text)) {
    const seconds = Number(text);
    return seconds > UINT32_MOST ? { kind: 'too-large' } : seconds;
  }
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (parts === null) return { kind: 'form' };
  const [, year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12) return { kind: 'month' };
  if (day < 1 || day > daysIn(year, month)) return { kind: 'day' };
  if (hour > 23) return { kind: 'hour' };
  if (minute > 59) return { kind: 'minute' };
  if (second > 60) return { kind: 'second' };
  return daysSinceEpoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1970-01-01 to a date of the Gregorian calendar; years count from March, so that leap days come last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    inYear -
    719_468
  );
}

/** Numbers of 32 bits from here on stand for times before 1970: the 68 years on either side of 2026 (RFC 1982). */
const WRAPPED = 1_795_000_000 + 2 ** 31;

/** `YYYYMMDDHHmmSS` in UTC of seconds since 1970, a number of 32 bits that has come round. */
export function writeTimestamp(seconds: number): string {
  const time = seconds >= WRAPPED ? seconds - 2 ** 32 : seconds;
  const iso = new Date(time * 1000).toISOString();
  return iso.slice(0, 19).replace(/[-T:]/g, '');
}
