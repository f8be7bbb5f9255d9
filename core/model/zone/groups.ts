import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { nameHash } from '../../syntax/masterFile/nameHash';
import type { Span } from '../../text/span';
import type { Anchor, Group, Member } from '../model';
import { entryOf } from './anchor';
import type { Block } from './block';
import { recordsAt, type NameRecord } from './nameRecords';
import { ownerRecord, ownerRecords, type OwnerRecord } from './owner';
import { blockAt } from './locate';
import { namesWith, ownerRows, rowAnchor, rowBreak, rowEntry, rowOwner } from './rows';
import { Fact } from './table';
import { ttlOfRow } from './ttls';
import type { ZoneFile } from './view';
import { isSerialStale } from './saved';
import { firstSoa } from './soa';
import { addPair, findPair } from './multimap';
import type { ZoneModel } from './zone';
import { blocksWith, factsOf, isDoubtful, isInOneBlock, type Row, type ZoneIndex } from './zoneIndex';
import { TTL_KEY, zoneView, type Noting } from './zoneView';

const OWNER = 'zone-owner ';

/** The key of the group that stands for the file as a whole. */
export const FILE_KEY = 'zone-file';

/** What stands for the file's group among those who asked. */
export const FILE_ASKER = 0x6669_6c65;

/** The key of an owner's group. */
export function ownerKey(name: string): string {
  return OWNER + name;
}

/**
 * The groups on which rules may have a word, each once: the file's, and those of owners of which the record tables
 * say that there is something to look at.
 */
export function* allGroups(model: ZoneModel): Generator<string, undefined> {
  yield FILE_KEY;
  for (const block of model.sections) yield* groupsOf(model, block);
}

/**
 * The groups that the block brings up: each owner that is to be looked at for all its records in the first block
 * with one of them, each that is for a target alone in the first block with such a target.
 */
export function* groupsOf(model: ZoneModel, block: Block): Generator<string, undefined> {
  const { index } = model;
  const { owners, facts } = block.table;
  const looked = new Set<number>();
  const apex = model.apex === undefined ? undefined : nameHash(model.apex);
  owners.forEach((hash, i) => {
    if (hash === apex || (facts[i]! & Fact.look) !== 0) looked.add(hash);
    else if (!isInOneBlock(index, hash) && (factsOf(index, hash) & Fact.look) !== 0) looked.add(hash);
  });
  for (const hash of looked) yield* firstIn(index, block, hash, () => true);
  for (const hash of doubtfulOwners(index, block)) {
    if (looked.has(hash)) continue;
    yield* firstIn(index, block, hash, (other) => doubtfulOwners(index, other).has(hash));
  }
}

/** The owners of a block with a target in the zone that gives reason to look. */
function doubtfulOwners(index: ZoneIndex, { table }: Block): Set<number> {
  const { owner, target, targetRow, targetInZone } = table;
  const found = new Set<number>();
  target.forEach((hash, i) => {
    const from = owner[targetRow[i]!]!;
    if (targetInZone[i] === 1 && !found.has(from) && isDoubtful(index, hash)) found.add(from);
  });
  return found;
}

/** The groups with an owner's hash of which the block is the first among those that `counts` is true of. */
function* firstIn(
  index: ZoneIndex,
  block: Block,
  hash: number,
  counts: (block: Block) => boolean,
): Generator<string, undefined> {
  if (isInOneBlock(index, hash)) {
    for (const name of namesWith(block, hash)) yield ownerKey(name);
    return;
  }
  const blocks = blocksWith(index, index.owners, hash).filter((b) => index.order[b.id]! >= 0 && counts(b));
  for (const name of namesWith(block, hash)) {
    if (blocks.find((b) => ownerRows(b, hash, name).length > 0) === block) yield ownerKey(name);
  }
}

/** The group of a key; undefined where no rule has a word on it (any more). */
export function groupOf(model: ZoneModel, key: string): Group | undefined {
  if (key === FILE_KEY) return fileGroup(model);
  const name = key.slice(OWNER.length);
  const rows = rowsOf(model, name);
  if (rows.length === 0 || !isCandidate(model, name, rows)) return undefined;
  const { index } = model;
  const note = notingFor(index, nameHash(name));
  const records = rows.map(({ block, row, reading }): OwnerRecord => {
    const ttl = ttlOfRow(model, block, row);
    if (block.table.ttl[row] === -1) note(TTL_KEY);
    return ownerRecord(rowAnchor(block, row), reading, ttl, rowBreak(block, row));
  });
  const members = records.map(({ anchor }) => anchor);
  return { kind: 'zone-owner', key, members, value: ownerRecords(name, records, zoneView(model, note)) };
}

/** Notes what an asker asks, each question once, however often it is judged. */
function notingFor({ askers, asked }: ZoneIndex, asker: number): Noting {
  return (question) => {
    // Of one asker no two questions have the same mixture: the pair is there, or it is not.
    const mixture = question ^ Math.imul(asker, 0x9e3779b1);
    for (let place = findPair(asked, mixture); place >= 0; place = findPair(asked, mixture, place)) {
      if (asked.values[place] === asker) return;
    }
    addPair(asked, mixture, asker);
    addPair(askers, question, asker);
  };
}

