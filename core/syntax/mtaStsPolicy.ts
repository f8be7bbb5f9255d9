import type { Span } from '../text/span';

/** One line of a policy file. Spans count from the line's beginning. */
export interface PolicyLine {
  /** All of it, without its end. */
  readonly text: string;
  /** How it ends; empty for a last line that nothing ends. */
  readonly lineEnd: '\n' | '\r\n' | '';
  /** The text begins with a byte order mark. */
  readonly marked: boolean;
  /**
   * `field`: there is a colon. `blank`: nothing but blanks. `comment`: it begins as comments do in other files; a
   * policy has none. `other`: a line without colon.
   */
  readonly kind: 'field' | 'blank' | 'comment' | 'other';
  /** What stands in a line of kind `field`. */
  readonly field: PolicyField | undefined;
}

/** `key: value` (RFC 8461 §3.2). */
export interface PolicyField {
  /** What stands before the first colon, without blanks at both ends. */
  readonly key: string;
  readonly keySpan: Span;
  /** Where the colon stands. */
  readonly colon: number;
  /** What stands behind it, without blanks at both ends. */
  readonly value: string;
  /** Empty, behind the colon and its blanks, where there is none. */
  readonly valueSpan: Span;
}

/** A line and where it begins in the file. */
export interface ParsedLine {
  readonly at: number;
  readonly value: PolicyLine;
}

/**
 * The lines of an MTA-STS policy, which end at LF or CR LF (`sts-policy-term`). Never fails: text and ends of all
 * lines put together are the text. There is no line behind the last line end.
 */
export function parseMtaStsPolicy(text: string): ParsedLine[] {
  const lines: ParsedLine[] = [];
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const next = feed === -1 ? text.length : feed + 1;
    const lineEnd = feed === -1 ? '' : feed > at && text[feed - 1] === '\r' ? '\r\n' : '\n';
    lines.push({ at, value: readLine(text.slice(at, next - lineEnd.length), lineEnd, at === 0) });
    at = next;
  }
  return lines;
}

function readLine(text: string, lineEnd: PolicyLine['lineEnd'], first: boolean): PolicyLine {
  const marked = first && text.startsWith('\uFEFF');
  const start = skipBlanks(text, marked ? 1 : 0);
  const base = { text, lineEnd, marked, field: undefined };
  if (start === text.length) return { ...base, kind: 'blank' };
  if (/^(?:[#;]|\/\/)/.test(text.slice(start, start + 2))) return { ...base, kind: 'comment' };
  const colon = text.indexOf(':', start);
  if (colon === -1) return { ...base, kind: 'other' };
  const keyEnd = withoutBlanks(text, start, colon);
  const valueStart = skipBlanks(text, colon + 1);
  const valueEnd = withoutBlanks(text, valueStart, text.length);
  const field: PolicyField = {
    key: text.slice(start, keyEnd),
    keySpan: { start, end: keyEnd },
    colon,
    value: text.slice(valueStart, valueEnd),
    valueSpan: { start: valueStart, end: valueEnd },
  };
  return { ...base, kind: 'field', field };
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t';
}

function skipBlanks(text: string, at: number): number {
  while (isBlank(text[at])) at++;
  return at;
}

/** The end of what stands in [start, end), blanks at its end left out. */
function withoutBlanks(text: string, start: number, end: number): number {
  while (end > start && isBlank(text[end - 1])) end--;
  return end;
}
