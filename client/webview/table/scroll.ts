/**
 * Where rows of a fixed height are, in a scrolled element that browsers limit in height: beyond the limit, the
 * scroll bar stands for the rows proportionally.
 */
export interface ScrollSpace {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of the window that shows rows, in CSS pixels. */
  readonly viewport: number;
}

/** Chromium and Firefox clamp elements somewhere above 17 million pixels. */
export const tallest = 12_000_000;

/** Height of the scrolled element. */
export function spaceHeight({ rows, rowHeight }: ScrollSpace): number {
  return Math.min(rows * rowHeight, tallest);
}

/** How far into the rows, in pixels, the window's top is when the element is scrolled to `scrollTop`. */
export function rowOffset(space: ScrollSpace, scrollTop: number): number {
  const real = space.rows * space.rowHeight;
  const height = spaceHeight(space);
  if (real <= height) return Math.max(0, Math.min(scrollTop, real - space.viewport));
  const ratio = Math.max(0, Math.min(1, scrollTop / (height - space.viewport)));
  return ratio * (real - space.viewport);
}

/** The scroll position at which the window's top is `offset` pixels into the rows: the inverse of `rowOffset`. */
export function scrollTopFor(space: ScrollSpace, offset: number): number {
  const real = space.rows * space.rowHeight;
  const height = spaceHeight(space);
  if (real <= height) return Math.max(0, Math.min(offset, real - space.viewport));
  return (
    (Math.max(0, Math.min(offset, real - space.viewport)) / (real - space.viewport)) *
    (height - space.viewport)
  );
}

/** The rows to draw: those in the window and `spare` beyond either end. `to` is exclusive. */
export function rowsInView(
  space: ScrollSpace,
  scrollTop: number,
  spare: number,
): { from: number; to: number } {
  const offset = rowOffset(space, scrollTop);
  const first = Math.floor(offset / space.rowHeight);
  const last = Math.ceil((offset + space.viewport) / space.rowHeight);
  return { from: Math.max(0, first - spare), to: Math.min(space.rows, last + spare) };
}

/** The scroll position that brings row `row` wholly into the window with the least movement. */
export function reveal(space: ScrollSpace, scrollTop: number, row: number): number {
  const offset = rowOffset(space, scrollTop);
  const top = row * space.rowHeight;
  if (top < offset) return scrollTopFor(space, top);
  const below = top + space.rowHeight - space.viewport;
  return below > offset ? scrollTopFor(space, below) : scrollTop;
}