/** The keys of the groups with a record that touches the span, whether or not a rule may have a word on them. */
export function* groupsIn(model: ZoneModel, { start, end }: Span): Generator<string, undefined> {
  yield FILE_KEY;
  for (let i = blockAt(model, start); i < model.sections.length; i++) {
    const block = model.sections[i]!;
    const base = model.text.starts[i]!;
    if (base > end) return;
    const { rows, at, end: ends } = block.table;
    for (let row = 0; row < rows; row++) {
      if (base + ends[row]! >= start && base + at[row]! <= end) yield ownerKey(rowOwner(block, row));
    }
  }
}

/** Where the members of a group begin in the document, in their order. */
export function groupPlaces(model: ZoneModel, key: string): readonly number[] {
  if (key === FILE_KEY) return [0, ...fileRows(model).map((row) => placeOf(model, row))];
  const { places } = model.index;
  let rows = places.get(key);
  if (rows?.every(({ block }) => block.id >= 0) !== true) {
    rows = rowsOf(model, key.slice(OWNER.length));
    if (places.size >= MOST_PLACES) places.clear();
    places.set(key, rows);
  }
  return rows.map((row) => placeOf(model, row));
}

/** Of so many groups the rows are kept for the next time; a client is shown a thousand findings. */
const MOST_PLACES = 4000;

/** The rows of an owner in this document, in document order. */
export function rowsOf({ index }: ZoneModel, name: string): readonly NameRecord[] {
  return recordsAt(index, name).records.filter(({ block }) => index.order[block.id]! >= 0);
}

/** Where the record of a row begins in the document. */
export function placeOf({ index, text }: ZoneModel, { block, row }: Row): number {
  return text.starts[index.order[block.id]!]! + block.table.at[row]!;
}

function isCandidate(model: ZoneModel, name: string, rows: readonly Row[]): boolean {
  const { index } = model;
  if (name === model.apex || (factsOf(index, nameHash(name)) & Fact.look) !== 0) return true;
  return rows.some(({ block: { table }, row }) =>
    table.target.some(
      (target, i) => table.targetRow[i] === row && table.targetInZone[i] === 1 && isDoubtful(index, target),
    ),
  );
}

function memberOf(block: Block, row: number): Member<ZoneEntry> {
  const anchor = rowAnchor(block, row);
  return { anchor, value: entryOf(anchor) ?? rowEntry(block, row) };
}

/** The records of which the file's group has something to say: SOA records, and the first without a TTL. */
function fileRows(model: ZoneModel): Row[] {
  const rows: Row[] = [];
  for (const block of model.sections) for (const row of block.soas) rows.push({ block, row });
  const first = firstWithoutTtl(model);
  if (first !== undefined) rows.push(first);
  return rows;
}

/** The first record for which no TTL is known. */
function firstWithoutTtl(model: ZoneModel): Row | undefined {
  const { sections } = model;
  for (const block of sections) {
    const { table, ttlLines } = block;
    const lines = ttlLines[0]?.row ?? Infinity;
    for (let row = 0; row < table.rows; row++) {
      if (row >= lines || table.ttl[row] !== -1) return undefined;
      // A file that was included before it may have said.
      if (isTtlIncludedBefore(model, block, row)) return undefined;
      return { block, row };
    }
    if (lines !== Infinity || block.ttl.stated !== undefined) return undefined;
  }
  return undefined;
}

function isTtlIncludedBefore({ parts, sections, index }: ZoneModel, block: Block, row: number): boolean {
  const end = index.order[block.id]!;
  return sections.slice(0, end + 1).some((other) =>
    other.sources.some((source) => {
      const { at, anchor } = other.placed[source]!;
      return (other !== block || at < block.table.at[row]!) && parts.get(anchor)?.statesTtl === true;
    }),
  );
}

const FILE_ANCHOR: Anchor = Object.freeze({ facets: [] });

function fileGroup(model: ZoneModel): Group {
  const { sections, documentContext, parts } = model;
  const zone = zoneView(model, notingFor(model.index, FILE_ASKER));
  const soas: Member<ZoneEntry>[] = [];
  let records = 0;
  let hasDefaultTtl = [...parts.values()].some(({ statesTtl }) => statesTtl);
  for (const block of sections) {
    for (const row of block.soas) soas.push(memberOf(block, row));
    records += block.table.rows;
    hasDefaultTtl ||= block.ttlLines.length > 0;
  }
  const first = firstWithoutTtl(model);
  const firstMember = first && memberOf(first.block, first.row);
  const { origin: stated, saved } = documentContext;
  const value: ZoneFile = {
    anchor: FILE_ANCHOR,
    zone,
    soas,
    records,
    ...(stated !== undefined && stated !== '' && { statedOrigin: sections[0]?.context.origin ?? '.' }),
    hasDefaultTtl,
    ...(firstMember && { firstWithoutTtl: firstMember }),
    ...(saved !== undefined && {
      isSerialStale() {
        const soa = firstSoa(model);
        return soa !== undefined && isSerialStale(model, saved, soa);
      },
    }),
    included: documentContext.included === true,
  };
  const members = [
    FILE_ANCHOR,
    ...soas.map(({ anchor }) => anchor),
    ...(firstMember ? [firstMember.anchor] : []),
  ];
  return { kind: 'zone-file', key: FILE_KEY, members, value };
}
