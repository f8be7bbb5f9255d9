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

/**
 * Judges a period as Postfix's conv_time() reads it: digits and at most one letter of s, m, h, d, w, which must be
 * in lower case and follow at once. Without a letter each parameter has a unit of its own.
 */
export function postfixTimeProblem(text: string): TimeProblem | undefined {
  const parts = /^\s*([+-]?)(\d+)(.*)$/s.exec(text);
  if (parts === null) return 'not-a-time';
  const [, sign, digits = '', unit = ''] = parts;
  if (unit !== '' && !Object.hasOwn(POSTFIX_TIME_UNITS, unit)) return 'bad-unit';
  const amount = Number(digits);
  if (sign === '-' && amount > 0) return 'negative';
  return amount > Math.floor(MOST / (POSTFIX_TIME_UNITS[unit] ?? 1)) ? 'too-large' : undefined;
}

/** The seconds of a period that {@link postfixTimeProblem} finds nothing wrong with; without a unit, seconds. */
export function postfixSeconds(text: string): bigint {
  const [, digits = '0', unit = ''] = /^\s*[+-]?(\d+)(.*)$/s.exec(text) ?? [];
  return BigInt(digits) * BigInt(POSTFIX_TIME_UNITS[unit] ?? 1);
}
