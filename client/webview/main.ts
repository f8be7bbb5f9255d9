// The report page: shows what its worker reads. Everything from reports goes into the page as text only.
import { sortColumns, visible, type ShownWords, type Sort, type Summary } from '../../core/report';
import { localeOf } from '../../core/text/message';
import type { PageState, ToPage } from '../report/protocol';
import { element } from './dom';
import { createEmptyState } from './empty';
import { connect } from './host';
import type { FromWorker, ToWorker } from './messages';
import { createOverview } from './overview';
import { createTable } from './table';
import { speech as speechOf } from './words';

const host = connect();
const speech = speechOf(localeOf(document.documentElement.lang));
const saved = host.getState();

let sort: Sort | undefined = restoredSort(saved?.sort);
let files: PageState['files'] = [];
let version = 0;
/** The row to go back to once there are enough rows. */
let restoreTop = saved?.top ?? 0;
let top = restoreTop;
let worker: Worker | undefined;
/** What was said to the worker before it was there. */
const unsent: { message: ToWorker; transfer: Transferable[] }[] = [];

const shownWords: ShownWords = {
  outcome: {
    pass: speech.say('pass'),
    unaligned: speech.say('unaligned'),
    fail: speech.say('fail'),
    unknown: speech.say('unknown'),
  },
  alignedBy: {
    both: speech.say('both'),
    dkim: speech.say('dkim'),
    spf: speech.say('spf'),
    neither: speech.say('neither'),
  },
};

// --- The page's parts -----------------------------------------------------------------------------------------

const picker = element('input', {
  attributes: { type: 'file', multiple: '', 'aria-hidden': 'true', tabindex: '-1' },
});
picker.hidden = true;
const choose = (): void => {
  picker.click();
};
const empty = createEmptyState(speech, choose, () => {
  host.postMessage({ type: 'openSamples' });
});
const overview = createOverview(speech);
const filter = element('input', {
  class: 'filter',
  attributes: {
    type: 'search',
    placeholder: speech.say('filterHint'),
    'aria-label': speech.say('filter'),
    spellcheck: 'false',
  },
});
filter.value = saved?.filter ?? '';
const shownCount = element('span', { class: 'shown', attributes: { role: 'status' } });
const addButton = element('button', { text: speech.say('add'), attributes: { type: 'button' } });
addButton.addEventListener('click', choose);
const clearButton = element('button', { text: speech.say('clear'), attributes: { type: 'button' } });
const progress = element('div', { class: 'progress', attributes: { role: 'status' } });
progress.hidden = true;
const nothing = element('p', { class: 'nothing' });
nothing.hidden = true;
const veil = element(
  'div',
  { class: 'veil', attributes: { 'aria-hidden': 'true' } },
  speech.say('releaseToOpen'),
);
veil.hidden = true;
const table = createTable(speech, {
  request: (from, to) => {
    send({ type: 'rows', version, from, to });
  },
  sort: (next) => {
    sort = next;
    table.setSort(sort);
    look();
  },
  scrolled: (row) => {
    if (row === top) return;
    top = row;
    save();
  },
});
const reportView = element(
  'main',
  { class: 'report' },
  overview.root,
  element('div', { class: 'tools' }, filter, shownCount, addButton, clearButton),
  progress,
  nothing,
  table.root,
);
reportView.hidden = true;
document.body.append(picker, empty.root, reportView, veil);
table.setSort(sort);

// --- The worker -----------------------------------------------------------------------------------------------

/** A worker may only come from the page's own origin: its script is fetched and given as a blob. */
async function startWorker(): Promise<void> {
  const response = await fetch(document.body.dataset['worker']!);
  if (!response.ok) throw new Error(String(response.status));
  const url = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  worker = new Worker(url);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    hear(data);
  };
  worker.onerror = ({ message }) => {
    fail(message);
  };
  for (const { message, transfer } of unsent.splice(0)) worker.postMessage(message, transfer);
}

function send(message: ToWorker, transfer: Transferable[] = []): void {
  if (worker === undefined) unsent.push({ message, transfer });
  else worker.postMessage(message, transfer);
}

/** Asks for the rows of the current filter and order. */
function look(): void {
  version++;
  send({
    type: 'view',
    version,
    view: { filter: filter.value, sort },
    words: shownWords,
    keep: table.active(),
  });
  save();
}

let total = 0;
let shown = 0;

