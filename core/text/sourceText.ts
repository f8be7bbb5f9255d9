import type { Edit, Span } from './span';

/** A place as LSP counts it: line and UTF-16 code unit in the line, both from 0. */
export interface LineAndCharacter {
  readonly line: number;
  readonly character: number;
}

/** A run of whole lines. The same object in two versions of a text = the same characters. */
export interface Chunk {
  readonly text: string;
  /** Where each line begins, counted from the beginning of the chunk. Never empty; the first is 0. */
  readonly lineStarts: Int32Array;
}

/**
 * A text as a list of chunks of about {@link LINES_PER_CHUNK} lines, none of which is ever changed: an edit gives
 * a new SourceText that shares all chunks but those it touched. So a keystroke costs the same in a file of ten
 * lines and of a million, but for two small arrays with a number a chunk.
 */
export interface SourceText {
  readonly chunks: readonly Chunk[];
  /** Where each chunk begins; one more entry than chunks: the last is the text's length. */
  readonly starts: Int32Array;
  /** The line with which each chunk begins; one more entry than chunks. */
  readonly lines: Int32Array;
  /** In UTF-16 code units. */
  readonly length: number;
  readonly lineCount: number;
}

export const LINES_PER_CHUNK = 512;

/** A chunk is also cut (at a line's end) once it holds this many code units, so long lines do not swell it. */
const UNITS_PER_CHUNK = 1 << 16;

/** A chunk that an edit leaves smaller than this is put together with the next, so many deletions leave few chunks. */
const LEAST_UNITS = 1 << 11;

const LF = 10;
const CR = 13;

/**
 * The text as chunks. Lines end at LF, CR LF or CR, as LSP has it; a line break belongs to the line it ends.
 */
export function sourceText(text: string): SourceText {
  return assemble(cut(text));
}

/** Cuts a text into chunks; at least one, the last may be empty. */
function cut(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let begin = 0;
  let starts: number[] = [0];
  // Looking for a character is ten times as fast as looking at each, and few files have a CR.
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    let at: number;
    if (carriage >= 0 && (feed < 0 || carriage < feed)) {
      at = carriage + 1;
      if (feed === at) feed = text.indexOf('\n', ++at);
      carriage = text.indexOf('\r', at);
    } else {
      at = feed + 1;
      feed = text.indexOf('\n', at);
    }
    if (starts.length >= LINES_PER_CHUNK || at - begin >= UNITS_PER_CHUNK) {
      chunks.push({ text: text.slice(begin, at), lineStarts: Int32Array.from(starts) });
      begin = at;
      starts = [0];
    } else {
      starts.push(at - begin);
    }
  }
  chunks.push({ text: begin === 0 ? text : text.slice(begin), lineStarts: Int32Array.from(starts) });
  return chunks;
}

function assemble(chunks: readonly Chunk[]): SourceText {
  const starts = new Int32Array(chunks.length + 1);
  const lines = new Int32Array(chunks.length + 1);
  for (let i = 0; i < chunks.length; i++) {
    const { text, lineStarts } = chunks[i]!;
    starts[i + 1] = starts[i]! + text.length;
    // A chunk that ends with a line break has one line start for each of its lines; the very last chunk of a
    // text begins a line that no break ends.
    lines[i + 1] = lines[i]! + lineStarts.length;
  }
  return { chunks, starts, lines, length: starts[chunks.length]!, lineCount: lines[chunks.length]! };
}

