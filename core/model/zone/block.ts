import { recogniseRecord } from '../../records/recognise';
import { ttlSeconds } from '../../syntax/masterFile/characters';
import type { EntryOwner, ZoneEntry } from '../../syntax/masterFile/entry';
import { comparableName } from '../../syntax/masterFile/names';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import { entryScan, scanEntry } from '../../syntax/masterFile/scan';
import type { Chunk } from '../../text/sourceText';
import type { Anchor, Facet, Placed, Section } from '../model';
import { readHead, type EntryHead } from './head';

/** The times to live that are in force behind a block, as far as it says something of them. */
export interface BlockTtl {
  /** Seconds of its last `$TTL`. */
  readonly stated?: number;
  /** Seconds of its last record with a TTL of its own. */
  readonly last?: number;
}

/**
 * The entries that begin in one chunk of the text. What a block holds depends on its chunk, on where its first
 * entry begins and on the context; it is kept while these stay the same.
 */
export interface Block extends Section {
  readonly chunk: Chunk;
  /** How many code units of the chunk belong to an entry that began in a chunk before. */
  readonly carryIn: number;
  readonly context: EntryContext;
  /** The following chunks that were looked at to tell where the last entries end. */
  readonly overran: readonly Chunk[];
  /** How many code units of the following chunks belong to the last entry. */
  readonly carryOut: number;
  readonly contextOut: EntryContext;
  readonly ttl: BlockTtl;
  /** How many records begin here. */
  readonly records: number;
}

/** Gives back the anchor of an unchanged entry, where there is one from before the edit. */
export type Reuse = (text: string, context: EntryContext) => Anchor | undefined;

/** The zone entry of an anchor. */
export function entryOf(anchor: Anchor): ZoneEntry | undefined {
  const facet = anchor.facets[0];
  return facet?.kind === 'zone-entry' ? facet.value : undefined;
}

/** The mail-authentication record of an anchor, where it is one. */
export function recordOf(anchor: Anchor): ReturnType<typeof recogniseRecord> {
  for (const facet of anchor.facets) {
    if (facet.kind === 'dmarc-policy' || facet.kind === 'report-authorisation') return facet;
  }
  return undefined;
}

/**
 * Reads the block of chunk `index`.
 * @param chunks all chunks of the text; later ones are read only where the last entry runs into them
 */
export function parseBlock(
  chunks: readonly Chunk[],
  index: number,
  carryIn: number,
  context: EntryContext,
  reuse: Reuse,
): Block {
  const chunk = chunks[index]!;
  const limit = chunk.text.length;
  const placed: Placed[] = [];
  const scan = entryScan();
  let text = chunk.text;
  let next = index + 1;
  let ahead = 1;
  let { origin } = context;
  let ownerStart = -1;
  let ownerEnd = -1;
  let ownerOrigin = origin;
  let ownerBefore = context.owner;
  let ttlStart = -1;
  let ttlEnd = -1;
  let statedTtl: number | undefined;
  let records = 0;

  // Most owners are never asked for, so a name is put together only when it is.
  const owner = (): EntryOwner | undefined => {
    if (ownerStart < 0) return ownerBefore;
    const written = text.slice(ownerStart, ownerEnd);
    ownerBefore = { written, name: comparableName(written, ownerOrigin) };
    ownerStart = -1;
    return ownerBefore;
  };
  const contextHere = (): EntryContext => {
    const stated = owner();
    return stated === undefined ? { origin } : { origin, owner: stated };
  };

  let at = Math.min(carryIn, limit);
  while (at < limit) {
    scanEntry(text, at, scan);
    while (scan.open && next < chunks.length) {
      // The last entry runs on: read on, twice as far each time.
      const more = chunks.slice(next, next + ahead).map((c) => c.text);
      text += more.join('');
      next += more.length;
      ahead *= 2;
      scanEntry(text, at, scan);
    }
    const head: EntryHead = readHead(text, at, scan, origin);
    if (head.kind === 'record') {
      records++;
      if (head.owner && scan.wordCount > 0) {
        // An inherited owner must not be put together from a later one.
        ownerStart = scan.words[0]!;
        ownerEnd = scan.words[1]!;
        ownerOrigin = origin;
      }
      if (head.ttl >= 0) {
        ttlStart = scan.words[2 * head.ttl]!;
        ttlEnd = scan.words[2 * head.ttl + 1]!;
      }
    } else if (head.kind === 'origin') {
      origin = comparableName(text.slice(scan.words[2], scan.words[3]), origin);
    } else if (head.kind === 'ttl') {
      statedTtl = ttlSeconds(text.slice(scan.words[2], scan.words[3]));
    }
    if (scan.broken || head.notable) {
      const source = text.slice(at, trimBreak(text, at, scan.end));
      const here = contextHere();
      placed.push({ at, anchor: reuse(source, here) ?? anchorOf(parseEntry(source, here)) });
    }
    at = scan.end;
  }

  const ttl: BlockTtl = {
    ...(statedTtl !== undefined && { stated: statedTtl }),
    ...(ttlStart >= 0 && { last: ttlSeconds(text.slice(ttlStart, ttlEnd)) }),
  };
  return {
    placed,
    chunk,
    carryIn,
    context,
    overran: chunks.slice(index + 1, next),
    carryOut: Math.max(0, carryIn > limit ? carryIn - limit : at - limit),
    contextOut: contextHere(),
    ttl,
    records,
  };
}

/** The end of an entry without its line break. */
export function trimBreak(text: string, start: number, end: number): number {
  let to = end;
  if (to > start && text.charCodeAt(to - 1) === 10) to--;
  if (to > start && text.charCodeAt(to - 1) === 13) to--;
  return to;
}

function anchorOf(entry: ZoneEntry): Anchor {
  const own: Facet = { kind: 'zone-entry', value: entry };
  const record = recogniseRecord(entry);
  return { facets: record === undefined ? [own] : [own, record] };
}
