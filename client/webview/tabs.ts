import { element } from './dom';
import { tabs, type Looks, type Tab } from './state';
import { words, type Speech } from './words';

/** The row of tabs above the rooms. */
export interface TabBar {
  readonly root: HTMLElement;
  /**
   * Which tabs there are, with a number behind the word where that tells something.
   * @param chosen the one that is shown
   */
  offer(offered: readonly { readonly tab: Tab; readonly count?: number }[], chosen: Tab): void;
}

/** Tabs as WAI-ARIA has them: arrows move between them, and the chosen one alone takes the focus by Tab. */
export function createTabs(speech: Speech, looks: Looks): TabBar {
  const buttons = new Map(
    tabs.map((tab) => {
      const count = element('span', { class: 'count' });
      const button = element(
        'button',
        { id: `tab-${tab}`, attributes: { type: 'button', role: 'tab', 'aria-controls': `room-${tab}` } },
        speech.say(words[`${tab}Tab`]),
        count,
      );
      button.addEventListener('click', () => {
        looks.change({ tab });
      });
      return [tab, { button, count }] as const;
    }),
  );
  const root = element(
    'div',
    { class: 'tabs', attributes: { role: 'tablist', 'aria-label': speech.say(words.tabs) } },
    ...[...buttons.values()].map(({ button }) => button),
  );
  let shown = looks.now().tab;
  const mark = (): void => {
    for (const [tab, { button }] of buttons) {
      button.setAttribute('aria-selected', String(tab === shown));
      button.tabIndex = tab === shown ? 0 : -1;
    }
  };
  root.addEventListener('keydown', (event) => {
    const offered = tabs.filter((tab) => !buttons.get(tab)!.button.hidden);
    const at = offered.indexOf(shown);
    const moves: Partial<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: offered.length - 1,
    };
    const to = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (to === undefined) return;
    event.preventDefault();
    const tab = offered[(to + offered.length) % offered.length]!;
    looks.change({ tab });
    buttons.get(tab)!.button.focus();
  });
  mark();
  /** Where they do not fit, the row scrolls, and fades out at an end where there are more. */
  const fade = (): void => {
    const { scrollLeft, scrollWidth, clientWidth } = root;
    root.classList.toggle('more-left', scrollLeft > 1);
    root.classList.toggle('more-right', scrollLeft < scrollWidth - clientWidth - 1);
  };
  const reveal = ({ offsetLeft, offsetWidth }: HTMLElement): void => {
    const left = offsetLeft - root.offsetLeft;
    root.scrollLeft = Math.min(Math.max(root.scrollLeft, left + offsetWidth - root.clientWidth), left);
    fade();
  };
  root.addEventListener('scroll', fade, { passive: true });
  new ResizeObserver(() => {
    reveal(buttons.get(shown)!.button);
  }).observe(root);
  return {
    root,
    offer(offered, chosen) {
      shown = chosen;
      mark();
      for (const [tab, { button, count }] of buttons) {
        const found = offered.find((one) => one.tab === tab);
        button.hidden = found === undefined;
        count.textContent = found?.count === undefined ? '' : ` ${speech.number(found.count)}`;
      }
      reveal(buttons.get(chosen)!.button);
    },
  };
}
