import type { EntryContext } from '../../syntax/masterFile/parse';
import type { Chunk, SourceText } from '../../text/sourceText';
import type { Anchor, ChangedGroups, DocumentContext, Model, Reader } from '../model';
import { anchorIdentity, EntryAnchor } from './anchor';
import { blockReader, parseBlock, type Block, type BlockReader, type Reuse } from './block';
import { askersOf, changesBetween, questionsOf, together, touchedGroups } from './changes';
import { zoneDescribed, zoneExpected } from './cursor';
import { zoneEditing } from './editing';
import { FILE_KEY, allGroups, groupOf, groupPlaces, groupsIn } from './groups';
import { includedParts, type IncludedPart, type IncludedParts } from './included';
import { blockAt } from './locate';
import { initialOrigin } from './origin';
import { rowOwner } from './rows';
import { ttlBefore } from './ttls';
import type { TtlState } from './walk';
import { addBlock, orderBlocks, removeBlock, zoneIndex, type ZoneIndex } from './zoneIndex';

/** A zone file as blocks of entries; see docs/architecture.md, "How a keystroke stays cheap". */
export interface ZoneModel extends Model {
  readonly sections: readonly Block[];
  readonly documentContext: DocumentContext;
  readonly index: ZoneIndex;
  /** What `$INCLUDE` and `$GENERATE` bring in. */
  readonly parts: IncludedParts;
  /** The zone's own name: the owner of its first SOA record, else the origin where that is more than the root. */
  readonly apex: string | undefined;
  /** Whether all that belongs to the zone could be read. */
  readonly complete: boolean;
  /** The times to live in force at the beginning of a block. */
  ttlBefore(index: number): TtlState;
}

/** Whether a model is that of a zone file. */
export function isZoneModel(model: Model): model is ZoneModel {
  return 'index' in model && 'documentContext' in model;
}

/** Reads master files (RFC 1035 §5). */
export const zoneReader: Reader = Object.freeze({
  open: openZone,
  openInSteps: openSteps,
  update: updateZone,
  saved: savedZone,
});

const NO_REUSE: Reuse = () => undefined;
const NO_PARTS: IncludedParts = new Map();

/** The SOA record stands near the beginning (RFC 1035 §5.2 wants one; the servers want it first). */
const HEAD_BLOCKS = 4;

