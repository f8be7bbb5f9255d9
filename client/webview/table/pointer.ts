import type { Tip } from '../tip';
import type { Speech } from '../words';
import { createOnlyButton } from './only';
import type { CellValue } from './values';

/** Where in the table something is. */
export interface CellPlace {
  readonly number: number;
  readonly column: number;
  readonly cell: HTMLElement;
}

/** What the pointer may do in the table. */
export interface PointerNeeds {
  /** The place of a cell or of something in it; undefined outside of the lines. */
  readonly placeOf: (target: EventTarget | null) => CellPlace | undefined;
  /** What a marked value of a cell stands for. */
  readonly valueAt: (value: HTMLElement) => CellValue | undefined;
  readonly filterBy: (value: CellValue, exclude: boolean) => void;
  /** A press on a cell. @param extend whether everything from the active line to there is meant */
  readonly press: (place: CellPlace, extend: boolean) => void;
  readonly menu: (place: CellPlace, x: number, y: number) => void;
}

/** Lets the pointer filter by values, open lines and menus, and read explanations. */
export function listenToPointer(body: HTMLElement, speech: Speech, tip: Tip, needs: PointerNeeds): void {
  const { placeOf, valueAt } = needs;
  const filterAt = (value: HTMLElement, exclude: boolean): void => {
    const found = valueAt(value);
    if (found !== undefined) needs.filterBy(found, exclude);
  };
  const only = createOnlyButton(speech, filterAt);

  body.addEventListener('click', (event) => {
    const place = placeOf(event.target);
    if (place === undefined) return;
    const value = within(event.target, '.value');
    if (event.altKey && value !== null) filterAt(value, true);
    else needs.press(place, event.shiftKey);
  });
  body.addEventListener('contextmenu', (event) => {
    const place = placeOf(event.target);
    if (place === undefined) return;
    event.preventDefault();
    needs.menu(place, event.clientX, event.clientY);
  });
  body.addEventListener('pointerover', ({ target }) => {
    const value = within(target, '.value');
    if (value !== null && valueAt(value)?.term !== undefined) only.at(value);
    else if (within(target, '.only') === null) only.at(undefined);
    const verdict = within(target, '.verdict');
    const text = verdict && placeOf(verdict)?.cell.dataset['tip'];
    if (verdict !== null && typeof text === 'string') tip.show(text, verdict);
    else tip.hide();
  });
  body.addEventListener('pointerleave', () => {
    only.at(undefined);
    tip.hide();
  });
}

function within(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
