import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import type { SourceText } from '../../text/sourceText';
import { shiftSpan, type Span } from '../../text/span';
import { isSerial } from '../../values/serial';
import { rowEntry } from './rows';
import { contextHere, nextEntry, sourceHere, walkBlock, wordHere } from './walk';
import type { ZoneModel } from './zone';

/** The first SOA record of a zone file, and its serial as far as there is one. */
export interface StandingSoa {
  readonly start: number;
  readonly entry: ZoneEntry;
  /** Document offsets. */
  readonly span?: Span;
  /** Absent where what stands there is no number of 32 bits (RFC 1035 §3.3.13). */
  readonly serial?: number;
}

/** The first SOA record of a zone file; undefined where there is none. */
export function firstSoa(model: ZoneModel): StandingSoa | undefined {
  const index = model.sections.findIndex(({ soas }) => soas.length > 0);
  const block = model.sections[index];
  if (block === undefined) return undefined;
  const [row] = block.soas;
  const start = model.text.starts[index]! + block.table.at[row!]!;
  const entry = rowEntry(block, row!);
  return { start, entry, ...serialOf(start, entry) };
}

/** The serial of the first SOA record in a text, which need not be that of an open document. */
export function serialIn(text: SourceText): number | undefined {
  let context: EntryContext = { origin: '.' };
  let carry = 0;
  for (let index = 0; index < text.chunks.length; index++) {
    const walk = walkBlock(text.chunks, index, carry, context);
    while (nextEntry(walk)) {
      if (walk.head.type < 0 || wordHere(walk, walk.head.type).toUpperCase() !== 'SOA') continue;
      return serialOf(0, parseEntry(sourceHere(walk), contextHere(walk))).serial;
    }
    carry = Math.max(0, Math.max(carry, walk.end) - walk.limit);
    context = contextHere(walk);
  }
  return undefined;
}

function serialOf(start: number, { data, text }: ZoneEntry): Pick<StandingSoa, 'span' | 'serial'> {
  const span = data.fields.find(({ field }) => field.name === 'serial')?.span;
  if (span === undefined) return {};
  const written = text.slice(span.start, span.end);
  const serial = /^\d{1,12}$/.test(written) ? Number(written) : NaN;
  return { span: shiftSpan(span, start), ...(isSerial(serial) && { serial }) };
}
