import type { EntryScan } from '../../syntax/masterFile/scan';

/** What an entry is, told from its first words without putting any of them together. */
export interface EntryHead {
  kind: 'blank' | 'record' | 'origin' | 'ttl' | 'directive';
  /** Whether the first word is an owner (and not a TTL, class or type behind an inherited one). */
  owner: boolean;
  /** Which word is the TTL; -1 for none. */
  ttl: number;
  /** Which word is the type; -1 for none. */
  type: number;
  /** Whether a rule may have a word on it, so that it deserves to be read in full. */
  notable: boolean;
}

const DOLLAR = 36;
const DOT = 46;

/** A fresh head to hand to {@link readHead}. */
export function entryHead(): EntryHead {
  return { kind: 'blank', owner: false, ttl: -1, type: -1, notable: false };
}

/**
 * Reads the head of the entry that begins at `start` and was scanned into `scan`.
 * @param origin the origin in force, absolute with final dot
 * @param head is overwritten
 */
export function readHead(
  text: string,
  start: number,
  scan: EntryScan,
  origin: string,
  head: EntryHead,
): void {
  const { words, wordCount } = scan;
  head.kind = 'blank';
  head.owner = false;
  head.ttl = -1;
  head.type = -1;
  head.notable = false;
  if (wordCount === 0) return;
  const first = text.charCodeAt(words[0]!);
  if (first === DOLLAR) {
    head.kind =
      words[0] === start ? directive(text.slice(words[0], words[1]).toUpperCase(), wordCount) : 'directive';
    return;
  }
  head.kind = 'record';
  head.owner = words[0] === start || !isBlank(text.charCodeAt(start));
  const noted = Math.min(wordCount, words.length / 2);
  let at = head.owner ? 1 : 0;
  for (; at < noted; at++) {
    const from = words[2 * at]!;
    const to = words[2 * at + 1]!;
    if (isDigit(text.charCodeAt(from))) {
      if (head.ttl >= 0) break;
      head.ttl = at;
    } else if (!isClassWord(text, from, to)) break;
  }
  if (at < noted) {
    head.type = at;
    head.notable = isStringType(text, words[2 * at]!, words[2 * at + 1]!);
  }
  if (!head.notable) head.notable = lacksDot(text, scan, noted, origin, head.owner, at);
}

function directive(name: string, wordCount: number): EntryHead['kind'] {
  if (name === '$ORIGIN' && wordCount > 1) return 'origin';
  if (name === '$TTL' && wordCount > 1) return 'ttl';
  return 'directive';
}

/** Whether the owner or a word of RDATA ends in the origin's own name without its final dot. */
function lacksDot(
  text: string,
  scan: EntryScan,
  noted: number,
  origin: string,
  hasOwner: boolean,
  type: number,
): boolean {
  const length = origin.length - 1;
  if (length < 1) return false;
  for (let i = hasOwner ? 0 : type + 1; i < noted; i = i === 0 ? Math.max(1, type + 1) : i + 1) {
    const from = scan.words[2 * i]!;
    const to = scan.words[2 * i + 1]!;
    if (to - from < length || text.charCodeAt(to - 1) === DOT) continue;
    if (to - from > length && text.charCodeAt(to - length - 1) !== DOT) continue;
    if (endsInOrigin(text, to, origin, length)) return true;
  }
  return false;
}

function endsInOrigin(text: string, to: number, origin: string, length: number): boolean {
  for (let i = 1; i <= length; i++) {
    if (lower(text.charCodeAt(to - i)) !== origin.charCodeAt(length - i)) return false;
  }
  return true;
}

function lower(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** IN, CH, HS, CS or CLASSn. */
function isClassWord(text: string, from: number, to: number): boolean {
  if (to - from === 2) {
    const pair = (lower(text.charCodeAt(from)) << 8) | lower(text.charCodeAt(from + 1));
    return pair === 0x696e || pair === 0x6368 || pair === 0x6873 || pair === 0x6373;
  }
  return to - from > 5 && /^class\d+$/i.test(text.slice(from, to));
}

/** TXT or SPF. */
function isStringType(text: string, from: number, to: number): boolean {
  if (to - from !== 3) return false;
  const a = lower(text.charCodeAt(from));
  const b = lower(text.charCodeAt(from + 1));
  const c = lower(text.charCodeAt(from + 2));
  return (a === 116 && b === 120 && c === 116) || (a === 115 && b === 112 && c === 102);
}
