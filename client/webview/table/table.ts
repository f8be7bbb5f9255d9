import type { Sums } from '../../../core/report';
import type { Page } from '../context';
import { element } from '../dom';
import type { Copy } from '../export/export';
import type { MenuPlace } from '../menu';
import type { Line, ShownRow } from '../messages';
import type { ColumnLook } from '../state';
import { createTip } from '../tip';
import { words as shared } from '../words';
import { createActions } from './actions';
import { shownColumns, trackSizes } from './columns';
import { createHead } from './head';
import { listenToTableKeys } from './keyboard';
import { fillLine, spread } from './lines';
import { createLineWindow } from './lineWindow';
import { listenToPointer, type CellPlace } from './pointer';
import { valuesOf } from './values';
import { words } from './words';

/** Lines that can be selected and copied together. */
const mostSelected = 10_000;

/** What the table asks of its surroundings. */
export interface TableNeeds {
  /** Lines `[from, to)` of the present view; none where it is another by the time they come. */
  readonly lines: (from: number, to: number) => Promise<readonly Line[]>;
  /** The first line from `from` on, and round again, whose first cell begins with a text; -1 where none does. */
  readonly find: (text: string, from: number) => Promise<number>;
  readonly copy: Copy;
  /** Lines were drawn, maybe others than before. */
  readonly drew: () => void;
}

/** The extent of a view as the worker tells it. */
export interface ViewExtent {
  readonly lines: number;
  readonly sums: Sums;
  readonly moved: boolean;
  /** The line of the active record; -1 where it is not shown. */
  readonly kept: number;
}

/** The table of records. */
export interface Table {
  readonly root: HTMLElement;
  /** The record of the active line, for finding it again after sorting. */
  readonly active: () => number | undefined;
  setExtent(extent: ViewExtent): void;
  readonly scrollTo: (line: number) => void;
  readonly focus: () => void;
  /** The records that are selected, or the active one. */
  readonly selected: () => readonly number[];
  /** The lines that are drawn, as far as they are known. */
  readonly onShow: () => readonly Line[];
}

