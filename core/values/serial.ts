/** How serial numbers of a zone are chosen. `auto`: as the present one looks. */
export type SerialStyle = 'auto' | 'date' | 'counter' | 'unixtime';

/** A moment, which core cannot know by itself. The date is that of the place where the zone is edited. */
export interface Moment {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
  /** Since 1970, UTC. */
  readonly seconds: number;
}

const MODULUS = 2 ** 32;
const HALF = 2 ** 31;

const YEAR = 31_557_600;

/**
 * Whether secondaries take `next` for newer than `serial`: the arithmetic of 32 bits that goes round in a circle
 * (RFC 1982 §3.2). Of two serials that lie just opposite each other, none is newer.
 */
export function isNewerSerial(next: number, serial: number): boolean {
  const ahead = (next - serial + MODULUS) % MODULUS;
  return ahead > 0 && ahead < HALF;
}

/** Whether a number can be a serial: 32 bits, unsigned (RFC 1035 §3.3.13). */
export function isSerial(serial: number): boolean {
  return Number.isInteger(serial) && serial >= 0 && serial < MODULUS;
}

/**
 * The serial that follows: newer than the present one to every secondary, never one that goes back.
 * - `date`: `YYYYMMDDnn`, with nn from 01 (RFC 1912 §2.2); where the present one is of today or ahead, one more
 * - `unixtime`: the seconds since 1970; where the present one is ahead, one more
 * - `counter`: one more
 * @returns undefined where `serial` is none, because it does not fit into 32 bits
 */
export function nextSerial(serial: number, style: SerialStyle, now: Moment): number | undefined {
  if (!isSerial(serial)) return undefined;
  // 0 is passed over: some programs give it a meaning of its own.
  const following = (serial + 1) % MODULUS || 1;
  const wanted = wantedSerial(style === 'auto' ? styleOf(serial, now) : style, now);
  return wanted !== undefined && isSerial(wanted) && isNewerSerial(wanted, serial) ? wanted : following;
}

function wantedSerial(style: Exclude<SerialStyle, 'auto'>, now: Moment): number | undefined {
  if (style === 'date') return ((now.year * 100 + now.month) * 100 + now.day) * 100 + 1;
  return style === 'unixtime' ? now.seconds : undefined;
}

/** The style that a serial seems to have. */
export function styleOf(serial: number, now: Moment): Exclude<SerialStyle, 'auto'> {
  if (isDated(serial)) return 'date';
  // A zone may not have been touched for years; ahead of now it can only be by slips.
  return serial > now.seconds - 20 * YEAR && serial < now.seconds + YEAR ? 'unixtime' : 'counter';
}

/** Whether a serial reads as `YYYYMMDDnn` of a day between 1980 and 2099. */
function isDated(serial: number): boolean {
  const [, year, month, day] = /^((?:19[89]|20\d)\d)(\d\d)(\d\d)\d\d$/.exec(String(serial)) ?? [];
  if (year === undefined) return false;
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(Number(year), m);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
