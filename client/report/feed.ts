import type { Flow } from './flow';
import type { Gathered } from './gather';
import { packed } from './packed';
import type { Slice, ToPage, WholeFile } from './protocol';

/** A file to be given to the page. Its functions reject where it cannot be read. */
export interface Source {
  readonly name: string;
  /** Tells the file from others; undefined where each is taken for another one. */
  readonly key: string | undefined;
  /** All bytes, in memory of their own, where they are at most `most`. @throws Error where it is no file */
  small(most: number): Promise<Uint8Array | undefined>;
  /** A part of the file once more; undefined where it is not what it was when it was read. */
  again(from: number, length: number): Promise<Slice | undefined>;
  /** The bytes in pieces, each in memory of its own. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** Something that was to be read and cannot be; `reason` is a sentence. */
export interface Unread {
  readonly name: string;
  readonly reason: string;
}

/** Where files go. */
export interface Outlet {
  post(message: ToPage): void;
  readonly flow: Flow;
  /** Makes bytes fewer (RFC 1951), where the platform can do so beside everything else. */
  readonly deflate?: ((bytes: Uint8Array) => Promise<Uint8Array>) | undefined;
  /** Ends everything, between two pieces. */
  readonly signal: AbortSignal;
  /** Numbers that grow. */
  nextId(): number;
  /** What the page has got so far: the numbers of files by their keys. No file is sent twice. */
  readonly files: Map<string, number>;
  /** What was sent, by its numbers. */
  readonly sources: Map<number, Source>;
  /** Why a file could not be read, as a sentence. */
  reasonOf(problem: unknown): string;
}

/** Bytes up to which a file is sent whole, together with others. */
const small = 256 * 2 ** 10;
/** Files that are read at the same time. */
const together = 64;
/** Bytes of small files in one message. */
const handful = 2 * 2 ** 20;

/** A file that was looked at: a small one is read already. */
type Prepared = { readonly source: Source; readonly bytes: Uint8Array | undefined } | Unread;

/**
 * Gives files to the page, in their order: small ones by the handful, large ones piece by piece and never further ahead
 * than the page follows.
 */
export async function feed(files: Gathered<Source | Unread>, out: Outlet): Promise<void> {
  const said = { left: 0 };
  try {
    await feedAll(files, out, said);
  } finally {
    // Those that were still to come were sent before, or could not be read: the page waits for no more.
    if (said.left > 0 && !stopped(out.signal)) out.post({ type: 'left', left: 0 });
  }
}

/** @param said how many files the page was told to expect */
async function feedAll(files: Gathered<Source | Unread>, out: Outlet, said: { left: number }): Promise<void> {
  const { signal, flow } = out;
  for (;;) {
    const group = await files.take(together);
    if (group.length === 0 || stopped(signal)) return;
    const prepared = await Promise.all(
      group.filter((one) => isNew(one, out)).map((one) => prepare(one, out)),
    );
    let batch: WholeFile[] = [];
    let length = 0;
    let behind = prepared.length;
    const left = (): number => (said.left = behind + files.left());
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      await flow.room(signal);
      if (stopped(signal)) return;
      for (const { id, bytes } of batch) flow.sent(id, bytes.length);
      out.post({ type: 'files', files: batch, left: left() });
      batch = [];
      length = 0;
    };
    for (const one of prepared) {
      if (stopped(signal)) return;
      // Once more: the group itself may have it twice.
      if ('source' in one && !isNew(one.source, out)) {
        behind--;
        continue;
      }
      if ('reason' in one) {
        await flush();
        behind--;
        out.post({ type: 'failed', name: one.name, reason: one.reason });
      } else if (one.bytes !== undefined) {
        behind--;
        batch.push({ id: number(one.source, out), name: one.source.name, bytes: one.bytes });
        length += one.bytes.length;
        if (length >= handful) await flush();
      } else {
        await flush();
        behind--;
        await stream(one.source, out, left());
      }
    }
    await flush();
  }
}

function isNew(one: Source | Unread, { files }: Outlet): boolean {
  return 'reason' in one || one.key === undefined || !files.has(one.key);
}

/** The next number, for this file. */
function number(source: Source, out: Outlet): number {
  const { key } = source;
  const id = out.nextId();
  out.sources.set(id, source);
  if (key !== undefined) out.files.set(key, id);
  return id;
}

async function prepare(one: Source | Unread, out: Outlet): Promise<Prepared> {
  if ('reason' in one) return one;
  try {
    return { source: one, bytes: await one.small(small) };
  } catch (problem) {
    return { name: one.name, reason: out.reasonOf(problem) };
  }
}

/** A large file. Where reading it fails on the way, the page keeps what it has got. */
async function stream(source: Source, out: Outlet, left: number): Promise<void> {
  const { flow, signal } = out;
  const id = number(source, out);
  out.post({ type: 'open', id, name: source.name, left });
  try {
    for await (const { bytes, length, deflated } of packed(source.pieces(), out.deflate)) {
      await flow.room(signal);
      if (stopped(signal) || flow.isDone(id)) break;
      flow.sent(id, length);
      out.post({ type: 'chunk', id, bytes, ...(deflated ? { inflated: length } : {}) });
    }
  } catch (problem) {
    out.post({ type: 'failed', name: source.name, reason: out.reasonOf(problem) });
  }
  out.post({ type: 'end', id });
}

/** Whether a signal tells to stop. A function, as it is asked again after something was awaited. */
export function stopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
