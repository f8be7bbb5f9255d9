import type { Line } from '../messages';
import { moveFor, typeAhead, type Extent, type Stand } from './keys';

/** What keys may do in the table. */
export interface KeyboardNeeds {
  readonly stand: () => Stand;
  readonly extent: () => Extent;
  /** The active line; undefined where it is still on its way. */
  readonly line: () => Line | undefined;
  /** @param extend whether everything from where the selection began is meant */
  readonly goTo: (row: number, column: number, extend: boolean) => void;
  /** Opens or closes the group with this key. */
  readonly toggle: (key: string) => void;
  /** Opens what stands on the active line. */
  readonly open: () => void;
  /** Closes the detail. @returns whether there was one */
  readonly close: () => boolean;
  /** Opens the menu of the active cell. */
  readonly menu: () => void;
  /** Copies what is selected. @returns whether that is anything */
  readonly copy: () => boolean;
  /** Filters by the active cell. @returns whether it has a value */
  readonly filter: (exclude: boolean) => boolean;
  /** Goes to the next line from `from` on whose first cell begins with a text. */
  readonly find: (text: string, from: number) => void;
}

/** Lets keys move through the table and act on what is active in it. */
export function listenToTableKeys(root: HTMLElement, needs: KeyboardNeeds): void {
  const search = typeAhead();

  /** @returns whether the key has done something to the active line */
  const act = (event: KeyboardEvent): boolean => {
    const { key, altKey, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const line = needs.line();
    const { row, column } = needs.stand();
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      needs.menu();
      return true;
    }
    if (control && key.toLowerCase() === 'c') return needs.copy();
    if (altKey || control) return false;
    if (line?.kind === 'group' && (line.open ? key === 'ArrowLeft' && column === 0 : key === 'ArrowRight')) {
      needs.toggle(line.group.key);
      return true;
    }
    if (line?.kind === 'record' && line.level === 2 && key === 'ArrowLeft' && column === 0) {
      needs.goTo(row - line.position, 0, false);
      return true;
    }
    if (key === 'Enter') {
      needs.open();
      return true;
    }
    if (key === 'Escape' && needs.close()) return true;
    const word = search.typed(key, event.timeStamp);
    if (word !== undefined) {
      needs.find(word, word.length === 1 ? row + 1 : row);
      return true;
    }
    return key.toLowerCase() === 'f' && needs.filter(shiftKey);
  };

  /** @returns whether the key has gone to another cell */
  const moved = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    const to = moveFor(event, needs.stand(), needs.extent());
    if (to !== undefined) needs.goTo(to.row, to.column, event.shiftKey);
    return to !== undefined;
  };

  root.addEventListener('keydown', (event) => {
    if (event.target === root && (act(event) || moved(event))) event.preventDefault();
  });
}
