import { recogniseRecord } from '../../records/recognise';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { parseDirective } from '../../syntax/masterFile/directive';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import type { Chunk } from '../../text/sourceText';
import type { Anchor, DocumentContext, Facet, Placed, Section } from '../model';
import { judgedDirective } from './include';
import { contextHere, nextEntry, sourceHere, ttlHere, walkBlock, type TtlState } from './walk';

/**
 * The entries that begin in one chunk of the text. What a block holds depends on its chunk, on where its first
 * entry begins and on the context; it is kept while these stay the same.
 */
export interface Block extends Section {
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
  /** How many records begin here. */
  readonly records: number;
}

/** Gives back the anchor of an unchanged entry, where there is one from before the edit. */
export type Reuse = (text: string, context: EntryContext) => Anchor | undefined;

/** The zone entry of an anchor. */
export function entryOf(anchor: Anchor): ZoneEntry | undefined {
  const facet = anchor.facets[0];
  return facet?.kind === 'zone-entry' ? facet.value : undefined;
}

/** The mail-authentication record of an anchor, where it is one. */
export function recordOf(anchor: Anchor): ReturnType<typeof recogniseRecord> {
  for (const facet of anchor.facets) {
    if (facet.kind === 'dmarc-policy' || facet.kind === 'report-authorisation') return facet;
  }
  return undefined;
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
  document: DocumentContext,
): Block {
  const chunk = chunks[index]!;
  const placed: Placed[] = [];
  const walk = walkBlock(chunks, index, carryIn, context);
  let records = 0;
  while (nextEntry(walk)) {
    const { head, scan, at } = walk;
    if (head.kind === 'record') records++;
    if (head.kind !== 'record' && head.kind !== 'blank') {
      const directive = parseDirective(sourceHere(walk), walk);
      const value = judgedDirective(directive, document);
      placed.push({ at, anchor: { facets: [{ kind: 'zone-directive', value }] } });
    } else if (scan.broken || head.notable) {
      const source = sourceHere(walk);
      const here = contextHere(walk);
      placed.push({ at, anchor: reuse(source, here) ?? anchorOf(parseEntry(source, here)) });
    }
  }
  const over = carryIn > walk.limit ? carryIn : walk.end;
  return {
    placed,
    chunk,
    carryIn,
    context,
    overran: chunks.slice(index + 1, walk.chunk),
    carryOut: Math.max(0, over - walk.limit),
    contextOut: contextHere(walk),
    ttl: ttlHere(walk),
    records,
  };
}

function anchorOf(entry: ZoneEntry): Anchor {
  const own: Facet = { kind: 'zone-entry', value: entry };
  const record = recogniseRecord(entry);
  return { facets: record === undefined ? [own] : [own, record] };
}
