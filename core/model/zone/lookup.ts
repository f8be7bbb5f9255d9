import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { nameHash } from '../../syntax/masterFile/nameHash';
import type { EntryContext } from '../../syntax/masterFile/parse';
import type { Block } from './block';
import { placeOf, rowsOf } from './groups';
import { blockAt, located, walkOf, type LocatedEntry } from './locate';
import { namesWith, rowEntry, rowOwner } from './rows';
import { contextHere, nextEntry, sourceHere, trimBreak } from './walk';
import type { ZoneModel } from './zone';
import { blocksWith, isInOneBlock } from './zoneIndex';

/** An entry and where it begins in the document. */
export interface StandingEntry {
  readonly start: number;
  readonly entry: ZoneEntry;
}

/** A record where it stands. */
export interface StandingRecord extends LocatedEntry {
  readonly kind: 'record';
  /** Where it ends in the document, without its line break. */
  readonly end: number;
}

/** A directive where it stands. */
export interface StandingDirective {
  readonly kind: 'directive';
  readonly start: number;
  /** Where it ends in the document, without its line break. */
  readonly end: number;
  /** Its source, from the beginning of its line. */
  readonly text: string;
  /** What is in force at it, before what it says itself. */
  readonly context: EntryContext;
}

export type Standing = StandingRecord | StandingDirective;

/**
 * The records and directives that touch a span of the document, in document order; comments and blank lines are
 * passed over.
 */
export function* entriesBetween(
  model: ZoneModel,
  start = 0,
  end = model.text.length,
): Generator<Standing, undefined> {
  for (let index = blockAt(model, start); index < model.sections.length; index++) {
    const base = model.text.starts[index]!;
    if (base > end) return;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      if (base + walk.at > end) return;
      const to = base + trimBreak(walk.text, walk.at, walk.end);
      if (walk.head.kind === 'blank' || to < start) continue;
      if (walk.head.kind === 'record') {
        yield { kind: 'record', end: to, ...located(model, index, walk) };
      } else {
        const text = sourceHere(walk);
        yield { kind: 'directive', start: base + walk.at, end: to, text, context: contextHere(walk) };
      }
    }
  }
}

/**
 * All records of an owner in this document, in document order.
 * @param owner absolute, as `comparableName` gives it
 */
export function recordsOf(model: ZoneModel, owner: string, limit = Infinity): StandingEntry[] {
  return rowsOf(model, owner)
    .slice(0, limit)
    .map((row) => ({ start: placeOf(model, row), entry: rowEntry(row.block, row.row) }));
}

/**
 * All records of this document whose RDATA has the name as a domain name, in document order.
 * @param name absolute, as `comparableName` gives it
 */
export function recordsPointingAt(model: ZoneModel, name: string, limit = Infinity): StandingEntry[] {
  const { index } = model;
  const hash = nameHash(name);
  const found: StandingEntry[] = [];
  for (const block of blocksWith(index, index.targets, hash)) {
    if (index.order[block.id]! < 0) continue;
    const { target, targetRow } = block.table;
    let last = -1;
    for (let i = target.indexOf(hash); i >= 0; i = target.indexOf(hash, i + 1)) {
      const row = targetRow[i]!;
      if (row === last) continue;
      last = row;
      const entry = rowEntry(block, row);
      if (entry.data.fields.some((field) => field.name === name)) {
        found.push({ start: placeOf(model, { block, row }), entry });
        if (found.length >= limit) return found;
      }
    }
  }
  return found;
}

/** The owner names of this document's records, each once, in document order; absolute, lower case. */
export function* ownerNames(model: ZoneModel): Generator<string, undefined> {
  for (const block of model.sections) {
    const { rows, owner, statedBy } = block.table;
    const here = new Map<number, string[]>();
    for (let row = 0; row < rows; row++) {
      if (row > 0 && statedBy[row] === statedBy[row - 1]) continue;
      const hash = owner[row]!;
      const name = rowOwner(block, row);
      const known = here.get(hash);
      if (known?.includes(name) === true) continue;
      if (known === undefined) here.set(hash, [name]);
      else known.push(name);
      if (isFirst(model, block, hash, name)) yield name;
    }
  }
}

/** Whether no block before has records of the owner. */
function isFirst({ index }: ZoneModel, block: Block, hash: number, name: string): boolean {
  if (isInOneBlock(index, hash)) return true;
  return blocksWith(index, index.owners, hash)
    .filter(({ id }) => index.order[id]! >= 0 && index.order[id]! < index.order[block.id]!)
    .every((other) => !namesWith(other, hash).includes(name));
}
