import type { GenerateReading } from '../../syntax/masterFile/directive';
import type { Template, TemplateNumber } from '../../syntax/masterFile/template';

/** One record that a $GENERATE makes, as it would be written out. */
export interface GeneratedRecord {
  readonly owner: string;
  readonly data: string;
}

/** BIND writes each number into a buffer of this many characters, with a final NUL. */
const NUMBER_LIMIT = 128;

/** How many records a directive makes. */
export function generatedCount({ start, stop, step }: GenerateReading): number {
  return Math.floor((stop - start) / step) + 1;
}

/**
 * The records of a $GENERATE one after another, as BIND 9.18 makes them: owner and RDATA in presentation form, TTL,
 * class and type being the directive's own.
 * @param most where to stop: a range may span two thousand million numbers
 * @yields undefined in place of a record whose number cannot be written, which BIND refuses
 */
export function* expandGenerate(
  directive: GenerateReading,
  most = Infinity,
): Generator<GeneratedRecord | undefined, undefined> {
  const { start, stop, step, owner, data } = directive;
  let made = 0;
  for (let number = start; number <= stop && made < most; number += step, made++) {
    const name = fillTemplate(owner, number);
    const rest = fillTemplate(data, number);
    yield name === undefined || rest === undefined ? undefined : { owner: name, data: rest };
  }
}

/** A template with a number in its places; undefined where the number cannot be written. */
export function fillTemplate({ parts, problems }: Template, number: number): string | undefined {
  if (problems.length > 0) return undefined;
  let filled = '';
  for (const part of parts) {
    const piece = typeof part === 'string' ? part : writeNumber(part, number);
    if (piece === undefined) return undefined;
    filled += piece;
  }
  return filled;
}

/** As C's printf has it, in 32 bits. */
function writeNumber({ delta, width, mode }: TemplateNumber, number: number): string | undefined {
  const value = number + delta;
  if (value > 0x7fffffff || value < -0x80000000) return undefined;
  const written = mode === 'n' || mode === 'N' ? nibbles(value >>> 0, width) : digits(value, width, mode);
  if (written.length >= NUMBER_LIMIT) return undefined;
  return mode === 'X' || mode === 'N' ? written.toUpperCase() : written;
}

function digits(value: number, width: number, mode: TemplateNumber['mode']): string {
  if (mode === 'd') {
    const sign = value < 0 ? '-' : '';
    return sign + String(Math.abs(value)).padStart(width - sign.length, '0');
  }
  return (value >>> 0).toString(mode === 'o' ? 8 : 16).padStart(width, '0');
}

/** The lowest nibble first, dots between; with a dot at the end where the width ends with one. */
function nibbles(value: number, width: number): string {
  let written = '';
  let rest = value;
  let left = width;
  do {
    written += (rest & 15).toString(16);
    rest >>>= 4;
    if (left > 0) left--;
    if (left > 0 || rest !== 0) {
      written += '.';
      if (left > 0) left--;
    }
  } while (rest !== 0 || left > 0);
  return written;
}
