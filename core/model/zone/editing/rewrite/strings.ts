import type { EntryProblemKind, ZoneEntry } from '../../../../syntax/masterFile/entry';
import type { JoinedPiece } from '../../../../text/joinedText';
import type { Edit } from '../../../../text/span';
import { STRING_LIMIT } from '../../../../values/characterString';
import { utf8Length } from '../../../../values/utf8';

/** What does not put in doubt which strings there are. */
const HARMLESS: ReadonlySet<string> = new Set<EntryProblemKind>(['string-too-long', 'bad-character']);

/** The strings of a TXT record, where all of its words are in order and nothing cuts them off. */
export function piecesOf({ strings, problems, text, tokens }: ZoneEntry): readonly JoinedPiece[] {
  const cut = tokens.some(
    ({ kind, span }, i) => kind === 'comment' && i > 0 && tokens[i - 1]!.span.end === span.start,
  );
  const unsure = problems.some(({ kind }) => !HARMLESS.has(kind)) || cut || /\r(?!\n)/.test(text);
  return strings === undefined || unsure ? [] : strings.pieces;
}

/** Puts words that are strings into quotes. */
export function quotedStrings(entry: ZoneEntry): Edit[] {
  return piecesOf(entry)
    .filter(({ quoted }) => !quoted)
    .map(({ source }) => ({ span: source, text: `"${entry.text.slice(source.start, source.end)}"` }));
}

/** The length from which on a string is long enough to be split for the eye, and of what it is split into. */
const LONG = 100;
const PART = 72;

/** Splits long quoted strings into shorter ones, where it can behind a blank or semicolon. */
export function splitStrings(entry: ZoneEntry): Edit[] {
  return piecesOf(entry).flatMap((piece) => {
    if (!piece.quoted || piece.source.end - piece.source.start < LONG) return [];
    return cutsOf(entry, piece).map((at) => ({ span: { start: at, end: at }, text: '" "' }));
  });
}

/** Where the parts of a string begin in the source: never within an escape or a character of two code units. */
function cutsOf({ text, strings }: ZoneEntry, piece: JoinedPiece): number[] {
  const cuts: number[] = [];
  let from = piece.source.start;
  let good = -1;
  for (const at of stepsOf(
    text,
    strings!.runs.filter((run) => run.from >= piece.from && run.to <= piece.to),
  )) {
    if (at <= from || at >= piece.source.end) continue;
    if (/[; ]/.test(text.charAt(at - 1)) && at - from >= PART / 2 && at - from <= PART) good = at;
    if (at - from < PART) continue;
    const cut = good > from ? good : at;
    cuts.push(cut);
    from = cut;
    good = -1;
  }
  return cuts;
}

/** Where characters of the source begin: an escape is one. */
function* stepsOf(
  text: string,
  runs: NonNullable<ZoneEntry['strings']>['runs'],
): Generator<number, undefined> {
  for (const { source, from, to } of runs) {
    yield source.start;
    if (to - from !== source.end - source.start) continue;
    let at = source.start;
    for (const character of text.slice(source.start, source.end)) {
      yield at;
      at += character.length;
    }
  }
}

/** Splits the quoted string in which the cursor stands. */
export function splitAt(entry: ZoneEntry, offset: number): Edit[] {
  const piece = piecesOf(entry).find(
    ({ quoted, source }) => quoted && source.start < offset && offset < source.end,
  );
  if (piece === undefined) return [];
  const runs = entry.strings!.runs.filter((run) => run.from >= piece.from && run.to <= piece.to);
  for (const at of stepsOf(entry.text, runs)) {
    if (at === offset) return [{ span: { start: at, end: at }, text: '" "' }];
  }
  return [];
}

/** Joins the strings into as few as hold the text: 255 octets each (RFC 1035 §3.3). */
export function joinedStrings(entry: ZoneEntry): Edit[] {
  const pieces = piecesOf(entry);
  const { text, strings } = entry;
  if (strings === undefined || pieces.length < 2 || pieces.some(({ quoted }) => !quoted)) return [];
  const edits: Edit[] = [];
  let octets = octetsOf(strings.text, pieces[0]!);
  for (let i = 1; i < pieces.length; i++) {
    const size = octetsOf(strings.text, pieces[i]!);
    const gap = { start: pieces[i - 1]!.source.end, end: pieces[i]!.source.start };
    // Only quotes and blanks may lie between: no comment, no parenthesis.
    if (octets + size > STRING_LIMIT || !/^"\s*"$/.test(text.slice(gap.start, gap.end))) octets = size;
    else {
      octets += size;
      edits.push({ span: gap, text: '' });
    }
  }
  return edits;
}

function octetsOf(decoded: string, { from, to }: JoinedPiece): number {
  return utf8Length(decoded.slice(from, to));
}
