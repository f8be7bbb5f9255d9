import type { Edit } from '../../../text/span';
import { columnOf, columnsOf, fieldColumns, stop, type Blanks, type Columns } from './columns';
import type { Cell, Row } from './row';

/** Text that ends farther right does not push the comments of its neighbours. */
const COMMENT_LIMIT = 80;

/** Lines within parentheses that would begin farther right begin at {@link FALLBACK} instead. */
const INDENT_LIMIT = 64;
const FALLBACK = 16;

/** A cell's place in the new layout. */
interface Place {
  /** The column at which it begins. */
  readonly column: number;
  /** The text before it. */
  readonly gap: string;
}

/**
 * The edits that lay out records (or directives) which stand together; offsets count from the document's beginning.
 * Only blanks and tabs change, and only where they differ.
 */
export function layGroup(rows: readonly Row[], blanks: Blanks): Edit[][] {
  const columns = columnsOf(rows, blanks);
  const fields = fieldColumns(rows, blanks);
  const laid = rows.map((row, index) => layRow(row, columns, fields[index]!, blanks));
  // Comments behind records of one line stand below each other.
  let comment = 0;
  laid.forEach(({ end, fits }, index) => {
    if (fits && isSimple(rows[index]!) && end <= COMMENT_LIMIT) comment = Math.max(comment, end);
  });
  const column = stop(comment + 1, blanks);
  return laid.map(({ gaps, end }, index) => {
    const row = rows[index]!;
    if (isSimple(row)) gaps[gaps.length - 1] = padding(end, column, blanks);
    return editsOf(row, gaps);
  });
}

/** A record of one line with a comment behind it. */
function isSimple({ cells }: Row): boolean {
  return cells.at(-1)?.kind === 'comment' && !cells.some(({ leads }) => leads);
}

interface Laid {
  /** The text before each cell. */
  readonly gaps: string[];
  /** Of a row of one line: the column behind its last cell, but for a comment. */
  readonly end: number;
  /** Whether all of it stands in its columns. */
  readonly fits: boolean;
}

function layRow(row: Row, columns: Columns, fields: readonly number[], blanks: Blanks): Laid {
  const { cells } = row;
  const gaps: string[] = [];
  let at = 0;
  let dataAt = 0;
  let inner = -1;
  let end = 0;
  let fits = true;
  const lines: { readonly comment: number; readonly end: number }[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!;
    const gap = cell.leads
      ? lead(row, index, innerColumn(inner, dataAt), blanks)
      : follow(row, index, at, columns, dataAt, fields, blanks);
    gaps.push(gap.gap);
    at = gap.column;
    if (index === row.type && at > columns.type) fits = false;
    if (index === row.type + 1) dataAt = at;
    if (inner < 0 && cells[index - 1]?.kind === 'open' && !cell.leads && cell.kind !== 'comment') inner = at;
    if (cell.kind === 'comment' && !cell.leads) lines.push({ comment: index, end });
    at += cell.end - cell.start;
    end = cell.kind === 'comment' ? end : at;
  }
  if (cells.some(({ leads }) => leads)) alignComments(gaps, row, lines, blanks);
  return { gaps, end, fits };
}

function innerColumn(inner: number, dataAt: number): number {
  const column = inner < 0 ? dataAt : inner;
  return column > INDENT_LIMIT ? FALLBACK : column;
}

/** The gap before a cell that goes on in its line. */
function follow(
  row: Row,
  index: number,
  at: number,
  columns: Columns,
  dataAt: number,
  fields: readonly number[],
  blanks: Blanks,
): Place {
  if (index === 0 && row.owner < 0 && row.kind === 'directive') return { column: 0, gap: '' };
  if (index === row.owner) return { column: 0, gap: '' };
  const target = targetOf(row, index, columns, dataAt, fields);
  if (target >= 0) {
    const gap = padding(at, target, blanks);
    return { column: columnBehind(at, gap, blanks), gap };
  }
  const glued = row.cells[index - 1]!.end === row.cells[index]!.start;
  if (glued && (row.cells[index - 1]!.kind === 'open' || row.cells[index]!.kind === 'close')) {
    return { column: at, gap: '' };
  }
  return { column: at + 1, gap: ' ' };
}

function targetOf(
  row: Row,
  index: number,
  columns: Columns,
  dataAt: number,
  fields: readonly number[],
): number {
  if (row.kind === 'directive') return -1;
  const head = columnOf(row, index, columns.ttlFirst);
  if (head !== undefined) return head === 1 ? columns.first : columns.second;
  if (index === row.type) return columns.type;
  if (row.cells[index]!.kind === 'comment') return -1;
  if (index === row.type + 1) return columns.data;
  const field = fields[index - row.type - 2];
  return field === undefined ? -1 : dataAt + field;
}

/** The gap before a cell that begins a line: the line breaks as they are, blanks anew. */
function lead(row: Row, index: number, column: number, blanks: Blanks): Place {
  const { text, cells } = row;
  const gap = text.slice(cells[index - 1]!.end, cells[index]!.start);
  const breaks = gap.replace(/[ \t]+/g, '');
  // A comment in column 0 is one that somebody put there: a line taken out for a while.
  const stays = cells[index]!.kind === 'comment' && gap.endsWith('\n');
  const indent = stays ? '' : indentation(column, blanks);
  return { column: stays ? 0 : column, gap: breaks + indent };
}

/** Puts the comments within a record of several lines below each other; the first line's follows its text. */
function alignComments(
  gaps: string[],
  row: Row,
  lines: readonly { readonly comment: number; readonly end: number }[],
  blanks: Blanks,
): void {
  const firstBreak = row.cells.findIndex(({ leads }) => leads);
  const inside = lines.filter(({ comment }) => comment > firstBreak);
  let most = 0;
  for (const { end } of inside) if (end <= COMMENT_LIMIT) most = Math.max(most, end);
  const column = stop(most + 1, blanks);
  for (const { comment, end } of inside) gaps[comment] = padding(end, column, blanks);
}

/** Blanks from one column to another; at least one. */
function padding(from: number, to: number, blanks: Blanks): string {
  if (blanks.spaces) return ' '.repeat(Math.max(1, to - from));
  return to <= from ? ' ' : '\t'.repeat(Math.max(1, Math.ceil((to - from) / blanks.tabSize)));
}

function columnBehind(from: number, gap: string, { tabSize }: Blanks): number {
  let column = from;
  for (const blank of gap)
    column = blank === '\t' ? (Math.floor(column / tabSize) + 1) * tabSize : column + 1;
  return column;
}

/** Blanks at the beginning of a line; at least one. */
function indentation(column: number, { tabSize, spaces }: Blanks): string {
  const width = Math.max(1, column);
  if (spaces) return ' '.repeat(width);
  return '\t'.repeat(Math.floor(width / tabSize)) + ' '.repeat(width % tabSize);
}

function editsOf(row: Row, gaps: readonly string[]): Edit[] {
  const { start, text, cells } = row;
  const edits: Edit[] = [];
  let from = 0;
  const note = (to: number, gap: string): void => {
    if (text.slice(from, to) !== gap)
      edits.push({ span: { start: start + from, end: start + to }, text: gap });
  };
  cells.forEach((cell: Cell, index) => {
    note(cell.start, gaps[index]!);
    from = cell.end;
  });
  note(text.length, '');
  return edits;
}
