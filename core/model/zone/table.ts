import { Type } from '../../syntax/masterFile/fastRdata';
import type { OriginHash } from '../../syntax/masterFile/nameHash';
import { clearSet, indexIn, intSet, type IntSet } from './intSet';

/**
 * All records that begin in one block, a row each, in typed arrays: what every question about the zone as a whole
 * starts from. Names are hashes (syntax/masterFile/nameHash.ts); what they find is looked at before it counts.
 */
export interface RecordTable {
  readonly rows: number;
  /** Where the entry begins in the block's text, and ends without its line break. */
  readonly at: Int32Array;
  readonly end: Int32Array;
  readonly owner: Int32Array;
  /** The row that states the owner; -1 where it is the block's context. */
  readonly statedBy: Int32Array;
  /** Type codes; 0 for what is none. */
  readonly type: Uint16Array;
  /** Seconds where the record states them, else -1. */
  readonly ttl: Int32Array;
  readonly data: Int32Array;
  readonly flags: Uint8Array;
  /** Which of `origins` is in force. */
  readonly origin: Uint16Array;
  readonly origins: readonly string[];
  /** The domain names in RDATA: the row, the name's hash, and whether it lies in the zone. */
  readonly targetRow: Int32Array;
  readonly target: Int32Array;
  readonly targetInZone: Uint8Array;
  /** Each owner once, with what its rows here say together ({@link Fact}). */
  readonly owners: Int32Array;
  readonly facts: Int32Array;
  /** The names above the owners, each once. */
  readonly above: Int32Array;
}

/** Of one row. */
export const enum RowFlag {
  /** The owner lies outside of the zone. */
  outside = 1,
  wildcard = 2,
}

/** What the rows of an owner say together. */
export const enum Fact {
  address = 1,
  cname = 2,
  ns = 4,
  soa = 8,
  text = 16,
  mx = 32,
  dname = 64,
  other = 128,
  /** A rule may have a word on the owner, whatever else there is. */
  look = 256,
}

/** The facts that are types. */
export const TYPE_FACTS = 255;

/** Rows of one owner are compared with so many before them; beyond, the owner is looked at anyway. */
const MOST_COMPARED = 12;

/** Collects the rows of one block after another; its arrays are used again. */
export interface TableWriter {
  rows: number;
  at: Int32Array;
  end: Int32Array;
  owner: Int32Array;
  statedBy: Int32Array;
  type: Uint16Array;
  ttl: Int32Array;
  data: Int32Array;
  flags: Uint8Array;
  fine: Uint8Array;
  origin: Uint16Array;
  /** The row of the same owner before; -1 for none. */
  before: Int32Array;
  /** Which of the distinct owners. */
  ownerIndex: Int32Array;
  origins: string[];
  targets: number;
  targetRow: Int32Array;
  target: Int32Array;
  targetInZone: Uint8Array;
  owners: IntSet;
  facts: Int32Array;
  /** The last row of each distinct owner. */
  last: Int32Array;
  above: IntSet;
}

