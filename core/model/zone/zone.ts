import type { EntryContext } from '../../syntax/masterFile/parse';
import type { Chunk, SourceText } from '../../text/sourceText';
import type { Anchor, DocumentContext, Group, Model, Reader } from '../model';
import { entryOf, parseBlock, type Block, type Reuse } from './block';
import { zoneDescribed, zoneExpected } from './cursor';
import { zoneEditing } from './editing';
import { initialOrigin } from './origin';
import { ownerIndex, updateOwners, type OwnerIndex } from './owners';

/** A zone file as blocks of entries; see docs/architecture.md, "How a keystroke stays cheap". */
export interface ZoneModel extends Model {
  readonly sections: readonly Block[];
  readonly documentContext: DocumentContext;
  readonly owners: OwnerIndex;
}

/** Whether a model is that of a zone file. */
export function isZoneModel(model: Model): model is ZoneModel {
  return 'owners' in model && 'documentContext' in model;
}

/** Reads master files (RFC 1035 §5). */
export const zoneReader: Reader = Object.freeze({ open: openZone, update: updateZone });

const NO_REUSE: Reuse = () => undefined;

function openZone(text: SourceText, context: DocumentContext): ZoneModel {
  const blocks: Block[] = [];
  let state: EntryContext = { origin: originOf(text, context) };
  let carry = 0;
  for (let i = 0; i < text.chunks.length; i++) {
    const block = parseBlock(text.chunks, i, carry, state, NO_REUSE, context);
    blocks.push(block);
    state = block.contextOut;
    carry = block.carryOut;
  }
  const owners = ownerIndex();
  return zoneModel(text, blocks, context, owners, updateOwners(owners, [], blocks, blocks));
}

/**
 * Reads only the blocks whose chunk, context or beginning changed. The previous model must not be used any more:
 * its owner index moves on to the new one.
 */
function updateZone(previous: Model, text: SourceText): Model {
  if (!isZoneModel(previous)) throw new TypeError('not a zone model');
  const old = previous.sections;
  const { chunks } = text;
  const { documentContext: context, owners } = previous;

  // The origin is told from the first chunk; while that is the same, so is the origin.
  const origin = old[0]?.chunk === chunks[0] ? old[0]!.context.origin : originOf(text, context);
  const first = commonStart(old, chunks, origin);
  const kept = commonEnd(old, chunks, first);
  const oldEnd = old.length - kept;
  const newEnd = chunks.length - kept;

  const reuse = reusing(old, first, oldEnd);
  const fresh: Block[] = [];
  let state: EntryContext = old[first - 1]?.contextOut ?? { origin };
  let carry = old[first - 1]?.carryOut ?? 0;
  const step = (index: number, anew: Reuse): void => {
    const block = parseBlock(chunks, index, carry, state, anew, context);
    fresh.push(block);
    state = block.contextOut;
    carry = block.carryOut;
  };
  for (let i = first; i < newEnd; i++) step(i, reuse);
  // Behind the edit the old blocks hold as soon as one begins as it did before.
  let next = oldEnd;
  while (next < old.length && !beginsAlike(old[next]!, carry, state)) {
    step(next - oldEnd + newEnd, reusing(old, next, next + 1));
    next++;
  }
  const removed = old.slice(first, next);
  const blocks = old.slice(0, first).concat(fresh, old.slice(next));
  return zoneModel(text, blocks, context, owners, updateOwners(owners, removed, fresh, blocks));
}

/** How many blocks at the beginning hold: same chunk, and the same chunks wherever it looked ahead. */
function commonStart(old: readonly Block[], chunks: readonly Chunk[], origin: string): number {
  if (old[0]?.context.origin !== origin) return 0;
  const most = Math.min(old.length, chunks.length);
  let count = 0;
  while (count < most && old[count]!.chunk === chunks[count] && runsOnAlike(old[count]!, chunks, count + 1)) {
    count++;
  }
  // An entry that was cut off by the end of the text may go on now.
  if (count === old.length && count < chunks.length && count > 0) count--;
  return count;
}

function runsOnAlike(block: Block, chunks: readonly Chunk[], next: number): boolean {
  return block.overran.every((chunk, i) => chunks[next + i] === chunk);
}

/** How many blocks at the end have their chunk still; they do not reach into the first `start` ones. */
function commonEnd(old: readonly Block[], chunks: readonly Chunk[], start: number): number {
  const most = Math.min(old.length, chunks.length) - start;
  let count = 0;
  while (count < most && old[old.length - 1 - count]!.chunk === chunks[chunks.length - 1 - count]) count++;
  return count;
}

function beginsAlike(block: Block, carry: number, context: EntryContext): boolean {
  return (
    block.carryIn === carry &&
    block.context.origin === context.origin &&
    block.context.owner?.name === context.owner?.name &&
    block.context.owner?.written === context.owner?.written
  );
}

/** Finds the anchors of old blocks again by their text and context, each once, so that what holds stays the same object. */
function reusing(old: readonly Block[], from: number, to: number): Reuse {
  const anchors = new Map<string, Anchor[]>();
  for (let i = from; i < to; i++) {
    for (const { anchor } of old[i]!.placed) {
      const entry = entryOf(anchor);
      if (entry === undefined) continue;
      const key = identity(entry.text, entry.origin, entry.owner.span === undefined ? entry.owner.name : '');
      const alike = anchors.get(key);
      if (alike === undefined) anchors.set(key, [anchor]);
      else alike.push(anchor);
    }
  }
  return (text, context) => {
    const inherits = /^[ \t\r]/.test(text);
    const owner = inherits ? (context.owner?.name ?? context.origin) : '';
    return anchors.get(identity(text, context.origin, owner))?.shift();
  };
}

function identity(text: string, origin: string, owner: string): string {
  return `${origin}\n${owner}\n${text}`;
}

function originOf(text: SourceText, context: DocumentContext): string {
  return initialOrigin(text.chunks[0]!.text, context);
}

function zoneModel(
  text: SourceText,
  sections: readonly Block[],
  documentContext: DocumentContext,
  owners: OwnerIndex,
  changedGroups: ReadonlyMap<string, Group | undefined>,
): ZoneModel {
  const model: ZoneModel = {
    text,
    sections,
    documentContext,
    owners,
    changedGroups,
    sectionStart: (index) => text.starts[index]!,
    expected: (offset) => zoneExpected(model, offset),
    described: (offset) => zoneDescribed(model, offset),
    get editing() {
      return zoneEditing(model);
    },
  };
  return model;
}
