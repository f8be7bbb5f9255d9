/** What is wrong with a period of time. */
export type TimeProblem = 'not-a-time' | 'bad-unit' | 'negative' | 'too-large';

const MOST = 2147483647;

/** Seconds in each of Postfix's units of time. */
export const POSTFIX_TIME_UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
};

/** A period as Postfix's conv_time() understands it. */
export interface PostfixTime {
  readonly seconds: bigint;
  /** What stands behind the number; only its first letter counts. */
  readonly unit: string;
}

/**
 * Reads a period as conv_time() does: strtol(), and the one letter behind it, `s`, `m`, `h`, `d` or `w` in lower case,
 * says the unit. What follows that letter is not looked at (`30sec` is 30 seconds, but `2months` 2 minutes), and no
 * digits at all are a zero (`h`).
 * @param unit what counts where there is no letter; each parameter has its own
 */
export function readPostfixTime(text: string, unit = 's'): PostfixTime | TimeProblem {
  const [, sign = '', digits = '', rest = ''] = /^\s*([+-]?)(\d+)(.*)$/s.exec(text) ?? ['', '', '', text];
  const letter = rest === '' ? unit : rest[0]!;
  if (text === '' || (digits === '' && !Object.hasOwn(POSTFIX_TIME_UNITS, letter))) return 'not-a-time';
  if (!Object.hasOwn(POSTFIX_TIME_UNITS, letter)) return 'bad-unit';
  const amount = BigInt(digits === '' ? '0' : digits);
  if (sign === '-' && amount > 0n) return 'negative';
  const scale = POSTFIX_TIME_UNITS[letter]!;
  const fits = scale === 1 ? amount <= BigInt(MOST) : amount < BigInt(Math.floor(MOST / scale));
  return fits ? { seconds: amount * BigInt(scale), unit: rest } : 'too-large';
}
