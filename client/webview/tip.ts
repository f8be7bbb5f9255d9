import { element } from './dom';

/** One explanation that hovers over the page: for the pointer, and for the cell on which the keyboard stands. */
export interface Tip {
  readonly root: HTMLElement;
  /** Shows text below an element, or above where there is no room. */
  readonly show: (text: string, at: Element) => void;
  readonly hide: () => void;
}

export function createTip(): Tip {
  const root = element('div', { class: 'tip', id: 'tip', attributes: { role: 'tooltip' } });
  root.hidden = true;
  return {
    root,
    show(text, at) {
      root.textContent = text;
      root.hidden = false;
      const edge = at.getBoundingClientRect();
      const { width, height } = root.getBoundingClientRect();
      const below = edge.bottom + 4 + height <= window.innerHeight;
      root.style.left = `${Math.max(4, Math.min(edge.left, window.innerWidth - width - 4))}px`;
      root.style.top = `${below ? edge.bottom + 4 : Math.max(4, edge.top - height - 4)}px`;
    },
    hide() {
      root.hidden = true;
    },
  };
}
