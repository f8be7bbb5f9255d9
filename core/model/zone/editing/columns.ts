import { widthOf, type Row } from './row';

/** How blanks are written: FormattingOptions, checked. */
export interface Blanks {
  /** At least 1. */
  readonly tabSize: number;
  readonly spaces: boolean;
}

/** Where the columns of neighbouring records begin. */
export interface Columns {
  /** TTL and class have two columns; each of them alone stands in its own. */
  readonly first: number;
  readonly second: number;
  readonly ttlFirst: boolean;
  readonly type: number;
  readonly data: number;
}

/** Owner names up to here may push the columns behind them; where most names are longer, up to {@link WIDE}. */
const NARROW = 40;
const WIDE = 80;

/** The owner column is at least this wide, so that a line that inherits its owner is seen to. */
const LEAST = 8;

/** The types' column is at least as wide as most types: so sections of a file look alike. */
const TYPE = 4;

/** Where a column can begin: anywhere, or with tabs at a tab stop. */
export function stop(column: number, { tabSize, spaces }: Blanks): number {
  return spaces ? column : Math.ceil(column / tabSize) * tabSize;
}

/**
 * The columns of records that stand together. A name that is too long for its column moves what follows it on its
 * own line, and nothing elsewhere.
 */
export function columnsOf(rows: readonly Row[], blanks: Blanks): Columns {
  const owners = rows.filter(({ owner }) => owner >= 0).map((row) => widthOf(row, row.owner));
  const long = owners.filter((width) => width > NARROW).length;
  const limit = 2 * long > owners.length ? WIDE : NARROW;
  const owner = widest(owners.filter((width) => width <= limit));
  const first = stop(Math.max(LEAST, owner + 1), blanks);
  const after = (begin: number, width: number) => (width === 0 ? begin : stop(begin + width + 1, blanks));
  // TTL and class may come in either order (RFC 1035 §5.1): the first record with both says which is usual here.
  const usual = rows.find((row) => row.ttl >= 0 && row.class >= 0);
  const ttlFirst = usual === undefined || usual.ttl < usual.class;
  const inColumn = (column: 1 | 2) =>
    widest(
      rows.map(
        (row) =>
          (columnOf(row, row.ttl, ttlFirst) === column ? widthOf(row, row.ttl) : 0) +
          (columnOf(row, row.class, ttlFirst) === column ? widthOf(row, row.class) : 0),
      ),
    );
  const second = after(first, inColumn(1));
  const type = after(second, inColumn(2));
  return {
    first,
    second,
    ttlFirst,
    type,
    data: after(type, Math.max(TYPE, widest(rows.map((row) => widthOf(row, row.type))))),
  };
}

/** In which of the two columns a TTL or class stands: with both in a record, in the order that it has them. */
export function columnOf(row: Row, index: number, ttlFirst: boolean): 1 | 2 | undefined {
  if (index < 0 || (index !== row.ttl && index !== row.class)) return undefined;
  if (row.ttl >= 0 && row.class >= 0) return index < Math.max(row.ttl, row.class) ? 1 : 2;
  return (index === row.ttl) === ttlFirst ? 1 : 2;
}

function widest(widths: readonly number[]): number {
  let most = 0;
  for (const width of widths) if (width > most) most = width;
  return most;
}

/** Types whose fields stand in columns where several such records follow each other. */
const TABLES = /^(?:MX|SRV|KX|RT|AFSDB|PX|NAPTR|URI|CAA|TLSA|SMIMEA|SSHFP|DS|CDS|SVCB|HTTPS|HINFO|LP)$/i;

/** Fields this wide at most get a column. */
const FIELD = 24;

/**
 * Where the second and later words of RDATA begin, counted from the first, for each row: alike for neighbours of
 * one type, so that preferences, priorities and ports stand below each other. Empty for all others.
 */
export function fieldColumns(rows: readonly Row[], blanks: Blanks): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  let from = 0;
  while (from < rows.length) {
    const type = tableType(rows[from]!);
    let to = from + 1;
    while (type !== '' && to < rows.length && tableType(rows[to]!) === type) to++;
    const columns = to - from > 1 ? fieldsOf(rows.slice(from, to), blanks) : [];
    for (; from < to; from++) found.push(columns);
  }
  return found;
}

function tableType(row: Row): string {
  if (row.type < 0 || row.cells.some(({ kind, leads }) => leads || kind === 'open' || kind === 'close'))
    return '';
  const { start, end } = row.cells[row.type]!;
  const type = row.text.slice(start, end);
  return TABLES.test(type) ? type.toUpperCase() : '';
}

function fieldsOf(rows: readonly Row[], blanks: Blanks): number[] {
  const columns: number[] = [];
  let column = 0;
  for (let field = 1; ; field++) {
    const widths = rows
      .filter(({ cells, type }) => isField(cells[type + field]) && isField(cells[type + field + 1]))
      .map((row) => widthOf(row, row.type + field));
    if (widths.length === 0) return columns;
    column = stop(column + Math.min(FIELD, widest(widths)) + 1, blanks);
    columns.push(column);
  }
}

function isField(cell: Row['cells'][number] | undefined): boolean {
  return cell?.kind === 'word' || cell?.kind === 'quoted';
}
