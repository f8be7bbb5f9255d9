import type { Page } from '../context';
import { element, icon } from '../dom';
import { following } from '../overview/follow';
import type { Part, Parted } from '../messages';
import type { Localized } from '../../../core/text/message';
import { words } from './words';

/** Rows that are drawn at once; more are pages of their own. */
const pageLength = 500;

/** A column of a table. */
export interface ListColumn<Row> {
  /** As the worker sorts by it; also a style class. */
  readonly name: string;
  readonly word: Localized;
  /** Addresses and domains are set in the editor's font, numbers to the right. */
  readonly look: 'text' | 'code' | 'number';
  /** What stands in a cell. */
  readonly fill: (row: Row) => readonly (Node | string)[];
  /** What it says on hover where that is more than it shows. */
  readonly title?: (row: Row) => string;
}

/** What a table shows. */
export interface ListOptions<Row> {
  /** Tells tables of one page apart. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly [ListColumn<Row>, ...ListColumn<Row>[]];
  readonly ask: (part: Part) => Promise<Parted<Row>>;
  /** Tells rows apart, in any order of them. */
  readonly key: (row: Row) => string;
  /** What choosing a row does: open more about it below it, or something of the caller's. */
  readonly choose:
    { about(row: Row): readonly HTMLElement[] } | { run(row: Row): void; readonly hint: string };
}

/** A table of rows that the worker holds. */
export interface List {
  readonly root: HTMLElement;
  /** Asks again: there may be more, or others. */
  readonly show: () => void;
}

/**
 * A plain table: heads sort, a row opens (its button in the first cell, or a click anywhere on it), arrows move from
 * row to row. Everything is text.
 */
