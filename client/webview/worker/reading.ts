import {
  defaultLimits,
  loadFile,
  platformOf,
  reportStore,
  type Limits,
  type ReportStore,
} from '../../../core/report';
import { message } from '../../../core/text/message';
import { channel, type Channel } from '../channel';
import type { Ask } from '../../report/link';
import type { FileQuestions, Progress } from '../messages';
import { droppedAgain, originalOf, type Again } from './original';
import { unpacked, untilBroken, type Arriving } from './arriving';

/** Milliseconds between two words to the page while reading goes on, so that first rows come at once. */
const shortestPause = 120;

/** Reads files one after the other into a store. */
export interface Reader {
  readonly store: () => ReportStore;
  /** What is being read. */
  progress(): Progress | undefined;
  open(id: number, name: string): void;
  chunk(id: number, piece: Arriving): void;
  end(id: number): void;
  whole(id: number, name: string, bytes: Uint8Array): void;
  file(file: File): void;
  /** So many files are still to come. */
  left(count: number): void;
  unreadable(name: string, reason: string): void;
  limit(limits: Readonly<Record<string, number>>): void;
  /** Gives up the files that are not read yet; what was read stays. */
  stop(): void;
  /** Begins with an empty store; who asked for that knows what changed. */
  clear(): void;
  /** A record as it stands in its file; undefined where that is not to be had. */
  original(record: number): Promise<string | undefined>;
}

/** What a reader tells while it reads. */
export interface ReaderNeeds {
  /** There is more to show, or reading is over. Called seldom enough to lay out the table each time. */
  readonly changed: () => void;
  readonly taken: (id: number, bytes: number) => void;
  /** A file of this number was read, or given up. */
  readonly done: (id: number) => void;
  /** Asks the extension for a part of a file once more. */
  readonly again: Ask<FileQuestions>;
}

export function createReader({ changed, taken, done, again }: ReaderNeeds): Reader {
  const platform = platformOf(globalThis);
  let limits: Limits = defaultLimits;
  let store = reportStore();
  /** How the files of the store are read once more, by their numbers in it. */
  let files: Again[] = [];
  /** Files still arriving from the extension. */
  const arriving = new Map<number, Channel<Arriving>>();
  /** The last of the files that wait to be read. */
  let queue: Promise<void> = Promise.resolve();
  let generation = 0;
  let waiting = 0;
  let left = 0;
  let progress: Progress | undefined;
  /** When the page may be told again. */
  let next = 0;
  /** Whether something was read of which the page was not told, as more was to come. */
  let untold = false;

  const tell = (): void => {
    untold = false;
    const before = performance.now();
    changed();
    const now = performance.now();
    // Laying out a million rows takes a while: spend at most a fifth of the time on it.
    next = now + Math.max(shortestPause, 4 * (now - before));
  };

  const enqueue = (name: string, chunks: AsyncIterable<Uint8Array>, from: number | File): void => {
    const mine = generation;
    waiting++;
    queue = queue.then(async () => {
      if (mine === generation) {
        waiting--;
        files.push(againOf(from));
        await read(name, chunks, mine);
      }
      if (typeof from === 'number') done(from);
    });
  };

  const againOf = (from: number | File): Again =>
    typeof from === 'number'
      ? { limits, read: (at, length) => again('again', { id: from, from: at, length }) }
      : droppedAgain(from, limits);

  const read = async (name: string, chunks: AsyncIterable<Uint8Array>, mine: number): Promise<void> => {
    progress = { name, bytes: 0, waiting: waiting + left };
    const readable = untilBroken(chunks, (reason) => {
      if (mine === generation) store.addProblem({ severity: 'error', message: reason, file: name, part: '' });
    });
    const counted = counting(readable, (bytes) => {
      if (mine === generation) progress = { name, bytes, waiting: waiting + left };
    });
    // Of thousands of small files, few are worth a word of their own.
    if (performance.now() >= next) tell();
    const batches = loadFile(store, name, counted, platform, limits);
    while ((await batches.next()).done !== true) {
      await breath();
      if (mine !== generation) {
        await batches.return(undefined);
        return;
      }
      if (performance.now() >= next) tell();
    }
    if (mine !== generation) return;
    progress = undefined;
    if (waiting + left === 0) tell();
    else {
      untold = true;
      await breath();
    }
  };

  const giveUp = (): void => {
    untold = false;
    generation++;
    for (const chunks of arriving.values()) chunks.end();
    arriving.clear();
    waiting = 0;
    left = 0;
    progress = undefined;
  };

  return {
    store: () => store,
    progress: () => progress,
    open(id, name) {
      const chunks = channel<Arriving>();
      arriving.set(id, chunks);
      enqueue(
        name,
        counting(unpacked(chunks.items), (bytes) => {
          taken(id, bytes);
        }),
        id,
      );
    },
    chunk: (id, piece) => arriving.get(id)?.push(piece),
    end(id) {
      arriving.get(id)?.end();
      arriving.delete(id);
    },
    whole(id, name, bytes) {
      enqueue(name, only(bytes), id);
    },
    left(count) {
      left = count;
      if (untold && progress === undefined && waiting + left === 0) tell();
    },
    file(file) {
      enqueue(file.name, piecesOf(file), file);
    },
    unreadable(name, reason) {
      const text = message({ en: reason, ja: reason });
      store.addProblem({ severity: 'error', message: text, file: name, part: '' });
      tell();
    },
    limit(stated) {
      const known = Object.entries(stated).filter(([key]) => Object.hasOwn(defaultLimits, key));
      limits = { ...defaultLimits, ...Object.fromEntries(known) };
    },
    stop() {
      if (progress === undefined && waiting + left === 0) return;
      const stopped = message({
        en: 'Reading was stopped: records from here on, and the files behind it, are not shown.',
        ja: '読み込みを中止しました。ここから先のレコードと、残りのファイルは表示されません。',
      });
      store.addProblem({ severity: 'warning', message: stopped, file: progress?.name ?? '', part: '' });
      giveUp();
      tell();
    },
    clear() {
      giveUp();
      store = reportStore();
      files = [];
    },
    original: (record) => originalOf(store, record, ({ file }) => files[file], platform),
  };
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

/** Counts bytes on their way. */
async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
    count(bytes);
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function* piecesOf(file: File): AsyncGenerator<Uint8Array> {
  const piece = 2 ** 18;
  for (let at = 0; at < file.size; at += piece) {
    yield new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
  }
}
