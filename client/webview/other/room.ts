import type { Page, Room } from '../context';
import { element } from '../dom';
import type { Opened } from '../messages';
import type { List } from './table';

/** A table with a heading where the room has several. */
export interface Section {
  readonly list: List;
  readonly title?: string;
}

/** A room for reports of another kind: a sentence on what they are, and tables below it that scroll. */
export function createOtherRoom(page: Page, about: string, sections: readonly Section[]): Room {
  const root = element(
    'section',
    { class: 'other' },
    element('p', { class: 'what', text: about }),
    element(
      'div',
      { class: 'scroller' },
      ...sections.flatMap(({ list, title }) =>
        title === undefined ? [list.root] : [element('h2', { text: title }), list.root],
      ),
    ),
  );
  let shown: Opened | undefined;
  return {
    root,
    show() {
      if (page.opened() === shown) return;
      shown = page.opened();
      for (const { list } of sections) list.show();
    },
  };
}
