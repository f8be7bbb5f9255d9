import type { Page } from '../context';
import { element } from '../dom';
import type { Line, ShownRow } from '../messages';
import type { ColumnLook } from '../state';
import { createTip } from '../tip';
import { words as shared } from '../words';
import { createActions } from './actions';
import { shownColumns, trackSizes } from './columns';
import { createHead } from './head';
import { moveFor, typeAhead } from './keys';
import { fillLine, spread } from './lines';
import { createOnlyButton } from './only';
import { reveal, rowOffset, rowsInView, scrollTopFor, spaceHeight, type ScrollSpace } from './scroll';
import { valuesOf } from './values';
import { words } from './words';

/** Height of a line in CSS pixels; the style sheet says the same. */
const rowHeight = 26;
/** Lines drawn beyond either end of the window, so that scrolling meets no gap. */
const spare = 16;
/** Lines asked for at once. */
const pageSize = 128;
/** Lines that can be selected and copied together. */
const mostSelected = 10_000;

/** What the table asks of its surroundings. */
export interface TableNeeds {
  /** Lines `[from, to)` of the present view; none where it is another by the time they come. */
  lines(from: number, to: number): Promise<readonly Line[]>;
  /** The next line behind `from` whose first cell begins with a text; -1 where there is none. */
  find(text: string, from: number): Promise<number>;
}

/** The extent of a view as the worker tells it. */
export interface ViewExtent {
  readonly lines: number;
  readonly sums: Parameters<typeof spread>[1];
  readonly moved: boolean;
  /** The line of the active record; -1 where it is not shown. */
  readonly kept: number;
}

/** The table of records: a window of real lines over as many as there are. */
export interface Table {
  readonly root: HTMLElement;
  /** The record of the active line, for finding it again after sorting. */
  readonly active: () => number | undefined;
  setExtent(extent: ViewExtent): void;
  scrollTo(line: number): void;
  /** Makes a line the active one and gives the table the focus. */
  goTo(line: number): void;
  readonly focus: () => void;
  /** The records that are selected, or the active one. */
  readonly selected: () => readonly number[];
}

