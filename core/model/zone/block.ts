import { rrTypeCode } from '../../facts/rrTypes';
import { ttlSeconds } from '../../syntax/masterFile/characters';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import {
  commonType,
  dataReading,
  readData,
  readNumber,
  Type,
  type DataReading,
} from '../../syntax/masterFile/fastRdata';
import {
  nameHash,
  nameReading,
  originHash,
  readName,
  type NameReading,
  type OriginHash,
} from '../../syntax/masterFile/nameHash';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import type { Chunk } from '../../text/sourceText';
import type { Anchor, DocumentContext, Placed, Section } from '../model';
import { directiveAnchor, recordAnchor } from './anchor';
import {
  addAbove,
  addOrigin,
  addTarget,
  beginTable,
  closeRow,
  finishTable,
  openRow,
  RowFlag,
  tableWriter,
  type RecordTable,
  type TableWriter,
} from './table';
import {
  contextHere,
  nextEntry,
  sourceHere,
  trimBreak,
  ttlHere,
  walkBlock,
  wordHere,
  type EntryWalk,
  type TtlState,
} from './walk';

/** A `$TTL` of a block: it counts for the rows from `row` on. */
export interface TtlLine {
  readonly row: number;
  readonly seconds: number;
}

/**
 * The entries that begin in one chunk of the text. What a block holds depends on its chunk, on where its first
 * entry begins and on the context; it is kept while these stay the same.
 */
export interface Block extends Section {
  /** The block's number in the zone's index; -1 where it is in none. */
  id: number;
  readonly chunk: Chunk;
  /** How many code units of the chunk belong to an entry that began in a chunk before. */
  readonly carryIn: number;
  readonly context: EntryContext;
  /** The following chunks that were looked at to tell where the last entries end. */
  readonly overran: readonly Chunk[];
  /** How many code units of the following chunks belong to the last entry. */
  readonly carryOut: number;
  readonly contextOut: EntryContext;
  /** The times to live in force behind it, as far as it says something of them. */
  readonly ttl: TtlState;
  readonly ttlLines: readonly TtlLine[];
  readonly table: RecordTable;
  /** The rows with SOA records. */
  readonly soas: readonly number[];
  /** The `$INCLUDE` and `$GENERATE` directives among `placed`, by their index there. */
  readonly sources: readonly number[];
}

/** Gives back the anchor of an unchanged entry, where there is one from before the edit. */
export type Reuse = (text: string, context: EntryContext) => Anchor | undefined;

/** What reading blocks takes; one serves a whole text. */
export interface BlockReader {
  readonly document: DocumentContext;
  /** The zone's name as far as it is known, for telling what lies in the zone. */
  readonly apex: number | undefined;
  readonly writer: TableWriter;
  readonly name: NameReading;
  readonly data: DataReading;
  origin: OriginHash;
  originInZone: boolean;
}

/** A reader for the texts of one document. */
export function blockReader(document: DocumentContext, apex: string | undefined): BlockReader {
  return {
    document,
    apex: apex === undefined ? undefined : nameHash(apex),
    writer: tableWriter(),
    name: nameReading(),
    data: dataReading(),
    origin: originHash('.'),
    originInZone: false,
  };
}

/** The state of one block's reading. */
interface Reading {
  readonly walk: EntryWalk;
  readonly reader: BlockReader;
  readonly placed: Placed[];
  readonly ttlLines: TtlLine[];
  readonly soas: number[];
  readonly sources: number[];
  readonly reuse: Reuse;
  /** The number of the origin in the table. */
  origin: number;
  /** The context of records that state their owner: one object for all under an origin. */
  context: EntryContext;
  /** The row that states the owner in force, and what its name is like. */
  statedBy: number;
  ownerHash: number;
  ownerOutside: boolean;
  ownerWildcard: boolean;
  ownerPlain: boolean;
  ownerHost: boolean;
  /** Whether no record so far has stated an owner. */
  ownerless: boolean;
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
  reader: BlockReader,
): Block {
  const walk = walkBlock(chunks, index, carryIn, context);
  const reading = beginReading(walk, context, reuse, reader);
  const { placed, ttlLines, soas, sources } = reading;
  while (nextEntry(walk)) {
    switch (walk.head.kind) {
      case 'blank':
        if (walk.scan.broken) placeRecord(reading);
        break;
      case 'record':
        readRecord(reading);
        break;
      default:
        readDirective(reading);
    }
  }
  const over = carryIn > walk.limit ? carryIn : walk.end;
  return {
    id: -1,
    placed,
    chunk: chunks[index]!,
    carryIn,
    context,
    overran: chunks.slice(index + 1, walk.chunk),
    carryOut: Math.max(0, over - walk.limit),
    contextOut: contextHere(walk),
    ttl: ttlHere(walk),
    ttlLines,
    table: finishTable(reader.writer),
    soas,
    sources,
  };
}

