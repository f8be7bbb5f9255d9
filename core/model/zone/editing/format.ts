import { slice } from '../../../text/sourceText';
import type { Edit, Span } from '../../../text/span';
import type { FormatOptions } from '../../editing';
import { blockAt, walkOf } from '../locate';
import { nextEntry, sourceHere, trimBreak } from '../walk';
import type { ZoneModel } from '../zone';
import type { Blanks } from './columns';
import { swayEnd, withoutSideEffects } from './guard';
import { layGroup } from './lay';
import { rowHere, type Row } from './row';

/** So many records at most share their columns; a file of a million records has to be laid out piece by piece. */
const GROUP = 1000;

/** So many edits are handed out at once. */
const BATCH = 2000;

/** In longer documents, edits that stand close to each other become one. */
const LONG_DOCUMENT = 20_000;
const CLOSE = 400;

/**
 * Lays out a zone file, or the entries that touch a span of it: the columns of records that stand together (blank
 * lines and directives part them), the lines within parentheses, and comments behind records. Only blanks and tabs
 * change; no line comes, goes or moves, and what is out of order stays as it is.
 * @returns batches of edits in document order, so that a long document can be done in slices
 */
export function* formatZone(
  model: ZoneModel,
  options: FormatOptions,
  span: Span = { start: 0, end: model.text.length },
): Generator<readonly Edit[], undefined> {
  const blanks = blanksOf(options);
  const compact = model.text.lineCount > LONG_DOCUMENT;
  let edits: Edit[] = [];
  let broken: Span[] = [];
  let group: Row[] = [];
  let parted = false;
  const touchesSpan = (start: number, end: number) => start <= span.end && end >= span.start;

  const lay = (): void => {
    layGroup(group, blanks).forEach((found, index) => {
      const { start, text } = group[index]!;
      if (touchesSpan(start, start + text.length)) for (const edit of found) edits.push(edit);
    });
    group = [];
  };
  const hand = (): readonly Edit[] => {
    edits.sort((a, b) => a.span.start - b.span.start);
    const safe = broken.length === 0 ? edits : withoutSideEffects(model.text, edits, broken);
    edits = [];
    broken = [];
    return compact ? together(model, safe) : safe;
  };

  let quietFrom = 0;
  for (let index = Math.max(0, blockAt(model, span.start) - 1); index < model.sections.length; index++) {
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      const start = base + walk.at;
      const end = base + trimBreak(walk.text, walk.at, walk.end);
      if (walk.scan.broken) {
        lay();
        broken.push({ start, end: base + walk.end });
        quietFrom = swayEnd(model.text, base + walk.end);
        continue;
      }
      const row = rowHere(walk, base);
      if (row === undefined) {
        if (walk.head.kind === 'blank' && isBlank(sourceHere(walk))) {
          parted = true;
          if (end > start && touchesSpan(start, end)) edits.push({ span: { start, end }, text: '' });
        }
        continue;
      }
      const inherits = row.kind === 'record' && row.owner < 0;
      const joins = group.length > 0 && group[0]!.kind === row.kind && (!parted || inherits);
      if (!joins || group.length >= GROUP) {
        lay();
        if (start > span.end) {
          yield hand();
          return undefined;
        }
        if (edits.length > BATCH && start >= quietFrom) yield hand();
      }
      parted = false;
      group.push(row);
    }
  }
  lay();
  yield hand();
  return undefined;
}

function blanksOf({ tabSize, insertSpaces }: FormatOptions): Blanks {
  return {
    tabSize: Number.isInteger(tabSize) && tabSize > 0 && tabSize <= 64 ? tabSize : 8,
    spaces: insertSpaces,
  };
}

function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

/** Joins edits that stand close to each other, so that a document of a million records does not need millions. */
function together(model: ZoneModel, edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  let pieces: string[] = [];
  let start = 0;
  let end = -1;
  const close = (): void => {
    if (pieces.length > 0) joined.push({ span: { start, end }, text: pieces.join('') });
    pieces = [];
  };
  for (const edit of edits) {
    if (pieces.length > 0 && edit.span.start - end <= CLOSE) {
      pieces.push(slice(model.text, end, edit.span.start));
    } else {
      close();
      start = edit.span.start;
    }
    pieces.push(edit.text);
    end = edit.span.end;
  }
  close();
  return joined;
}
