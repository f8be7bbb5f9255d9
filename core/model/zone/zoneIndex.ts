import type { Block } from './block';
import { hasItem, indexIn, intSet, type IntSet } from './intSet';
import type { NameRecords } from './nameRecords';
import { addPair, findPair, multimap, removePair, valuesOf, type Multimap } from './multimap';
import { forgetAll, recent, type Recent } from './recent';
import { Fact, TYPE_FACTS } from './table';

/** A record where it stands. */
export interface Row {
  readonly block: Block;
  readonly row: number;
}

/**
 * Which blocks hold records of an owner, records that point at a name, or names below a name: all by hash. The index
 * belongs to the newest model of a document: an update hands it on and changes it in place, so that an edit costs
 * what it touches.
 */
export interface ZoneIndex {
  readonly owners: Multimap;
  /** The owners that stand, or once stood, in several blocks. */
  readonly shared: IntSet;
  readonly targets: Multimap;
  readonly above: Multimap;
  /** From the hash of a name that was asked for to the hash of the owner whose judgement asked. */
  readonly askers: Multimap;
  /** The same pairs by question and asker together: the most popular question has an asker at each owner. */
  readonly asked: Multimap;
  readonly blocks: (Block | undefined)[];
  readonly freeIds: number[];
  /** The rows of groups that are shown, by the group's key; a block's id tells whether it is still there. */
  readonly places: Map<string, readonly Row[]>;
  /** What stands at the names that were asked for lately; nothing of it holds when a block comes or goes. */
  readonly names: Recent<NameRecords>;
  /** The place of each block among the document's, by its id; -1 for those of included files. */
  order: Int32Array;
}

/** Of so many names it is known what stands there: those of some dozen neighbours, and what all of them ask for. */
const KEPT_NAMES = 256;

/** An index of no blocks; `records` is about how many will come. */
export function zoneIndex(records = 0): ZoneIndex {
  return {
    owners: multimap(records),
    shared: intSet(),
    targets: multimap(),
    above: multimap(),
    askers: multimap(),
    asked: multimap(),
    blocks: [],
    freeIds: [],
    places: new Map(),
    names: recent(KEPT_NAMES),
    order: new Int32Array(0),
  };
}

/** Puts the rows of a block into the index. */
export function addBlock(index: ZoneIndex, block: Block): void {
  forgetAll(index.names);
  const id = index.freeIds.pop() ?? index.blocks.length;
  block.id = id;
  index.blocks[id] = block;
  const { owners, above } = block.table;
  for (const hash of owners) if (addPair(index.owners, hash, id)) indexIn(index.shared, hash);
  for (const hash of above) addPair(index.above, hash, id);
  for (const hash of distinctTargets(block)) addPair(index.targets, hash, id);
}

/** Takes the rows of a block out. */
export function removeBlock(index: ZoneIndex, block: Block): void {
  forgetAll(index.names);
  const { id } = block;
  const { owners, above } = block.table;
  for (const hash of owners) removePair(index.owners, hash, id);
  for (const hash of above) removePair(index.above, hash, id);
  for (const hash of distinctTargets(block)) removePair(index.targets, hash, id);
  index.blocks[id] = undefined;
  index.freeIds.push(id);
  block.id = -1;
}

function distinctTargets({ table }: Block): Iterable<number> {
  return table.target.length < 2 ? table.target : new Set(table.target);
}

/** Notes the order of the document's blocks. */
export function orderBlocks(index: ZoneIndex, sections: readonly Block[]): void {
  if (index.order.length < index.blocks.length) {
    index.order = new Int32Array(index.blocks.length + (index.blocks.length >> 1) + 16);
  }
  index.order.fill(-1);
  for (let i = 0; i < sections.length; i++) index.order[sections[i]!.id] = i;
}

/** The blocks with a pair of the key: those of the document in its order, then those of included files. */
export function blocksWith(index: ZoneIndex, map: Multimap, hash: number): Block[] {
  const ids = valuesOf(map, hash);
  if (ids.length > 1) {
    const place = (id: number): number => (index.order[id]! < 0 ? Infinity : index.order[id]!);
    ids.sort((a, b) => (place(a) === place(b) ? a - b : place(a) - place(b)));
  }
  return ids.map((id) => index.blocks[id]!);
}

/** Whether all rows with an owner's hash surely stand in one block. */
export function isInOneBlock({ shared }: ZoneIndex, hash: number): boolean {
  return !hasItem(shared, hash);
}

/** What all rows of an owner's hash say together. */
export function factsOf(index: ZoneIndex, hash: number): number {
  let facts = 0;
  const map = index.owners;
  for (let place = findPair(map, hash); place >= 0; place = findPair(map, hash, place)) {
    const { table } = index.blocks[map.values[place]!]!;
    const here = table.facts[table.owners.indexOf(hash)]!;
    // Rows of one type in several blocks have not been compared; an alias has company.
    if (facts !== 0 && ((facts & here & TYPE_FACTS) !== 0 || ((facts | here) & Fact.cname) !== 0)) {
      facts |= Fact.look;
    }
    facts |= here;
  }
  return facts;
}

/** Whether a target in the zone gives rules a reason to look: it is an alias, or has no address. */
export function isDoubtful(index: ZoneIndex, target: number): boolean {
  const facts = factsOf(index, target);
  return (facts & Fact.cname) !== 0 || (facts & Fact.address) === 0;
}
