import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { files as nodeFiles } from '../../../client/node/files';
import { feed } from '../../../client/report/feed';
import { createFlow } from '../../../client/report/flow';
import { gather } from '../../../client/report/gather';
import { packed, type Piece } from '../../../client/report/packed';
import type { ToPage } from '../../../client/report/protocol';
import { unpacked, untilBroken, type Arriving } from '../../../client/webview/worker/arriving';
import type { Ask } from '../../../client/report/link';
import type { FileQuestions } from '../../../client/webview/messages';
import { render } from '../../../core/text/message';
import { createReader } from '../../../client/webview/worker/reading';

const { deflate } = nodeFiles;

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** A piece as the page gets it. */
const arriving = ({ bytes, length, deflated }: Piece): Arriving => ({
  bytes,
  ...(deflated ? { inflated: length } : {}),
});

const records = (count: number): string =>
  `<record><row><source_ip>192.0.2.1</source_ip><count>1</count><policy_evaluated><disposition>none</disposition>
  <dkim>pass</dkim><spf>pass</spf></policy_evaluated></row><identifiers><header_from>example.com</header_from>
  </identifiers><auth_results></auth_results></record>`.repeat(count);
const report = (count: number): Uint8Array =>
  new TextEncoder().encode(
    `<feedback><report_metadata><org_name>Receiver</org_name><report_id>1</report_id><date_range><begin>1794787200
    </begin><end>1794873599</end></date_range></report_metadata>${records(count)}</feedback>`,
  );

describe('Pieces of large files', () => {
  it('come out as they went in, whatever is in them', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.uint8Array({ minLength: 1, maxLength: 200 }),
            fc
              .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 20_000 }))
              .map(([some, times]) => new Uint8Array(Buffer.concat(Array<Uint8Array>(times).fill(some)))),
          ),
        ),
        async (pieces) => {
          const sent = await all(packed(each(pieces), deflate));
          assert.deepEqual(
            sent.map(({ length }) => length),
            pieces.map(({ length }) => length),
          );
          const got = await all(unpacked(each(sent.map(arriving))));
          assert.ok(Buffer.concat(got).equals(Buffer.concat(pieces)));
        },
      ),
      { numRuns: 40 },
    ));

  it('are deflated from the second on, each in memory of its own', async () => {
    const zeros = [1, 2, 3].map(() => new Uint8Array(100_000));
    const sent = await all(packed(each(zeros), deflate));
    assert.deepEqual(
      sent.map((piece) => piece.deflated),
      [false, true, true],
    );
    assert.ok(sent.slice(1).every(({ bytes }) => bytes.length < 1000));
    assert.ok(sent.every(({ bytes }) => bytes.byteLength === bytes.buffer.byteLength));
  });

  it('that do not get smaller go as they are, and the attempt is not made again', async () => {
    let attempts = 0;
    const noise = Array.from({ length: 5 }, () => new Uint8Array(randomBytes(10_000)));
    const counting = (bytes: Uint8Array) => {
      attempts++;
      return deflate(bytes);
    };
    const sent = await all(packed(each(noise), counting));
    assert.equal(attempts, 1);
    assert.ok(sent.every((piece, i) => !piece.deflated && piece.bytes === noise[i]));
  });

  it('are not read ahead where nothing deflates them, and one at most where something does', async () => {
    for (const [packer, ahead] of [
      [undefined, 0],
      [deflate, 1],
    ] as const) {
      let read = 0;
      const source = async function* () {
        for (;;) {
          read++;
          yield await Promise.resolve(new Uint8Array(1000));
        }
      };
      const sent = packed(source(), packer);
      for (let taken = 1; taken <= 5; taken++) {
        await sent.next();
        await sleep(5);
        assert.equal(read, taken + ahead);
      }
      await sent.return(undefined);
    }
  });

  it('end with their file where that breaks off, and close it where nobody wants more', async () => {
    const torn = async function* () {
      yield await Promise.resolve(new Uint8Array(1000));
      yield new Uint8Array(1000);
      throw new Error('disk');
    };
    const got: Piece[] = [];
    await assert.rejects(async () => {
      for await (const piece of packed(torn(), deflate)) got.push(piece);
    }, /disk/);
    assert.equal(got.length, 2);

    let closed = false;
    const open = async function* () {
      try {
        for (;;) yield await Promise.resolve(new Uint8Array(1000));
      } finally {
        closed = true;
      }
    };
    // Also while the next piece is being deflated, and where that fails when nobody waits for it any more.
    for (const deflating of [deflate, () => sleep(5).then(() => Promise.reject(new Error('memory')))]) {
      closed = false;
      const sent = packed(open(), deflating);
      await sent.next();
      await sent.return(undefined);
      assert.ok(closed);
    }
  });

  it('count as what they are in the file: the extension is never further ahead than the page follows', async () => {
    const said: ToPage[] = [];
    const { signal } = new AbortController();
    const flow = createFlow(3_000_000);
    const pieces = () => each(Array.from({ length: 20 }, () => new Uint8Array(1_000_000)));
    const file = {
      name: 'big',
      key: 'big',
      small: () => Promise.resolve(undefined),
      again: () => Promise.resolve(undefined),
      pieces,
    };
    let id = 0;
    const fed = feed(gather(each([file]), signal), {
      post: (message) => void said.push(message),
      flow,
      deflate,
      signal,
      nextId: () => ++id,
      files: new Map(),
      sources: new Map(),
      reasonOf: String,
    });
    const chunks = () => said.filter((message) => message.type === 'chunk');
    for (let taken = 0; chunks().length < 20; taken++) {
      flow.taken(1, taken * 1_000_000);
      while (chunks().length < Math.min(20, taken + 3)) await sleep(1);
      await sleep(2);
      assert.equal(chunks().length, Math.min(20, taken + 3));
    }
    await fed;
    assert.equal(said.at(-1)?.type, 'end');
    const [first, second] = chunks();
    assert.equal(first?.inflated, undefined);
    assert.equal(second?.inflated, 1_000_000);
  });

  it('that are not what they were said to be end the stream with a word', async () => {
    const good = await deflate(new Uint8Array(5000).fill(65));
    const broken: readonly Arriving[] = [
      { bytes: good.subarray(0, good.length - 3), inflated: 5000 },
      { bytes: good, inflated: 4999 },
      { bytes: good, inflated: 5001 },
      { bytes: new Uint8Array(0), inflated: 5000 },
      { bytes: new Uint8Array([7, 1, 2, 3]), inflated: 5000 },
    ];
    for (const one of broken) {
      await assert.rejects(all(unpacked(each([one]))));
      const told: string[] = [];
      const got = await all(
        untilBroken(
          unpacked(each([{ bytes: new Uint8Array(10) }, one, { bytes: new Uint8Array(10) }])),
          (reason) => {
            told.push(render(reason, 'en'));
          },
        ),
      );
      assert.equal(told.length, 1);
      assert.equal(got[0]?.length, 10);
    }
  });
});

