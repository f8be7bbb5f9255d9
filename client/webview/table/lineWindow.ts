import { element } from '../dom';
import type { Line } from '../messages';
import { reveal, rowOffset, rowsInView, scrollTopFor, spaceHeight, type ScrollSpace } from './scroll';

/** Height of a line in CSS pixels; the style sheet says the same. */
const rowHeight = 26;
/** Lines drawn beyond either end of the window, so that scrolling meets no gap. */
const spare = 16;
/** Lines asked for at once. */
const pageSize = 128;
/** Pages whose lines are kept, and those around the window that stay when there are more. */
const mostPages = 100;
const nearPages = 20;

/** A window of real lines over as many as there are: draws those in view, and asks for what it does not know yet. */
export interface LineWindow {
  readonly body: HTMLElement;
  readonly count: () => number;
  /** A line that is known; undefined where it is still on its way. */
  readonly line: (number: number) => Line | undefined;
  /** What is drawn by now. */
  readonly drawn: ReadonlyMap<number, HTMLElement>;
  /** Lines that fit into the window. */
  readonly pageLines: () => number;
  /** The line at the top. */
  readonly top: () => number;
  /** @param moved whether lines may stand elsewhere now; what is drawn then stays to be seen until the new ones come */
  setCount(count: number, moved: boolean): void;
  /** Lines say something else now, where they stand: they are asked for again. */
  renew(): void;
  /** Cells are to be filled again, from what is known. */
  refill(): void;
  draw(): void;
  reveal(line: number): void;
  readonly scrollTo: (line: number) => void;
}

/** What a window asks of its surroundings. */
export interface LineWindowNeeds {
  readonly lines: (from: number, to: number) => Promise<readonly Line[]>;
  readonly fill: (line: HTMLElement, number: number, data: Line) => void;
  /** Lines were drawn, or the window has moved. */
  readonly drew: () => void;
  /** Height of what stands above and below the lines all the time, in CSS pixels. */
  readonly taken: () => number;
}

/** @param scroller the element that scrolls; the window's body has to be put into it */
export function createLineWindow(scroller: HTMLElement, needs: LineWindowNeeds): LineWindow {
  const body = element('div', { class: 'body', attributes: { role: 'rowgroup' } });
  let count = 0;
  let known = new Map<number, Line>();
  /** Pages that are known or on their way. */
  const asked = new Set<number>();
  /** Changes when lines move: answers for an earlier view are dropped. */
  let view = 0;
  const drawn = new Map<number, HTMLElement>();
  /** Lines whose cells are out of date. */
  const stale = new Set<HTMLElement>();
  let frame = 0;

  const space = (): ScrollSpace => ({
    rows: count,
    rowHeight,
    viewport: Math.max(rowHeight, scroller.clientHeight - needs.taken()),
  });
  const top = (): number => Math.floor(rowOffset(space(), scroller.scrollTop) / rowHeight);

  const draw = (): void => {
    frame = 0;
    const view = space();
    const { from, to } = rowsInView(view, scroller.scrollTop, spare);
    const shift = scroller.scrollTop - rowOffset(view, scroller.scrollTop);
    for (const [number, line] of drawn) {
      if (number >= from && number < to) continue;
      line.remove();
      drawn.delete(number);
      stale.delete(line);
    }
    let waiting = false;
    for (let number = from; number < to; number++) {
      const line = drawn.get(number) ?? lineAt(number);
      line.style.transform = `translateY(${number * rowHeight + shift}px)`;
      const data = known.get(number);
      if (data === undefined) {
        ask(Math.floor(number / pageSize));
        waiting = true;
      } else if (line.childElementCount === 0 || stale.delete(line)) needs.fill(line, number, data);
    }
    setBusy(waiting);
    needs.drew();
  };
  /** Says to screen readers, and to tests, that lines are on their way. */
  const setBusy = (busy: boolean): void => {
    if (busy) body.setAttribute('aria-busy', 'true');
    else body.removeAttribute('aria-busy');
  };
  const redraw = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  const lineAt = (number: number): HTMLElement => {
    const line = element('div', {
      class: number % 2 === 0 ? 'row' : 'row odd',
      id: `row-${number}`,
      attributes: { role: 'row', 'aria-rowindex': String(number + 2) },
    });
    drawn.set(number, line);
    body.append(line);
    return line;
  };

  const ask = (page: number): void => {
    if (asked.has(page)) return;
    asked.add(page);
    const mine = view;
    void needs.lines(page * pageSize, Math.min(count, (page + 1) * pageSize)).then((lines) => {
      if (mine !== view) return;
      lines.forEach((line, i) => known.set(page * pageSize + i, line));
      forgetFar();
      redraw();
    });
  };

  /** What is far away is cheap to ask for again. */
  const forgetFar = (): void => {
    if (known.size <= mostPages * pageSize) return;
    const near = top();
    for (const number of known.keys())
      if (Math.abs(number - near) > nearPages * pageSize) known.delete(number);
    asked.clear();
    for (const number of known.keys()) asked.add(Math.floor(number / pageSize));
  };

  const refill = (): void => {
    for (const line of drawn.values()) stale.add(line);
  };

  /** What is drawn stays to be seen until the new lines come. */
  const outdate = (): void => {
    view++;
    known = new Map();
    asked.clear();
    refill();
    setBusy(true);
  };

  scroller.addEventListener('scroll', redraw, { passive: true });
  new ResizeObserver(redraw).observe(scroller);

  return {
    body,
    count: () => count,
    line: (number) => known.get(number),
    drawn,
    pageLines: () => Math.max(1, Math.floor(space().viewport / rowHeight) - 1),
    top,
    setCount(next, moved) {
      count = next;
      body.style.height = `${spaceHeight(space())}px`;
      if (moved) {
        outdate();
        return;
      }
      // The page at the end may have been cut short: it is asked for again.
      for (const page of asked) if (!known.has((page + 1) * pageSize - 1)) asked.delete(page);
    },
    renew() {
      outdate();
      redraw();
    },
    refill() {
      refill();
      redraw();
    },
    draw,
    reveal(line) {
      scroller.scrollTop = reveal(space(), scroller.scrollTop, line);
    },
    scrollTo(line) {
      scroller.scrollTop = scrollTopFor(space(), line * rowHeight);
      redraw();
    },
  };
}
