import { visible } from '../../core/report';
import type { Localized } from '../../core/text/message';
import type { Page, Room } from './context';
import { element } from './dom';
import type { Opened } from './messages';
import type { QueryBar } from './query/bar';
import { tabs, tabsOfRecords, type Tab } from './state';
import { createTabs } from './tabs';
import { createToolRow, type Tool } from './toolRow';
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
  readonly tools: {
    /** These are for the table of records only. */
    readonly group: HTMLElement;
    readonly columns: Tool;
    readonly names: Tool;
    readonly export: Tool;
  };
  readonly rooms: Readonly<Record<Tab, Room>>;
  readonly add: () => void;
  readonly clear: () => void;
  readonly stop: () => void;
}

/** How much there is for a tab; undefined where that needs no number. A tab with nothing is not offered. */
const counts: Readonly<Record<Tab, (of: Opened) => number | undefined>> = {
  records: forRecords,
  overview: aboutRecords,
  readiness: aboutRecords,
  failures: ({ failures }) => failures,
  tls: ({ tlsReports }) => tlsReports,
  history: ({ history }) => history,
};

/** Rooms about records are there in any case, but where reports of other kinds are all that is open. */
function forRecords({ summary, failures, tlsReports, history }: Opened): number | undefined {
  return summary.reports === 0 && failures + tlsReports + history > 0 ? 0 : undefined;
}

/** What sums up records is not offered where no report could be read. */
function aboutRecords(opened: Opened): number | undefined {
  return opened.summary.reports === 0 && opened.reading === undefined ? 0 : forRecords(opened);
}

/** A frame that is not to be seen yet. */
export function createFrame(page: Page, parts: FrameParts): Frame {
  const { speech, looks } = page;
  const { rooms, tools, queryBar } = parts;
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
  const toolOf = (word: Localized, run: () => void): Tool => ({
    root: quietButton(word, run),
    folded: () => ({ label: speech.say(word), run }),
  });
  const add = toolOf(words.add, parts.add);
  const clear = toolOf(words.clear, parts.clear);
  const toolRow = createToolRow(
    speech,
    words.moreTools,
    [shownCount, tools.group, tools.columns, tools.names, tools.export, add, clear],
    [clear, add, tools.names, tools.columns, tools.export],
  );
  const recordTools = [tools.group, tools.columns.root, tools.names.root];
  const toolBar = element('div', { class: 'tools' }, tabBar.root, queryBar.root, toolRow.root);
  const root = element(
    'main',
    { class: 'report' },
    ...parts.above,
    toolBar,
    queryBar.below,
    progress,
    ...tabs.map((tab) => rooms[tab].root),
  );
  root.hidden = true;

  let fitted = '';
  /** Measures only where something has changed: this is heard of many times a second while reports are read. */
  const fit = (): void => {
    const now = `${toolBar.clientWidth} ${toolBar.innerText}`;
    if (root.hidden || now === fitted) return;
    toolRow.fit();
    fitted = `${toolBar.clientWidth} ${toolBar.innerText}`;
  };
  let width = 0;
  new ResizeObserver(() => {
    // Its height follows from what is done here.
    if (toolBar.clientWidth === width) return;
    width = toolBar.clientWidth;
    fit();
  }).observe(toolBar);
  page.onSettings(fit);

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
    root.classList.toggle('other-kind', !tabsOfRecords.has(chosen));
    for (const tool of recordTools) tool.hidden = chosen !== 'records';
    if (!root.hidden) rooms[chosen].show();
    fit();
  };
  const showCount = (): void => {
    const { records, total } = page.shown();
    const all = speech.number(total);
    shownCount.textContent =
      records === total
        ? speech.say(total === 1 ? words.oneShown : words.allShown, { all })
        : speech.say(words.shownOf, { shown: speech.number(records), all });
    fit();
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
