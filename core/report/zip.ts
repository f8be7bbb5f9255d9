import { uint16, uint32, uint64 } from './bytes';
import { checked, tellOutcome } from './gzip';
import { inflate } from './inflate';
import { texts } from './texts';
import type { Reading } from './types';
import { message } from '../text/message';

/** A file in a zip file. Its name is for showing only and never used as a path. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** Undefined where only the data could tell (recovered entries). */
  readonly crc: number | undefined;
  readonly size: number | undefined;
  readonly start: number;
  /** End of the compressed data; undefined as above. */
  readonly end: number | undefined;
}

/**
 * The files in a zip file, as its central directory lists them (APPNOTE 4.3.12), checked: bounded in number, each
 * inside the file, none overlapping another. Folders and the resource forks that macOS adds are left out.
 * Where the directory is lost (a cut download), the local headers are followed instead, and that is told.
 */
export function zipEntries(reading: Reading, bytes: Uint8Array, part: string): readonly ZipEntry[] {
  const directory = findDirectory(bytes);
  if (directory === undefined) {
    reading.tell('warning', message(texts.zipDirectoryLost), { part });
    return recovered(reading, bytes);
  }
  const entries: ZipEntry[] = [];
  for (let at = directory.start, n = 0; n < directory.count; n++) {
    if (uint32(bytes, at) !== 0x02014b50 || at + 46 > bytes.length) {
      reading.tell('error', message(texts.zipDirectoryShort, { read: n, listed: directory.count }), { part });
      break;
    }
    if (n >= reading.limits.zipEntries) {
      const values = { limit: reading.limits.zipEntries, listed: directory.count };
      reading.tell('error', message(texts.zipTooMany, values), { part });
      break;
    }
    const nameLength = uint16(bytes, at + 28);
    const extraLength = uint16(bytes, at + 30);
    const entry = listed(reading, bytes, at, nameLength, extraLength);
    if (entry === undefined) reading.tell('error', message(texts.zipEntryOutside), { part });
    else if (wanted(entry.name)) entries.push(entry);
    at += 46 + nameLength + extraLength + uint16(bytes, at + 32);
  }
  return withoutOverlaps(reading, entries, part);
}

/** The content of an entry. A size or checksum that is not as listed is told. */
export function* unzip(
  reading: Reading,
  bytes: Uint8Array,
  entry: ZipEntry,
  part: string,
): Generator<Uint8Array> {
  if (entry.encrypted) {
    reading.tell('error', message(texts.zipEncrypted), { part });
    return;
  }
  if (entry.method !== 0 && entry.method !== 8) {
    reading.tell('error', message(texts.zipMethod, { method: entry.method }), { part });
    return;
  }
  const input = entry.end === undefined ? bytes : bytes.subarray(0, entry.end);
  const { crc, length, outcome } = yield* checked(
    entry.method === 8 ? inflate(input, entry.start) : stored(input, entry.start),
  );
  if (!tellOutcome(reading, outcome, length, { part })) return;
  if (entry.size !== undefined && entry.size !== length) {
    reading.tell('warning', message(texts.zipSize, { listed: entry.size, read: length }), { part });
  } else if (entry.crc !== undefined && entry.crc !== crc) {
    reading.tell('warning', message(texts.checksum), { part });
  }
}

function* stored(
  input: Uint8Array,
  start: number,
): Generator<Uint8Array, { end: number; outcome: 'complete' }> {
  for (let at = start; at < input.length; at += 2 ** 18) yield input.subarray(at, at + 2 ** 18);
  return { end: input.length, outcome: 'complete' };
}

interface Directory {
  readonly start: number;
  readonly count: number;
}