describe('The reader of the report page', () => {
  function readerHere(again: Ask<FileQuestions> = () => Promise.resolve(undefined)) {
    const done: number[] = [];
    const taken = new Map<number, number>();
    const reader = createReader({
      changed: () => undefined,
      taken: (id, bytes) => void taken.set(id, bytes),
      done: (id) => void done.push(id),
      again,
    });
    const doneWith = async (id: number) => {
      while (!done.includes(id)) await sleep(2);
    };
    return { reader, taken, doneWith };
  }

  it('takes deflated pieces for what they are in the file, and counts so', async () => {
    const { reader, taken, doneWith } = readerHere();
    const bytes = report(5000);
    const half = 100_000;
    reader.open(1, 'big.xml');
    reader.chunk(1, { bytes: bytes.slice(0, half) });
    reader.chunk(1, { bytes: await deflate(bytes.subarray(half)), inflated: bytes.length - half });
    reader.end(1);
    await doneWith(1);
    assert.equal(reader.store().size, 5000);
    assert.deepEqual(reader.store().problems, []);
    assert.equal(taken.get(1), bytes.length);
  });

  it('keeps what came before a piece that is broken, says so, and goes on with the next file', async () => {
    const { reader, doneWith } = readerHere();
    const bytes = report(5000);
    reader.open(1, 'broken.xml');
    reader.chunk(1, { bytes: bytes.slice(0, 1_000_000) });
    reader.chunk(1, { bytes: Uint8Array.of(7, 7, 7), inflated: 500 });
    reader.end(1);
    reader.whole(2, 'next.xml', report(3));
    await doneWith(2);
    const store = reader.store();
    assert.ok(store.size > 1003 && store.size < 5003, String(store.size));
    assert.ok(
      store.problems.some(
        ({ file, message }) => file === 'broken.xml' && /to its end/.test(render(message, 'en')),
      ),
    );
    assert.equal(store.reports.length, 2);
  });

  it('goes on with the next file where one that was dropped is gone', async () => {
    const { reader, doneWith } = readerHere();
    const gone = {
      name: 'gone.xml',
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }),
    };
    reader.file(gone as unknown as File);
    reader.whole(1, 'next.xml', report(3));
    await doneWith(1);
    const store = reader.store();
    assert.equal(store.size, 3);
    assert.ok(
      store.problems.some(
        ({ file, message }) => file === 'gone.xml' && /NotFound/.test(render(message, 'en')),
      ),
    );
  });

  it('asks for a record once more where it stands, and says nothing where the file is not what it was', async () => {
    const bytes = report(20_000);
    let there = true;
    const asked: number[] = [];
    const again: Ask<FileQuestions> = (_, { id, from, length }) => {
      assert.equal(id, 1);
      asked.push(from);
      const given = bytes.slice(from, from + length);
      return Promise.resolve(there ? { bytes: given, more: from + length < bytes.length } : undefined);
    };
    const { reader, doneWith } = readerHere(again);
    reader.open(1, 'big.xml');
    for (let at = 0; at < bytes.length; at += 500_000) {
      reader.chunk(1, { bytes: bytes.slice(at, at + 500_000) });
    }
    reader.end(1);
    await doneWith(1);
    assert.equal(await reader.original(0), records(1));
    assert.equal(await reader.original(19_999), records(1));
    const [first, last] = asked;
    assert.ok(first === 0 && last! > bytes.length - 3 * 2 ** 20, String(asked));
    assert.equal(await reader.original(20_000), undefined);
    there = false;
    assert.equal(await reader.original(5), undefined);
  });

  it('reads a dropped file once more by itself, packed or not; one that is gone by then is of no use', async () => {
    const { reader, doneWith } = readerHere(() => assert.fail('the extension does not know it'));
    const { buffer } = report(3);
    const packedFile = new File([new Uint8Array(gzipSync(report(3)))], 'a.xml.gz');
    const file = new File([buffer as ArrayBuffer], 'b.xml');
    let gone = false;
    reader.file(packedFile);
    reader.file({
      name: 'b.xml',
      size: file.size,
      slice: (from: number, to: number) => (gone ? new Blob([]) : file.slice(from, to)),
    } as unknown as File);
    reader.whole(1, 'end.xml', report(1));
    await doneWith(1);
    assert.equal(await reader.original(1), records(1));
    assert.equal(await reader.original(4), records(1));
    gone = true;
    assert.equal(await reader.original(4), undefined);
  });
});
