import { RR_TYPES } from '../../facts/rrTypes';
import { isClass, isTtl, Kind, kindOf } from './characters';

/** How many of an entry’s words are noted: owner, TTL, class, type and what the common types have in RDATA. */
export const HEAD_WORDS = 9;

/**
 * An entry is cut off at this many code units: RDATA holds at most 65,535 octets (RFC 1035 §3.2.1), and even
 * escaped and commented no honest entry comes near.
 */
const LONGEST_ENTRY = 1 << 20;

/** How far a quote that is not closed on its own line is followed, in lines and in code units. */
const QUOTE_LINES = 8;
const QUOTE_UNITS = 1 << 12;

/** How far a parenthesis is followed behind a line that looks like a new record. */
const PARENTHESIS_LINES = 64;

/** What {@link scanEntry} found out about an entry; one object serves many entries, so a scan allocates nothing. */
export interface EntryScan {
  /** Where the next entry begins: behind the final line break, or the end of the text. */
  end: number;
  /** Begins and ends of the first words, in pairs. A quoted string counts as a word. */
  readonly words: Int32Array;
  wordCount: number;
  /** Whether the text ended before it was clear where the entry ends: with more text, scan again. */
  open: boolean;
  /** Whether quotes or parentheses are out of order: the entry deserves a closer look. */
  broken: boolean;
  /** Whether a parenthesis stands where not every server reads one. */
  odd: boolean;
}

/** A fresh scan to hand to {@link scanEntry}. */
export function entryScan(): EntryScan {
  return {
    end: 0,
    words: new Int32Array(2 * HEAD_WORDS),
    wordCount: 0,
    open: false,
    broken: false,
    odd: false,
  };
}

/**
 * Finds the end of the entry that begins at `start` and its first words.
 *
 * An entry is a line, and more lines while a parenthesis is open. A parenthesis that is never closed would
 * swallow the rest of the file; so a line inside that begins in column 0 and reads like a record or a directive
 * ends the entry, unless the parenthesis is properly closed soon after (base64 or a type list may stand in
 * column 0).
 * @param text any text; `start` is the beginning of a line in it
 * @param into is overwritten
 */
export function scanEntry(text: string, start: number, into: EntryScan): void {
  const length = Math.min(text.length, start + LONGEST_ENTRY);
  let depth = 0;
  let at = start;
  let cutShort = false;
  into.wordCount = 0;
  into.open = false;
  into.broken = false;
  into.odd = false;
  while (at < length) {
    const kind = kindOf(text.charCodeAt(at));
    switch (kind) {
      case Kind.blank:
        at++;
        break;
      case Kind.newline:
        at++;
        if (depth === 0) {
          into.end = at;
          into.open = cutShort;
          return;
        }
        if (beginsEntry(text, at)) {
          const closes = closesSoon(text, at, depth);
          if (closes !== true) {
            into.end = at;
            into.broken = true;
            into.open = closes === undefined;
            return;
          }
        }
        break;
      case Kind.comment:
        at = lineEnd(text, at, text.length);
        break;
      case Kind.quote: {
        const from = at;
        at = quoteEnd(text, at, length);
        if (at < 0) {
          into.broken = true;
          at = lineEnd(text, from, length);
          // The closing quote may stand in text that is not here yet.
          if (text.length - at < QUOTE_UNITS) cutShort = true;
        }
        note(into, from, at);
        break;
      }
      case Kind.open:
        // Not every server reads one inside another, or one in front of everything.
        if (depth > 0 || into.wordCount === 0) into.odd = true;
        depth++;
        at++;
        break;
      case Kind.close:
        if (depth === 0) into.broken = true;
        else depth--;
        at++;
        break;
      default: {
        const from = at;
        at = wordEnd(text, at, length);
        note(into, from, at);
      }
    }
  }
  into.end = Math.max(at, length);
  into.open = into.end >= text.length;
  if (depth > 0) into.broken = true;
}

