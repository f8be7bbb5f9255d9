import type { JoinedPiece, JoinedText, Run } from '../text/joinedText';
import type { Span } from '../text/span';
import type { ParsedSetting, Setting, SettingProblem } from './setting';

/** What counts as a blank for Postfix's parser: C's isspace(). */
const BLANK = /[ \t\n\v\f\r]/;

interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
}

/**
 * The settings of a main.cf, by the logical lines that Postfix reads (readlline.c): a line that begins with a blank
 * continues the one above; empty lines and lines whose first character is `#` are passed over wherever they stand,
 * also in the midst of a continued value. Only LF ends a line; a CR counts as a blank.
 */
export function parseMainCf(text: string): ParsedSetting[] {
  const settings: ParsedSetting[] = [];
  for (const lines of logicalLines(text)) {
    const at = lines[0]!.start;
    const end = lines.at(-1)!.end;
    settings.push({ at, setting: setting(text.slice(at, end), relative(lines, at)) });
  }
  return settings;
}

/** The physical lines of each logical line, in order. */
export function logicalLines(text: string): Line[][] {
  const found: Line[][] = [];
  let current: Line[] = [];
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    const line = { start: at, end };
    const first = firstInk(text, at, end);
    const ignored = first === undefined || text[first] === '#';
    if (!ignored) {
      if (first > at && current.length > 0) {
        current.push(line);
      } else {
        if (current.length > 0) found.push(current);
        current = [line];
      }
    }
    at = end + 1;
  }
  if (current.length > 0) found.push(current);
  return found;
}

function firstInk(text: string, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (!BLANK.test(text[i]!)) return i;
  return undefined;
}

function relative(lines: readonly Line[], by: number): Line[] {
  return lines.map(({ start, end }) => ({ start: start - by, end: end - by }));
}

/** Reads `name = value` out of one logical line, as split_nameval() does. */
function setting(text: string, all: readonly Line[]): Setting {
  const lines = beforeNul(text, all);
  const first = lines[0]!;
  const problems: SettingProblem[] = [];
  const nameStart = firstInk(text, first.start, first.end) ?? first.end;
  const dropped = nameStart > 0;
  if (dropped) problems.push({ kind: 'indented-first-line', span: { start: 0, end: nameStart } });
  let nameEnd = nameStart;
  while (nameEnd < first.end && text[nameEnd] !== '=' && !BLANK.test(text[nameEnd]!)) nameEnd++;
  const nameSpan = { start: nameStart, end: nameEnd };
  const equals = equalsSign(text, nameEnd, lines);
  // What Postfix throws away, it does not read.
  if (equals === undefined && !dropped) problems.push({ kind: 'missing-equals', span: nameSpan });
  else if (equals !== undefined && nameEnd === nameStart && !dropped)
    problems.push({ kind: 'missing-name', span: { start: equals, end: equals + 1 } });
  const value = equals === undefined ? emptyAt(nameEnd) : joined(text, lines, equals + 1);
  return {
    name: text.slice(nameStart, nameEnd),
    nameSpan,
    ...(equals !== undefined && { equals }),
    value,
    valueSpan: spanOf(value),
    text,
    problems,
  };
}

/** Strings end at a NUL in C: what stands behind one, on this line or those that go on from it, is not read. */
function beforeNul(text: string, lines: readonly Line[]): readonly Line[] {
  for (const [index, { start, end }] of lines.entries()) {
    const nul = text.slice(start, end).indexOf('\0');
    if (nul >= 0) return [...lines.slice(0, index), { start, end: start + nul }];
  }
  return lines;
}

/** Where the `=` stands behind the name; continuation lines count. */
function equalsSign(text: string, from: number, lines: readonly Line[]): number | undefined {
  for (const line of lines) {
    for (let i = Math.max(from, line.start); i < line.end; i++) {
      if (text[i] === '=') return i;
      if (!BLANK.test(text[i]!)) return undefined;
    }
  }
  return undefined;
}

function emptyAt(at: number): JoinedText {
  return { text: '', pieces: [{ source: { start: at, end: at }, quoted: false, from: 0, to: 0 }], runs: [] };
}

function spanOf(value: JoinedText): Span {
  const first = value.pieces.find((piece) => piece.to > piece.from) ?? value.pieces[0]!;
  const last = value.pieces.findLast((piece) => piece.to > piece.from) ?? first;
  return { start: first.source.start, end: last.source.end };
}

/**
 * The value behind the `=`: the lines one behind the other without their line breaks, blanks at both ends cut off.
 * Lines that have nothing of it are left out.
 */
function joined(text: string, lines: readonly Line[], from: number): JoinedText {
  const parts: Span[] = lines
    .filter((line) => line.end >= from)
    .map((line) => ({ start: Math.max(line.start, from), end: line.end }));
  let head = 0;
  while (head < parts.length && firstInk(text, parts[head]!.start, parts[head]!.end) === undefined) head++;
  let tail = parts.length - 1;
  while (tail > head && firstInk(text, parts[tail]!.start, parts[tail]!.end) === undefined) tail--;
  if (head >= parts.length) return emptyAt(afterBlank(text, from, parts[0]?.end ?? from));
  const pieces: JoinedPiece[] = [];
  const runs: Run[] = [];
  let decoded = '';
  for (let i = head; i <= tail; i++) {
    let { start, end } = parts[i]!;
    if (i === head) start = firstInk(text, start, end) ?? start;
    if (i === tail) while (end > start && BLANK.test(text[end - 1]!)) end--;
    const source = { start, end };
    const place = { from: decoded.length, to: decoded.length + end - start };
    runs.push({ ...place, source, piece: pieces.length });
    pieces.push({ source, quoted: false, ...place });
    decoded += text.slice(start, end);
  }
  return { text: decoded, pieces, runs };
}

/** The place of an empty value: behind one blank after the `=`, where there is one. */
function afterBlank(text: string, at: number, end: number): number {
  return at < end && text[at] === ' ' ? at + 1 : at;
}
