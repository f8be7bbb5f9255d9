/** Bounds of an integer value, both included. */
export interface IntegerBounds {
  readonly least: bigint;
  readonly most: bigint;
}

export const INT32_LEAST = -2147483648n;
export const INT32_MOST = 2147483647n;
export const INT64_LEAST = -9223372036854775808n;
export const INT64_MOST = 9223372036854775807n;

/** What is wrong with a number. */
export type IntegerProblem = 'not-a-number' | 'too-small' | 'too-large';

/**
 * Judges a number as Postfix reads one: strtol() with base 10 (so `088` is 88 and `0x10` is none), the whole text,
 * leading blanks and a sign allowed.
 */
export function postfixIntegerProblem(text: string, bounds: IntegerBounds): IntegerProblem | undefined {
  const digits = /^\s*([+-]?\d+)$/.exec(text)?.[1];
  if (digits === undefined) return 'not-a-number';
  const value = BigInt(digits.replace(/^\+/, ''));
  if (value < bounds.least) return 'too-small';
  return value > bounds.most ? 'too-large' : undefined;
}

/**
 * Whether OpenDMARC and OpenDKIM take the text for an integer: strtol() with base 0, so `0x1f` is hexadecimal and a
 * leading `0` means octal, which `088` is not. Numbers beyond the range are cut by them, not refused.
 */
export function isCInteger(text: string): boolean {
  return /^\s*[+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.test(text);
}
