import { entryScan, scanEntry } from '../../../syntax/masterFile/scan';
import { lineStart, positionAt, slice, type SourceText } from '../../../text/sourceText';
import { applyEdits, shiftEdit, type Edit, type Span } from '../../../text/span';
import { blockAt, walkOf } from '../locate';
import { nextEntry } from '../walk';
import type { ZoneModel } from '../zone';

/** The scanner looks no farther: it follows quotes and parentheses only so many lines. */
const SWAY_LINES = 96;
const SWAY_UNITS = 1 << 13;

/** More entries out of order than this are not looked at one by one. */
const MOST = 200;

/**
 * Where a quote or parenthesis is not closed, the scanner guesses where its entry ends from the lines behind it.
 * Blanks there must not change the guess: edits that would are left out.
 * @param edits in document order, none over another, none within `broken`
 * @param broken the entries whose quotes or parentheses are out of order, in document order
 */
export function withoutSideEffects(
  text: SourceText,
  edits: readonly Edit[],
  broken: readonly Span[],
): readonly Edit[] {
  let left = edits;
  if (broken.length > MOST) {
    const [first] = broken;
    const last = broken.at(-1)!;
    return without(left, { start: first!.start, end: swayEnd(text, last.end) });
  }
  for (let settled = false; !settled;) {
    settled = true;
    for (const entry of broken) {
      const sway = swayEnd(text, entry.end);
      const inside = left.filter(({ span }) => span.start >= entry.start && span.start < sway);
      if (inside.length === 0 || endsAlike(text, entry, sway, inside)) continue;
      left = without(left, { start: entry.start, end: sway });
      settled = false;
    }
  }
  return left;
}

/** How far the text behind an entry that is out of order may have a say in where it ends. */
export function swayEnd(text: SourceText, end: number): number {
  const line = positionAt(text, end).line;
  return Math.min(text.length, Math.max(end + SWAY_UNITS, lineStart(text, line + SWAY_LINES)));
}

function without(edits: readonly Edit[], { start, end }: Span): Edit[] {
  return edits.filter(({ span }) => span.start < start || span.start >= end);
}

/** Whether the entry, which itself is not edited, ends where it ended when the text behind it is. */
function endsAlike(text: SourceText, entry: Span, end: number, edits: readonly Edit[]): boolean {
  const to = Math.max(end, edits.at(-1)!.span.end);
  const window = slice(text, entry.start, to);
  const after = applyEdits(
    window,
    edits.map((edit) => shiftEdit(edit, -entry.start)),
  );
  const scan = entryScan();
  scanEntry(after, 0, scan);
  return scan.broken && scan.end === entry.end - entry.start;
}

/** The entries that are out of order and may have a say in a span, or in which it has one. */
export function brokenAround(model: ZoneModel, { start, end }: Span): Span[] {
  const broken: Span[] = [];
  for (let index = Math.max(0, blockAt(model, start) - 1); index < model.sections.length; index++) {
    const base = model.text.starts[index]!;
    if (base > end) break;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      if (walk.scan.broken) broken.push({ start: base + walk.at, end: base + walk.end });
    }
  }
  return broken;
}