function hear(message: FromWorker): void {
  switch (message.type) {
    case 'state':
      overview.show(message.summary, message.problems);
      table.setSeveralReports(message.summary.reports > 1);
      showWhatThereIs(message.summary, message.problems.length, message.reading);
      return;
    case 'viewed':
      if (message.version !== version) return;
      shown = message.count;
      total = message.total;
      table.setCount(shown, message.moved, message.kept);
      showCount();
      if (restoreTop > 0 && shown > restoreTop) {
        table.scrollTo(restoreTop);
        restoreTop = 0;
      }
      return;
    case 'rows':
      if (message.version === version) table.supply(message.from, message.rows);
      return;
  }
}

function showWhatThereIs(summary: Summary, problems: number, reading: string | undefined): void {
  const something = summary.reports > 0 || problems > 0 || reading !== undefined;
  empty.root.hidden = something;
  reportView.hidden = !something;
  progress.hidden = reading === undefined;
  if (reading !== undefined) progress.textContent = speech.say('reading', { name: visible(reading) });
  reportView.classList.toggle('no-report', summary.reports === 0);
  showCount(reading !== undefined);
}

function showCount(reading = !progress.hidden): void {
  const all = speech.number(total);
  shownCount.textContent =
    shown === total
      ? speech.say('allShown', { all })
      : speech.say('shownOf', { shown: speech.number(shown), all });
  nothing.hidden = shown > 0 || reading;
  table.root.hidden = shown === 0 && !reading;
  nothing.textContent =
    total > 0 ? speech.say('noMatch', { filter: filter.value.trim() }) : speech.say('noRecords');
}

function fail(reason: string): void {
  nothing.hidden = false;
  nothing.textContent = speech.say('noWorker', { reason });
  empty.root.hidden = true;
  reportView.hidden = false;
}

// --- Ways in --------------------------------------------------------------------------------------------------

function openFiles(list: Iterable<File>): void {
  for (const file of list) {
    files = [...files, { name: file.name }];
    send({ type: 'file', file });
  }
  save();
}

picker.addEventListener('change', () => {
  openFiles(picker.files ?? []);
  picker.value = '';
});
clearButton.addEventListener('click', () => {
  files = [];
  send({ type: 'clear' });
  host.postMessage({ type: 'cleared' });
  filter.value = '';
  look();
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  veil.hidden = false;
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) veil.hidden = true;
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  veil.hidden = true;
  openFiles(event.dataTransfer?.files ?? []);
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'open':
      send({ type: 'open', id: data.id, name: data.name });
      return;
    case 'kept':
      files = [...files.filter(({ uri }) => uri === undefined), ...data.files];
      save();
      return;
    case 'chunk':
      send({ type: 'chunk', id: data.id, bytes: data.bytes }, [data.bytes.buffer]);
      return;
    case 'end':
      send({ type: 'end', id: data.id });
      return;
    case 'clear':
      clearButton.click();
      return;
    case 'failed':
      send({ type: 'unreadable', name: data.name, reason: data.reason });
      return;
  }
});

// --- Filter and keys ------------------------------------------------------------------------------------------

filter.addEventListener('input', look);
document.addEventListener('keydown', (event) => {
  if (reportView.hidden) return;
  if (event.key === '/' && document.activeElement !== filter) {
    event.preventDefault();
    filter.focus();
    filter.select();
  } else if (event.key === 'Escape' && filter.value !== '') {
    filter.value = '';
    look();
  } else if (event.key === 'ArrowDown' && document.activeElement === filter) {
    event.preventDefault();
    table.root.focus();
  }
});

// --- State ----------------------------------------------------------------------------------------------------

let saving: ReturnType<typeof setTimeout> | undefined;

/** Keeps the state, but not sixty times a second while scrolling. */
function save(): void {
  saving ??= setTimeout(() => {
    saving = undefined;
    host.setState({ filter: filter.value, sort, top, files });
  }, 150);
}

function restoredSort(kept: PageState['sort']): Sort | undefined {
  const column = sortColumns.find((name) => name === kept?.column);
  return column === undefined ? undefined : { column, descending: kept?.descending === true };
}

empty.setLost((saved?.files ?? []).filter(({ uri }) => uri === undefined).map(({ name }) => visible(name)));
look();
startWorker().catch((error: unknown) => {
  fail(error instanceof Error ? error.message : String(error));
});
host.postMessage({ type: 'ready' });