function beginReading(walk: EntryWalk, context: EntryContext, reuse: Reuse, reader: BlockReader): Reading {
  beginTable(reader.writer);
  const reading: Reading = {
    walk,
    reader,
    placed: [],
    ttlLines: [],
    soas: [],
    sources: [],
    reuse,
    origin: 0,
    context,
    statedBy: -1,
    ownerHash: 0,
    ownerOutside: false,
    ownerWildcard: false,
    ownerPlain: false,
    ownerHost: false,
    ownerless: false,
  };
  reader.origin = originHash(context.origin);
  takeOrigin(reading);
  takeInherited(reading, context.owner?.name);
  return reading;
}

/** The owner of an entry before this block is in force, or none is, and then records take the origin for it. */
function takeInherited(reading: Reading, owner: string | undefined): void {
  const { reader } = reading;
  const name = owner ?? reader.origin.name;
  readName(name, 0, name.length, reader.origin, reader.name);
  takeOwner(reading, -1);
  // Without an owner above there is none to inherit: such a record deserves a closer look.
  if (owner === undefined) reading.ownerPlain = false;
  reading.ownerless = owner === undefined;
}

function takeOrigin(reading: Reading): void {
  const { reader, walk } = reading;
  if (reader.origin.name !== walk.origin) reader.origin = originHash(walk.origin);
  const { apex, origin } = reader;
  reader.originInZone = apex !== undefined && (origin.hash === apex || origin.above.includes(apex));
  reading.origin = addOrigin(reader.writer, origin);
  reading.context = { origin: origin.name };
  if (reading.ownerless) takeInherited(reading, undefined);
}

/** The owner that was read last is in force from here on. */
function takeOwner(reading: Reading, row: number): void {
  const { reader } = reading;
  const { name, writer } = reader;
  reading.statedBy = row;
  reading.ownerHash = name.hash;
  reading.ownerOutside = reader.apex !== undefined && !inZone(reader, name);
  reading.ownerWildcard = name.wildcard;
  reading.ownerPlain = name.plain;
  reading.ownerHost = name.host;
  for (let i = 0; i < name.aboveCount; i++) addAbove(writer, name.above[i]!);
}

function inZone(reader: BlockReader, name: NameReading): boolean {
  if (!name.absolute) return reader.originInZone;
  const { apex } = reader;
  if (name.hash === apex) return true;
  for (let i = 0; i < name.aboveCount; i++) if (name.above[i] === apex) return true;
  return apex === ROOT;
}

const ROOT = nameHash('.');

function readDirective(reading: Reading): void {
  const { walk, placed, reader } = reading;
  if (walk.origin !== reader.origin.name) takeOrigin(reading);
  const source = sourceHere(walk);
  const { context } = reading;
  const name = wordHere(walk, 0).toUpperCase();
  if (name === '$INCLUDE' || name === '$GENERATE') reading.sources.push(placed.length);
  const anchor = reading.reuse(source, context) ?? directiveAnchor(source, context, reader.document);
  placed.push({ at: walk.at, anchor });
  if (walk.head.kind === 'ttl') {
    reading.ttlLines.push({ row: reader.writer.rows, seconds: ttlSeconds(wordHere(walk, 1)) });
  }
}

