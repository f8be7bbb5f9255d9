import { groupKeys } from '../../../core/report';
import type { Page } from '../context';
import { element } from '../dom';
import type { Tool } from '../toolRow';
import { openMenu, type MenuItem } from '../menu';
import { columnWord } from './cells';
import { changed, originalColumns } from './columns';
import { words } from './words';

/** What the table is gathered by, and which columns it has. */
export interface TableTools {
  readonly group: HTMLElement;
  readonly columns: Tool;
}

export function createTableTools(page: Page): TableTools {
  const { speech, looks } = page;
  const group = element(
    'select',
    { attributes: { 'aria-label': speech.say(words.groupBy) } },
    element('option', { text: speech.say(words.group_none), attributes: { value: '' } }),
    ...groupKeys.map((key) =>
      element('option', { text: speech.say(words[`group_${key}`]), attributes: { value: key } }),
    ),
  );
  const show = (): void => {
    group.value = looks.now().group ?? '';
  };
  group.addEventListener('change', () => {
    looks.change({ group: groupKeys.find((key) => key === group.value), open: [], top: 0 });
  });
  looks.onChange(show);
  show();

  const columns = element('button', {
    class: 'quiet for-records',
    text: speech.say(words.chooseColumns),
    attributes: { type: 'button', 'aria-haspopup': 'menu' },
  });
  const choose = (): void => {
    const items: MenuItem[] = looks.now().columns.map(({ name }) => ({
      label: columnWord(name, speech),
      checked: () => looks.now().columns.some((one) => one.name === name && one.shown),
      run: () => {
        const now = looks.now().columns;
        const shown = now.some((one) => one.name === name && one.shown);
        looks.change({ columns: changed(now, name, { shown: !shown }) });
      },
    }));
    items.push('line', {
      label: speech.say(words.resetColumns),
      run: () => {
        looks.change({ columns: originalColumns() });
      },
    });
    openMenu(speech.say(words.chooseColumns), columns, items);
  };
  columns.addEventListener('click', choose);
  page.onCommand('columns', choose);
  page.onCommand('group', () => {
    looks.change({ tab: 'records' });
    group.focus();
    if ('showPicker' in group) {
      try {
        group.showPicker();
      } catch {
        // Only a press of the user's may open it; the focus is there all the same.
      }
    }
  });
  const label = element(
    'label',
    { class: 'group-by for-records' },
    element('span', { text: speech.say(words.groupBy) }),
    group,
  );
  return {
    group: label,
    columns: { root: columns, folded: () => ({ label: speech.say(words.chooseColumns), run: choose }) },
  };
}
