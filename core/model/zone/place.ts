import { hasDoubledOrigin, intendedOwner } from '../../records/dmarcPolicy';
import { recogniseRecord, type RecognisedRecord } from '../../records/recognise';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { Type } from '../../syntax/masterFile/fastRdata';
import { nameHash } from '../../syntax/masterFile/nameHash';
import { unitAt } from '../../text/sourceText';
import { isWithin, labelsOf, writeName } from '../../values/domainName';
import { blockAt, located, stateAt, walkOf } from './locate';
import type { StandingEntry } from './lookup';
import { rowEntry, rowOwner } from './rows';
import { nextEntry, wordHere } from './walk';
import type { ZoneModel } from './zone';

/** Where a record belongs in a zone file. */
export interface RecordPlace {
  /** The records of the same kind that stand at the owner, or were meant to. */
  readonly existing: readonly StandingEntry[];
  /** The beginning of a line, or the document's end. */
  readonly offset: number;
  /** Whether the document's last line has no line break. */
  readonly breakBefore: boolean;
  /** The origin in force at the offset, absolute. */
  readonly origin: string;
  /** Whether a TTL is in force there. */
  readonly hasTtl: boolean;
  /** The entry that the new one follows; its layout is the pattern for the new one's. */
  readonly neighbour: ZoneEntry | undefined;
}

/** What is to be placed. */
export interface WantedRecord {
  readonly type: string;
  /** Of TXT records, which one it is; one of no kind takes nobody's place. */
  readonly kind: RecognisedRecord['kind'] | undefined;
}

const POLICY: WantedRecord = { type: 'TXT', kind: 'dmarc-policy' };

const LF = 10;

/** How much of a document's beginning is looked through for its SOA record. */
const HEAD_UNITS = 1 << 16;

/** The zone's own name, absolute: the owner of its SOA record (RFC 1035 §5.2), else the origin it begins with. */
export function zoneApex(model: ZoneModel): string {
  const stated = model.sections[0]?.context.origin ?? '.';
  let origin = stated;
  for (let index = 0; index < model.sections.length && model.text.starts[index]! < HEAD_UNITS; index++) {
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      const { head } = walk;
      if (head.type < 0 || wordHere(walk, head.type).toUpperCase() !== 'SOA') continue;
      return located(model, index, walk).entry.owner.name;
    }
    origin = walk.origin;
  }
  return stated === '.' ? origin : stated;
}

/**
 * Where a record with this owner belongs: behind the records of its owner, those of its type first, else behind the TXT
 * records of the domain below its first label, else behind others of that domain that have to do with mail, else at the
 * end.
 * @param owner absolute
 * @param wanted what is to be placed there
 */
export function recordPlace(model: ZoneModel, owner: string, wanted: WantedRecord = POLICY): RecordPlace {
  const domain = writeName(labelsOf(owner).slice(1));
  const hash = nameHash(owner);
  const existing: StandingEntry[] = [];
  let neighbour: StandingEntry | undefined;
  let nearness = 0;
  model.sections.forEach((section, index) => {
    const { rows, type, at, owner: owners } = section.table;
    for (let row = 0; row < rows; row++) {
      const text = type[row] === Type.TXT || type[row] === Type.SPF;
      // Names are long to put together; of other types only the owner's own records count.
      if (!text && owners[row] !== hash) continue;
      const name = rowOwner(section, row);
      if (text ? !mayMatter(name, owner, domain) : name !== owner) continue;
      const entry = rowEntry(section, row);
      const standing = { start: model.sectionStart(index) + at[row]!, entry };
      if (isOfKind(entry, wanted) && intendedOwner(entry) === owner) existing.push(standing);
      const near = nearnessOf(entry, owner, domain, wanted.type);
      if (near > 0 && near >= nearness) {
        nearness = near;
        neighbour = standing;
      }
    }
  });
  const offset = neighbour === undefined ? model.text.length : behind(model, neighbour);
  const { length } = model.text;
  if (offset < length) {
    const { origin, ttl } = stateAt(model, offset);
    const hasTtl = ttl !== undefined;
    return { existing, offset, breakBefore: false, origin, hasTtl, neighbour: neighbour?.entry };
  }
  const origin = model.sections.at(-1)?.contextOut.origin ?? '.';
  const hasTtl = model.sections.some(({ ttl }) => ttl.stated !== undefined || ttl.last !== undefined);
  const breakBefore = length > 0 && unitAt(model.text, length - 1) !== LF;
  return {
    existing,
    offset: length,
    breakBefore,
    origin,
    hasTtl,
    neighbour: neighbour?.entry ?? lastOf(model),
  };
}

/** The last record of the file. */
function lastOf({ sections }: ZoneModel): ZoneEntry | undefined {
  const section = sections.findLast(({ table }) => table.rows > 0);
  return section && rowEntry(section, section.table.rows - 1);
}

/** Whether an entry is what the wanted record takes the place of. */
function isOfKind(entry: ZoneEntry, { type, kind }: WantedRecord): boolean {
  if (type !== 'TXT') return entry.typeName === type;
  const record = recogniseRecord(entry);
  if (record === undefined || record.kind !== kind) return false;
  // Something foreign at the name stays: it may be a token of somebody else.
  return !('content' in record.value) || record.value.content !== 'foreign';
}

/** Whether a record with this owner name may be near, or meant for `owner`: a million need not be read for that. */
function mayMatter(name: string, owner: string, domain: string): boolean {
  return (
    name === owner ||
    name === domain ||
    name.startsWith(owner) ||
    (name.includes('_') && (domain === '.' || name.endsWith(`.${domain}`)))
  );
}

function nearnessOf(entry: ZoneEntry, owner: string, domain: string, type: string): number {
  const { name } = entry.owner;
  if (hasDoubledOrigin(entry)) return 0;
  // Among the records of an owner, those of a type stand together.
  if (name === owner) return entry.typeName === type ? 4 : 3;
  if (name === domain) return 2;
  return isWithin(name, domain) && labelsOf(name).some((label) => label.startsWith('_')) ? 1 : 0;
}

/**
 * The beginning of the line behind an entry. Entries that inherit its owner would come to belong to what is put
 * between, so those are passed as well; comments and directives between leave the owner as it is.
 */
export function behind(model: ZoneModel, { start }: StandingEntry): number {
  let offset: number | undefined;
  for (let index = blockAt(model, start); index < model.sections.length; index++) {
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      if (base + walk.at < start) continue;
      if (walk.head.kind !== 'record') continue;
      if (offset !== undefined && walk.head.owner) return offset;
      offset = base + walk.end;
    }
  }
  return offset ?? model.text.length;
}