/** A table without lines. */
export function createTable(page: Page, needs: TableNeeds): Table {
  const { speech, looks } = page;
  const actions = createActions(page);
  const tip = createTip();
  const body = element('div', { class: 'body', attributes: { role: 'rowgroup' } });
  const foot = element('div', { class: 'row foot', attributes: { role: 'row' } });
  const head = createHead(page, (column) => fitOf(column));
  const root = element(
    'div',
    {
      class: 'table',
      attributes: {
        role: 'treegrid',
        tabindex: '0',
        'aria-label': speech.say(shared.table),
        'aria-multiselectable': 'true',
        'aria-describedby': 'tip',
      },
    },
    element('div', { class: 'heads', attributes: { role: 'rowgroup' } }, head.root),
    body,
    element('div', { class: 'feet', attributes: { role: 'rowgroup' } }, foot),
  );
  document.body.append(tip.root);

  let columns: readonly ColumnLook[] = [];
  let extent: ViewExtent | undefined;
  let active = -1;
  let activeColumn = 0;
  let activeRecord: number | undefined;
  /** The line from which Shift selects. */
  let anchor = -1;
  let known = new Map<number, Line>();
  /** Pages on their way. */
  const asked = new Set<number>();
  /** Changes with every view: answers for an earlier one are dropped. */
  let view = 0;
  const drawn = new Map<number, HTMLElement>();
  /** Lines whose cells are those of an earlier view, shown until the new ones come. */
  const stale = new Set<HTMLElement>();
  let frame = 0;

  const count = (): number => extent?.lines ?? 0;
  const space = (): ScrollSpace => ({
    rows: count(),
    rowHeight,
    viewport: Math.max(rowHeight, root.clientHeight - head.root.offsetHeight - foot.offsetHeight),
  });

  // --- Drawing ------------------------------------------------------------------------------------------------

  const draw = (): void => {
    frame = 0;
    const view = space();
    const { from, to } = rowsInView(view, root.scrollTop, spare);
    const shift = root.scrollTop - rowOffset(view, root.scrollTop);
    for (const [number, line] of drawn) {
      if (number >= from && number < to) continue;
      line.remove();
      drawn.delete(number);
      stale.delete(line);
    }
    for (let number = from; number < to; number++) {
      let line = drawn.get(number);
      if (line === undefined) {
        line = element('div', {
          id: `row-${number}`,
          attributes: { role: 'row', 'aria-rowindex': String(number + 2) },
        });
        line.className = number % 2 === 0 ? 'row' : 'row odd';
        drawn.set(number, line);
        body.append(line);
      }
      line.style.transform = `translateY(${number * rowHeight + shift}px)`;
      const data = known.get(number);
      if (data === undefined) ask(number);
      else if (line.childElementCount === 0 || stale.has(line)) {
        stale.delete(line);
        fillLine(line, number, data, columns, looks.now().group, speech);
      }
    }
    mark();
    const top = Math.floor(rowOffset(view, root.scrollTop) / rowHeight);
    if (count() > 0) looks.change({ top });
  };
  const redraw = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  const ask = (number: number): void => {
    const at = Math.floor(number / pageSize);
    if (asked.has(at)) return;
    asked.add(at);
    const mine = view;
    void needs.lines(at * pageSize, Math.min(count(), (at + 1) * pageSize)).then((lines) => {
      if (mine !== view) return;
      lines.forEach((line, i) => {
        known.set(at * pageSize + i, line);
        if (at * pageSize + i === active) activeRecord = recordOf(line);
      });
      forgetFar();
      redraw();
    });
  };

  /** What is far away is cheap to ask for again. */
  const forgetFar = (): void => {
    if (known.size <= 100 * pageSize) return;
    const near = Math.floor(rowOffset(space(), root.scrollTop) / rowHeight);
    for (const number of known.keys()) if (Math.abs(number - near) > 20 * pageSize) known.delete(number);
    asked.clear();
    for (const number of known.keys()) asked.add(Math.floor(number / pageSize));
  };

  /** Lines may stand elsewhere now: what is drawn stays to be seen until the new ones come. */
  const outdate = (): void => {
    view++;
    known = new Map();
    asked.clear();
    for (const line of drawn.values()) stale.add(line);
  };

  const layColumns = (): void => {
    columns = shownColumns(looks.now().columns);
    const { template, width, offsets } = trackSizes(columns);
    root.style.setProperty('--columns', template);
    root.style.setProperty('--width', `${width}px`);
    columns.forEach(({ name, pinned }, i) => {
      root.style.setProperty(`--left-${name}`, pinned ? `${offsets[i]!}px` : 'auto');
    });
    root.setAttribute('aria-colcount', String(columns.length));
    head.draw();
    drawFoot();
  };

  const drawFoot = (): void => {
    if (extent === undefined) return;
    const name = speech.say(words.total);
    foot.replaceChildren(
      ...spread(columns, extent.sums, [element('b', { text: name })], name, undefined, speech),
    );
    foot.setAttribute('aria-rowindex', String(count() + 2));
  };

  const fitOf = (column: number): number => {
    let wide = head.root.children[column]?.querySelector('.name')?.scrollWidth ?? 0;
    for (const line of drawn.values()) {
      const cell = line.classList.contains('grouping') ? undefined : line.children[column];
      for (const value of cell?.children ?? []) wide = Math.max(wide, value.scrollWidth);
      wide = Math.max(wide, (cell?.scrollWidth ?? 0) - (cell?.clientWidth ?? 0) + wide);
    }
    return wide + 44;
  };

  // --- The active cell and what is selected -------------------------------------------------------------------

  const mark = (): void => {
    for (const marked of body.querySelectorAll('.active')) marked.classList.remove('active');
    const [first, last] = selection();
    for (const [number, line] of drawn) {
      const chosen = first !== last && number >= first && number <= last;
      line.classList.toggle('selected', chosen);
      if (chosen || number === active) line.setAttribute('aria-selected', 'true');
      else line.removeAttribute('aria-selected');
      const data = known.get(number);
      line.classList.toggle('shown', recordOf(data) !== undefined && recordOf(data) === looks.now().record);
    }
    const line = drawn.get(active);
    const cell = cellAt(line);
    line?.classList.add('active');
    cell?.classList.add('active');
    if (cell === undefined) root.removeAttribute('aria-activedescendant');
    else root.setAttribute('aria-activedescendant', cell.id);
    const explained = document.activeElement === root && root.matches(':focus-visible') ? cell : undefined;
    if (explained?.dataset['tip'] !== undefined) tip.show(explained.dataset['tip'], explained);
    else tip.hide();
  };

  /** The active cell in a line; a group's line has fewer cells than there are columns. */
  const cellAt = (line: HTMLElement | undefined): HTMLElement | undefined => {
    const cells = [...(line?.children ?? [])] as HTMLElement[];
    return cells.findLast((cell) => Number(cell.getAttribute('aria-colindex')) <= activeColumn + 1);
  };

  const selection = (): readonly [number, number] =>
    anchor < 0 ? [active, active] : [Math.min(anchor, active), Math.max(anchor, active)];

  const selected = (): readonly number[] => {
    const [first, last] = selection();
    const records: number[] = [];
    for (let number = first; number <= Math.min(last, first + mostSelected); number++) {
      const record = recordOf(known.get(number));
      if (record !== undefined) records.push(record);
    }
    return records;
  };

  const activate = (number: number, column: number, extend: boolean): void => {
    if (count() === 0) return;
    if (!extend) anchor = -1;
    else if (anchor < 0) anchor = active;
    active = Math.max(0, Math.min(count() - 1, number));
    activeColumn = Math.max(0, Math.min(columns.length - 1, column));
    activeRecord = recordOf(known.get(active));
    root.scrollTop = reveal(space(), root.scrollTop, active);
    draw();
    revealColumn();
    // The pane follows where the keyboard goes.
    if (looks.now().record !== undefined && activeRecord !== undefined)
      looks.change({ record: activeRecord });
  };

  const revealColumn = (): void => {
    const title = head.root.children[activeColumn] as HTMLElement | undefined;
    if (title === undefined || columns[activeColumn]?.pinned === true) return;
    const pinned = [...head.root.querySelectorAll<HTMLElement>('.pinned')];
    const covered = pinned.reduce((sum, cell) => sum + cell.offsetWidth, 0);
    const left = title.offsetLeft - covered;
    if (left < root.scrollLeft) root.scrollLeft = left;
    const right = title.offsetLeft + title.offsetWidth - root.clientWidth;
    if (right > root.scrollLeft) root.scrollLeft = right;
  };

  const toggle = (key: string, wanted?: boolean): void => {
    const { open } = looks.now();
    const is = open.includes(key);
    if (is === wanted) return;
    looks.change({ open: is ? open.filter((one) => one !== key) : [...open, key] });
  };

  /** Opens what stands on a line: a group, or a record's detail. */
  const openLine = (number: number): void => {
    const line = known.get(number);
    if (line?.kind === 'group') toggle(line.group.key);
    else if (line !== undefined) looks.change({ record: line.row.record });
  };

  // --- Pointer ------------------------------------------------------------------------------------------------

  const placeOf = (
    target: EventTarget | null,
  ): { number: number; column: number; cell: HTMLElement } | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.body .cell') : null;
    if (!cell) return undefined;
    for (const [number, line] of drawn) {
      if (line === cell.parentElement)
        return { number, column: Number(cell.getAttribute('aria-colindex')) - 1, cell };
    }
    return undefined;
  };
  const valueAt = (value: HTMLElement) => {
    const place = placeOf(value);
    const row = place && rowOf(known.get(place.number));
    const column = place && columns[place.column];
    if (row === undefined || column === undefined) return undefined;
    return valuesOf(column.name, row, speech)[Number(value.dataset['value'])];
  };
  const filterAt = (value: HTMLElement, exclude: boolean): void => {
    const found = valueAt(value);
    if (found !== undefined) actions.filterBy(found, exclude);
  };
  const only = createOnlyButton(speech, (value, exclude) => {
    filterAt(value, exclude);
  });

  body.addEventListener('click', (event) => {
    const place = placeOf(event.target);
    if (place === undefined) return;
    const value = event.target instanceof Element ? event.target.closest<HTMLElement>('.value') : null;
    if (event.altKey && value) {
      filterAt(value, true);
      return;
    }
    activate(place.number, place.column, event.shiftKey);
    if (!event.shiftKey) openLine(place.number);
  });
  body.addEventListener('contextmenu', (event) => {
    const place = placeOf(event.target);
    if (place === undefined) return;
    event.preventDefault();
    const [first, last] = selection();
    if (place.number < first || place.number > last) activate(place.number, place.column, false);
    menuAt(place.number, place.column, { x: event.clientX, y: event.clientY });
  });
  body.addEventListener('pointerover', ({ target }) => {
    const value = target instanceof Element ? target.closest<HTMLElement>('.value') : null;
    if (value && valueAt(value)?.term !== undefined) only.at(value);
    else if (!(target instanceof Element && target.closest('.only'))) only.at(undefined);
    const place = placeOf(target);
    if (place?.cell.dataset['tip'] !== undefined && target instanceof Element && target.closest('.verdict')) {
      tip.show(place.cell.dataset['tip'], target);
    } else tip.hide();
  });
  body.addEventListener('pointerleave', () => {
    only.at(undefined);
    tip.hide();
  });

  const menuAt = (number: number, column: number, place: Parameters<typeof actions.menu>[3]): void => {
    const row = rowOf(known.get(number));
    const name = columns[column]?.name;
    if (row !== undefined && name !== undefined) actions.menu(row, name, selected(), place);
  };

  // --- Keys ---------------------------------------------------------------------------------------------------

  const search = typeAhead();
  root.addEventListener('scroll', redraw, { passive: true });
  new ResizeObserver(redraw).observe(root);
  root.addEventListener('focus', () => {
    if (active < 0) activate(Math.ceil(rowOffset(space(), root.scrollTop) / rowHeight), 0, false);
    else mark();
  });
  root.addEventListener('blur', () => {
    tip.hide();
  });
  root.addEventListener('keydown', (event) => {
    if (event.target !== root) return;
    if (act(event)) event.preventDefault();
  });

  /** @returns whether the key has done something */
  const act = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const line = known.get(active);
    const row = rowOf(line);
    const name = columns[activeColumn]?.name;
    if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) {
      const cell = cellAt(drawn.get(active));
      if (cell !== undefined) menuAt(active, activeColumn, cell);
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'c') {
      const records = selected();
      if (records.length > 0) actions.copy('tsv', records);
      return records.length > 0;
    }
    if (event.altKey) return false;
    if (line?.kind === 'group' && key === 'ArrowRight' && !line.open) {
      toggle(line.group.key, true);
      return true;
    }
    if (line?.kind === 'group' && key === 'ArrowLeft' && line.open && activeColumn === 0) {
      toggle(line.group.key, false);
      return true;
    }
    if (line?.kind === 'record' && line.level === 2 && key === 'ArrowLeft' && activeColumn === 0) {
      activate(active - line.position, 0, false);
      return true;
    }
    const move = moveFor(
      event,
      { row: active, column: activeColumn },
      {
        rows: count(),
        columns: columns.length,
        page: Math.max(1, Math.floor(space().viewport / rowHeight) - 1),
      },
    );
    if (move !== undefined) {
      activate(move.row, move.column, event.shiftKey);
      return true;
    }
    if (event.ctrlKey || event.metaKey) return false;
    if (key === 'Enter') {
      openLine(active);
      return true;
    }
    if (key === 'Escape' && looks.now().record !== undefined) {
      looks.change({ record: undefined });
      return true;
    }
    const word = search.typed(key, event.timeStamp);
    if (word !== undefined) {
      void needs.find(word, word.length === 1 ? active + 1 : active).then((found) => {
        if (found >= 0) activate(found, activeColumn, false);
      });
      return true;
    }
    if (key.toLowerCase() === 'f' && row !== undefined && name !== undefined) {
      return actions.filterByCell(row, name, event.shiftKey);
    }
    return false;
  };

  looks.onChange((now, before) => {
    if (now.columns !== before.columns) {
      layColumns();
      for (const line of drawn.values()) stale.add(line);
      redraw();
    } else if (now.sorts !== before.sorts) head.draw();
    if (now.record !== before.record) mark();
  });
  layColumns();

  return {
    root,
    active: () => activeRecord,
    setExtent(next) {
      const shorter = next.lines < count();
      extent = next;
      root.setAttribute('aria-rowcount', String(next.lines + 2));
      body.style.height = `${spaceHeight(space())}px`;
      drawFoot();
      if (next.moved) {
        outdate();
        anchor = -1;
        active = next.kept >= 0 ? next.kept : Math.min(active, next.lines - 1);
        if (next.kept >= 0) root.scrollTop = reveal(space(), root.scrollTop, next.kept);
        else activeRecord = undefined;
      } else if (!shorter) {
        // The page at the end may have been cut short: it is asked for again.
        for (const at of asked) if (!known.has((at + 1) * pageSize - 1)) asked.delete(at);
      }
      draw();
    },
    scrollTo(line) {
      root.scrollTop = scrollTopFor(space(), line * rowHeight);
      redraw();
    },
    goTo(line) {
      root.focus();
      activate(line, activeColumn, false);
    },
    focus() {
      root.focus();
    },
    selected,
  };
}

function rowOf(line: Line | undefined): ShownRow | undefined {
  return line?.kind === 'record' ? line.row : undefined;
}

function recordOf(line: Line | undefined): number | undefined {
  return rowOf(line)?.record;
}
