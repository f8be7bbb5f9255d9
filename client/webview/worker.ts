// The page's worker: reads reports and keeps their records; the page asks for the rows that it shows.
import {
  defaultLimits,
  loadFile,
  platformOf,
  reportStore,
  rowAt,
  rowsOf,
  summarise,
  type ShownWords,
  type View,
} from '../../core/report';
import { message } from '../../core/text/message';
import { channel, type Channel } from './channel';
import type { FromWorker, ShownRow, ToWorker } from './messages';

/** The parts of a worker's global scope that are used here; the DOM library declares a window's instead. */
interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

/** Milliseconds between two words to the page while reading goes on, so that first rows come at once. */
const shortestPause = 120;

const platform = platformOf(globalThis);
let store = reportStore();
/** Files still arriving from the extension. */
const arriving = new Map<number, Channel<Uint8Array>>();
/** Files are read one after the other; this is the last of them. */
let queue: Promise<void> = Promise.resolve();
let generation = 0;
let current: { version: number; view: View; words: ShownWords | undefined } = {
  version: 0,
  view: { filter: '', sort: undefined },
  words: undefined,
};
let shown: Int32Array = new Int32Array();

scope.onmessage = ({ data }) => {
  switch (data.type) {
    case 'open': {
      const chunks = channel<Uint8Array>();
      arriving.set(data.id, chunks);
      enqueue(data.name, chunks.items);
      return;
    }
    case 'chunk':
      arriving.get(data.id)?.push(data.bytes);
      return;
    case 'end':
      arriving.get(data.id)?.end();
      arriving.delete(data.id);
      return;
    case 'file':
      enqueue(data.file.name, streamOf(data.file));
      return;
    case 'unreadable': {
      const reason = message({ en: data.reason, ja: data.reason });
      store.addProblem({ severity: 'error', message: reason, file: data.name, part: '' });
      tell(undefined);
      return;
    }
    case 'view':
      current = data;
      show(true, data.keep);
      return;
    case 'rows':
      if (data.version === current.version) sendRows(data.from, data.to);
      return;
    case 'clear':
      generation++;
      for (const chunks of arriving.values()) chunks.end();
      arriving.clear();
      store = reportStore();
      show(true, undefined);
      tell(undefined);
      return;
  }
};

function enqueue(name: string, chunks: AsyncIterable<Uint8Array>): void {
  const mine = generation;
  queue = queue.then(() => (mine === generation ? read(name, chunks, mine) : undefined));
}

async function read(name: string, chunks: AsyncIterable<Uint8Array>, mine: number): Promise<void> {
  tell(name);
  let next = 0;
  const batches = loadFile(store, name, chunks, platform, defaultLimits);
  while ((await batches.next()).done !== true) {
    await breath();
    if (mine !== generation) {
      await batches.return(undefined);
      return;
    }
    const now = performance.now();
    if (now < next) continue;
    tell(name);
    show(false, undefined);
    // Summing up a million rows takes a while: spend at most a fifth of the time on it.
    next = performance.now() + Math.max(shortestPause, 4 * (performance.now() - now));
  }
  if (mine !== generation) return;
  show(false, undefined);
  tell(undefined);
}

/** Lets messages of the page in: awaiting promises alone would hold them until the file is read. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

async function* streamOf(file: File): AsyncGenerator<Uint8Array> {
  const piece = 2 ** 18;
  for (let at = 0; at < file.size; at += piece) {
    yield new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
  }
}

function tell(reading: string | undefined): void {
  scope.postMessage({ type: 'state', summary: summarise(store), problems: store.problems, reading });
}

/** @param moved whether the view is a new one; else rows were only added */
function show(moved: boolean, keep: number | undefined): void {
  const { version, view, words } = current;
  shown = rowsOf(store, view, words);
  const stable = view.sort === undefined;
  scope.postMessage({
    type: 'viewed',
    version,
    count: shown.length,
    total: store.size,
    moved: moved || !stable,
    kept: keep === undefined ? -1 : shown.indexOf(keep),
  });
}

function sendRows(from: number, to: number): void {
  const rows: ShownRow[] = [];
  for (const record of shown.subarray(from, to)) {
    const row = rowAt(store, record);
    const { metadata } = store.reports[row.report]!;
    rows.push({ ...row, record, reporter: metadata.orgName === '' ? metadata.email : metadata.orgName });
  }
  scope.postMessage({ type: 'rows', version: current.version, from, rows });
}
