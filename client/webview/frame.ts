import { visible } from '../../core/report';
import type { Localized } from '../../core/text/message';
import type { Page, Room } from './context';
import { element } from './dom';
import type { Opened } from './messages';
import type { QueryBar } from './query/bar';
import { tabs, type Tab } from './state';
import { createTabs } from './tabs';
import { words } from './words';

/** The page while something is open: what stands above, the tools, and one of the rooms. */
export interface Frame {
  readonly root: HTMLElement;
  /** Shows what is open now. */
  show(): void;
  /** Shows the room of the chosen tab; that of another one where it is gone. */
  showRoom(): void;
  /** Shows how many records the filter lets through. */
  showCount(): void;
}

/** What a frame is put together of. */
export interface FrameParts {
  readonly above: readonly HTMLElement[];
  readonly queryBar: QueryBar;
  /** Tools for the table of records only. */
  readonly recordTools: readonly HTMLElement[];
  readonly exportButton: HTMLElement;
  readonly rooms: Readonly<Record<Tab, Room>>;
  readonly add: () => void;
  readonly clear: () => void;
  readonly stop: () => void;
}

/** How much there is for a tab; undefined where that needs no number. A tab with nothing is not offered. */
const counts: Readonly<Record<Tab, (of: Opened) => number | undefined>> = {
  records: forRecords,
  overview: forRecords,
  readiness: forRecords,
  failures: ({ failures }) => failures,
  tls: ({ tlsReports }) => tlsReports,
  history: ({ history }) => history,
};

/** Rooms about records are there in any case, but where reports of other kinds are all that is open. */
function forRecords({ summary, failures, tlsReports, history }: Opened): number | undefined {
  return summary.reports === 0 && failures + tlsReports + history > 0 ? 0 : undefined;
}

/** A frame that is not to be seen yet. */
export function createFrame(page: Page, parts: FrameParts): Frame {
  const { speech, looks } = page;
  const { rooms, recordTools, queryBar } = parts;
  const quietButton = (word: Localized, press: () => void): HTMLButtonElement => {
    const button = element('button', {
      class: 'quiet',
      text: speech.say(word),
      attributes: { type: 'button' },
    });
    button.addEventListener('click', press);
    return button;
  };
  const shownCount = element('span', { class: 'shown for-records', attributes: { role: 'status' } });
  const progressText = element('span', { attributes: { role: 'status' } });
  const progress = element('div', { class: 'progress' }, progressText, quietButton(words.stop, parts.stop));
  progress.hidden = true;
  for (const tab of tabs) {
    const { root } = rooms[tab];
    root.id = `room-${tab}`;
    root.classList.add('room');
    root.setAttribute('role', 'tabpanel');
    root.setAttribute('aria-labelledby', `tab-${tab}`);
  }
  const tabBar = createTabs(speech, looks);
  const root = element(
    'main',
    { class: 'report' },
    ...parts.above,
    element(
      'div',
      { class: 'tools' },
      tabBar.root,
      queryBar.root,
      shownCount,
      ...recordTools,
      parts.exportButton,
      quietButton(words.add, parts.add),
      quietButton(words.clear, parts.clear),
    ),
    queryBar.below,
    progress,
    ...tabs.map((tab) => rooms[tab].root),
  );
  root.hidden = true;

  const showRoom = (): void => {
    const opened = page.opened();
    const offered = tabs.flatMap((tab) => {
      const count = counts[tab](opened);
      return count === 0 ? [] : [count === undefined ? { tab } : { tab, count }];
    });
    const { tab } = looks.now();
    const chosen = offered.some((one) => one.tab === tab) ? tab : (offered[0]?.tab ?? 'records');
    tabBar.offer(offered, chosen);
    tabBar.root.hidden = offered.length < 2;
    for (const one of tabs) rooms[one].root.hidden = one !== chosen;
    // The filter and what goes with it are about records; other kinds of reports have none.
    root.classList.toggle('other-kind', counts[chosen] !== forRecords);
    for (const tool of recordTools) tool.hidden = chosen !== 'records';
    if (!root.hidden) rooms[chosen].show();
  };
  const showCount = (): void => {
    const { records, total } = page.shown();
    const all = speech.number(total);
    shownCount.textContent =
      records === total
        ? speech.say(total === 1 ? words.oneShown : words.allShown, { all })
        : speech.say(words.shownOf, { shown: speech.number(records), all });
  };
  const showProgress = ({ reading }: Opened): void => {
    progress.hidden = reading === undefined;
    if (reading === undefined) return;
    const { name, bytes, waiting } = reading;
    const values = { name: visible(name), size: speech.size(bytes), waiting };
    progressText.textContent = speech.say(waiting > 0 ? words.readingMore : words.reading, values);
  };

  return {
    root,
    show() {
      const opened = page.opened();
      showProgress(opened);
      root.classList.toggle('no-report', opened.summary.reports === 0);
      showCount();
      showRoom();
    },
    showRoom,
    showCount,
  };
}
