import { element } from '../dom';
import type { Looks } from '../state';

/** The least width of the pane, and the least that is left to the table; CSS pixels. */
const least = 260;
/** Pixels by which a key moves the line. */
const step = 24;

/** The line between table and pane: dragged, or moved by arrows. The width is kept in `looks`. */
export function createSplitter(looks: Looks, pane: HTMLElement, label: string): HTMLElement {
  const root = element('div', {
    class: 'splitter',
    attributes: {
      role: 'separator',
      tabindex: '0',
      'aria-orientation': 'vertical',
      'aria-label': label,
      'aria-controls': pane.id,
    },
  });
  const set = (width: number): void => {
    const most = Math.max(least, (pane.parentElement?.clientWidth ?? 0) - least);
    looks.change({ pane: Math.round(Math.max(least, Math.min(most, width))) });
  };
  const show = (): void => {
    const { pane: width } = looks.now();
    pane.style.flexBasis = `${width}px`;
    root.setAttribute('aria-valuenow', String(width));
    root.setAttribute('aria-valuemin', String(least));
    root.setAttribute('aria-valuemax', String(Math.max(least, window.innerWidth - least)));
  };
  root.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    root.setPointerCapture(event.pointerId);
    const right = pane.getBoundingClientRect().right;
    const follow = (moving: PointerEvent): void => {
      set(right - moving.clientX);
    };
    const end = (): void => {
      root.removeEventListener('pointermove', follow);
    };
    root.addEventListener('pointermove', follow);
    root.addEventListener('lostpointercapture', end, { once: true });
  });
  root.addEventListener('keydown', (event) => {
    const way = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0;
    if (way === 0) return;
    event.preventDefault();
    set(looks.now().pane + way * step);
  });
  looks.onChange((now, before) => {
    if (now.pane !== before.pane) show();
  });
  show();
  return root;
}
