// The report page: shows what its worker reads. Everything from reports goes into the page as text only.
import { visible, type ShownWords } from '../../core/report';
import { localeOf, type Localized } from '../../core/text/message';
import { answerTo, asking, type Answers } from '../report/link';
import type {
  HostQuestions,
  PageCommand,
  PageQuestions,
  PageSettings,
  PageState,
  ToPage,
} from '../report/protocol';
import { createAnnouncer } from './announcer';
import { connectWorker, type Heard } from './connection';
import type { Page, Room } from './context';
import { element } from './dom';
import { createEmptyState } from './empty';
import { connect } from './host';
import type { Opened } from './messages';
import { createNames } from './names/names';
import { createFailuresTab } from './other/failures';
import { createHistoryTab } from './other/history';
import { createTlsTab } from './other/tls';
import { createDays } from './overview/days';
import { createExport } from './export/export';
import { createHeader } from './overview/header';
import { createOverviewTab } from './overview/tab';
import { createQueryBar } from './query/bar';
import { createReadinessTab } from './readiness/tab';
import { createRecordsRoom } from './records';
import { looksFrom, restoredLook, tabs, type Look, type Tab } from './state';
import { createTableTools } from './table/toolbar';
import { createTabs } from './tabs';
import { handedOver } from './transfer';
import { createWaysIn, passOn } from './waysIn';
import { speech as speechOf, words } from './words';

const host = connect();
const speech = speechOf(localeOf(document.documentElement.lang));
const saved = host.getState();
const looks = looksFrom(restoredLook(saved?.look));

/** Files that the page itself read, and what the extension opened for it. */
let own: PageState['files'] = [];
let kept: PageState['files'] = [];
let settings: PageSettings = { limits: {}, names: false, namesUnasked: false, database: undefined };
let opened: Opened = {
  summary: {
    reports: 0,
    records: 0,
    messages: 0,
    dmarcPass: 0,
    dkimPass: 0,
    spfPass: 0,
    sources: 0,
    begin: undefined,
    end: undefined,
    reporters: [],
    domains: [],
    reportIds: [],
    policies: [],
  },
  problems: [],
  reading: undefined,
  failures: 0,
  tlsReports: 0,
  history: 0,
};
/** The view that was asked for last. */
let version = 0;
let shown = { records: 0, total: 0 };

const shownWords: ShownWords = {
  outcome: {
    pass: speech.say(words.pass),
    unaligned: speech.say(words.unaligned),
    fail: speech.say(words.fail),
    unknown: speech.say(words.unknown),
  },
  alignedBy: {
    both: speech.say(words.both),
    dkim: speech.say(words.dkim),
    spf: speech.say(words.spf),
    neither: speech.say(words.neither),
  },
};

// --- The page's lines to the extension and to its worker ------------------------------------------------------

const link = asking<HostQuestions>((asked) => {
  host.postMessage(asked, handedOver(asked.ask));
});
const worker = connectWorker(document.body.dataset['worker']!, hear, fail);
const commands = new Map<PageCommand, () => void>();
const ownerListeners: (() => void)[] = [];
const settingsListeners: (() => void)[] = [];
const announcer = createAnnouncer();
const page: Page = {
  speech,
  looks,
  worker: worker.ask,
  host: link.ask,
  opened: () => opened,
  shown: () => shown,
  settings: () => settings,
  onSettings: (listener) => void settingsListeners.push(listener),
  onCommand: (command, run) => void commands.set(command, run),
  run: (command) => commands.get(command)?.(),
  learnOwners(owners) {
    worker.send({ type: 'owners', owners });
    for (const listener of ownerListeners) listener();
  },
  onOwners: (listener) => void ownerListeners.push(listener),
  say: announcer.say,
};
const answers: Answers<PageQuestions> = {
  evidence: (ask) => worker.ask('evidence', ask),
};

// --- The page's parts -----------------------------------------------------------------------------------------