/** Finds the end of central directory record (APPNOTE 4.3.16), or its 64-bit form (4.3.14). */
function findDirectory(bytes: Uint8Array): Directory | undefined {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= earliest; at--) {
    if (uint32(bytes, at) !== 0x06054b50) continue;
    const wide = uint32(bytes, at - 20) === 0x07064b50 ? uint64(bytes, at - 12) : undefined;
    if (wide !== undefined && uint32(bytes, wide) === 0x06064b50) {
      return { start: uint64(bytes, wide + 48), count: uint64(bytes, wide + 32) };
    }
    return { start: uint32(bytes, at + 16), count: uint16(bytes, at + 10) };
  }
  return undefined;
}

/** The entry whose central header is at `at`; undefined where its data would lie outside the file. */
function listed(
  reading: Reading,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  extraLength: number,
): ZipEntry | undefined {
  const flags = uint16(bytes, at + 8);
  let size = uint32(bytes, at + 24);
  let packed = uint32(bytes, at + 20);
  let local = uint32(bytes, at + 42);
  const extra = at + 46 + nameLength;
  // APPNOTE 4.5.3: the 64-bit extra field holds those of the three that are all ones here, in this order.
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + uint16(bytes, field + 2)) {
    if (uint16(bytes, field) !== 1) continue;
    let next = field + 4;
    const wide = (narrow: number): number => {
      if (narrow !== 0xffff_ffff) return narrow;
      next += 8;
      return uint64(bytes, next - 8);
    };
    size = wide(size);
    packed = wide(packed);
    local = wide(local);
  }
  if (uint32(bytes, local) !== 0x04034b50) return undefined;
  const start = local + 30 + uint16(bytes, local + 26) + uint16(bytes, local + 28);
  if (start + packed > bytes.length) return undefined;
  return {
    name: entryName(reading, bytes.subarray(at + 46, extra)),
    method: uint16(bytes, at + 10),
    encrypted: (flags & 1) !== 0,
    crc: uint32(bytes, at + 16),
    size,
    start,
    end: start + packed,
  };
}

/** Entries found by their local headers (APPNOTE 4.3.7), one behind the other. */
function recovered(reading: Reading, bytes: Uint8Array): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (uint32(bytes, at) === 0x04034b50 && entries.length < reading.limits.zipEntries) {
    const flags = uint16(bytes, at + 6);
    const nameEnd = at + 30 + uint16(bytes, at + 26);
    const start = nameEnd + uint16(bytes, at + 28);
    // With bit 3 the sizes come after the data: only the data itself tells where it ends.
    const known = (flags & 8) === 0;
    const end = Math.min(start + uint32(bytes, at + 18), bytes.length);
    entries.push({
      name: entryName(reading, bytes.subarray(at + 30, nameEnd)),
      method: uint16(bytes, at + 8),
      encrypted: (flags & 1) !== 0,
      crc: known ? uint32(bytes, at + 14) : undefined,
      size: known ? uint32(bytes, at + 22) : undefined,
      start,
      end: known ? end : undefined,
    });
    if (!known) break;
    at = end;
  }
  return entries.filter(({ name }) => wanted(name));
}

/** Entries that share bytes are how zip bombs multiply their data: only the first of them is kept. */
function withoutOverlaps(reading: Reading, entries: readonly ZipEntry[], part: string): readonly ZipEntry[] {
  let free = 0;
  const clear = new Set<ZipEntry>();
  for (const entry of [...entries].sort((a, b) => a.start - b.start)) {
    if (entry.start < free) continue;
    clear.add(entry);
    free = Math.max(entry.end ?? entry.start, entry.start + 1);
  }
  if (clear.size < entries.length) {
    reading.tell('error', message(texts.zipOverlap, { count: entries.length - clear.size }), { part });
  }
  return entries.filter((entry) => clear.has(entry));
}

function wanted(name: string): boolean {
  return !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$)/.test(name);
}

function entryName(reading: Reading, bytes: Uint8Array): string {
  try {
    const name = reading.platform.decoder('utf-8', true)?.decode(bytes);
    if (name !== undefined) return name;
  } catch {
    // Not UTF-8: an old code page, of which only the ASCII part matters here.
  }
  return String.fromCharCode(...bytes.subarray(0, 1024));
}