/** The last index of `sorted` (without its closing entry) whose number is at most `value`. */
function lastAtMost(sorted: Int32Array, value: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the chunk that holds the offset (the last one for the text's end). */
export function chunkAt(text: SourceText, offset: number): number {
  return lastAtMost(text.starts, offset, text.chunks.length);
}

/** The characters of [start, end). Offsets outside are taken as the nearest end. */
export function slice(text: SourceText, start = 0, end = text.length): string {
  const from = Math.max(0, start);
  const to = Math.min(text.length, end);
  if (from >= to) return '';
  const first = chunkAt(text, from);
  const last = chunkAt(text, to - 1);
  if (first === last) {
    const base = text.starts[first]!;
    return text.chunks[first]!.text.slice(from - base, to - base);
  }
  const parts: string[] = [];
  for (let i = first; i <= last; i++) {
    const base = text.starts[i]!;
    parts.push(text.chunks[i]!.text.slice(Math.max(0, from - base), to - base));
  }
  return parts.join('');
}

/** Line and character of an offset. */
export function positionAt(text: SourceText, offset: number): LineAndCharacter {
  const at = Math.max(0, Math.min(text.length, offset));
  const index = chunkAt(text, at);
  const { lineStarts } = text.chunks[index]!;
  const within = at - text.starts[index]!;
  const line = lastAtMost(lineStarts, within, lineStarts.length);
  return { line: text.lines[index]! + line, character: within - lineStarts[line]! };
}

/** Where a line begins. Lines before the first count as the first, lines after the last as the text's end. */
export function lineStart(text: SourceText, line: number): number {
  if (line <= 0) return 0;
  if (line >= text.lineCount) return text.length;
  const index = lastAtMost(text.lines, line, text.chunks.length);
  return text.starts[index]! + text.chunks[index]!.lineStarts[line - text.lines[index]!]!;
}

/** The offset of a line and character; a character past the line's end counts as its end (before the break). */
export function offsetAt(text: SourceText, position: LineAndCharacter): number {
  if (position.line >= text.lineCount) return text.length;
  return Math.min(
    lineStart(text, position.line) + Math.max(0, position.character),
    lineEnd(text, position.line),
  );
}

/** Where a line ends, before its line break. */
export function lineEnd(text: SourceText, line: number): number {
  const start = lineStart(text, line);
  let end = lineStart(text, line + 1);
  if (end > start && isBreak(unitAt(text, end - 1))) {
    end--;
    if (end > start && unitAt(text, end) === LF && unitAt(text, end - 1) === CR) end--;
  }
  return end;
}

function isBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}

/** The code unit at an offset; NaN outside the text. */
export function unitAt(text: SourceText, offset: number): number {
  const index = chunkAt(text, offset);
  return text.chunks[index]!.text.charCodeAt(offset - text.starts[index]!);
}

/**
 * The text with one edit applied.
 * @param edit spans count from the text's beginning; a span outside is clipped
 */
export function edited(text: SourceText, edit: Edit): SourceText {
  const { start, end } = clip(edit.span, text.length);
  let first = chunkAt(text, start);
  let last = chunkAt(text, end);
  // A CR at the end of the chunk before and an LF at the edit's beginning would become one line break.
  if (first > 0 && start === text.starts[first]!) first--;
  // What follows may join the edited line: a chunk without its final line break must not stand inside the list.
  if (last + 1 < text.chunks.length && end === text.starts[last + 1]!) last++;
  let piece = slice(text, text.starts[first], start) + edit.text + slice(text, end, text.starts[last + 1]);
  while (
    last + 1 < text.chunks.length &&
    (piece.length < LEAST_UNITS || needsNext(piece, text.chunks[last + 1]!.text))
  ) {
    last++;
    piece += text.chunks[last]!.text;
  }
  const middle = cut(piece);
  // cut() closes with an empty chunk where the piece ends with a line break; only the text's own end may have one.
  if (last + 1 < text.chunks.length && middle.length > 1 && middle.at(-1)!.text === '') middle.pop();
  else if (last + 1 < text.chunks.length) middle[middle.length - 1] = withoutFinalStart(middle.at(-1)!);
  const chunks = text.chunks.slice(0, first).concat(middle, text.chunks.slice(last + 1));
  return assemble(chunks);
}

/** Whether a chunk list may not be cut between these two: no line break there, or the middle of a CR LF. */
function needsNext(piece: string, next: string): boolean {
  if (piece === '') return true;
  const final = piece.charCodeAt(piece.length - 1);
  if (!isBreak(final)) return true;
  return final === CR && next.charCodeAt(0) === LF;
}

/** A chunk inside the list: the line start behind its final line break is the next chunk's. */
function withoutFinalStart(chunk: Chunk): Chunk {
  const { text, lineStarts } = chunk;
  return lineStarts.at(-1) === text.length && lineStarts.length > 1
    ? { text, lineStarts: lineStarts.slice(0, -1) }
    : chunk;
}

function clip(s: Span, length: number): Span {
  const start = Math.max(0, Math.min(length, s.start));
  return { start, end: Math.max(start, Math.min(length, s.end)) };
}