const waysIn = createWaysIn(speech, worker, (names) => {
  own = [...own, ...names.map((name) => ({ name }))];
  save();
});
/** By VS Code's picker where it shows the files of this machine: what it opens can be opened again by itself. */
const choose = (folder: boolean): void => {
  if (folder || settings.localPicker === true) void link.ask('choose', { folder }).catch(() => undefined);
  else waysIn.choose();
};
const chooseFiles = (): void => {
  choose(false);
};
const empty = createEmptyState(speech, {
  choose: chooseFiles,
  chooseFolder: () => {
    choose(true);
  },
  openSamples: () => {
    host.postMessage({ type: 'openSamples' });
  },
});
const header = createHeader(page);
const days = createDays(page);
const queryBar = createQueryBar(page, () => {
  looks.change({ tab: 'records' });
  records.focus();
});
const shownCount = element('span', { class: 'shown for-records', attributes: { role: 'status' } });
const addButton = quietButton(words.add);
const tableTools = createTableTools(page);
const exporting = createExport(page, () => records.selected());
const clearButton = quietButton(words.clear);
const stopButton = quietButton(words.stop);
const progressText = element('span', { attributes: { role: 'status' } });
const progress = element('div', { class: 'progress' }, progressText, stopButton);
progress.hidden = true;

const records = createRecordsRoom(
  page,
  () => version,
  () => {
    names.drew();
  },
);
const names = createNames(page, records);
/** The rooms behind the tabs, and how much there is in each; a room without anything has no tab. */
const rooms: Readonly<Record<Tab, { readonly room: Room; count?(of: Opened): number | undefined }>> = {
  records: { room: records, count: forRecords },
  overview: { room: createOverviewTab(page), count: forRecords },
  readiness: { room: createReadinessTab(page), count: forRecords },
  failures: { room: createFailuresTab(page), count: ({ failures }) => failures },
  tls: { room: createTlsTab(page), count: ({ tlsReports }) => tlsReports },
  history: { room: createHistoryTab(page), count: ({ history }) => history },
};
for (const tab of tabs) {
  const { root } = rooms[tab].room;
  root.id = `room-${tab}`;
  root.classList.add('room');
  root.setAttribute('role', 'tabpanel');
  root.setAttribute('aria-labelledby', `tab-${tab}`);
}
const tabBar = createTabs(speech, looks);
const reportView = element(
  'main',
  { class: 'report' },
  header.root,
  days.root,
  element(
    'div',
    { class: 'tools' },
    tabBar.root,
    queryBar.root,
    shownCount,
    ...tableTools.parts,
    names.root,
    exporting.button,
    addButton,
    clearButton,
  ),
  queryBar.below,
  progress,
  ...tabs.map((tab) => rooms[tab].room.root),
);
reportView.hidden = true;
document.body.append(...waysIn.parts, empty.root, reportView, announcer.root);

function quietButton(word: Localized): HTMLButtonElement {
  return element('button', { class: 'quiet', text: speech.say(word), attributes: { type: 'button' } });
}

/** Rooms about records are there in any case, but where reports of other kinds are all that is open. */
function forRecords({ summary, failures, tlsReports, history }: Opened): number | undefined {
  return summary.reports === 0 && failures + tlsReports + history > 0 ? 0 : undefined;
}

/** Shows the room of the chosen tab; that of another one where it is gone. */
function showRoom(): void {
  const offered = tabs.flatMap((tab) => {
    const count = rooms[tab].count?.(opened);
    return count === 0 ? [] : [count === undefined ? { tab } : { tab, count }];
  });
  const { tab } = looks.now();
  const chosen = offered.some((one) => one.tab === tab) ? tab : (offered[0]?.tab ?? 'records');
  tabBar.offer(offered, chosen);
  tabBar.root.hidden = offered.length < 2;
  for (const one of tabs) rooms[one].room.root.hidden = one !== chosen;
  // The filter and what goes with it are about records; other kinds of reports have none.
  reportView.classList.toggle('other-kind', rooms[chosen].count !== forRecords);
  for (const tool of [...tableTools.parts, names.root]) tool.hidden = chosen !== 'records';
  if (!reportView.hidden) rooms[chosen].room.show();
}

// --- What is shown --------------------------------------------------------------------------------------------

const decidesLines: readonly (keyof Look)[] = ['filter', 'sorts', 'group', 'open'];

/** Asks for the lines of the current filter, order and groups. */
function look(): void {
  version++;
  const { filter, sorts, group, open } = looks.now();
  const view = { filter, sorts, group, open };
  worker.send({ type: 'view', version, view, words: shownWords, keep: records.active() });
}

looks.onChange((now, before) => {
  if (decidesLines.some((key) => now[key] !== before[key])) look();
  if (now.tab !== before.tab || now.filter !== before.filter || now.plan !== before.plan) showRoom();
  save();
});

