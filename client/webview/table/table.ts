import { visible, type Sort, type SortColumn } from '../../../core/report';
import { columnsFor, type TableColumn } from './cells';
import { element, icon } from '../dom';
import type { Line } from '../messages';
import { reveal, rowOffset, rowsInView, scrollTopFor, spaceHeight, type ScrollSpace } from './scroll';
import { words, type Speech } from '../words';

/** Height of a row in CSS pixels; the style sheet says the same. */
const rowHeight = 26;
/** Rows drawn beyond either end of the window, so that scrolling meets no gap. */
const spare = 12;
/** Rows asked for at once. */
const pageSize = 128;

/** What the table asks of its surroundings. */
export interface TableNeeds {
  /** Asks for lines; they come through `supply`. */
  request(from: number, to: number): void;
  sort(sort: Sort | undefined): void;
  /** The line at the top of the window has changed. */
  scrolled(top: number): void;
  /** A group is to be opened or closed. */
  toggle(key: string): void;
  /** A record's detail is wanted. */
  choose(record: number): void;
}

/** The table of records: a window of real rows over as many as there are. */
export interface Table {
  readonly root: HTMLElement;
  /** The record of the active row, for finding it again after sorting. */
  readonly active: () => number | undefined;
  /** @param moved whether rows known so far may stand elsewhere now; @param kept where the active record is now */
  setCount(count: number, moved: boolean, kept: number): void;
  supply(from: number, lines: readonly Line[]): void;
  setSort(sort: Sort | undefined): void;
  setSeveralReports(several: boolean): void;
  scrollTo(row: number): void;
}

