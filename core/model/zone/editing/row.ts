import { isClass, isTtl } from '../../../syntax/masterFile/characters';
import type { EntryProblem, Token } from '../../../syntax/masterFile/entry';
import { holdsStrings } from '../../../syntax/masterFile/parse';
import { tokenise } from '../../../syntax/masterFile/tokens';
import { sourceHere, type EntryWalk } from '../walk';

/** A token as the formatter sees it; offsets count from the beginning of the entry. */
export interface Cell {
  readonly kind: Token['kind'];
  readonly start: number;
  readonly end: number;
  /** Whether a line of the source begins with it. */
  readonly leads: boolean;
}

/** A record or directive that can be laid out anew. */
export interface Row {
  readonly kind: 'record' | 'directive';
  /** Where it begins in the document. */
  readonly start: number;
  /** Its source, without the final line break. */
  readonly text: string;
  readonly cells: readonly Cell[];
  /** Which cell is the owner, the TTL, the class, the type; -1 for none. Of directives all are -1. */
  readonly owner: number;
  readonly ttl: number;
  readonly class: number;
  readonly type: number;
}

/** Longer entries are left as they are: no honest record comes near (RDATA: 65,535 octets, RFC 1035 §3.2.1). */
const LONGEST_ROW = 1 << 18;

const TYPE = /^[A-Z][A-Z0-9-]*$/i;

const DIRECTIVE = /^\$(?:ORIGIN|TTL|INCLUDE|GENERATE)$/i;

/**
 * The entry at which a walk has arrived, ready to be laid out.
 * @param base where the walk's block begins in the document
 * @returns undefined where the entry has to stay as it is: its quotes or parentheses are out of order, a daemon
 * might read it in another way, or it is no record at all
 */
export function rowHere(walk: EntryWalk, base: number): Row | undefined {
  const { head, scan, at } = walk;
  if (head.kind === 'blank' || scan.broken || walk.end - at > LONGEST_ROW) return undefined;
  if (at > 0 && walk.text.charCodeAt(at - 1) !== 10) return undefined;
  const text = sourceHere(walk);
  if (/\r(?!\n)/.test(text)) return undefined;
  const problems: EntryProblem[] = [];
  const tokens = tokenise(text, problems);
  if (problems.length > 0) return undefined;
  const cells = cellsOf(text, tokens);
  if (cells === undefined) return undefined;
  const row = { start: base + at, text, cells };
  return head.kind === 'record' ? record(row) : directive(row);
}

/** The tokens with their line breaks; undefined where two of them touch, or a word ends in the middle of an escape. */
function cellsOf(text: string, tokens: readonly Token[]): Cell[] | undefined {
  const cells: Cell[] = [];
  let previous: Cell | undefined;
  for (const { kind, span } of tokens) {
    const { start, end } = span;
    const gapStart = previous?.end ?? 0;
    if (previous !== undefined && gapStart === start && isText(kind) && isText(previous.kind))
      return undefined;
    if (kind === 'quoted' && text.slice(start, end).includes('\n')) return undefined;
    if (kind === 'word' && endsInEscape(text, start, end)) return undefined;
    previous = {
      kind,
      start,
      end,
      leads: previous !== undefined && text.slice(gapStart, start).includes('\n'),
    };
    cells.push(previous);
  }
  return cells;
}

function isText(kind: Token['kind']): boolean {
  return kind === 'word' || kind === 'quoted';
}

function endsInEscape(text: string, start: number, end: number): boolean {
  let escapes = 0;
  while (end - 1 - escapes >= start && text.charCodeAt(end - 1 - escapes) === 92) escapes++;
  return escapes % 2 === 1;
}

function record(row: Pick<Row, 'start' | 'text' | 'cells'>): Row | undefined {
  const { text, cells } = row;
  const inherits = /^[ \t]/.test(text);
  if (!inherits && cells[0]?.start !== 0) return undefined;
  let ttl = -1;
  let klass = -1;
  let next = inherits ? 0 : 1;
  for (; next < cells.length; next++) {
    const word = wordAt(row, next);
    if (ttl < 0 && isTtl(word)) ttl = next;
    else if (klass < 0 && isClass(word)) klass = next;
    else break;
  }
  if (next >= cells.length || !TYPE.test(wordAt(row, next))) return undefined;
  // A head that goes over lines, or that a parenthesis opens in, is somebody's own layout.
  for (let i = 0; i <= next; i++) if (cells[i]!.kind !== 'word' || cells[i]!.leads) return undefined;
  if (cutByComment(cells, next) && holdsStrings(wordAt(row, next).toUpperCase())) return undefined;
  return { kind: 'record', ...row, owner: inherits ? -1 : 0, ttl, class: klass, type: next };
}

/**
 * Whether a `;` right behind a word cut the data off: text that lacks its quotes. Where the blank is missing tells
 * that, so none is put there.
 */
function cutByComment(cells: readonly Cell[], type: number): boolean {
  return cells.some(
    ({ kind, start }, index) => kind === 'comment' && index > type + 1 && cells[index - 1]!.end === start,
  );
}

function directive(row: Pick<Row, 'start' | 'text' | 'cells'>): Row | undefined {
  const { cells } = row;
  // An indented `$TTL` is no directive to some programs: how it is indented has to stay.
  if (cells[0]?.start !== 0 || !DIRECTIVE.test(wordAt(row, 0))) return undefined;
  if (cells.some(({ kind, leads }) => leads || kind === 'open' || kind === 'close')) return undefined;
  return { kind: 'directive', ...row, owner: -1, ttl: -1, class: -1, type: -1 };
}

/** What a cell holds; empty where there is no such cell or it is no word. */
function wordAt({ text, cells }: Pick<Row, 'text' | 'cells'>, index: number): string {
  const cell = cells[index];
  return cell?.kind === 'word' ? text.slice(cell.start, cell.end) : '';
}

/** How many columns a cell takes. */
export function widthOf(row: Row, index: number): number {
  const cell = row.cells[index];
  return cell === undefined ? 0 : cell.end - cell.start;
}
