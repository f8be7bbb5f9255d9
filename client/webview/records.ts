import type { Page } from './context';
import { createDetailPane } from './detail/pane';
import { element } from './dom';
import type { Heard } from './connection';
import type { Line } from './messages';
import { createTable } from './table/table';
import { words } from './words';

/** The table of records with the detail of one beside it. */
export interface RecordsRoom {
  readonly root: HTMLElement;
  /** The record on which the table stands, to be found again in another order. */
  active(): number | undefined;
  /** What the view of the table has come to. */
  viewed(message: Extract<Heard, { type: 'viewed' }>): void;
  show(): void;
  focus(): void;
  /** The records that are selected, or the active one. */
  readonly selected: () => readonly number[];
  /** The lines that are drawn. */
  readonly onShow: () => readonly Line[];
}

/**
 * @param version the view that was asked for last
 * @param drew is told when lines were drawn
 */
export function createRecordsRoom(page: Page, version: () => number, drew: () => void): RecordsRoom {
  const { speech, looks } = page;
  const why = element('span');
  const clear = element('button', {
    class: 'link',
    text: speech.say(words.clearFilter),
    attributes: { type: 'button' },
  });
  clear.addEventListener('click', () => {
    page.run('clearFilter');
    page.run('filter');
  });
  const nothing = element('p', { class: 'nothing' }, why, ' ', clear);
  nothing.hidden = true;
  /** Says why there is nothing: a filter can be taken away. */
  const sayWhy = (total: number): void => {
    why.textContent =
      total > 0
        ? speech.say(words.noMatch, { filter: looks.now().filter.trim() })
        : speech.say(words.noRecords);
    clear.hidden = total === 0;
  };
  let restoreTop = looks.now().top;

  const table = createTable(page, {
    lines: (from, to) => page.worker('lines', { version: version(), from, to }),
    find: (text, from) => page.worker('find', { version: version(), text, from }),
    drew,
  });
  const detail = createDetailPane(page, table.active, table.focus);
  const root = element(
    'section',
    { class: 'records' },
    element(
      'div',
      { class: 'split' },
      element('div', { class: 'main' }, nothing, table.root),
      ...detail.parts,
    ),
  );
  return {
    root,
    active: table.active,
    viewed({ lines, total, sums, moved, kept }) {
      const { reading } = page.opened();
      table.setExtent({ lines, sums, moved, kept });
      nothing.hidden = lines > 0 || reading !== undefined;
      table.root.hidden = lines === 0 && reading === undefined;
      if (lines === 0) sayWhy(total);
      if (restoreTop > 0 && lines > restoreTop) {
        table.scrollTo(restoreTop);
        restoreTop = 0;
      }
    },
    show: () => undefined,
    focus: table.focus,
    selected: table.selected,
    onShow: table.onShow,
  };
}