function openZone(text: SourceText, context: DocumentContext): ZoneModel {
  const steps = openSteps(text, context);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Reads a zone block by block; what is read is only there at the end. */
function* openSteps(text: SourceText, context: DocumentContext): Generator<Block, ZoneModel> {
  const origin = originOf(text, context);
  let apex = apexOf([], NO_PARTS, origin);
  for (;;) {
    const blocks: Block[] = [];
    const reader = blockReader(context, apex);
    // What lies in the zone is told while reading, so its name is looked for first.
    readBlocks(text, HEAD_BLOCKS, origin, blocks, reader);
    const named = apexOf(blocks, NO_PARTS, origin);
    if (named !== apex && blocks.some(({ soas }) => soas.length > 0)) {
      apex = named;
      continue;
    }
    yield* blocks;
    while (blocks.length < text.chunks.length) {
      readBlocks(text, blocks.length + 1, origin, blocks, reader);
      yield blocks.at(-1)!;
    }
    const parts = includedParts(blocks, NO_PARTS, reader);
    const found = apexOf(blocks, parts, origin);
    if (found === apex) return indexed(text, blocks, context, parts, apex);
    apex = found;
  }
}

function indexed(
  text: SourceText,
  blocks: readonly Block[],
  context: DocumentContext,
  parts: IncludedParts,
  apex: string | undefined,
): ZoneModel {
  const index = zoneIndex(text.lineCount);
  for (const block of blocks) addBlock(index, block);
  for (const { blocks: included } of parts.values()) for (const block of included) addBlock(index, block);
  orderBlocks(index, blocks);
  const model: ZoneModel = zoneModel(text, blocks, context, index, parts, apex, {
    everything: true,
    get keys() {
      return allGroups(model);
    },
  });
  return model;
}

/** Reads on until there are `count` blocks, or as many as there are chunks. */
function readBlocks(
  { chunks }: SourceText,
  count: number,
  origin: string,
  blocks: Block[],
  reader: BlockReader,
): void {
  while (blocks.length < Math.min(count, chunks.length)) {
    const before = blocks.at(-1);
    const context = before?.contextOut ?? { origin };
    blocks.push(parseBlock(chunks, blocks.length, before?.carryOut ?? 0, context, NO_REUSE, reader));
  }
}

/** The owner of the first SOA record, else the origin where it is more than the root. */
function apexOf(sections: readonly Block[], parts: IncludedParts, origin: string): string | undefined {
  const first = (blocks: readonly Block[]): string | undefined => {
    const block = blocks.find(({ soas }) => soas.length > 0);
    return block && rowOwner(block, block.soas[0]!);
  };
  const own = first(sections);
  if (own !== undefined) return own;
  for (const part of parts.values()) {
    const there = first(part.blocks);
    if (there !== undefined) return there;
  }
  return origin === '.' ? undefined : origin;
}

/**
 * Reads only the blocks whose chunk, context or beginning changed. The previous model must not be used any more:
 * its index moves on to the new one.
 */
function updateZone(previous: Model, text: SourceText): Model {
  if (!isZoneModel(previous)) throw new TypeError('not a zone model');
  const old = previous.sections;
  const { chunks } = text;
  const { documentContext: context, index } = previous;

  // The origin is told from the first chunk; while that is the same, so is the origin.
  const origin = old[0]?.chunk === chunks[0] ? old[0]!.context.origin : originOf(text, context);
  const first = commonStart(old, chunks, origin);
  const kept = commonEnd(old, chunks, first);
  const oldEnd = old.length - kept;
  const newEnd = chunks.length - kept;

  const reader = blockReader(context, previous.apex);
  const reuse = reusing(old, first, oldEnd);
  const fresh: Block[] = [];
  let state: EntryContext = old[first - 1]?.contextOut ?? { origin };
  let carry = old[first - 1]?.carryOut ?? 0;
  const step = (chunk: number, anew: Reuse): void => {
    const block = parseBlock(chunks, chunk, carry, state, anew, reader);
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

  const hadParts = previous.parts.size > 0 || fresh.some(({ sources }) => sources.length > 0);
  const parts = hadParts ? includedParts(blocks, previous.parts, reader) : previous.parts;
  const apex = apexOf(blocks, parts, origin);
  if (apex !== previous.apex) return openZone(text, context);

  const gone = partsOnlyIn(previous.parts, parts);
  const come = partsOnlyIn(parts, previous.parts);
  for (const block of [...removed, ...gone]) removeBlock(index, block);
  for (const block of [...fresh, ...come]) addBlock(index, block);
  orderBlocks(index, blocks);
  const ttlStated = ttlBefore(blocks, first).stated !== undefined;
  const changes = together([changesBetween(removed, fresh, ttlStated), changesBetween(gone, come, true)]);
  const everything = isComplete(parts, context) !== previous.complete;
  const touched = touchedGroups(index, changes, apex);
  for (const key of touched) index.places.delete(key);
  const changed: ChangedGroups = {
    everything,
    get keys() {
      return everything ? allGroups(model) : touched;
    },
  };
  const answers = (): Iterable<number> => questionsOf(changes, apex);
  const model: ZoneModel = zoneModel(text, blocks, context, index, parts, apex, changed, answers);
  return model;
}

/** The zone when its file holds just what it holds: only what is told of the file as a whole may differ. */
function savedZone(previous: Model): Model {
  if (!isZoneModel(previous)) throw new TypeError('not a zone model');
  const { text, sections, documentContext, index, parts, apex } = previous;
  const context = { ...documentContext, saved: text };
  return zoneModel(text, sections, context, index, parts, apex, { everything: false, keys: [FILE_KEY] });
}

function partsOnlyIn(parts: IncludedParts, others: IncludedParts): Block[] {
  if (parts === others) return [];
  return [...parts].flatMap(([anchor, part]) => (others.get(anchor) === part ? [] : part.blocks));
}

/** A file that another includes is but a part of its zone, and a file that could not be read may hold anything. */
function isComplete(parts: IncludedParts, { included }: DocumentContext): boolean {
  return included !== true && [...parts.values()].every((part: IncludedPart) => part.complete);
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
      if (!(anchor instanceof EntryAnchor)) continue;
      const key = anchorIdentity(anchor.text, anchor.context);
      const alike = anchors.get(key);
      if (alike === undefined) anchors.set(key, [anchor]);
      else alike.push(anchor);
    }
  }
  return (text, context) => anchors.get(anchorIdentity(text, context))?.shift();
}

function originOf(text: SourceText, context: DocumentContext): string {
  return initialOrigin(text.chunks[0]!.text, context);
}

function zoneModel(
  text: SourceText,
  sections: readonly Block[],
  documentContext: DocumentContext,
  index: ZoneIndex,
  parts: IncludedParts,
  apex: string | undefined,
  changedGroups: ChangedGroups,
  changedAnswers: () => Iterable<number> = () => [],
): ZoneModel {
  const ttls = new Map<number, TtlState>();
  const model: ZoneModel = {
    text,
    sections,
    documentContext,
    index,
    parts,
    apex,
    complete: isComplete(parts, documentContext),
    changedGroups,
    get changedAnswers() {
      return changedAnswers();
    },
    ttlBefore(block) {
      let state = ttls.get(block);
      if (state === undefined) ttls.set(block, (state = ttlBefore(sections, block)));
      return state;
    },
    sectionStart: (block) => text.starts[block]!,
    *askers(questions) {
      for (const question of questions) yield* askersOf(index, question);
    },
    allGroups: () => allGroups(model),
    group: (key) => groupOf(model, key),
    groupPlaces: (key) => groupPlaces(model, key),
    sectionAt: (offset) => blockAt(model, offset),
    groupsIn: (span) => groupsIn(model, span),
    expected: (offset, now) => zoneExpected(model, offset, now),
    described: (offset) => zoneDescribed(model, offset),
    get editing() {
      return zoneEditing(model);
    },
  };
  return model;
}
