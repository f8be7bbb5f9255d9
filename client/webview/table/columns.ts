import { startingLook, type ColumnLook, type ColumnName } from '../state';
import { columnStyles } from './cells';

/** Narrower than this, a column shows nothing; wider than that, nothing else. CSS pixels. */
const narrowest = 48;
const widest = 1200;

/** The columns that are shown, pinned ones first. */
export function shownColumns(columns: readonly ColumnLook[]): readonly ColumnLook[] {
  const shown = columns.filter((column) => column.shown);
  // A table without columns could not be brought back by its head.
  const some = shown.length > 0 ? shown : columns.slice(0, 1);
  return [...some.filter(({ pinned }) => pinned), ...some.filter(({ pinned }) => !pinned)];
}

/** A grid's columns for the style sheet, the least width of all, and how far from the left each pinned one stands. */
export function trackSizes(columns: readonly ColumnLook[]): {
  readonly template: string;
  readonly width: number;
  readonly offsets: readonly number[];
} {
  const widths = columns.map(widthOf);
  const offsets = widths.map((_, i) => widths.slice(0, i).reduce((a, b) => a + b, 0));
  const template = columns
    .map(({ name, width, pinned }, i) => {
      const { grows } = columnStyles[name];
      return width !== undefined || pinned || grows === 0
        ? `${widths[i]!}px`
        : `minmax(${widths[i]!}px, ${grows}fr)`;
    })
    .join(' ');
  return { template, width: widths.reduce((a, b) => a + b, 0), offsets };
}

function widthOf({ name, width }: ColumnLook): number {
  return width ?? columnStyles[name].width;
}

/** The columns with one of them changed. */
export function changed(
  columns: readonly ColumnLook[],
  name: ColumnName,
  part: Partial<ColumnLook>,
): readonly ColumnLook[] {
  return columns.map((column) => (column.name === name ? { ...column, ...part } : column));
}

/** The columns with one at a width; the style sheet's where it is undefined. */
export function resized(
  columns: readonly ColumnLook[],
  name: ColumnName,
  width: number | undefined,
): readonly ColumnLook[] {
  const kept = width === undefined ? undefined : Math.round(Math.max(narrowest, Math.min(widest, width)));
  return changed(columns, name, { width: kept });
}

/**
 * The columns with one moved to stand before another, or behind the last.
 * @param before the column that comes behind it then; undefined: none does
 */
export function moved(
  columns: readonly ColumnLook[],
  name: ColumnName,
  before: ColumnName | undefined,
): readonly ColumnLook[] {
  if (name === before) return columns;
  const one = columns.find((column) => column.name === name);
  const others = columns.filter((column) => column.name !== name);
  const at = before === undefined ? others.length : others.findIndex((column) => column.name === before);
  return one === undefined || at < 0 ? columns : [...others.slice(0, at), one, ...others.slice(at)];
}

/** The columns with one moved a place among those that are shown. */
export function shifted(columns: readonly ColumnLook[], name: ColumnName, by: -1 | 1): readonly ColumnLook[] {
  const shown = shownColumns(columns);
  const at = shown.findIndex((column) => column.name === name);
  const target = shown[at + by];
  if (at < 0 || target === undefined) return columns;
  return by < 0 ? moved(columns, name, target.name) : moved(columns, name, shown[at + 2]?.name);
}

/** The columns as they are at first. */
export function originalColumns(): readonly ColumnLook[] {
  return startingLook.columns;
}