/** A table without rows. */
export function createTable(speech: Speech, needs: TableNeeds): Table {
  const head = element('div', { class: 'row head', attributes: { role: 'row', 'aria-rowindex': '1' } });
  const body = element('div', { class: 'body', attributes: { role: 'rowgroup' } });
  const root = element(
    'div',
    { class: 'table', attributes: { role: 'grid', tabindex: '0', 'aria-label': speech.say(words.table) } },
    element('div', { class: 'heads', attributes: { role: 'rowgroup' } }, head),
    body,
  );
  let columns = columnsFor(false);
  let count = 0;
  let sort: Sort | undefined;
  let activeRow = -1;
  let activeColumn = 0;
  let activeRecord: number | undefined;
  let known = new Map<number, Line>();
  const asked = new Set<number>();
  const drawn = new Map<number, HTMLElement>();
  let frame = 0;

  const space = (): ScrollSpace => ({
    rows: count,
    rowHeight,
    viewport: Math.max(rowHeight, root.clientHeight - head.offsetHeight),
  });

  const drawHead = (): void => {
    root.setAttribute('aria-colcount', String(columns.length));
    root.classList.toggle('several', columns.length > 10);
    head.replaceChildren(
      ...columns.map(({ name }, i) => {
        const button = element('button', { attributes: { type: 'button' } }, speech.say(words[name]));
        button.addEventListener('click', () => {
          needs.sort(nextSort(sort, name));
        });
        const attributes = { role: 'columnheader', 'aria-colindex': String(i + 1) };
        return element('div', { class: `cell ${name}`, attributes }, button);
      }),
    );
    markSort();
  };

  /** Changes the head's cells in place: the button that was pressed keeps the focus. */
  const markSort = (): void => {
    columns.forEach(({ name }, i) => {
      const cell = head.children[i]!;
      const descending = sort?.column === name ? sort.descending : undefined;
      cell.setAttribute(
        'aria-sort',
        descending === undefined ? 'none' : descending ? 'descending' : 'ascending',
      );
      cell.querySelector('.icon')?.remove();
      if (descending !== undefined) cell.firstElementChild!.append(icon(descending ? 'down' : 'up'));
    });
  };

  const draw = (): void => {
    frame = 0;
    const view = space();
    const { from, to } = rowsInView(view, root.scrollTop, spare);
    const shift = root.scrollTop - rowOffset(view, root.scrollTop);
    for (const [row, line] of drawn) {
      if (row >= from && row < to) continue;
      line.remove();
      drawn.delete(row);
    }
    for (let row = from; row < to; row++) {
      let line = drawn.get(row);
      if (line === undefined) {
        line = element('div', {
          class: row % 2 === 0 ? 'row' : 'row odd',
          id: `row-${row}`,
          attributes: { role: 'row', 'aria-rowindex': String(row + 2) },
        });
        drawn.set(row, line);
        body.append(line);
      }
      line.style.transform = `translateY(${row * rowHeight + shift}px)`;
      const data = known.get(row);
      if (data === undefined) ask(row);
      else if (line.childElementCount === 0) fillRow(line, row, data);
    }
    markActive();
    needs.scrolled(Math.floor(rowOffset(view, root.scrollTop) / rowHeight));
  };
  const redraw = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  const ask = (row: number): void => {
    const page = Math.floor(row / pageSize);
    if (asked.has(page)) return;
    asked.add(page);
    needs.request(page * pageSize, Math.min(count, (page + 1) * pageSize));
  };

  const fillRow = (line: HTMLElement, row: number, data: Line): void => {
    if (data.kind === 'group') {
      const { group, judgement } = data;
      line.setAttribute('aria-expanded', String(data.open));
      line.replaceChildren(
        element(
          'div',
          { class: 'cell group', id: `cell-${row}-0`, attributes: { role: 'gridcell' } },
          icon(data.open ? 'down' : 'right'),
          element('b', { text: group.key === '' ? '–' : visible(group.key) }),
          ` ${speech.number(group.messages)} · ${speech.percent(group.pass, group.messages)}`,
          judgement === undefined ? '' : ` · ${speech.say(judgement.word)}`,
        ),
      );
      return;
    }
    line.replaceChildren(
      ...columns.map((column, i) => {
        const cell = element('div', {
          class: `cell ${column.name}`,
          id: `cell-${row}-${i}`,
          attributes: { role: 'gridcell', 'aria-colindex': String(i + 1) },
        });
        column.fill(cell, data.row, speech);
        return cell;
      }),
    );
  };

  const forget = (): void => {
    known = new Map();
    asked.clear();
    for (const line of drawn.values()) line.remove();
    drawn.clear();
  };

  const markActive = (): void => {
    for (const marked of body.querySelectorAll('.active')) marked.classList.remove('active');
    const line = drawn.get(activeRow);
    const cell = line?.children[activeColumn];
    line?.classList.add('active');
    cell?.classList.add('active');
    if (cell === undefined) root.removeAttribute('aria-activedescendant');
    else root.setAttribute('aria-activedescendant', cell.id);
  };

  const activate = (row: number, column: number): void => {
    if (count === 0) return;
    activeRow = Math.max(0, Math.min(count - 1, row));
    activeColumn = Math.max(0, Math.min(columns.length - 1, column));
    activeRecord = recordOf(known.get(activeRow));
    root.scrollTop = reveal(space(), root.scrollTop, activeRow);
    draw();
    revealColumn();
  };

  const open = (row: number): void => {
    const line = known.get(row);
    if (line?.kind === 'group') needs.toggle(line.group.key);
    else if (line !== undefined) needs.choose(line.row.record);
  };

  const revealColumn = (): void => {
    const title = head.children[activeColumn] as HTMLElement | undefined;
    const pinned = head.children[0] as HTMLElement | undefined;
    if (title === undefined || pinned === undefined || activeColumn === 0) return;
    const left = title.offsetLeft - pinned.offsetWidth;
    if (left < root.scrollLeft) root.scrollLeft = left;
    const right = title.offsetLeft + title.offsetWidth - root.clientWidth;
    if (right > root.scrollLeft) root.scrollLeft = right;
  };

  root.addEventListener('scroll', redraw, { passive: true });
  new ResizeObserver(redraw).observe(root);
  body.addEventListener('click', ({ target }) => {
    const cell = target instanceof Element ? target.closest('.cell') : null;
    const line = cell?.parentElement;
    if (!cell || !line) return;
    for (const [row, drawnLine] of drawn) {
      if (drawnLine !== line) continue;
      activate(row, [...line.children].indexOf(cell));
      open(row);
    }
  });
  root.addEventListener('focus', () => {
    if (activeRow < 0) activate(Math.ceil(rowOffset(space(), root.scrollTop) / rowHeight), 0);
  });
  root.addEventListener('keydown', (event) => {
    if (event.target !== root || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(space().viewport / rowHeight) - 1);
    const moves: Partial<Record<string, readonly [row: number, column: number]>> = {
      ArrowUp: [activeRow - 1, activeColumn],
      ArrowDown: [activeRow + 1, activeColumn],
      ArrowLeft: [activeRow, activeColumn - 1],
      ArrowRight: [activeRow, activeColumn + 1],
      PageUp: [activeRow - page, activeColumn],
      PageDown: [activeRow + page, activeColumn],
      Home: [0, activeColumn],
      End: [count - 1, activeColumn],
    };
    if (event.key === 'Enter') open(activeRow);
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    activate(...move);
  });

  drawHead();
  return {
    root,
    active: () => activeRecord,
    setCount(next, moved, kept) {
      count = next;
      root.setAttribute('aria-rowcount', String(next + 1));
      body.style.height = `${spaceHeight(space())}px`;
      if (moved) {
        forget();
        activeRow = kept >= 0 ? kept : Math.min(activeRow, count - 1);
        if (kept >= 0) root.scrollTop = reveal(space(), root.scrollTop, kept);
        else activeRecord = undefined;
      } else {
        // The page at the end may have been cut short: it is asked for again.
        for (const page of asked) if (!known.has((page + 1) * pageSize - 1)) asked.delete(page);
      }
      draw();
    },
    supply(from, lines) {
      lines.forEach((line, i) => {
        known.set(from + i, line);
        if (from + i === activeRow) activeRecord = recordOf(line);
      });
      // What is far away is cheap to ask for again.
      if (known.size > 100 * pageSize) {
        const near = Math.floor(rowOffset(space(), root.scrollTop) / rowHeight);
        for (const row of known.keys()) if (Math.abs(row - near) > 20 * pageSize) known.delete(row);
        asked.clear();
        for (const row of known.keys()) asked.add(Math.floor(row / pageSize));
      }
      redraw();
    },
    setSort(next) {
      sort = next;
      markSort();
    },
    setSeveralReports(several) {
      const wanted: readonly TableColumn[] = columnsFor(several);
      if (wanted.length === columns.length) return;
      columns = wanted;
      drawHead();
      for (const line of drawn.values()) line.replaceChildren();
      redraw();
    },
    scrollTo(row) {
      root.scrollTop = scrollTopFor(space(), row * rowHeight);
      redraw();
    },
  };
}

function recordOf(line: Line | undefined): number | undefined {
  return line?.kind === 'record' ? line.row.record : undefined;
}

/** A click sorts, a second one turns round, a third gives the order of the reports back. */
function nextSort(sort: Sort | undefined, column: SortColumn): Sort | undefined {
  // Most messages first is what a first click on a number is for.
  const first = column === 'count';
  if (sort?.column !== column) return { column, descending: first };
  return sort.descending === first ? { column, descending: !first } : undefined;
}
