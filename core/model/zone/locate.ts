import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import { entryScan, scanEntry } from '../../syntax/masterFile/scan';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { comparableName } from '../../syntax/masterFile/names';
import { ttlSeconds } from '../../syntax/masterFile/characters';
import { chunkAt, slice } from '../../text/sourceText';
import type { Anchor } from '../model';
import { entryOf, trimBreak, type Block } from './block';
import { readHead } from './head';
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

/** The block whose entries hold the offset: blocks own the entries that begin in their chunk. */
function blockAt(model: ZoneModel, offset: number): number {
  let index = chunkAt(model.text, offset);
  while (index > 0 && offset - model.text.starts[index]! < model.sections[index]!.carryIn) index--;
  return index;
}

interface Walk {
  origin: string;
  owner: EntryContext['owner'];
  defaultTtl: number | undefined;
  lastTtl: number | undefined;
}

/** The record at a document offset; undefined on blank lines, comments and directives. */
export function entryAt(model: ZoneModel, offset: number): LocatedEntry | undefined {
  const index = blockAt(model, offset);
  const found = walkTo(model, index, offset);
  if (found.kind !== 'record') return undefined;
  const base = model.text.starts[index]!;
  const { start, end, walk } = found;
  const placed = model.sections[index]!.placed.find((p) => base + p.at === start);
  const context: EntryContext =
    walk.owner === undefined ? { origin: walk.origin } : { origin: walk.origin, owner: walk.owner };
  const known = placed && entryOf(placed.anchor);
  const entry = known ?? parseEntry(slice(model.text, start, end), context);
  const ttl = entry.ttl?.seconds ?? walk.defaultTtl ?? walk.lastTtl;
  return { start, entry, ...(placed && { anchor: placed.anchor }), ...(ttl !== undefined && { ttl }) };
}

/** The origin and TTL in force for a record written at a document offset. */
export function stateAt(model: ZoneModel, offset: number): ZoneState {
  const { walk } = walkTo(model, blockAt(model, offset), offset);
  const ttl = walk.defaultTtl ?? walk.lastTtl;
  return { origin: walk.origin, ...(ttl !== undefined && { ttl }) };
}

interface Found {
  readonly kind: string;
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** What is in force at the entry, before what it says itself. */
  readonly walk: Walk;
}

/** Walks through one block up to the entry that holds the offset. */
function walkTo(model: ZoneModel, index: number, offset: number): Found {
  const block = model.sections[index]!;
  const base = model.text.starts[index]!;
  const text = block.chunk.text + block.overran.map((chunk) => chunk.text).join('');
  const walk: Walk = {
    origin: block.context.origin,
    owner: block.context.owner,
    ...ttlBefore(model.sections, index),
  };
  const scan = entryScan();
  let at = Math.min(block.carryIn, text.length);
  while (at < block.chunk.text.length) {
    scanEntry(text, at, scan);
    const head = readHead(text, at, scan, walk.origin);
    const word = (i: number): string => text.slice(scan.words[2 * i], scan.words[2 * i + 1]);
    const last = scan.end >= block.chunk.text.length;
    const holds = base + scan.end > offset || (last && base + scan.end >= offset);
    if (holds) {
      return { kind: head.kind, start: base + at, end: base + trimBreak(text, at, scan.end), walk };
    }
    if (head.kind === 'origin') walk.origin = comparableName(word(1), walk.origin);
    if (head.kind === 'ttl') walk.defaultTtl = ttlSeconds(word(1));
    if (head.kind === 'record') {
      if (head.owner) walk.owner = { written: word(0), name: comparableName(word(0), walk.origin) };
      if (head.ttl >= 0) walk.lastTtl = ttlSeconds(word(head.ttl));
    }
    at = scan.end;
  }
  return { kind: 'blank', start: offset, end: offset, walk };
}

function ttlBefore(blocks: readonly Block[], index: number): Pick<Walk, 'defaultTtl' | 'lastTtl'> {
  let defaultTtl: number | undefined;
  let lastTtl: number | undefined;
  for (let i = index - 1; i >= 0; i--) {
    defaultTtl ??= blocks[i]!.ttl.stated;
    lastTtl ??= blocks[i]!.ttl.last;
    if (defaultTtl !== undefined) break;
  }
  return { defaultTtl, lastTtl };
}
