import type { Page } from './context';
import { createDetailPane } from './detail/pane';
import { element } from './dom';
import type { Heard } from './connection';
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
}

/** @param version the view that was asked for last */
export function createRecordsRoom(page: Page, version: () => number): RecordsRoom {
  const { speech, looks } = page;
  const nothing = element('p', { class: 'nothing' });
  nothing.hidden = true;
  let restoreTop = looks.now().top;

  const table = createTable(speech, {
    request(from, to) {
      const asked = version();
      void page.worker('lines', { version: asked, from, to }).then((lines) => {
        if (asked === version()) table.supply(from, lines);
      });
    },
    sort(sort) {
      looks.change({ sorts: sort === undefined ? [] : [sort] });
    },
    scrolled(top) {
      if (restoreTop === 0) looks.change({ top });
    },
    toggle(key) {
      const { open } = looks.now();
      looks.change({ open: open.includes(key) ? open.filter((one) => one !== key) : [...open, key] });
    },
    choose(record) {
      looks.change({ record });
    },
  });
  const detail = createDetailPane(page);
  const root = element(
    'section',
    { class: 'records' },
    element('div', { class: 'split' }, element('div', { class: 'main' }, nothing, table.root), detail.root),
  );
  const markSort = (): void => {
    table.setSort(looks.now().sorts[0]);
  };
  looks.onChange(markSort);
  markSort();

  return {
    root,
    active: table.active,
    viewed({ lines, total, moved, kept }) {
      const { reading, summary } = page.opened();
      table.setSeveralReports(summary.reports > 1);
      table.setCount(lines, moved, kept);
      nothing.hidden = lines > 0 || reading !== undefined;
      table.root.hidden = lines === 0 && reading === undefined;
      nothing.textContent =
        total > 0
          ? speech.say(words.noMatch, { filter: looks.now().filter.trim() })
          : speech.say(words.noRecords);
      if (restoreTop > 0 && lines > restoreTop) {
        table.scrollTo(restoreTop);
        restoreTop = 0;
      }
    },
    show: () => undefined,
  };
}
