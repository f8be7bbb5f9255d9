// The report page: shows what its worker reads. Everything from reports goes into the page as text only.
import { visible } from '../../core/report';
import { localeOf } from '../../core/text/message';
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
import type { Page } from './context';
import { createEmptyState } from './empty';
import { createExport } from './export/export';
import { createFrame } from './frame';
import { connect } from './host';
import { listenToKeys } from './keys';
import type { Opened } from './messages';
import { createNames } from './names/names';
import { isNothing, nothingOpened, shownWordsOf } from './opened';
import { createFailuresTab } from './other/failures';
import { createHistoryTab } from './other/history';
import { createTlsTab } from './other/tls';
import { createDays } from './overview/days';
import { createHeader } from './overview/header';
import { createOverviewTab } from './overview/tab';
import { createQueryBar } from './query/bar';
import { createReadinessTab } from './readiness/tab';
import { createRecordsRoom } from './records';
import { looksFrom, restoredLook, type Look } from './state';
import { createTableTools } from './table/toolbar';
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
let opened: Opened = nothingOpened;
/** The view that was asked for last. */
let version = 0;
let shown = { records: 0, total: 0 };

const shownWords = shownWordsOf(speech);

// --- The page's lines to the extension and to its worker ------------------------------------------------------

const link = asking<HostQuestions>((asked) => {
  host.postMessage(asked, handedOver(asked.ask));
});
const worker = connectWorker(
  document.body.dataset['worker']!,
  hear,
  { again: (ask) => link.ask('again', ask) },
  fail,
);
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
const waysToFiles = {
  choose: chooseFiles,
  chooseFolder: () => {
    choose(true);
  },
};
const empty = createEmptyState(speech, {
  ...waysToFiles,
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
const tableTools = createTableTools(page);
const exporting = createExport(page, () => records.selected());
const records = createRecordsRoom(page, {
  version: () => version,
  copy: exporting.copy,
  drew: () => {
    names.drew();
  },
  ...waysToFiles,
  showProblems: header.showProblems,
});
const names = createNames(page, records);
const frame = createFrame(page, {
  above: [header.root, days.root],
  queryBar,
  tools: { ...tableTools, names: names.tool, export: exporting.tool },
  rooms: {
    records,
    overview: createOverviewTab(page),
    readiness: createReadinessTab(page),
    failures: createFailuresTab(page),
    tls: createTlsTab(page),
    history: createHistoryTab(page),
  },
  add: chooseFiles,
  clear,
  stop() {
    host.postMessage({ type: 'stopped' });
    worker.send({ type: 'stop' });
  },
});
document.body.append(...waysIn.parts, empty.root, frame.root, announcer.root);

/** Forgets all that is open. */
function clear(): void {
  own = kept = [];
  worker.send({ type: 'clear' });
  host.postMessage({ type: 'cleared' });
  looks.change({ filter: '', open: [], record: undefined, tab: 'records' });
  save();
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
  if (now.tab !== before.tab || now.filter !== before.filter || now.plan !== before.plan) frame.showRoom();
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
      frame.showCount();
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
  const something = !isNothing(opened);
  // What goes takes the focus with it: what comes instead gets it.
  const hadFocus = (something ? empty.root : frame.root).contains(document.activeElement);
  empty.root.hidden = something;
  frame.root.hidden = !something;
  frame.show();
  if (hadFocus) (something ? records : empty).focus();
}

function fail(reason: string): void {
  announcer.say(speech.say(words.noWorker, { reason }));
}

// --- Ways in, commands and keys -------------------------------------------------------------------------------

page.onCommand('filter', queryBar.focus);
listenToKeys(page, frame.root);

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
