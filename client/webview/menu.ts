import { element, icon, type Shape } from './dom';

/** One line of a menu. */
export type MenuItem =
  | 'line'
  | {
      readonly label: string;
      /** A key that does the same. */
      readonly key?: string;
      readonly shape?: Shape;
      /** Of a line that is switched on and off; the menu then stays open. */
      readonly checked?: () => boolean;
      run(): void;
    };

/** Where a menu opens: below an element, or at a point of the window in CSS pixels. */
export type MenuPlace = HTMLElement | { readonly x: number; readonly y: number };

/**
 * Opens a menu as WAI-ARIA has it: arrows, Home, End and first letters move, Enter and Space choose, Escape and Tab
 * close. The focus goes back to where it was.
 */
export function openMenu(label: string, place: MenuPlace, items: readonly MenuItem[]): void {
  const before = document.activeElement;
  const root = element('div', { class: 'menu', attributes: { role: 'menu', 'aria-label': label } });
  const close = (): void => {
    if (!root.isConnected) return;
    root.remove();
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('blur', close);
    window.removeEventListener('resize', close);
    if (before instanceof HTMLElement) before.focus();
  };
  const outside = (event: Event): void => {
    if (event.target instanceof Node && !root.contains(event.target)) close();
  };
  const buttons = items.flatMap((item) => {
    if (item === 'line') {
      root.append(element('hr', { attributes: { role: 'separator' } }));
      return [];
    }
    const button = buttonOf(item, close);
    root.append(button);
    return [button];
  });
  root.addEventListener('keydown', (event) => {
    move(event, buttons);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
    }
    event.stopPropagation();
  });
  root.addEventListener('contextmenu', (event) => {
    event.preventDefault();
  });
  document.body.append(root);
  put(root, place);
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('blur', close);
  window.addEventListener('resize', close);
  buttons[0]?.focus();
}

function buttonOf(item: Exclude<MenuItem, 'line'>, close: () => void): HTMLButtonElement {
  const { label, key, shape, checked } = item;
  const button = element('button', {
    attributes: {
      type: 'button',
      role: checked === undefined ? 'menuitem' : 'menuitemcheckbox',
      tabindex: '-1',
    },
  });
  const mark = element('span', { class: 'mark', attributes: { 'aria-hidden': 'true' } });
  if (shape !== undefined) mark.append(icon(shape));
  const check = (): void => {
    if (checked === undefined) return;
    button.setAttribute('aria-checked', String(checked()));
    mark.replaceChildren(...(checked() ? [icon('check')] : []));
  };
  check();
  button.append(mark, element('span', { class: 'label', text: label, title: label }));
  if (key !== undefined) button.append(element('kbd', { text: key }));
  button.addEventListener('click', () => {
    if (checked === undefined) {
      close();
      item.run();
    } else {
      item.run();
      check();
    }
  });
  button.addEventListener('pointerenter', () => {
    button.focus();
  });
  return button;
}

function move(event: KeyboardEvent, buttons: readonly HTMLButtonElement[]): void {
  const at = buttons.findIndex((button) => button === document.activeElement);
  const moves: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  let to = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
  if (to === undefined && event.key.length === 1 && event.key !== ' ') {
    const letter = event.key.toLowerCase();
    const found = buttons.findIndex(
      (button, i) => i > at && button.querySelector('.label')?.textContent.toLowerCase().startsWith(letter),
    );
    to = found < 0 ? undefined : found;
  }
  if (to === undefined) return;
  event.preventDefault();
  buttons.at(to % buttons.length)?.focus();
}

/** Puts the menu where it is wanted, but wholly into the window. */
function put(root: HTMLElement, place: MenuPlace): void {
  const edge = place instanceof HTMLElement ? shownAt(place).getBoundingClientRect() : undefined;
  const x = edge?.left ?? (place as { x: number }).x;
  const y = edge?.bottom ?? (place as { y: number }).y;
  const { width, height } = root.getBoundingClientRect();
  root.style.left = `${Math.max(4, Math.min(x, window.innerWidth - width - 4))}px`;
  root.style.top = `${Math.max(4, Math.min(y, window.innerHeight - height - 4))}px`;
}

/** The element, or where it is folded away, what it is folded into (toolRow.ts). */
function shownAt(place: HTMLElement): HTMLElement {
  return place.classList.contains('folded')
    ? (place.parentElement?.querySelector<HTMLElement>(':scope > .more') ?? place)
    : place;
}
