import assert from 'node:assert/strict';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { files as nodeFiles } from '../../../client/node/files';
import { feed, type Source, type Unread } from '../../../client/report/feed';
import { createFlow } from '../../../client/report/flow';
import { gather } from '../../../client/report/gather';
import type { ToPage } from '../../../client/report/protocol';

const again = (): Promise<undefined> => Promise.resolve(undefined);

const small = (name: string, length = 10): Source => ({
  name,
  key: name,
  again,
  small: () => Promise.resolve(new Uint8Array(length)),
  pieces: () => assert.fail(`${name} is small`),
});

/** A file of so many pieces of 1,000,000 bytes; `read` counts those that were asked for. */
function large(name: string, pieces: number): Source & { read: number; closed: boolean } {
  const source = {
    name,
    key: name,
    read: 0,
    closed: false,
    again,
    small: (most: number) => {
      assert.ok(most < 1_000_000, `${name} must not be held whole`);
      return Promise.resolve(undefined);
    },
    async *pieces() {
      try {
        for (let i = 0; i < pieces; i++) {
          source.read++;
          yield new Uint8Array(1_000_000);
          await Promise.resolve();
        }
      } finally {
        source.closed = true;
      }
    },
  };
  return source;
}

async function* all(items: readonly (Source | Unread)[]) {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

function outlet(most = 4_000_000) {
  const said: ToPage[] = [];
  const stop = new AbortController();
  let id = 0;
  return {
    said,
    stop,
    types: () => said.map(({ type }) => type).join(' '),
    out: {
      post: (message: ToPage) => void said.push(message),
      flow: createFlow(most),
      signal: stop.signal,
      nextId: () => ++id,
      files: new Map<string, number>(),
      sources: new Map<number, Source>(),
      reasonOf: (problem: unknown) => `no: ${(problem as Error).message}`,
    },
  };
}

describe('Feeding the report page', () => {
  it('sends small files by the handful, in their order', async () => {
    const { said, out } = outlet();
    const names = Array.from({ length: 150 }, (_, i) => `${i}.xml`);
    await feed(gather(all(names.map((name) => small(name))), out.signal), out);
    assert.ok(said.length <= 4, String(said.length));
    const sent = said.flatMap((message) => (message.type === 'files' ? message.files : []));
    assert.deepEqual(
      sent.map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      sent.map(({ id }) => id),
      names.map((_, i) => i + 1),
    );
    const last = said.at(-1);
    assert.equal(last?.type === 'files' && last.left, 0);
  });

  it('keeps the order of small files, large ones and those that cannot be read', async () => {
    const { types, said, out } = outlet();
    const broken: Source = { ...small('broken'), small: () => Promise.reject(new Error('gone')) };
    const files = [small('a'), large('b', 2), broken, { name: 'd', reason: 'why' }, small('e'), small('f')];
    await feed(gather(all(files), out.signal), out);
    assert.equal(types(), 'files open chunk chunk end failed failed files');
    const failed = said.filter((message) => message.type === 'failed');
    assert.deepEqual(failed, [
      { type: 'failed', name: 'broken', reason: 'no: gone' },
      { type: 'failed', name: 'd', reason: 'why' },
    ]);
  });

  it('says at the end that nothing is to come where it said that something would', async () => {
    const { types, said, out } = outlet();
    await feed(gather(all([small('a'), { name: 'b', reason: 'why' }]), out.signal), out);
    assert.equal(types(), 'files failed left');
    assert.deepEqual(said.at(-1), { type: 'left', left: 0 });
    // A folder is opened once more: what is new in it comes before what the page has.
    const old = Array.from({ length: 36 }, (_, i) => small(`z${i}`));
    await feed(gather(all(old), out.signal), out);
    said.length = 0;
    const added = Array.from({ length: 64 }, (_, i) => small(`m${i}`));
    await feed(gather(all([...added, ...old]), out.signal), out);
    assert.equal(types(), 'files left');
    assert.deepEqual(said.at(-1), { type: 'left', left: 0 });
    // Where it ends by itself too early, the page waits for no more, either.
    said.length = 0;
    const search = async function* () {
      yield* all([small('c'), small('d')]);
      throw new Error('no more of the folder');
    };
    await assert.rejects(feed(gather(search(), out.signal), out), /no more of the folder/);
    const lefts = said.flatMap((one) => ('left' in one ? [one.left] : []));
    assert.equal(lefts.at(-1), 0);
  });

  it('sends no file twice, but those again that may be different ones', async () => {
    const { types, said, out } = outlet();
    const dropped = { ...small('d'), key: undefined };
    await feed(gather(all([small('a'), small('a'), large('b', 1), dropped]), out.signal), out);
    assert.equal(types(), 'files open chunk end files');
    await feed(gather(all([small('a'), large('b', 1), dropped, small('c')]), out.signal), out);
    const [last] = said.slice(5);
    assert.deepEqual(last?.type === 'files' && last.files.map(({ name }) => name), ['d', 'c']);
    assert.equal(said.length, 6);
  });

  it('is never further ahead than the page follows', async () => {
    const { said, out } = outlet(3_000_000);
    const file = large('big', 50);
    const fed = feed(gather(all([file]), out.signal), out);
    const chunks = () => said.filter(({ type }) => type === 'chunk').length;
    while (chunks() < 3) await sleep(1);
    await sleep(20);
    assert.equal(chunks(), 3);
    assert.ok(file.read <= 4);
    for (let taken = 1; taken <= 50; taken++) {
      out.flow.taken(1, taken * 1_000_000);
      await sleep(0);
      assert.ok(chunks() <= taken + 3);
    }
    await fed;
    assert.equal(chunks(), 50);
    assert.equal(said.at(-1)?.type, 'end');
  });

  it('small files wait as well', async () => {
    const { said, out } = outlet(1_000_000);
    const files = Array.from({ length: 640 }, (_, i) => small(`${i}`, 100_000));
    const fed = feed(gather(all(files), out.signal), out);
    await sleep(20);
    const sent = () => said.flatMap((message) => (message.type === 'files' ? message.files : []));
    assert.ok(sent().length < 60, String(sent().length));
    while (sent().length < 640) {
      out.flow.done(sent().at(-1)!.id);
      await sleep(1);
    }
    await fed;
  });

  it('stops reading what the page has given up, and goes on with the next', async () => {
    const { types, out } = outlet(2_000_000);
    const file = large('no report', 1000);
    const fed = feed(gather(all([file, small('next')]), out.signal), out);
    while (types() !== 'open chunk chunk') await sleep(1);
    await sleep(20);
    out.flow.done(1);
    await fed;
    assert.ok(file.read <= 4 && file.closed);
    assert.equal(types(), 'open chunk chunk end files');
  });

  it('stops where nobody listens any more', async () => {
    const { out, stop, types } = outlet(2_000_000);
    const file = large('big', 1000);
    const fed = feed(gather(all([file, small('next')]), out.signal), out);
    while (types() !== 'open chunk chunk') await sleep(1);
    stop.abort();
    await fed;
    assert.ok(file.closed);
    assert.equal(types(), 'open chunk chunk end');
  });

  it('says so where a file breaks off, and keeps what was sent', async () => {
    const { types, out } = outlet();
    const file: Source = {
      ...large('torn', 1),
      async *pieces() {
        yield new Uint8Array(5);
        await Promise.resolve();
        throw new Error('disk');
      },
    };
    await feed(gather(all([file]), out.signal), out);
    assert.equal(types(), 'open chunk failed end');
  });
});

describe('Files on Node', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-auth-pieces-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('come in pieces of the wanted length, each memory of its own', async () => {
    const path = join(folder, 'file');
    const bytes = Uint8Array.from({ length: 2500 }, (_, i) => i % 251);
    await writeFile(path, bytes);
    const pieces = [];
    for await (const piece of nodeFiles.pieces(path, 1000)) pieces.push(piece);
    assert.deepEqual(
      pieces.map(({ length, buffer }) => [length, buffer.byteLength]),
      [
        [1000, 1000],
        [1000, 1000],
        [500, 500],
      ],
    );
    assert.deepEqual(Buffer.concat(pieces), Buffer.from(bytes));
  });

  it('small ones come at once, large ones and what is no file do not', async () => {
    const path = join(folder, 'small');
    await writeFile(path, 'twelve bytes');
    const { size, modified, bytes } = await nodeFiles.small(path, 12);
    assert.equal(size, 12);
    assert.deepEqual(bytes, new TextEncoder().encode('twelve bytes'));
    assert.equal(bytes.buffer.byteLength, 12);
    assert.deepEqual(await nodeFiles.small(path, 11), { size: 12, modified, bytes: undefined });
    await assert.rejects(nodeFiles.small(folder, 10));
  });

  it('any part of one is read once more, with what tells whether it is what it was', async () => {
    const path = join(folder, 'part');
    await writeFile(path, 'twelve bytes');
    const { modified } = await nodeFiles.small(path, 12);
    const part = async (from: number, length: number): Promise<string> => {
      const { bytes, ...about } = await nodeFiles.slice(path, from, length);
      assert.deepEqual(about, { size: 12, modified });
      return new TextDecoder().decode(bytes);
    };
    assert.equal(await part(7, 3), 'byt');
    assert.equal(await part(7, 100), 'bytes');
    assert.equal(await part(12, 5), '');
    assert.equal(await part(100, 5), '');
    await utimes(path, 1000, 1000);
    assert.notEqual((await nodeFiles.slice(path, 0, 1)).modified, modified);
    await assert.rejects(nodeFiles.slice(folder, 0, 1));
    await assert.rejects(nodeFiles.slice(join(folder, 'nowhere'), 0, 1));
  });

  it('an empty one has none, and one that is not there rejects', async () => {
    const path = join(folder, 'empty');
    await writeFile(path, '');
    assert.deepEqual(await nodeFiles.pieces(path, 10).next(), { done: true, value: undefined });
    await assert.rejects(nodeFiles.pieces(join(folder, 'nowhere'), 10).next());
  });
});
