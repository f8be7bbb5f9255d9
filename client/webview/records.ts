import type { Page } from './context';
import { createDetailPane } from './detail/pane';
import { element } from './dom';
import type { Copy } from './export/export';
import type { Heard } from './connection';
import type { Line } from './messages';
import { createNothing, type NothingActs } from './nothing';
import { createTable } from './table/table';

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

/** What the room asks of its surroundings. */
export interface RecordsNeeds extends NothingActs {
  /** The view that was asked for last. */
  readonly version: () => number;
  readonly copy: Copy;
  /** Lines were drawn. */
  readonly drew: () => void;
}

export function createRecordsRoom(page: Page, { version, copy, drew, ...acts }: RecordsNeeds): RecordsRoom {
  const { looks } = page;
  const nothing = createNothing(page, acts);
  /** Records in all. */
  let records = 0;
  let restoreTop = looks.now().top;

  const table = createTable(page, {
    lines: (from, to) => page.worker('lines', { version: version(), from, to }),
    find: (text, from) => page.worker('find', { version: version(), text, from }),
    copy,
    drew,
  });
  const detail = createDetailPane(page, table.active, table.focus);
  const root = element(
    'section',
    { class: 'records' },
    element(
      'div',
      { class: 'split' },
      element('div', { class: 'main' }, nothing.root, table.root),
      ...detail.parts,
    ),
  );
  return {
    root,
    active: table.active,
    viewed({ lines, total, sums, moved, kept }) {
      const { reading } = page.opened();
      table.setExtent({ lines, sums, moved, kept });
      const isEmpty = lines === 0 && reading === undefined;
      // What goes takes the focus with it: what comes instead gets it.
      const hadFocus = (isEmpty ? table.root : nothing.root).contains(document.activeElement);
      nothing.root.hidden = !isEmpty;
      table.root.hidden = isEmpty;
      if (isEmpty) nothing.show(total);
      if (hadFocus) (isEmpty ? nothing : table).focus();
      records = total;
      if (restoreTop > 0 && lines > restoreTop) {
        table.scrollTo(restoreTop);
        restoreTop = 0;
      }
    },
    show() {
      // What is wrong with the files may have become known since.
      if (!nothing.root.hidden && records === 0) nothing.show(0);
    },
    focus: table.focus,
    selected: table.selected,
    onShow: table.onShow,
  };
}
