import type { Sort } from '../../../core/report';
import type { Page } from '../context';
import { element, icon } from '../dom';
import { openMenu, type MenuItem, type MenuPlace } from '../menu';
import type { ColumnLook, ColumnName } from '../state';
import { columnStyles, columnWord } from './cells';
import { changed, moved, originalColumns, resized, shifted, shownColumns } from './columns';
import { clicked, clickedToo } from './sorting';
import { words } from './words';

/** The head of the table. */
export interface Head {
  readonly root: HTMLElement;
  /** Draws the columns and the marks of sorting anew where they have changed. */
  draw(): void;
}

/** Pixels that a pointer moves before a press becomes a drag. */
const dragFrom = 6;
/** Pixels by which a key changes a width. */
const step = 16;

/** @param fit the width that the drawn cells of a column need, in CSS pixels */
export function createHead({ speech, looks }: Page, fit: (column: number) => number): Head {
  const root = element('div', { class: 'row head', attributes: { role: 'row', 'aria-rowindex': '1' } });
  let drawn = '';
  /** Of the column whose button takes the focus by Tab. */
  let reachable: ColumnName | undefined;

  const setColumns = (columns: readonly ColumnLook[]): void => {
    looks.change({ columns });
  };
  const buttonOf = (name: ColumnName): HTMLElement | null => root.querySelector(`.cell.${name} button`);

  const sortBy = (name: ColumnName, too: boolean): void => {
    const { sort } = columnStyles[name];
    if (sort === undefined) return;
    const { sorts } = looks.now();
    looks.change({ sorts: too ? clickedToo(sorts, sort) : clicked(sorts, sort) });
  };

  const menuFor = (name: ColumnName, place: MenuPlace): void => {
    const { columns, sorts } = looks.now();
    const { sort } = columnStyles[name];
    const sortTo = (next: readonly Sort[]): void => {
      looks.change({ sorts: next });
    };
    const items: MenuItem[] = [];
    if (sort !== undefined) {
      items.push(
        {
          label: speech.say(words.sortUp),
          shape: 'up',
          run: () => {
            sortTo([{ column: sort, descending: false }]);
          },
        },
        {
          label: speech.say(words.sortDown),
          shape: 'down',
          run: () => {
            sortTo([{ column: sort, descending: true }]);
          },
        },
        {
          label: speech.say(words.sortToo),
          run: () => {
            sortTo(clickedToo(sorts, sort));
          },
        },
        {
          label: speech.say(words.unsort),
          run: () => {
            sortTo([]);
          },
        },
        'line',
      );
    }
    const pinned = columns.find((column) => column.name === name)?.pinned === true;
    items.push(
      {
        label: speech.say(words.pin),
        checked: () => looks.now().columns.some((one) => one.name === name && one.pinned),
        run: () => {
          setColumns(changed(looks.now().columns, name, { pinned: !pinned }));
        },
      },
      {
        label: speech.say(words.left),
        key: 'Alt+Shift+←',
        run: () => {
          setColumns(shifted(columns, name, -1));
        },
      },
      {
        label: speech.say(words.right),
        key: 'Alt+Shift+→',
        run: () => {
          setColumns(shifted(columns, name, 1));
        },
      },
      {
        label: speech.say(words.fit),
        run: () => {
          fitColumn(name);
        },
      },
      {
        label: speech.say(words.hide),
        run: () => {
          setColumns(changed(columns, name, { shown: false }));
        },
      },
      'line',
      {
        label: speech.say(words.resetColumns),
        run: () => {
          setColumns(originalColumns());
        },
      },
    );
    openMenu(speech.say(words.columnMenu, { column: columnWord(name, speech) }), place, items);
  };

  const fitColumn = (name: ColumnName): void => {
    const at = shownColumns(looks.now().columns).findIndex((column) => column.name === name);
    setColumns(resized(looks.now().columns, name, fit(at)));
  };

  const resizeFrom = (event: PointerEvent, name: ColumnName, cell: HTMLElement): void => {
    event.preventDefault();
    const start = cell.getBoundingClientRect().width;
    const from = event.clientX;
    const follow = (moving: PointerEvent): void => {
      setColumns(resized(looks.now().columns, name, start + moving.clientX - from));
    };
    untilReleased(follow, () => undefined);
  };

  const dragHead = (event: PointerEvent, name: ColumnName, button: HTMLElement): void => {
    if (event.button !== 0) return;
    const from = event.clientX;
    let dragging = false;
    let before: ColumnName | undefined;
    const follow = (moving: PointerEvent): void => {
      if (!dragging && Math.abs(moving.clientX - from) < dragFrom) return;
      dragging = true;
      root.classList.add('dragging');
      const cells = [...root.children] as HTMLElement[];
      const target = cells.findIndex((cell) => {
        const { left, width } = cell.getBoundingClientRect();
        return moving.clientX < left + width / 2;
      });
      before = shownColumns(looks.now().columns)[target]?.name;
      cells.forEach((cell, i) => {
        cell.classList.toggle('before', i === target);
        cell.classList.toggle('behind', target < 0 && i === cells.length - 1);
      });
    };
    untilReleased(follow, () => {
      root.classList.remove('dragging');
      for (const cell of root.children) cell.classList.remove('before', 'behind');
      if (!dragging) return;
      // The click that ends a drag is no wish to sort.
      button.addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => {
        button.removeEventListener('click', stop, { capture: true });
      });
      setColumns(moved(looks.now().columns, name, before));
    });
  };

  const keyOn = (event: KeyboardEvent, name: ColumnName): void => {
    const { columns } = looks.now();
    const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      menuFor(name, buttonOf(name)!);
    } else if (way !== undefined && event.altKey && event.shiftKey) {
      event.preventDefault();
      setColumns(shifted(columns, name, way));
      buttonOf(name)?.focus();
    } else if (way !== undefined && event.altKey) {
      event.preventDefault();
      const width = buttonOf(name)!.parentElement!.getBoundingClientRect().width;
      setColumns(resized(columns, name, width + way * step));
    } else if (way !== undefined) {
      event.preventDefault();
      const shown = shownColumns(columns);
      const next = shown[shown.findIndex((column) => column.name === name) + way]?.name;
      if (next === undefined) return;
      reach(next);
      buttonOf(next)?.focus();
    }
  };

  const reach = (name: ColumnName): void => {
    reachable = name;
    for (const button of root.querySelectorAll('button')) button.tabIndex = -1;
    const button = buttonOf(name);
    if (button !== null) button.tabIndex = 0;
  };

  const cellOf = ({ name, pinned }: ColumnLook, at: number): HTMLElement => {
    const button = element(
      'button',
      { title: speech.say(words.headHint), attributes: { type: 'button', tabindex: '-1' } },
      element('span', { class: 'name', text: columnWord(name, speech) }),
    );
    const edge = element('span', { class: 'edge', attributes: { 'aria-hidden': 'true' } });
    const cell = element(
      'div',
      {
        class: `cell ${name}${pinned ? ' pinned' : ''}`,
        attributes: { role: 'columnheader', 'aria-colindex': String(at + 1) },
      },
      button,
      edge,
    );
    if (pinned) cell.style.left = `var(--left-${name})`;
    button.addEventListener('click', (event) => {
      reach(name);
      sortBy(name, event.shiftKey);
    });
    button.addEventListener('pointerdown', (event) => {
      dragHead(event, name, button);
    });
    button.addEventListener('keydown', (event) => {
      keyOn(event, name);
    });
    cell.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      button.focus();
      menuFor(name, { x: event.clientX, y: event.clientY });
    });
    edge.addEventListener('pointerdown', (event) => {
      resizeFrom(event, name, cell);
    });
    edge.addEventListener('dblclick', () => {
      fitColumn(name);
    });
    return cell;
  };

  /** Changes the marks in place: the button that was pressed keeps the focus. */
  const markSorts = (columns: readonly ColumnLook[], sorts: readonly Sort[]): void => {
    columns.forEach(({ name }, i) => {
      const cell = root.children[i]!;
      const at = sorts.findIndex(({ column }) => column === columnStyles[name].sort);
      const sort = sorts[at];
      const order = sort === undefined ? 'none' : sort.descending ? 'descending' : 'ascending';
      cell.setAttribute('aria-sort', order);
      for (const mark of cell.querySelectorAll('.icon, .nth')) mark.remove();
      if (sort === undefined) return;
      const button = cell.querySelector('button')!;
      button.append(icon(sort.descending ? 'down' : 'up'));
      if (sorts.length > 1) button.append(element('span', { class: 'nth', text: String(at + 1) }));
    });
  };

  return {
    root,
    draw() {
      const { columns, sorts } = looks.now();
      const shown = shownColumns(columns);
      const now = shown.map(({ name, pinned }) => `${name}${pinned ? '!' : ''}`).join();
      if (now !== drawn) {
        drawn = now;
        const focused = root.contains(document.activeElement);
        root.replaceChildren(...shown.map(cellOf));
        reach(shown.find(({ name }) => name === reachable)?.name ?? shown[0]!.name);
        if (focused) buttonOf(reachable!)?.focus();
      }
      markSorts(shown, sorts);
    },
  };
}

function stop(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** Follows the pointer until its button is let go, wherever that is. */
function untilReleased(follow: (event: PointerEvent) => void, released: () => void): void {
  const end = (): void => {
    window.removeEventListener('pointermove', follow);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    released();
  };
  window.addEventListener('pointermove', follow);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}
