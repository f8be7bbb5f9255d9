import type { Edit, Span } from './span';

/**
 * One run of a {@link JoinedText}: `to - from` decoded characters that come from `source`.
 * In a plain run the characters stand one for one in the source; in any other run (an escape such as `\;` or
 * `\059`) one decoded character comes from several source characters.
 */
export interface Run {
  /** Where the run begins in the decoded text. */
  readonly from: number;
  readonly to: number;
  /** The source characters, counted from the base of the JoinedText. */
  readonly source: Span;
  /** Which of the joined source pieces (character-strings) the run belongs to. */
  readonly piece: number;
}

/** A source piece that was joined: one character-string of RFC 1035 §5.1, or one value. */
export interface JoinedPiece {
  /** The characters inside the quotes, or the word. Counted from the base. */
  readonly source: Span;
  readonly quoted: boolean;
  /** Decoded range that the piece contributed. */
  readonly from: number;
  readonly to: number;
}

/**
 * Several source pieces read as one string, as a receiver reads the character-strings of a TXT record
 * (RFC 7208 §3.3, RFC 6376 §3.6.2.2: joined without a blank). Offsets into `text` map back to the source.
 */
export interface JoinedText {
  readonly text: string;
  readonly pieces: readonly JoinedPiece[];
  readonly runs: readonly Run[];
}

/** The run that holds decoded offset `at`; at the very end, the last run. Undefined for an empty text. */
function runAt(joined: JoinedText, at: number): Run | undefined {
  const { runs } = joined;
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

/** Where decoded offset `at` begins in the source (before the character it counts to). */
export function sourceStart(joined: JoinedText, at: number): number {
  const run = runAt(joined, at);
  if (run === undefined) return joined.pieces[0]?.source.start ?? 0;
  if (at >= run.to) return run.source.end;
  return isPlain(run) ? run.source.start + (at - run.from) : run.source.start;
}

/** Where the character before decoded offset `at` ends in the source. */
export function sourceEnd(joined: JoinedText, at: number): number {
  if (at === 0) return sourceStart(joined, 0);
  const run = runAt(joined, at - 1);
  if (run === undefined) return joined.pieces[0]?.source.start ?? 0;
  return isPlain(run) ? run.source.start + (at - run.from) : run.source.end;
}

function isPlain(run: Run): boolean {
  return run.to - run.from === run.source.end - run.source.start;
}

/** The source span of decoded range [from, to). Of an empty range: the empty span before `from`. */
export function sourceSpan(joined: JoinedText, from: number, to: number): Span {
  const start = sourceStart(joined, from);
  return { start, end: to <= from ? start : Math.max(start, sourceEnd(joined, to)) };
}

/**
 * The decoded offset that source offset `offset` (counted from the base) stands for: a cursor inside an escape
 * counts as before it, one between two pieces as at their joint. Undefined outside of all pieces.
 */
export function decodedOffset(joined: JoinedText, offset: number): number | undefined {
  const first = joined.pieces[0];
  const last = joined.pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (offset < first.source.start || offset > last.source.end) return undefined;
  for (const piece of joined.pieces) {
    if (offset < piece.source.start) return piece.from;
    if (offset > piece.source.end) continue;
    for (const run of joined.runs) {
      if (run.from < piece.from || run.to > piece.to || offset >= run.source.end) continue;
      return isPlain(run) ? run.from + Math.max(0, offset - run.source.start) : run.from;
    }
    return piece.to;
  }
  return last.to;
}

/** How a decoded text is written inside a piece of the source. */
export type Encode = (text: string, quoted: boolean) => string;

/** The index of the first piece that does not end before decoded offset `at`; the number of pieces where all do. */
function firstPiece({ pieces }: JoinedText, at: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.to < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The edits that make decoded range [from, to) read `text`, leaving quotes, splits and comments as they stand:
 * the new text goes where the range begins, and what the range covers in further pieces is taken out there.
 * @param encode writes decoded text for the source (escapes quotes and the like)
 * @returns edits counted from the base
 */
export function replaceDecoded(
  joined: JoinedText,
  from: number,
  to: number,
  text: string,
  encode: Encode,
): Edit[] {
  const { pieces } = joined;
  // Pieces follow each other, so those that the range touches stand side by side.
  let first = firstPiece(joined, from);
  const home = pieces[first];
  while (first < pieces.length && pieces[first]!.to === from) first++;
  let last = first;
  while (last < pieces.length && pieces[last]!.from < to) last++;
  const touched = pieces.slice(first, last);
  if (touched.length === 0) {
    const at = home?.from === from ? home.source.start : sourceEnd(joined, from);
    return [{ span: { start: at, end: at }, text: encode(text, home?.quoted ?? true) }];
  }
  return touched.map((p, index) => ({
    span: sourceSpan(joined, Math.max(from, p.from), Math.min(to, p.to)),
    text: index === 0 ? encode(text, p.quoted) : '',
  }));
}

/** A JoinedText of one plain piece: `text` as it stands in the source from offset `start` on. */
export function plainJoined(text: string, start: number): JoinedText {
  const source = { start, end: start + text.length };
  return {
    text,
    pieces: [{ source, quoted: false, from: 0, to: text.length }],
    runs: text === '' ? [] : [{ from: 0, to: text.length, source, piece: 0 }],
  };
}
