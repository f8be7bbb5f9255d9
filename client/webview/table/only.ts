import { element, icon } from '../dom';
import type { Speech } from '../words';
import { words } from './words';

/** The little button that comes up at the value under the pointer, and shows only the records that have it. */
export interface OnlyButton {
  readonly root: HTMLElement;
  /** Puts it at a value, or away. */
  at(value: HTMLElement | undefined): void;
}

/** @param press takes the value, and whether all others are wanted instead */
export function createOnlyButton(
  speech: Speech,
  press: (value: HTMLElement, exclude: boolean) => void,
): OnlyButton {
  let target: HTMLElement | undefined;
  const root = element(
    'button',
    { class: 'only', attributes: { type: 'button', tabindex: '-1' } },
    icon('only'),
  );
  root.hidden = true;
  root.addEventListener('click', (event) => {
    event.stopPropagation();
    if (target !== undefined) press(target, event.altKey);
  });
  return {
    root,
    at(value) {
      if (value === target && !root.hidden) return;
      target = value;
      root.hidden = value === undefined;
      const cell = value?.closest<HTMLElement>('.cell');
      if (value === undefined || !cell) return;
      const hint = speech.say(words.clickHint, { value: value.textContent });
      root.title = hint;
      root.setAttribute('aria-label', hint);
      // Beside the value, or over its end where the cell cuts it off.
      const box = cell.getBoundingClientRect();
      const end = Math.min(value.getBoundingClientRect().right, box.right - 22);
      cell.append(root);
      root.style.left = `${end - box.left + 2}px`;
    },
  };
}
