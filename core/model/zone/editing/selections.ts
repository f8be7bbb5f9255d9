import { comparableName } from '../../../syntax/masterFile/names';
import { innerSpan } from '../../../syntax/masterFile/strings';
import { shiftSpan, touches, type Span } from '../../../text/span';
import { blockAt, walkOf } from '../locate';
import type { StandingRecord } from '../lookup';
import { nextEntry, ownerBefore, trimBreak, wordHere } from '../walk';
import type { ZoneModel } from '../zone';
import { readData } from './rdata';
import { readDirective, standingAt, tokenAt } from './standing';

/** How far the records of one owner are followed. */
const MOST_BLOCKS = 16;

/** What a selection at an offset grows through: the text of a string, its quotes, the field, all data, the record, its owner's records. */
export function zoneSelections(model: ZoneModel, offset: number): Span[] {
  const standing = standingAt(model, offset);
  if (standing === undefined) return [];
  const { start, end } = standing;
  const at = offset - start;
  const inner =
    standing.kind === 'record' ? inRecord(standing, at) : inDirective(readDirective(standing), at);
  const spans = [...inner.map((span) => shiftSpan(span, start)), { start, end }];
  if (standing.kind === 'record') spans.push(ownerStretch(model, start, standing.entry.owner.name));
  return growing(spans, offset);
}

function inRecord({ entry }: StandingRecord, at: number): Span[] {
  const { text, rdata, tokens } = entry;
  const token = tokenAt(text, tokens, at);
  const spans: Span[] = [];
  if (token?.kind === 'quoted') spans.push(innerSpan(text, token));
  if (token !== undefined) spans.push(token.span);
  const { words } = readData(entry);
  const word = words.find((one) => one.token.span.start === token?.span.start);
  const same = word === undefined ? [] : words.filter(({ index }) => index === word.index);
  const [first] = same;
  if (first !== undefined) spans.push({ start: first.token.span.start, end: same.at(-1)!.token.span.end });
  if (touches(rdata, at)) spans.push(rdata);
  return spans;
}

function inDirective(
  { text, arguments: words, nameSpan }: ReturnType<typeof readDirective>,
  at: number,
): Span[] {
  const token = tokenAt(text, words, at);
  if (token === undefined) return touches(nameSpan, at) ? [nameSpan] : [];
  const all = { start: words[0]!.span.start, end: words.at(-1)!.span.end };
  return [...(token.kind === 'quoted' ? [innerSpan(text, token)] : []), token.span, all];
}

/** The spans that hold the offset, each larger than the one before. */
function growing(spans: readonly Span[], offset: number): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (!touches(span, offset)) continue;
    if (last === undefined) kept.push(span);
    else if (
      span.start <= last.start &&
      span.end >= last.end &&
      span.end - span.start > last.end - last.start
    ) {
      kept.push(span);
    }
  }
  return kept;
}

/** From the first to the last of an owner's records that stand together around the record that begins at `start`. */
function ownerStretch(model: ZoneModel, start: number, owner: string): Span {
  const first = blockAt(model, start);
  const last = Math.min(model.sections.length, first + MOST_BLOCKS);
  let stretch: Span | undefined;
  let same = false;
  for (let index = first; index < last; index++) {
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    if (index === first) same = ownerBefore(walk)?.name === owner;
    while (nextEntry(walk)) {
      const { head } = walk;
      if (head.kind === 'blank') continue;
      if (head.kind === 'record' && head.owner) {
        same = comparableName(wordHere(walk, 0), walk.origin) === owner;
      }
      const at = base + walk.at;
      const end = base + trimBreak(walk.text, walk.at, walk.end);
      if (head.kind === 'record' && same) stretch = { start: stretch?.start ?? at, end };
      else if (at > start) return stretch ?? { start, end: start };
      else stretch = undefined;
    }
  }
  return stretch ?? { start, end: start };
}
