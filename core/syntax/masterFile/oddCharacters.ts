import type { Program } from '../../facts/rrTypes';
import type { Span } from '../../text/span';
import type { EntryProblem, Token } from './entry';
import { ALL, KNOT } from './rdata/reader';

/** Blanks of other scripts: the no-break space, those of typesetting, the ideographic space of Japanese input. */
const BLANKS = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/;

/** What typing and word processors make of ASCII, and what was meant. */
const TYPOGRAPHIC: Readonly<Record<string, string>> = {
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u3002': '.',
  '\u3001': ',',
};

/** The ASCII character that a full-width one stands for. */
function halfWidth(character: string): string | undefined {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined;
}

/**
 * Characters outside of comments that do not belong into a master file or are taken literally where something else
 * was meant.
 * @param text the entry's source
 */
export function oddCharacters(text: string, tokens: readonly Token[], problems: EntryProblem[]): void {
  if (/^[\t\n\r -~]*$/.test(text)) return;
  if (/^(?:\ufffd{2}|\ufeff|\u00ff\u00fe)?[^\0]?\0/.test(text) && isWide(text)) {
    problems.push({
      kind: 'bad-character',
      detail: 'utf-16',
      span: { start: 0, end: Math.min(1, text.length) },
      refusedBy: ALL,
    });
    return;
  }
  for (const { kind, span } of tokens) {
    if (kind === 'comment') continue;
    const token = text.slice(span.start, span.end);
    if (/^[\n\r\t -~]*$/.test(token)) continue;
    let beyond: Span | undefined;
    for (const match of token.matchAll(/[^\t\n\r -~]/gu)) {
      const character = match[0];
      const at = { start: span.start + match.index, end: span.start + match.index + character.length };
      if (kind === 'quoted') {
        if (character < ' ' || character === '\x7f') note(character, at, problems, true);
        else beyond = { start: beyond?.start ?? at.start, end: at.end };
      } else if (!note(character, at, problems) && !problems.some((p) => overlaps(p.span, at)))
        beyond = { start: beyond?.start ?? at.start, end: at.end };
    }
    if (beyond !== undefined) {
      problems.push({
        kind: 'bad-character',
        detail: 'text',
        span: beyond,
        refusedBy: KNOT,
        values: { character: String.fromCodePoint(text.codePointAt(beyond.start)!) },
      });
    }
  }
  // The mark of UTF-8 in front of a line that is otherwise empty or a comment.
  const mark = tokens.find(({ kind, span }) => kind !== 'comment' && span.start === 0);
  if (text.startsWith('\ufeff') && mark === undefined) note('\ufeff', { start: 0, end: 1 }, problems);
}

/** Whether every other character is NUL, as in UTF-16 read octet by octet. */
function isWide(text: string): boolean {
  const zeros = text.split('\0').length - 1;
  return zeros * 3 >= text.length;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Notes a character that has a story of its own; returns whether it has. */
function note(character: string, span: Span, problems: EntryProblem[], quoted = false): boolean {
  const found = quoted
    ? { detail: character === '\0' ? 'nul' : 'control', refusedBy: KNOT }
    : judge(character);
  if (found === undefined) return false;
  // What a name says of the same character is less.
  const general = problems.findIndex((p) => p.kind === 'bad-name' && overlaps(p.span, span));
  if (general >= 0) problems.splice(general, 1);
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const { detail, refusedBy, meant }: OddCharacter = found;
  problems.push({
    kind: 'bad-character',
    detail,
    span,
    refusedBy,
    values: { character, code, meant: meant ?? '' },
    ...(meant !== undefined && { meant }),
  });
  return true;
}

interface OddCharacter {
  readonly detail: string;
  readonly refusedBy: readonly Program[];
  readonly meant?: string;
}

function judge(character: string): OddCharacter | undefined {
  if (character === '\ufeff') return { detail: 'byte-order-mark', refusedBy: ALL, meant: '' };
  if (character === '\x1a') return { detail: 'end-of-file', refusedBy: ALL, meant: '' };
  if (character === '\0') return { detail: 'nul', refusedBy: KNOT };
  if (BLANKS.test(character)) return { detail: 'blank', refusedBy: KNOT, meant: ' ' };
  const ascii = TYPOGRAPHIC[character] ?? halfWidth(character);
  if (ascii !== undefined) return { detail: 'look-alike', refusedBy: KNOT, meant: ascii };
  if (character < ' ' || character === '\x7f') return { detail: 'control', refusedBy: KNOT };
  return undefined;
}
