// The page's worker: reads reports and keeps their records; the page asks for the lines that it shows.
import { accountOf, reporterOf, type ShownWords } from '../../core/report';
import { answerTo, asking } from '../report/link';
import type { OpenedReport } from '../report/protocol';
import type { FileQuestions, FromWorker, TableView, ToWorker, WorkerQuestions } from './messages';
import { handedOver } from './transfer';
import { createAhead } from './worker/ahead';
import { answersOf } from './worker/answers';
import { layOut, lineOfRecord, type Layout } from './worker/layout';
import { createOwners } from './worker/owners';
import { createReader } from './worker/reading';

/** The parts of a worker's global scope that are used here; the DOM library declares a window's instead. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

const owners = createOwners();
const ahead = createAhead();
let version = 0;
let view: TableView = { filter: '', sorts: [], group: undefined, open: [] };
let words: ShownWords | undefined;
let layout: Layout;
let listed = 0;

const extension = asking<FileQuestions>((asked) => {
  scope.postMessage(asked);
});
const reader = createReader({
  changed() {
    tell();
    show(false, undefined);
    // While reading goes on, every moment is better spent on that.
    if (reader.progress() === undefined) ahead.begin(reader.store());
    else ahead.stop();
  },
  taken(id, bytes) {
    scope.postMessage({ type: 'taken', id, bytes });
  },
  done(id) {
    scope.postMessage({ type: 'done', id });
  },
  again: extension.ask,
});
layout = layOut(reader.store(), view, words, owners.organisationOf);
const answers = answersOf({
  store: reader.store,
  owners,
  words: () => words,
  view: () => view,
  version: () => version,
  layout: () => layout,
  original: (record) => reader.original(record),
});

scope.onmessage = ({ data }) => {
  ahead.later();
  switch (data.type) {
    case 'open':
      reader.open(data.id, data.name);
      return;
    case 'chunk':
      reader.chunk(data.id, data);
      return;
    case 'end':
      reader.end(data.id);
      return;
    case 'whole':
      reader.whole(data.id, data.name, data.bytes);
      return;
    case 'left':
      reader.left(data.files);
      return;
    case 'file':
      reader.file(data.file);
      return;
    case 'unreadable':
      reader.unreadable(data.name, data.reason);
      return;
    case 'limits':
      reader.limit(data.limits);
      return;
    case 'owners':
      owners.learn(data.owners);
      // Elsewhere lines only say something else, and the page asks for them again.
      if (view.group === 'organisation') show(true, undefined);
      return;
    case 'view':
      ({ version, view, words } = data);
      show(true, data.keep);
      return;
    case 'stop':
      reader.stop();
      return;
    case 'clear':
      ahead.stop();
      reader.clear();
      tell();
      show(true, undefined);
      return;
    case 'answer':
    case 'noAnswer':
      extension.take(data);
      return;
    case 'ask':
      void answerTo<WorkerQuestions>(answers, data).then((answered) => {
        scope.postMessage(answered, answered.type === 'answer' ? handedOver(answered.answer) : []);
      });
      return;
  }
};

/** Reports that the Reports view lists: beyond that, a list is of no use. */
const mostListed = 1_000;

function tell(): void {
  const store = reader.store();
  scope.postMessage({
    type: 'state',
    summary: accountOf(store).summary(),
    problems: store.problems,
    reading: reader.progress(),
    failures: store.failures.length,
    tlsReports: store.tlsReports.length,
    history: store.history.length,
  });
  if (store.reports.length === listed && reader.progress() !== undefined) return;
  listed = store.reports.length;
  scope.postMessage({
    type: 'reports',
    reports: openedReports(),
    more: Math.max(0, store.reports.length - mostListed),
  });
}

function openedReports(): readonly OpenedReport[] {
  const store = reader.store();
  const account = accountOf(store);
  return store.reports.slice(0, mostListed).map((head, number) => {
    const { messages, dmarcPass } = account.ofReport(number);
    return {
      file: head.file,
      part: head.part,
      reportId: head.metadata.reportId,
      domain: head.policy.domain,
      reporter: reporterOf(head),
      begin: head.metadata.begin,
      end: head.metadata.end,
      messages,
      fail: messages - dmarcPass,
    };
  });
}

/** @param asked whether the page asked for another view; else there are only more records in it */
function show(asked: boolean, keep: number | undefined): void {
  const store = reader.store();
  layout = layOut(store, view, words, owners.organisationOf);
  scope.postMessage({
    type: 'viewed',
    version,
    lines: layout.lines,
    groups: layout.groups?.order.length ?? 0,
    records: layout.rows.length,
    total: store.size,
    sums: layout.sums,
    // In the order of the reports, more records come at the end; otherwise anywhere.
    moved: asked || view.sorts.length > 0 || view.group !== undefined,
    kept: keep === undefined ? -1 : lineOfRecord(layout, keep),
  });
}
