import type { EntryOwner } from '../../syntax/masterFile/entry';
import type { EntryContext } from '../../syntax/masterFile/parse';
import { parseDirective, type GenerateReading } from '../../syntax/masterFile/directive';
import { sourceText, type SourceText } from '../../text/sourceText';
import type { Anchor, Include } from '../model';
import { EntryAnchor } from './anchor';
import { parseBlock, type Block, type BlockReader, type Reuse } from './block';
import { expandGenerate, generatedCount } from './generate';
import { INCLUDE_DEPTH } from './include';
import { rowOwner } from './rows';

/** Records of a zone that stand elsewhere: in a file that is included, or in the mind of a `$GENERATE`. */
export interface IncludedPart {
  readonly blocks: readonly Block[];
  /** Whether all of it could be read. */
  readonly complete: boolean;
  /** Whether it says something of times to live, or may. */
  readonly statesTtl: boolean;
}

/** The parts by the directive that they come from. */
export type IncludedParts = ReadonlyMap<Anchor, IncludedPart>;

/** How many records and files are read for the directives of one document; beyond, the zone counts as incomplete. */
const MOST_RECORDS = 2_000_000;
const MOST_GENERATED = 1 << 16;
const MOST_FILES = 1000;

interface Budget {
  records: number;
  files: number;
}

interface Gathering {
  readonly reader: BlockReader;
  readonly blocks: Block[];
  readonly budget: Budget;
  complete: boolean;
  statesTtl: boolean;
}

const NO_REUSE: Reuse = () => undefined;

/**
 * The parts that the directives of `sections` bring in.
 * @param known those of the model before: a directive that is still there keeps its part
 */
export function includedParts(
  sections: readonly Block[],
  known: IncludedParts,
  reader: BlockReader,
): IncludedParts {
  const parts = new Map<Anchor, IncludedPart>();
  const budget: Budget = { records: MOST_RECORDS, files: MOST_FILES };
  for (const block of sections) {
    for (const source of block.sources) {
      const { anchor } = block.placed[source]!;
      const part = known.get(anchor) ?? readPart(block, source, reader, budget);
      parts.set(anchor, part);
    }
  }
  return parts;
}

function readPart(block: Block, source: number, reader: BlockReader, budget: Budget): IncludedPart {
  const gathering: Gathering = { reader, blocks: [], budget, complete: true, statesTtl: false };
  follow(gathering, block, source, reader.document.include, 0);
  const { blocks, complete, statesTtl } = gathering;
  return { blocks, complete, statesTtl };
}

/** Reads what the directive at `placed[source]` of a block brings in. */
function follow(
  gathering: Gathering,
  block: Block,
  source: number,
  include: Include | undefined,
  depth: number,
): void {
  const placed = block.placed[source]!;
  if (!(placed.anchor instanceof EntryAnchor)) return;
  const directive = parseDirective(placed.anchor.text, placed.anchor.context);
  if (directive.generate !== undefined) {
    const { origin } = directive;
    readText(
      gathering,
      sourceText(generated(gathering, directive.generate, directive.text)),
      { origin },
      undefined,
      depth,
    );
  } else if (directive.include !== undefined) {
    const found = depth < INCLUDE_DEPTH ? include?.(directive.include.file) : undefined;
    if (found === undefined || 'problem' in found || gathering.budget.files-- <= 0) {
      gathering.complete = false;
      gathering.statesTtl = true;
      return;
    }
    const owner = ownerAt(block, placed.at);
    const context = { origin: directive.include.origin, ...(owner && { owner }) };
    readText(gathering, found.text, context, found.include, depth + 1);
  } else {
    gathering.complete = false;
    gathering.statesTtl = true;
  }
}

/** The owner in force at a place of a block: an included file begins with it, as BIND has it. */
function ownerAt(block: Block, at: number): EntryOwner | undefined {
  const { table } = block;
  let row = table.rows - 1;
  while (row >= 0 && table.at[row]! > at) row--;
  if (row < 0) return block.context.owner;
  const name = rowOwner(block, row);
  return { name, written: name };
}

function readText(
  gathering: Gathering,
  text: SourceText,
  context: EntryContext,
  include: Include | undefined,
  depth: number,
): void {
  let state = context;
  let carry = 0;
  for (let i = 0; i < text.chunks.length; i++) {
    if (gathering.budget.records <= 0) {
      gathering.complete = false;
      return;
    }
    const block = parseBlock(text.chunks, i, carry, state, NO_REUSE, gathering.reader);
    gathering.budget.records -= block.table.rows;
    gathering.blocks.push(block);
    if (block.ttl.stated !== undefined || block.ttl.last !== undefined) gathering.statesTtl = true;
    for (const source of block.sources) follow(gathering, block, source, include, depth);
    state = block.contextOut;
    carry = block.carryOut;
  }
}

/** The records of a `$GENERATE` as lines. */
function generated(gathering: Gathering, reading: GenerateReading, text: string): string {
  const most = Math.min(MOST_GENERATED, gathering.budget.records);
  if (generatedCount(reading) > most) gathering.complete = false;
  const head = `${reading.ttl === undefined ? '' : `${reading.ttl.seconds} `}${
    reading.class === undefined ? '' : `${text.slice(reading.class.start, reading.class.end)} `
  }${reading.typeName}`;
  const lines: string[] = [];
  for (const record of expandGenerate(reading, most)) {
    if (record === undefined) gathering.complete = false;
    else lines.push(`${record.owner} ${head} ${record.data}\n`);
  }
  return lines.join('');
}