function readRecord(reading: Reading): void {
  const { walk, reader } = reading;
  const { writer, data } = reader;
  const { scan, head, text, at } = walk;
  if (walk.origin !== reader.origin.name) takeOrigin(reading);
  const row = openRow(writer);
  if (head.owner) {
    readName(text, scan.words[0]!, scan.words[1]!, reader.origin, reader.name);
    takeOwner(reading, row);
    reading.ownerless = false;
  }
  const type = typeOf(walk);
  const ttl = ttlOf(walk);
  writer.at[row] = at;
  writer.end[row] = trimBreak(text, at, walk.end);
  writer.owner[row] = reading.ownerHash;
  writer.statedBy[row] = reading.statedBy;
  writer.type[row] = type;
  writer.ttl[row] = ttl;
  writer.flags[row] =
    (reading.ownerOutside ? RowFlag.outside : 0) | (reading.ownerWildcard ? RowFlag.wildcard : 0);
  writer.origin[row] = reading.origin;
  if (type === Type.SOA) reading.soas.push(row);

  readData(text, scan, head.type + 1, type, reader.origin, data);
  writer.data[row] = data.hash;
  writer.fine[row] = data.fine ? 1 : 0;
  if (data.fine && data.hasName) addTarget(writer, row, data.name.hash, inZone(reader, data.name));
  const text16 = type === Type.TXT || type === Type.SPF;
  const fine = data.fine && !scan.odd && isHeadFine(reading, type, ttl);
  if (text16 || (fine && (head.notable || (data.hasName && data.name.dotted)))) placeRecord(reading);
  else if (!fine) readInFull(reading, row);
  closeRow(writer, row);
}

/** A record that the quick reading is not sure of. */
function readInFull(reading: Reading, row: number): void {
  const { walk, reader } = reading;
  const entry = parseEntry(sourceHere(walk), contextHere(walk));
  if (reader.writer.fine[row] === 0) {
    for (const { name } of entry.data.fields) {
      if (name === undefined) continue;
      readName(name, 0, name.length, reader.origin, reader.name);
      addTarget(reader.writer, row, reader.name.hash, inZone(reader, reader.name));
    }
  }
  if (entry.problems.length > 0 || walk.head.notable || isNoteworthy(entry)) placeRecord(reading, entry);
}

/** Types that rules have a word on though their RDATA is in order. */
function isNoteworthy({ data }: ZoneEntry): boolean {
  return data.type?.status !== undefined || data.type?.unknownTo !== undefined;
}

/** Makes the entry one that rules judge by itself. */
function placeRecord(reading: Reading, entry?: ZoneEntry): void {
  const { walk, placed, reuse } = reading;
  const source = sourceHere(walk);
  const context = walk.head.kind === 'record' && !walk.head.owner ? contextHere(walk) : reading.context;
  placed.push({ at: walk.at, anchor: reuse(source, context) ?? recordAnchor(source, context, entry) });
}

/** Whether owner, TTL and class are surely in order, and fit the type. */
function isHeadFine(reading: Reading, type: number, ttl: number): boolean {
  const { head, scan, text } = reading.walk;
  if (!reading.ownerPlain || ttl > 0x7fffffff) return false;
  if (head.ttl >= 0) {
    const [from, to] = [scan.words[2 * head.ttl]!, scan.words[2 * head.ttl + 1]!];
    if (readNumber(text, from, to, 0x7fffffff) < 0) return false;
  }
  const classes = head.type - (head.owner ? 1 : 0) - (head.ttl >= 0 ? 1 : 0);
  if (classes > 1 || (classes === 1 && !isInternet(reading.walk))) return false;
  const named = type === Type.A || type === Type.AAAA || type === Type.MX;
  return reading.ownerHost || !named;
}

/** Whether the class that the entry states is IN. */
function isInternet({ head, scan, text }: EntryWalk): boolean {
  const first = head.owner ? 1 : 0;
  const at = head.ttl === first ? first + 1 : first;
  const from = scan.words[2 * at]!;
  return (
    scan.words[2 * at + 1]! - from === 2 &&
    (text.charCodeAt(from) | 32) === 105 &&
    (text.charCodeAt(from + 1) | 32) === 110
  );
}

function typeOf({ head, scan, text }: EntryWalk): number {
  if (head.type < 0) return Type.unknown;
  const from = scan.words[2 * head.type]!;
  const to = scan.words[2 * head.type + 1]!;
  const common = commonType(text, from, to);
  return common >= 0 ? common : (rrTypeCode(text.slice(from, to)) ?? Type.unknown);
}

/** Seconds; -1 where the record states none. */
function ttlOf({ head, scan, text }: EntryWalk): number {
  if (head.ttl < 0) return -1;
  const from = scan.words[2 * head.ttl]!;
  const to = scan.words[2 * head.ttl + 1]!;
  const plain = readNumber(text, from, to, 0x7fffffff);
  return plain >= 0 ? plain : Math.min(ttlSeconds(text.slice(from, to)), 0x7fffffff);
}
