import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { parseEntry } from '../../syntax/masterFile/parse';
import { chunkAt } from '../../text/sourceText';
import type { Anchor } from '../model';
import { entryOf } from './anchor';
import { placedAt } from './rows';
import { ttlBefore } from './ttls';
import { contextHere, nextEntry, sourceHere, ttlHere, walkBlock, type EntryWalk } from './walk';
import type { ZoneModel } from './zone';

/** An entry of a zone file where it stands. */
export interface LocatedEntry {
  /** Where it begins in the document. */
  readonly start: number;
  readonly entry: ZoneEntry;
  /** Its anchor, where it is one of those that rules judge. */
  readonly anchor?: Anchor;
  /** Seconds: stated by the entry, by `$TTL` (RFC 2308 §4), or by the last record that states one (RFC 1035 §5.1). */
  readonly ttl?: number;
}

/** What is in force at a place between the records. */
export interface ZoneState {
  /** Absolute, with final dot. */
  readonly origin: string;
  readonly ttl?: number;
}

/** A version of a zone file: all that is needed to walk through it, also when a newer one has taken its place. */
export type ZoneText = Pick<ZoneModel, 'text' | 'sections'>;

/** The block whose entries hold the offset: blocks own the entries that begin in their chunk. */
export function blockAt(model: ZoneModel, offset: number): number {
  let index = chunkAt(model.text, offset);
  while (index > 0 && offset - model.text.starts[index]! < model.sections[index]!.carryIn) index--;
  return index;
}

/** A walk over the entries of block `index`, with all that is in force there. */
export function walkOf(model: ZoneText, index: number): EntryWalk {
  const block = model.sections[index]!;
  return walkBlock(model.text.chunks, index, block.carryIn, block.context, ttlBefore(model.sections, index));
}

/** The record at a document offset; undefined on blank lines, comments and directives. */
export function entryAt(model: ZoneModel, offset: number): LocatedEntry | undefined {
  const index = blockAt(model, offset);
  const walk = walkTo(model, index, offset);
  return walk.head.kind === 'record' ? located(model, index, walk) : undefined;
}

/** The record at which a walk over block `index` has arrived. */
export function located(model: ZoneText, index: number, walk: EntryWalk): LocatedEntry {
  const placed = placedAt(model.sections[index]!, walk.at);
  const known = placed && entryOf(placed);
  const entry = known ?? parseEntry(sourceHere(walk), contextHere(walk));
  const { stated, last } = ttlHere(walk);
  const ttl = entry.ttl?.seconds ?? stated ?? last;
  const start = model.text.starts[index]! + walk.at;
  return { start, entry, ...(placed && { anchor: placed }), ...(ttl !== undefined && { ttl }) };
}

/** The origin and TTL in force for a record written at a document offset. */
export function stateAt(model: ZoneModel, offset: number): ZoneState {
  const walk = walkTo(model, blockAt(model, offset), offset);
  const { stated, last } = ttlHere(walk);
  const ttl = stated ?? last;
  return { origin: walk.origin, ...(ttl !== undefined && { ttl }) };
}

/** Walks through one block up to the entry that holds the offset; behind its last entry where none does. */
function walkTo(model: ZoneModel, index: number, offset: number): EntryWalk {
  const base = model.text.starts[index]!;
  const walk = walkOf(model, index);
  while (nextEntry(walk)) {
    const last = walk.end >= walk.limit;
    if (base + walk.end > offset || (last && base + walk.end >= offset)) break;
  }
  return walk;
}