/** A table without lines. */
export function createTable(page: Page, needs: TableNeeds): Table {
  const { speech, looks } = page;
  const actions = createActions(page, needs.copy);
  const tip = createTip();
  const foot = element('div', { class: 'row foot', attributes: { role: 'row' } });
  const root = element('div', {
    class: 'table',
    attributes: {
      role: 'treegrid',
      tabindex: '0',
      'aria-label': speech.say(shared.table),
      'aria-multiselectable': 'true',
      'aria-describedby': 'tip',
    },
  });
  const head = createHead(page, (column) => fitOf(column));
  const view = createLineWindow(root, {
    lines: needs.lines,
    fill: (line, number, data) => {
      fillLine(line, number, data, columns, looks.now().group, speech);
    },
    drew: () => {
      mark();
      if (view.count() > 0) looks.change({ top: view.top() });
      needs.drew();
    },
    taken: () => head.root.offsetHeight + foot.offsetHeight,
  });
  root.append(
    element('div', { class: 'heads', attributes: { role: 'rowgroup' } }, head.root),
    view.body,
    element('div', { class: 'feet', attributes: { role: 'rowgroup' } }, foot),
  );
  document.body.append(tip.root);

  let columns: readonly ColumnLook[] = [];
  let sums: Sums | undefined;
  let active = -1;
  let activeColumn = 0;
  let activeRecord: number | undefined;
  /** The line from which Shift selects; -1 without a selection. */
  let anchor = -1;

  // --- Columns ------------------------------------------------------------------------------------------------

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
    if (sums === undefined) return;
    const name = speech.say(words.total);
    foot.replaceChildren(...spread(columns, sums, [element('b', { text: name })], name, undefined, speech));
    foot.setAttribute('aria-rowindex', String(view.count() + 2));
  };

  /** The width that the drawn cells of a column need. */
  const fitOf = (column: number): number => {
    const name = columns[column]?.name;
    let wide = head.root.children[column]?.querySelector('.name')?.scrollWidth ?? 0;
    for (const line of view.drawn.values()) {
      const cell = name === undefined ? null : line.querySelector(`:scope > .${name}`);
      const needed = [...(cell?.children ?? [])].reduce(
        (sum, part) => sum + part.getBoundingClientRect().width,
        0,
      );
      wide = Math.max(wide, needed);
    }
    return wide + 44;
  };

  // --- The active cell and what is selected -------------------------------------------------------------------

  const mark = (): void => {
    const stands = view.line(active);
    // A line that is still on its way keeps the record that was asked to be found again.
    if (stands !== undefined) activeRecord = recordOf(stands);
    const [first, last] = selection();
    const { record: shown } = looks.now();
    for (const marked of view.body.querySelectorAll('.active')) marked.classList.remove('active');
    for (const [number, line] of view.drawn) {
      const chosen = first !== last && number >= first && number <= last;
      line.classList.toggle('selected', chosen);
      if (chosen || number === active) line.setAttribute('aria-selected', 'true');
      else line.removeAttribute('aria-selected');
      line.classList.toggle('shown', shown !== undefined && recordOf(view.line(number)) === shown);
    }
    const line = view.drawn.get(active);
    const cell = cellIn(line);
    line?.classList.add('active');
    cell?.classList.add('active');
    if (cell === undefined) root.removeAttribute('aria-activedescendant');
    else root.setAttribute('aria-activedescendant', cell.id);
    const text = root.matches(':focus-visible') ? cell?.dataset['tip'] : undefined;
    if (cell !== undefined && text !== undefined) tip.show(text, cell);
    else tip.hide();
  };

  /** The active cell in a line; a group's line has fewer cells than there are columns. */
  const cellIn = (line: HTMLElement | undefined): HTMLElement | undefined =>
    ([...(line?.children ?? [])] as HTMLElement[]).findLast(
      (cell) => Number(cell.getAttribute('aria-colindex')) <= activeColumn + 1,
    );

  const selection = (): readonly [first: number, last: number] =>
    anchor < 0 ? [active, active] : [Math.min(anchor, active), Math.max(anchor, active)];

  const selected = (): readonly number[] => {
    const [first, last] = selection();
    const numbers = Array.from({ length: Math.min(mostSelected, last - first + 1) }, (_, i) => first + i);
    return numbers.flatMap((number) => recordOf(view.line(number)) ?? []);
  };

  const activate = (number: number, column: number, extend: boolean): void => {
    if (view.count() === 0) return;
    if (!extend) anchor = -1;
    else if (anchor < 0) anchor = active;
    active = Math.max(0, Math.min(view.count() - 1, number));
    activeColumn = Math.max(0, Math.min(columns.length - 1, column));
    activeRecord = recordOf(view.line(active));
    view.reveal(active);
    view.draw();
    revealColumn();
    // The pane follows where the keyboard goes.
    if (looks.now().record !== undefined && activeRecord !== undefined)
      looks.change({ record: activeRecord });
  };

  const revealColumn = (): void => {
    const title = head.root.children[activeColumn] as HTMLElement | undefined;
    if (title === undefined || columns[activeColumn]?.pinned === true) return;
    const pinned = [...head.root.querySelectorAll<HTMLElement>('.pinned')];
    const left = title.offsetLeft - pinned.reduce((sum, cell) => sum + cell.offsetWidth, 0);
    if (left < root.scrollLeft) root.scrollLeft = left;
    const right = title.offsetLeft + title.offsetWidth - root.clientWidth;
    if (right > root.scrollLeft) root.scrollLeft = right;
  };

  // --- What can be done ---------------------------------------------------------------------------------------

  const toggle = (key: string): void => {
    const { open } = looks.now();
    looks.change({ open: open.includes(key) ? open.filter((one) => one !== key) : [...open, key] });
  };
  /** Opens what stands on a line: a group, or a record's detail. */
  const openLine = (number: number): void => {
    const line = view.line(number);
    if (line?.kind === 'group') toggle(line.group.key);
    else if (line !== undefined) looks.change({ record: line.row.record });
  };
  const menuAt = (number: number, column: number, place: MenuPlace): void => {
    const row = rowOf(view.line(number));
    const name = columns[column]?.name;
    if (row !== undefined && name !== undefined) actions.menu(row, name, selected(), place);
  };

  const placeOf = (target: EventTarget | null): CellPlace | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('.body .cell') : null;
    if (!cell) return undefined;
    for (const [number, line] of view.drawn) {
      if (line !== cell.parentElement) continue;
      return { number, column: Number(cell.getAttribute('aria-colindex')) - 1, cell };
    }
    return undefined;
  };
  listenToPointer(view.body, speech, tip, {
    placeOf,
    valueAt(value) {
      const place = placeOf(value);
      const row = place && rowOf(view.line(place.number));
      const column = place && columns[place.column];
      if (row === undefined || column === undefined) return undefined;
      return valuesOf(column.name, row, speech)[Number(value.dataset['value'])];
    },
    filterBy: actions.filterBy,
    press({ number, column }, extend) {
      activate(number, column, extend);
      if (!extend) openLine(number);
    },
    menu({ number, column }, x, y) {
      const [first, last] = selection();
      if (number < first || number > last) activate(number, column, false);
      menuAt(number, column, { x, y });
    },
  });

  // --- Keys ---------------------------------------------------------------------------------------------------

  root.addEventListener('focus', () => {
    // A press of the pointer comes to a line by itself: nothing may scroll between it and the release.
    if (active < 0 && root.matches(':focus-visible')) activate(view.top(), 0, false);
    else mark();
  });
  root.addEventListener('blur', tip.hide);
  listenToTableKeys(root, {
    stand: () => ({ row: active, column: activeColumn }),
    extent: () => ({ rows: view.count(), columns: columns.length, page: view.pageLines() }),
    line: () => view.line(active),
    goTo: activate,
    toggle,
    open: () => {
      openLine(active);
    },
    close() {
      const isOpen = looks.now().record !== undefined;
      looks.change({ record: undefined });
      return isOpen;
    },
    menu() {
      const cell = cellIn(view.drawn.get(active));
      if (cell !== undefined) menuAt(active, activeColumn, cell);
    },
    copy() {
      const records = selected();
      if (records.length > 0) actions.copy('tsv', records);
      return records.length > 0;
    },
    filter(exclude) {
      const row = rowOf(view.line(active));
      const name = columns[activeColumn]?.name;
      return row !== undefined && name !== undefined && actions.filterByCell(row, name, exclude);
    },
    find(text, from) {
      void needs.find(text, from).then((found) => {
        if (found >= 0) activate(found, activeColumn, false);
      });
    },
  });

  looks.onChange((now, before) => {
    if (now.columns !== before.columns) {
      layColumns();
      view.refill();
    } else if (now.sorts !== before.sorts) head.draw();
    if (now.record !== before.record) mark();
  });
  page.onOwners(() => {
    view.renew();
  });
  layColumns();

  return {
    root,
    active: () => activeRecord,
    setExtent(extent) {
      sums = extent.sums;
      view.setCount(extent.lines, extent.moved);
      root.setAttribute('aria-rowcount', String(extent.lines + 2));
      drawFoot();
      if (extent.moved) {
        anchor = -1;
        active = extent.kept >= 0 ? extent.kept : Math.min(active, extent.lines - 1);
        if (extent.kept >= 0) view.reveal(extent.kept);
        else activeRecord = undefined;
      }
      view.draw();
    },
    scrollTo: view.scrollTo,
    focus() {
      root.focus();
    },
    selected,
    onShow: () => [...view.drawn.keys()].flatMap((number) => view.line(number) ?? []),
  };
}

function rowOf(line: Line | undefined): ShownRow | undefined {
  return line?.kind === 'record' ? line.row : undefined;
}

function recordOf(line: Line | undefined): number | undefined {
  return rowOf(line)?.record;
}