function note(into: EntryScan, start: number, end: number): void {
  if (into.wordCount < HEAD_WORDS) {
    into.words[2 * into.wordCount] = start;
    into.words[2 * into.wordCount + 1] = end;
  }
  into.wordCount++;
}

/** Where a word ends; an escape keeps the character behind it in the word, but for a line break. */
export function wordEnd(text: string, start: number, length: number): number {
  let at = start;
  while (at < length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.escape) at += at + 1 < length && text.charCodeAt(at + 1) !== 10 ? 2 : 1;
    else if (kind === Kind.word) at++;
    else break;
  }
  return Math.min(at, length);
}

/** The end of the line, before its LF. */
export function lineEnd(text: string, start: number, length: number): number {
  const at = text.indexOf('\n', start);
  return at < 0 || at > length ? length : at;
}

/**
 * Behind the closing quote of the quoted string that opens at `start`; -1 where it is not closed.
 * NSD lets a quoted string run over line ends, BIND and Knot do not: it is followed a few lines far, and only
 * to a quote after which its line holds nothing but what may follow a string.
 */
export function quoteEnd(text: string, start: number, length: number): number {
  let lines = 0;
  let first = -1;
  for (let at = start + 1; at < length; at++) {
    if (first >= 0 && at - first > QUOTE_UNITS) return -1;
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 34) return lines === 0 || endsCleanly(text, at + 1, length) ? at + 1 : -1;
    if (text.charCodeAt(at) === 10) {
      if (++lines > QUOTE_LINES) return -1;
      if (first < 0) first = at;
    }
  }
  return -1;
}

/** Whether nothing but whole quoted strings, parentheses and a comment follows in the line. */
function endsCleanly(text: string, start: number, length: number): boolean {
  const rest = text.slice(start, lineEnd(text, start, length));
  return /^(?:[ \t\r()]|"(?:[^"\\]|\\.)*")*(?:;.*)?$/.test(rest);
}

/** A directive, or an owner and up to three words behind it. */
const ENTRY_LINE =
  /^(?:(\$[A-Z]+)[ \t]|([^\s;()"$]\S*)[ \t]+(?:([^\s;()"]+)[ \t]+)?(?:([^\s;()"]+)[ \t]+)?([^\s;()"]+)(?:\s|$))/i;

/** Enough of a line to tell what it is: a name of 255 octets, all escaped, and a head. */
const HEAD_UNITS = 1100;

/** Whether a line that begins at `start` (column 0) reads like a directive or a record of its own. */
function beginsEntry(text: string, start: number): boolean {
  const end = lineEnd(text, start, Math.min(text.length, start + HEAD_UNITS));
  const match = ENTRY_LINE.exec(text.slice(start, end));
  if (match === null) return false;
  if (match[1] !== undefined) return true;
  const [, , owner, ...head] = match as readonly (string | undefined)[];
  const words = head.filter((w) => w !== undefined);
  const type = words.findIndex((w) => !isTtl(w) && !isClass(w));
  if (type < 0 || !RR_TYPES.has(words[type]!.toUpperCase())) return false;
  // `A NS SOA` in column 0 may be a type list that goes on (NSEC): only a class or a TTL makes that a record.
  return type > 0 || !RR_TYPES.has(owner!.toUpperCase());
}

/**
 * Whether the parentheses that are open at the line that begins at `start` get closed before the next line that
 * reads like a record; undefined where the text ends before that is known.
 */
function closesSoon(text: string, start: number, openHere: number): boolean | undefined {
  let depth = openHere;
  let lines = 0;
  let at = start;
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.close && --depth === 0) return true;
    if (kind === Kind.open) depth++;
    if (kind === Kind.comment) {
      at = lineEnd(text, at, text.length);
    } else if (kind === Kind.quote) {
      const end = quoteEnd(text, at, text.length);
      at = end < 0 ? lineEnd(text, at, text.length) : end;
    } else if (kind === Kind.newline) {
      at++;
      if (++lines > PARENTHESIS_LINES || beginsEntry(text, at)) return false;
    } else {
      at += kind === Kind.escape ? 2 : 1;
    }
  }
  return undefined;
}