/** A writer without rows. */
export function tableWriter(): TableWriter {
  const ints = (): Int32Array => new Int32Array(512);
  return {
    rows: 0,
    at: ints(),
    end: ints(),
    owner: ints(),
    statedBy: ints(),
    type: new Uint16Array(512),
    ttl: ints(),
    data: ints(),
    flags: new Uint8Array(512),
    fine: new Uint8Array(512),
    origin: new Uint16Array(512),
    before: ints(),
    ownerIndex: ints(),
    origins: [],
    targets: 0,
    targetRow: ints(),
    target: ints(),
    targetInZone: new Uint8Array(512),
    owners: intSet(),
    facts: ints(),
    last: ints(),
    above: intSet(),
  };
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function widened<T extends Uint8Array | Uint16Array>(array: T, larger: T): T {
  larger.set(array);
  return larger;
}

/** Begins a block. */
export function beginTable(writer: TableWriter): void {
  writer.rows = 0;
  writer.targets = 0;
  writer.origins = [];
  clearSet(writer.owners);
  clearSet(writer.above);
}

/** The number under which rows refer to an origin that is in force from here on. */
export function addOrigin(writer: TableWriter, origin: OriginHash): number {
  const known = writer.origins.indexOf(origin.name);
  if (known >= 0) return known;
  addAbove(writer, origin.hash);
  for (const above of origin.above) addAbove(writer, above);
  return writer.origins.push(origin.name) - 1;
}

/** Notes that a name lies above some owner. */
export function addAbove(writer: TableWriter, hash: number): void {
  indexIn(writer.above, hash);
}

/** Adds a row; what it is made of is filled in by the caller, and then {@link closeRow} called. */
export function openRow(writer: TableWriter): number {
  const row = writer.rows++;
  if (row < writer.at.length) return row;
  writer.at = enlarged(writer.at);
  writer.end = enlarged(writer.end);
  writer.owner = enlarged(writer.owner);
  writer.statedBy = enlarged(writer.statedBy);
  writer.ttl = enlarged(writer.ttl);
  writer.data = enlarged(writer.data);
  writer.before = enlarged(writer.before);
  writer.ownerIndex = enlarged(writer.ownerIndex);
  writer.facts = enlarged(writer.facts);
  writer.last = enlarged(writer.last);
  writer.type = widened(writer.type, new Uint16Array(writer.at.length));
  writer.origin = widened(writer.origin, new Uint16Array(writer.at.length));
  writer.flags = widened(writer.flags, new Uint8Array(writer.at.length));
  writer.fine = widened(writer.fine, new Uint8Array(writer.at.length));
  return row;
}

/** Adds a domain name of a row's RDATA. */
export function addTarget(writer: TableWriter, row: number, hash: number, inZone: boolean): void {
  const index = writer.targets++;
  if (index >= writer.target.length) {
    writer.target = enlarged(writer.target);
    writer.targetRow = enlarged(writer.targetRow);
    writer.targetInZone = widened(writer.targetInZone, new Uint8Array(writer.target.length));
  }
  writer.targetRow[index] = row;
  writer.target[index] = hash;
  writer.targetInZone[index] = inZone ? 1 : 0;
}

/** Puts a filled row to the others of its owner. */
export function closeRow(writer: TableWriter, row: number): void {
  const owner = writer.owner[row]!;
  const repeated = row > 0 && writer.owner[row - 1] === owner;
  const before = writer.owners.count;
  const index = repeated ? writer.ownerIndex[row - 1]! : indexIn(writer.owners, owner);
  writer.ownerIndex[row] = index;
  const fact = factOf(writer.type[row]!);
  let facts = fact;
  if (writer.flags[row] !== 0 || (fact & ALWAYS) !== 0) facts |= Fact.look;
  if (!repeated && index === before) {
    writer.before[row] = -1;
  } else {
    const known = writer.facts[index]!;
    writer.before[row] = writer.last[index]!;
    facts |= known;
    // An alias stands alone (RFC 1034 §3.6.2), and what is alike may be the same twice.
    if ((facts & Fact.cname) !== 0 || ((known & fact) !== 0 && alike(writer, row))) facts |= Fact.look;
  }
  writer.facts[index] = facts;
  writer.last[index] = row;
}

/** The types on which rules may have a word wherever they stand. */
const ALWAYS = Fact.ns | Fact.soa | Fact.text | Fact.mx | Fact.dname;

/** Whether the owner has a row of the same type before that may be the same, or differs in its TTL. */
function alike(writer: TableWriter, row: number): boolean {
  let compared = 0;
  for (let other = writer.before[row]!; other >= 0; other = writer.before[other]!) {
    if (++compared > MOST_COMPARED) return true;
    if (writer.type[other] !== writer.type[row]) continue;
    if (writer.ttl[other] !== writer.ttl[row] || writer.data[other] === writer.data[row]) return true;
    if (writer.fine[other] === 0 || writer.fine[row] === 0) return true;
  }
  return false;
}

function factOf(type: number): number {
  switch (type) {
    case Type.A:
    case Type.AAAA:
      return Fact.address;
    case Type.CNAME:
      return Fact.cname;
    case Type.NS:
      return Fact.ns;
    case Type.SOA:
      return Fact.soa;
    case Type.TXT:
    case Type.SPF:
      return Fact.text;
    case Type.MX:
      return Fact.mx;
    case Type.DNAME:
      return Fact.dname;
    default:
      return Fact.other;
  }
}

/** The rows as a table of their own. */
export function finishTable(writer: TableWriter): RecordTable {
  const { rows, targets } = writer;
  return {
    rows,
    at: writer.at.slice(0, rows),
    end: writer.end.slice(0, rows),
    owner: writer.owner.slice(0, rows),
    statedBy: writer.statedBy.slice(0, rows),
    type: writer.type.slice(0, rows),
    ttl: writer.ttl.slice(0, rows),
    data: writer.data.slice(0, rows),
    flags: writer.flags.slice(0, rows),
    origin: writer.origin.slice(0, rows),
    origins: writer.origins,
    targetRow: writer.targetRow.slice(0, targets),
    target: writer.target.slice(0, targets),
    targetInZone: writer.targetInZone.slice(0, targets),
    owners: writer.owners.items.slice(0, writer.owners.count),
    facts: writer.facts.slice(0, writer.owners.count),
    above: writer.above.items.slice(0, writer.above.count),
  };
}
