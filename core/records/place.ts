import type { Range } from '../syntax/tagList';
import type { Candidate, Expectation } from '../text/cursor';
import {
  decodedOffset,
  sourceSpan,
  sourceStart,
  type JoinedPiece,
  type JoinedText,
} from '../text/joinedText';
import type { Span } from '../text/span';
import { encoderLike, quoteCharacters, splitCharacters, STRING_LIMIT } from '../values/characterString';
import { utf8Length } from '../values/utf8';

/** The cursor in a record's text. */
export interface TextPlace {
  readonly text: JoinedText;
  /** In the decoded text. */
  readonly at: number;
  /** The character-string in which it writes. */
  readonly piece: JoinedPiece;
  /** The entry's source. */
  readonly source: string;
}

/**
 * The cursor's place in a text; undefined between its strings and outside of them.
 * @param source the entry's
 */
export function placeIn(text: JoinedText, offset: number, source: string): TextPlace | undefined {
  const at = decodedOffset(text, offset);
  const piece = text.pieces.find(({ source }) => source.start <= offset && offset <= source.end);
  return at === undefined || piece === undefined ? undefined : { text, at, piece, source };
}

/**
 * Candidates for a part of a record's text, written as the text is: with its way of escaping, and so that no string
 * grows beyond 255 octets. What the part has in other strings goes; quotes, splits and comments stay.
 * @param range holds the cursor
 * @param candidates what they insert is decoded text
 * @returns undefined where there are none
 */
export function offering(
  place: TextPlace,
  range: Range,
  candidates: readonly Candidate[],
): Expectation | undefined {
  if (candidates.length === 0) return undefined;
  const { text, piece } = place;
  const own: Range = { from: Math.max(range.from, piece.from), to: Math.min(range.to, piece.to) };
  const also = text.pieces.flatMap((other, index): Span[] => {
    const from = Math.max(range.from, other.from);
    const to = Math.min(range.to, other.to);
    if (other === piece || from >= to) return [];
    const whole = from === other.from && to === other.to;
    return [(whole ? stringBehind(place, index) : undefined) ?? sourceSpan(text, from, to)];
  });
  const write = writerAt(place, own);
  return {
    replace: spanIn(place, own),
    candidates: candidates.map((candidate) => ({
      ...candidate,
      insert: write(candidate.insert ?? candidate.label),
    })),
    ...(also.length > 0 && { also }),
  };
}

/** Whole records in place of all of the text; a word without quotes gets them, as a record has blanks in it. */
export function offeringWhole(place: TextPlace, candidates: readonly Candidate[]): Expectation | undefined {
  const { text, piece } = place;
  if (piece.quoted || text.pieces.length > 1) {
    return offering(place, { from: 0, to: text.text.length }, candidates);
  }
  return {
    replace: piece.source,
    candidates: candidates.map((candidate) => ({ ...candidate, insert: quoteCharacters(candidate.label) })),
  };
}

/** A string with the blanks before it, where nothing else lies between it and another one; so none is left empty. */
function stringBehind({ text: { pieces }, source }: TextPlace, index: number): Span | undefined {
  const before = pieces[index - 1];
  const { source: own, quoted } = pieces[index]!;
  if (before === undefined || !before.quoted || !quoted || source[own.end] !== '"') return undefined;
  const gap = source.slice(before.source.end, own.start);
  return /^"[ \t]+"$/.test(gap) ? { start: before.source.end + 1, end: own.end + 1 } : undefined;
}

/** The source of a part of the cursor's string; a part without characters lies where that string has it. */
function spanIn({ text, piece }: TextPlace, { from, to }: Range): Span {
  if (from < to) return sourceSpan(text, from, to);
  let at = sourceStart(text, from);
  if (from >= piece.to) at = piece.source.end;
  else if (from <= piece.from) at = piece.source.start;
  return { start: at, end: at };
}

/** Writes text in place of a part of the cursor's string, with a split where the string would be too long. */
function writerAt({ text, piece }: TextPlace, own: Range): (insert: string) => string {
  const encode = encoderLike(text);
  const head = utf8Length(text.text.slice(piece.from, own.from));
  const tail = utf8Length(text.text.slice(own.to, piece.to));
  const before = utf8Length(text.text.slice(piece.from, piece.to));
  const split = piece.quoted ? '" "' : ' ';
  return (insert) => {
    const length = utf8Length(insert);
    // A string that is too long already is another matter.
    if (head + length + tail <= STRING_LIMIT || before > STRING_LIMIT) return encode(insert, piece.quoted);
    const written = splitCharacters(insert)
      .map((part) => encode(part, piece.quoted))
      .join(split);
    const behind = head + length > STRING_LIMIT && head > 0;
    const inFront = (behind ? length : head + length) + tail > STRING_LIMIT && tail > 0;
    return `${behind ? split : ''}${written}${inFront ? split : ''}`;
  };
}