export function createList<Row>(page: Page, options: ListOptions<Row>): List {
  const { speech } = page;
  const { name, columns, choose } = options;
  let sort: Part['sort'];
  let from = 0;
  let shown: Parted<Row> = { rows: [], all: 0 };
  const open = new Set<string>();
  /** The row that takes the focus by Tab. */
  let active = '';
  let buttons = new Map<string, HTMLButtonElement>();
  /** What is drawn, to be compared. */
  let drawn = '';

  const heads = columns.map(({ name: column, word, look }) => {
    const arrow = element('span', { class: 'arrow', attributes: { 'aria-hidden': 'true' } });
    const button = element('button', { attributes: { type: 'button' } }, speech.say(word), arrow);
    const head = element('th', { class: look, attributes: { scope: 'col' } }, button);
    button.addEventListener('click', () => {
      const mine = sort?.column === column;
      sort = !mine
        ? { column, descending: look === 'number' }
        : sort!.descending === (look === 'number')
          ? { column, descending: !sort!.descending }
          : undefined;
      from = 0;
      update();
    });
    return { column, head, arrow };
  });
  const body = element('tbody');
  const table = element(
    'table',
    { class: `list ${name}`, attributes: { 'aria-label': options.label } },
    element('thead', {}, element('tr', {}, ...heads.map(({ head }) => head))),
    body,
  );
  const extent = element('span', { attributes: { role: 'status' } });
  const earlier = pageButton(words.earlier, () => from - pageLength);
  const later = pageButton(words.later, () => from + pageLength);
  const pages = element('div', { class: 'pages' }, earlier, extent, later);
  pages.hidden = true;
  const root = element('div', { class: 'listing' }, table, pages);

  function pageButton(word: Localized, to: () => number): HTMLButtonElement {
    const button = element('button', { text: speech.say(word), attributes: { type: 'button' } });
    button.addEventListener('click', () => {
      from = to();
      active = '';
      update(() => root.parentElement?.scrollTo({ top: root.offsetTop }));
    });
    return button;
  }

  const draw = (): void => {
    for (const { column, head, arrow } of heads) {
      const mine = sort?.column === column;
      if (mine) head.setAttribute('aria-sort', sort!.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
      arrow.replaceChildren(...(mine ? [icon(sort!.descending ? 'down' : 'up')] : []));
    }
    const held = [...buttons].find(([, button]) => button === document.activeElement)?.[0];
    buttons = new Map();
    body.replaceChildren(...shown.rows.flatMap((row, number) => rowOf(row, number)));
    if (!buttons.has(active)) active = buttons.keys().next().value ?? '';
    for (const [key, button] of buttons) button.tabIndex = key === active ? 0 : -1;
    if (held !== undefined) (buttons.get(held) ?? buttons.get(active))?.focus();
    pages.hidden = shown.all <= pageLength;
    extent.textContent = speech.say(words.extent, {
      from: speech.number(from + 1),
      to: speech.number(from + shown.rows.length),
      all: speech.number(shown.all),
    });
    earlier.disabled = from === 0;
    later.disabled = from + shown.rows.length >= shown.all;
  };

  const rowOf = (row: Row, number: number): readonly HTMLElement[] => {
    const key = options.key(row);
    const [first, ...rest] = columns;
    const button = element('button', { class: 'opener', attributes: { type: 'button' } });
    const mark = element('span', { class: 'mark', attributes: { 'aria-hidden': 'true' } });
    button.append(mark, ...first.fill(row));
    buttons.set(key, button);
    const line = element(
      'tr',
      { class: number % 2 === 0 ? 'entry' : 'entry odd' },
      element('th', { class: first.look, attributes: { scope: 'row' } }, button),
      ...rest.map((column) => {
        const cell = element('td', { class: column.look }, ...column.fill(row));
        cell.title = column.title?.(row) ?? cell.textContent;
        return cell;
      }),
    );
    const lines = [line];
    if ('run' in choose) {
      button.title = choose.hint;
      mark.append(icon('right'));
    } else {
      const cell = element('td', { attributes: { colspan: String(columns.length) } });
      const below = element('tr', { class: 'about', id: `about-${name}-${number}` }, cell);
      lines.push(below);
      button.setAttribute('aria-controls', below.id);
      const lay = (): void => {
        const is = open.has(key);
        below.hidden = !is;
        button.setAttribute('aria-expanded', String(is));
        mark.replaceChildren(icon(is ? 'down' : 'right'));
        if (is && cell.childElementCount === 0)
          cell.append(element('div', { class: 'about-row' }, ...choose.about(row)));
      };
      button.addEventListener('click', () => {
        if (!open.delete(key)) open.add(key);
        lay();
      });
      lay();
    }
    const activate = (): void => {
      const before = buttons.get(active);
      if (before !== undefined) before.tabIndex = -1;
      active = key;
      button.tabIndex = 0;
    };
    button.addEventListener('focus', activate);
    if ('run' in choose) {
      button.addEventListener('click', () => {
        choose.run(row);
      });
    }
    line.addEventListener('click', ({ target }) => {
      // Marking text to copy it is no click.
      if (getSelection()?.isCollapsed === false) return;
      if (target instanceof Element && target.closest('button') !== null) return;
      button.focus();
      button.click();
    });
    return lines;
  };

  body.addEventListener('keydown', (event) => {
    const all = [...buttons.values()];
    const at = all.findIndex((button) => button === event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 15,
      PageUp: at - 15,
      Home: 0,
      End: all.length - 1,
    };
    const to = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    const opened = all[at]!.getAttribute('aria-expanded');
    if (to !== undefined) all[Math.max(0, Math.min(all.length - 1, to))]!.focus();
    else if (
      (event.key === 'ArrowRight' && opened === 'false') ||
      (event.key === 'ArrowLeft' && opened === 'true')
    )
      all[at]!.click();
    else return;
    event.preventDefault();
  });

  let then: (() => void) | undefined;
  const ask = following<Part, Parted<Row>>({
    ask: options.ask,
    take(parted, part) {
      if (part.from > 0 && part.from >= parted.all) {
        // There were more when this was asked for: the page was cleared meanwhile.
        from = 0;
        update();
        return;
      }
      // While other files are read, nothing here changes: what is marked with the pointer then stays marked.
      const now = JSON.stringify([part, parted]);
      if (now !== drawn) {
        drawn = now;
        shown = parted;
        draw();
      }
      then?.();
      then = undefined;
    },
    fail(problem) {
      page.say(problem instanceof Error ? problem.message : String(problem));
    },
    rest: () => page.opened().reading !== undefined,
  });
  function update(after?: () => void): void {
    then = after;
    ask({ from, to: from + pageLength, sort });
  }

  return {
    root,
    show: () => {
      update();
    },
  };
}
