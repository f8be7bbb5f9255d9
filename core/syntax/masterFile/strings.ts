import type { Program } from '../../facts/rrTypes';
import type { JoinedPiece, JoinedText, Run } from '../../text/joinedText';
import type { Span } from '../../text/span';
import { STRING_LIMIT } from '../../values/characterString';
import { utf8Length } from '../../values/utf8';
import type { EntryProblem, Token } from './entry';

const BACKSLASH = 92;

const BIND_KNOT: readonly Program[] = ['BIND', 'Knot'];

/**
 * Reads the character-strings of TXT data as one text, as receivers do (RFC 7208 §3.3), each `\X` and `\DDD`
 * (RFC 1035 §5.1) as the character it stands for.
 * @param text the entry's source; spans count from its beginning
 * @param tokens the words and quoted strings of the RDATA
 * @param problems gets what is wrong with an escape or a length
 */
export function joinStrings(text: string, tokens: readonly Token[], problems: EntryProblem[]): JoinedText {
  const pieces: JoinedPiece[] = [];
  const runs: Run[] = [];
  const parts: string[] = [];
  let decoded = 0;
  for (const token of tokens) {
    const source = innerSpan(text, token);
    const from = decoded;
    const piece = pieces.length;
    let octets = 0;
    let at = source.start;
    while (at < source.end) {
      const next = text.indexOf('\\', at);
      const plainEnd = next < 0 || next >= source.end ? source.end : next;
      if (plainEnd > at) {
        const plain = text.slice(at, plainEnd);
        runs.push({ from: decoded, to: decoded + plain.length, source: { start: at, end: plainEnd }, piece });
        parts.push(plain);
        decoded += plain.length;
        octets += utf8Length(plain);
        at = plainEnd;
      }
      if (at < source.end) {
        const escape = readEscape(text, at, source.end);
        if (!escape.valid)
          problems.push({ kind: 'bad-escape', span: { start: at, end: escape.end }, refusedBy: BIND_KNOT });
        runs.push({ from: decoded, to: decoded + 1, source: { start: at, end: escape.end }, piece });
        parts.push(escape.character);
        decoded++;
        octets++;
        at = escape.end;
      }
    }
    if (octets > STRING_LIMIT) problems.push({ kind: 'string-too-long', span: token.span });
    pieces.push({ source, quoted: token.kind === 'quoted', from, to: decoded });
  }
  return { text: parts.join(''), pieces, runs };
}

/** The characters of a token without its quotes; a closing quote may be missing. */
export function innerSpan(text: string, token: Token): Span {
  const { start, end } = token.span;
  if (token.kind !== 'quoted') return token.span;
  return { start: start + 1, end: isClosed(text, token) ? end - 1 : end };
}

/** Whether a quoted token has its closing quote (one that no backslash takes away). */
export function isClosed(text: string, token: Token): boolean {
  const { start, end } = token.span;
  if (end - start < 2 || text.charCodeAt(end - 1) !== 34) return false;
  let escapes = 0;
  while (end - 2 - escapes > start && text.charCodeAt(end - 2 - escapes) === BACKSLASH) escapes++;
  return escapes % 2 === 0;
}

interface Escape {
  readonly character: string;
  readonly end: number;
  readonly valid: boolean;
}

/** `\DDD` is the octet of that decimal number, `\X` is X for any other X (RFC 1035 §5.1). */
function readEscape(text: string, at: number, end: number): Escape {
  const digits = /^\d{1,3}/.exec(text.slice(at + 1, Math.min(end, at + 4)))?.[0] ?? '';
  if (digits.length === 3) {
    const octet = Number(digits);
    return { character: String.fromCharCode(octet), end: at + 4, valid: octet <= 255 };
  }
  if (digits.length > 0) return { character: digits.charAt(0), end: at + 2, valid: false };
  if (at + 1 >= end) return { character: '\\', end, valid: false };
  return { character: text.charAt(at + 1), end: at + 2, valid: true };
}
