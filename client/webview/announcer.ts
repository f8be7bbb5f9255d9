import { element } from './dom';

/** How long a word in passing is to be seen, in milliseconds. */
const shownFor = 6_000;

/** Says things in passing, at the foot of the page and to screen readers. */
export interface Announcer {
  readonly root: HTMLElement;
  readonly say: (text: string) => void;
}

export function createAnnouncer(): Announcer {
  const root = element('div', { class: 'announcer', attributes: { role: 'status' } });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    root,
    say(text) {
      clearTimeout(timer);
      root.textContent = text;
      timer = setTimeout(() => {
        root.textContent = '';
      }, shownFor);
    },
  };
}
