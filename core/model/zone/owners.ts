import type { Group, Member } from '../model';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { entryOf, type Block } from './block';

/**
 * Which blocks hold judged records of which owner. The index belongs to the newest model of a document: an update
 * hands it on and changes it in place, so that an edit costs what it touches.
 */
export interface OwnerIndex {
  readonly blocks: Map<string, Set<Block>>;
}

/** The key of an owner's group. */
function groupKey(owner: string): string {
  return `zone-owner ${owner}`;
}

/** The owners with records that rules judge together, in one block. */
function ownersOf(block: Block): Map<string, Member<ZoneEntry>[]> {
  const owners = new Map<string, Member<ZoneEntry>[]>();
  for (const { anchor } of block.placed) {
    const value = entryOf(anchor);
    if (value?.strings === undefined) continue;
    const members = owners.get(value.owner.name);
    if (members === undefined) owners.set(value.owner.name, [{ anchor, value }]);
    else members.push({ anchor, value });
  }
  return owners;
}

/** An index of no blocks. */
export function ownerIndex(): OwnerIndex {
  return { blocks: new Map() };
}

/**
 * Takes `removed` blocks out of the index and `added` ones in.
 * @param order all blocks of the new model, in document order
 * @returns the groups of every owner of which a record came or went
 */
export function updateOwners(
  index: OwnerIndex,
  removed: readonly Block[],
  added: readonly Block[],
  order: readonly Block[],
): Map<string, Group | undefined> {
  const before = new Map<string, Set<object>>();
  const after = new Map<string, Set<object>>();
  for (const block of removed) {
    for (const [owner, members] of ownersOf(block)) {
      const blocks = index.blocks.get(owner);
      blocks?.delete(block);
      if (blocks?.size === 0) index.blocks.delete(owner);
      collect(before, owner, members);
    }
  }
  for (const block of added) {
    for (const [owner, members] of ownersOf(block)) {
      const blocks = index.blocks.get(owner);
      if (blocks === undefined) index.blocks.set(owner, new Set([block]));
      else blocks.add(block);
      collect(after, owner, members);
    }
  }
  const changed = new Map<string, Group | undefined>();
  for (const owner of new Set([...before.keys(), ...after.keys()])) {
    if (sameMembers(before.get(owner), after.get(owner))) continue;
    changed.set(groupKey(owner), ownerGroup(index, owner, order));
  }
  return changed;
}

function collect(into: Map<string, Set<object>>, owner: string, members: readonly Member<ZoneEntry>[]): void {
  let anchors = into.get(owner);
  if (anchors === undefined) into.set(owner, (anchors = new Set()));
  for (const { anchor } of members) anchors.add(anchor);
}

function sameMembers(a: Set<object> | undefined, b: Set<object> | undefined): boolean {
  if (a?.size !== b?.size) return false;
  for (const anchor of a ?? []) if (!b!.has(anchor)) return false;
  return true;
}

/** The group of one owner; undefined where it has no judged record (any more). */
export function ownerGroup(index: OwnerIndex, owner: string, order: readonly Block[]): Group | undefined {
  const blocks = index.blocks.get(owner);
  if (blocks === undefined) return undefined;
  const sorted = [...blocks];
  if (sorted.length > 1) {
    const places = new Map<Block, number>();
    for (const block of sorted) places.set(block, order.indexOf(block));
    sorted.sort((a, b) => places.get(a)! - places.get(b)!);
  }
  const records = sorted.flatMap((block) => ownersOf(block).get(owner) ?? []);
  return { kind: 'zone-owner', key: groupKey(owner), value: { name: owner, records } };
}
