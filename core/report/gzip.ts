import { crc32, uint16, uint32 } from './bytes';
import { inflate, type InflateEnd } from './inflate';
import { texts } from './texts';
import type { Place, Reading } from './types';
import { message } from '../text/message';

/**
 * The content of a gzip file (RFC 1952), all of its members. What cannot be right is told; what could be read until
 * there is given out.
 */
export function* gunzip(reading: Reading, bytes: Uint8Array, place: Place): Generator<Uint8Array> {
  let at = 0;
  while (at < bytes.length) {
    const start = dataStart(bytes, at);
    if (start === undefined) {
      if (at === 0) reading.tell('error', message(texts.gzipHeader), place);
      else reading.tell('information', message(texts.trailingBytes, { count: bytes.length - at }), place);
      return;
    }
    const { end, outcome, crc, length } = yield* checked(inflate(bytes, start));
    if (!tellOutcome(reading, outcome, length, place)) return;
    if (end + 8 > bytes.length) reading.tell('warning', message(texts.checksumMissing), place);
    else if (uint32(bytes, end) !== crc) reading.tell('warning', message(texts.checksum), place);
    at = end + 8;
  }
}

/** The content of a zlib stream (RFC 1950). */
export function* unzlib(reading: Reading, bytes: Uint8Array, place: Place): Generator<Uint8Array> {
  const { outcome, length } = yield* checked(inflate(bytes, 2));
  tellOutcome(reading, outcome, length, place);
}

/** How an inflated stream ended and what came out of it. */
export interface Checked extends InflateEnd {
  readonly crc: number;
  readonly length: number;
}

/** Passes the pieces on and sums them up. */
export function* checked(pieces: Generator<Uint8Array, InflateEnd>): Generator<Uint8Array, Checked> {
  let crc = 0;
  let length = 0;
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return { ...next.value, crc, length };
    crc = crc32(next.value, crc);
    length += next.value.length;
    yield next.value;
  }
}

/** Tells of data that ends too early; returns whether it was complete. */
export function tellOutcome(
  reading: Reading,
  outcome: InflateEnd['outcome'],
  length: number,
  place: Place,
): boolean {
  if (outcome === 'truncated') reading.tell('error', message(texts.truncatedData, { bytes: length }), place);
  if (outcome === 'damaged') reading.tell('error', message(texts.damagedData, { bytes: length }), place);
  return outcome === 'complete';
}

/** Where the member that begins at `at` has its data (RFC 1952 §2.3); undefined where none begins there. */
function dataStart(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8 || at + 10 > bytes.length)
    return undefined;
  const flags = bytes[at + 3]!;
  let next = at + 10;
  if (flags & 4) next += 2 + uint16(bytes, next);
  // FNAME and FCOMMENT end with a zero octet.
  for (const flag of [8, 16]) if (flags & flag) next = bytes.indexOf(0, next) + 1 || bytes.length;
  if (flags & 2) next += 2;
  return next;
}
