import { ttlSeconds } from '../../syntax/masterFile/characters';
import type { EntryOwner } from '../../syntax/masterFile/entry';
import { comparableName } from '../../syntax/masterFile/names';
import type { EntryContext } from '../../syntax/masterFile/parse';
import { entryScan, scanEntry, type EntryScan } from '../../syntax/masterFile/scan';
import type { Chunk } from '../../text/sourceText';
import { entryHead, readHead, type EntryHead } from './head';

/** The times to live that are in force at a place, in seconds. */
export interface TtlState {
  /** Of the last `$TTL` (RFC 2308 §4). */
  readonly stated?: number;
  /** Of the last record with a TTL of its own (RFC 1035 §5.1). */
  readonly last?: number;
}

/**
 * A walk over the entries of a block, one at a time: {@link nextEntry} overwrites it in place, so that walking a
 * million entries allocates nothing. What is in force (origin, owner, TTLs) is that before the entry itself.
 */
export interface EntryWalk {
  readonly chunks: readonly Chunk[];
  /** The block's text, and as much of the following chunks as its last entry needed. */
  text: string;
  /** How long the block's own chunk is; entries that begin behind it are others'. */
  readonly limit: number;
  /** The chunk behind those that are in `text`. */
  chunk: number;
  /** Where the entry begins in `text`. */
  at: number;
  /** Where the next one begins. */
  end: number;
  readonly scan: EntryScan;
  readonly head: EntryHead;
  /** Absolute, with final dot. */
  origin: string;
  statedTtl: number | undefined;
  /** Where the last stated owner stands in `text`; -1 where it has been put together, or is from before. */
  ownerStart: number;
  ownerEnd: number;
  ownerOrigin: string;
  owner: EntryOwner | undefined;
  /** Where the last stated TTL stands in `text`; -1 where it is from before. */
  ttlStart: number;
  ttlEnd: number;
  lastTtl: number | undefined;
  started: boolean;
}

/**
 * Begins a walk in front of the first entry of a block.
 * @param chunks all chunks of the text; later ones are read only where the last entry runs into them
 * @param carryIn how many code units of chunk `index` belong to an entry that began before it
 */
export function walkBlock(
  chunks: readonly Chunk[],
  index: number,
  carryIn: number,
  context: EntryContext,
  ttl: TtlState = {},
): EntryWalk {
  const { text } = chunks[index]!;
  return {
    chunks,
    text,
    limit: text.length,
    chunk: index + 1,
    at: Math.min(carryIn, text.length),
    end: Math.min(carryIn, text.length),
    scan: entryScan(),
    head: entryHead(),
    origin: context.origin,
    statedTtl: ttl.stated,
    ownerStart: -1,
    ownerEnd: -1,
    ownerOrigin: context.origin,
    owner: context.owner,
    ttlStart: -1,
    ttlEnd: -1,
    lastTtl: ttl.last,
    started: false,
  };
}

/** Goes on to the next entry that begins in the block; false behind the last one. */
export function nextEntry(walk: EntryWalk): boolean {
  if (walk.started) takeEffect(walk);
  walk.started = true;
  const at = walk.end;
  walk.at = at;
  walk.head.kind = 'blank';
  walk.scan.wordCount = 0;
  if (at >= walk.limit) return false;
  const { scan, chunks } = walk;
  scanEntry(walk.text, at, scan);
  for (let ahead = 1; scan.open && walk.chunk < chunks.length; ahead *= 2) {
    // The last entry runs on: read on, twice as far each time.
    const more = chunks.slice(walk.chunk, walk.chunk + ahead);
    walk.text += more.map((chunk) => chunk.text).join('');
    walk.chunk += more.length;
    scanEntry(walk.text, at, scan);
  }
  walk.end = scan.end;
  readHead(walk.text, at, scan, walk.origin, walk.head);
  return true;
}

/** What the entry says for those behind it. */
function takeEffect(walk: EntryWalk): void {
  const { head, scan, text } = walk;
  if (head.kind === 'record') {
    if (head.owner && scan.wordCount > 0) {
      walk.ownerStart = scan.words[0]!;
      walk.ownerEnd = scan.words[1]!;
      // An inherited owner must not be put together from a later origin.
      walk.ownerOrigin = walk.origin;
    }
    if (head.ttl >= 0) {
      walk.ttlStart = scan.words[2 * head.ttl]!;
      walk.ttlEnd = scan.words[2 * head.ttl + 1]!;
    }
  } else if (head.kind === 'origin') {
    walk.origin = comparableName(text.slice(scan.words[2], scan.words[3]), walk.origin);
  } else if (head.kind === 'ttl') {
    walk.statedTtl = ttlSeconds(text.slice(scan.words[2], scan.words[3]));
  }
}

/** The owner in force: that of the entries above. Most are never asked for, so it is put together only here. */
export function ownerBefore(walk: EntryWalk): EntryOwner | undefined {
  if (walk.ownerStart >= 0) {
    const written = walk.text.slice(walk.ownerStart, walk.ownerEnd);
    walk.owner = { written, name: comparableName(written, walk.ownerOrigin) };
    walk.ownerStart = -1;
  }
  return walk.owner;
}

/** The context in which the entry is to be read; behind the last entry, that of the next block. */
export function contextHere(walk: EntryWalk): EntryContext {
  const owner = ownerBefore(walk);
  return owner === undefined ? { origin: walk.origin } : { origin: walk.origin, owner };
}

/** The times to live in force at the entry. */
export function ttlHere(walk: EntryWalk): TtlState {
  if (walk.ttlStart >= 0) {
    walk.lastTtl = ttlSeconds(walk.text.slice(walk.ttlStart, walk.ttlEnd));
    walk.ttlStart = -1;
  }
  return {
    ...(walk.statedTtl !== undefined && { stated: walk.statedTtl }),
    ...(walk.lastTtl !== undefined && { last: walk.lastTtl }),
  };
}

/** The entry's source without its final line break. */
export function sourceHere(walk: EntryWalk): string {
  return walk.text.slice(walk.at, trimBreak(walk.text, walk.at, walk.end));
}

/** Word `index` of the entry, as written; only the first ones are kept (see HEAD_WORDS). */
export function wordHere(walk: EntryWalk, index: number): string {
  return walk.text.slice(walk.scan.words[2 * index], walk.scan.words[2 * index + 1]);
}

/** The end of an entry without its line break. */
export function trimBreak(text: string, start: number, end: number): number {
  let to = end;
  if (to > start && text.charCodeAt(to - 1) === 10) to--;
  if (to > start && text.charCodeAt(to - 1) === 13) to--;
  return to;
}