function hear(message: Heard): void {
  switch (message.type) {
    case 'state':
      opened = message;
      header.show();
      days.show();
      showWhatThereIs();
      return;
    case 'viewed':
      if (message.version !== version) return;
      shown = message;
      records.viewed(message);
      showCount();
      return;
    case 'reports':
      host.postMessage({ type: 'opened', reports: message.reports, more: message.more });
      return;
    case 'taken':
    case 'done':
      host.postMessage(message);
      return;
  }
}

function showWhatThereIs(): void {
  const { summary, problems, reading, failures, tlsReports, history } = opened;
  const something =
    summary.reports + problems.length + failures + tlsReports + history > 0 || reading !== undefined;
  // What goes takes the focus with it: what comes instead gets it.
  const hadFocus = (something ? empty.root : reportView).contains(document.activeElement);
  empty.root.hidden = something;
  reportView.hidden = !something;
  progress.hidden = reading === undefined;
  if (reading !== undefined) {
    const values = {
      name: visible(reading.name),
      size: speech.size(reading.bytes),
      waiting: reading.waiting,
    };
    progressText.textContent = speech.say(reading.waiting > 0 ? words.readingMore : words.reading, values);
  }
  reportView.classList.toggle('no-report', summary.reports === 0);
  showCount();
  showRoom();
  if (hadFocus) (something ? records : empty).focus();
}

function showCount(): void {
  const all = speech.number(shown.total);
  shownCount.textContent =
    shown.records === shown.total
      ? speech.say(shown.total === 1 ? words.oneShown : words.allShown, { all })
      : speech.say(words.shownOf, { shown: speech.number(shown.records), all });
}

function fail(reason: string): void {
  announcer.say(speech.say(words.noWorker, { reason }));
}

// --- Ways in, commands and keys -------------------------------------------------------------------------------

addButton.addEventListener('click', chooseFiles);
stopButton.addEventListener('click', () => {
  host.postMessage({ type: 'stopped' });
  worker.send({ type: 'stop' });
});
const clear = (): void => {
  own = kept = [];
  worker.send({ type: 'clear' });
  host.postMessage({ type: 'cleared' });
  looks.change({ filter: '', open: [], record: undefined, tab: 'records' });
  save();
};
clearButton.addEventListener('click', clear);

page.onCommand('filter', queryBar.focus);
page.onCommand('clearFilter', () => {
  looks.change({ filter: '' });
});
page.onCommand('showRecords', () => {
  looks.change({ tab: 'records' });
});
page.onCommand('showOverview', () => {
  looks.change({ tab: 'overview' });
});
page.onCommand('showReadiness', () => {
  looks.change({ tab: 'readiness' });
});

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (passOn(worker, data)) return;
  switch (data.type) {
    case 'kept':
      kept = data.files;
      save();
      return;
    case 'clear':
      clear();
      return;
    case 'filter':
      looks.change({ filter: data.query, tab: 'records' });
      return;
    case 'command':
      page.run(data.command);
      return;
    case 'settings':
      settings = data.settings;
      worker.send({ type: 'limits', limits: settings.limits });
      for (const listener of settingsListeners) listener();
      return;
    case 'ask':
      void answerTo<PageQuestions>(answers, data).then((answered) => {
        host.postMessage(answered);
      });
      return;
    case 'answer':
    case 'noAnswer':
      link.take(data);
      return;
  }
});

document.addEventListener('keydown', (event) => {
  if (reportView.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === '/' && !typing) {
    event.preventDefault();
    page.run('filter');
  } else if (event.key === 'g' && !typing) {
    event.preventDefault();
    page.run('group');
  } else if (event.key === 'Escape' && !event.defaultPrevented && looks.now().filter !== '') {
    page.run('clearFilter');
  }
});

// --- State ----------------------------------------------------------------------------------------------------

let saving: ReturnType<typeof setTimeout> | undefined;

/** Keeps the state, but not sixty times a second while scrolling. */
function save(): void {
  saving ??= setTimeout(() => {
    saving = undefined;
    host.setState({ look: looks.now(), files: [...own, ...kept] });
  }, 150);
}

const lost = (saved?.files ?? []).filter(({ uri }) => uri === undefined).map(({ name }) => name);
empty.setLost(lost.map(visible));
look();
host.postMessage({ type: 'ready', uris: (saved?.files ?? []).flatMap(({ uri }) => uri ?? []), lost });
