import type { Localized } from '../../core/text/message';
import { element, icon } from './dom';
import { openMenu, type MenuItem } from './menu';
import type { Speech } from './words';

/** A tool; one with `folded` may stand in the menu behind the others where there is no room for it. */
export interface Tool {
  readonly root: HTMLElement;
  readonly folded?: () => MenuItem;
}

/** Tools beside one another on a single line, whatever its width. */
export interface ToolRow {
  readonly root: HTMLElement;
  /** Shows as many of the tools as there is room for now: after the room, or the tools, have changed. */
  fit(): void;
}

/**
 * @param tools in the order in which they stand
 * @param firstFolded those of them that may be folded, the one that is missed least first
 */
export function createToolRow(
  speech: Speech,
  name: Localized,
  tools: readonly (Tool | HTMLElement)[],
  firstFolded: readonly Tool[],
): ToolRow {
  const label = speech.say(name);
  const more = element(
    'button',
    {
      class: 'quiet more',
      title: label,
      attributes: { type: 'button', 'aria-haspopup': 'menu', 'aria-label': label },
    },
    icon('more'),
  );
  const parts = tools.map((tool) => ('root' in tool ? tool.root : tool));
  const root = element('div', { class: 'tool-row' }, ...parts, more);
  more.addEventListener('click', () => {
    // In the order in which they would stand.
    const folded = tools.flatMap((tool) =>
      'root' in tool && tool.root.classList.contains('folded') ? (tool.folded?.() ?? []) : [],
    );
    openMenu(label, more, folded);
  });
  const isTooLong = (): boolean => root.scrollWidth > root.clientWidth;

  return {
    root,
    fit() {
      root.classList.remove('tight');
      for (const { root: tool } of firstFolded) tool.classList.remove('folded');
      more.hidden = true;
      if (!isTooLong()) return;
      // What explains a tool that is understood without goes before the tools themselves.
      root.classList.add('tight');
      const focused = document.activeElement;
      for (const { root: tool } of firstFolded) {
        if (!isTooLong()) break;
        // Tools that other tabs have take no room.
        if (tool.offsetWidth === 0) continue;
        more.hidden = false;
        tool.classList.add('folded');
        if (tool.contains(focused)) more.focus();
      }
    },
  };
}
