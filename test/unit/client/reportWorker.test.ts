// The page's worker in this process: what it says to the page, heard where a worker's own global scope would be.
import assert from 'node:assert/strict';
import { createAhead } from '../../../client/webview/worker/ahead';
import type { FromWorker, ToWorker } from '../../../client/webview/messages';
import { reportStore, type ReportStore } from '../../../core/report';
import { record, report } from '../report/support';

interface Scope {
  postMessage?: (message: FromWorker) => void;
  onmessage?: ((event: { readonly data: ToWorker }) => void) | null;
}
const scope = globalThis as unknown as Scope;

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the worker of the report page', () => {
  const found = { ...scope };
  let said: FromWorker[] = [];
  const tell = (data: ToWorker): void => {
    scope.onmessage!({ data });
  };
  const heard = async <Type extends FromWorker['type']>(
    type: Type,
    wanted: (message: Extract<FromWorker, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<FromWorker, { type: Type }>> => {
    for (;;) {
      const heard = said.find(
        (one): one is Extract<FromWorker, { type: Type }> => one.type === type && wanted(one as never),
      );
      if (heard !== undefined) return heard;
      await moment();
    }
  };
  const read = async (xml: string): Promise<void> => {
    tell({ type: 'whole', id: 1, name: 'report.xml', bytes: new TextEncoder().encode(xml) });
    await heard('state', ({ reading }) => reading === undefined);
    await heard('done');
  };

  before(async () => {
    scope.postMessage = (message) => said.push(message);
    await import('../../../client/webview/worker');
  });
  after(() => {
    for (const name of ['postMessage', 'onmessage'] as const) {
      if (found[name] === undefined) Reflect.deleteProperty(scope, name);
      else Object.assign(scope, { [name]: found[name] });
    }
  });
  beforeEach(() => {
    said = [];
  });

  it('says what reports come to, those that came later as well', async () => {
    await read(report(record({ count: '7' }), record({ evaluated: '<dkim>fail</dkim>', count: '5' })));
    said = [];
    await read(report(record({ ip: '192.0.2.9', count: '30' })));
    const { summary } = await heard('state', ({ reading }) => reading === undefined);
    assert.deepEqual([summary.reports, summary.records, summary.messages, summary.sources], [2, 3, 42, 2]);
    const { reports } = await heard('reports', ({ reports: all }) => all.length === 2);
    assert.deepEqual(
      reports.map(({ messages, fail }) => [messages, fail]),
      [
        [12, 5],
        [30, 0],
      ],
    );
  });

  it('lays out the table once when everything is closed', async () => {
    await read(report(record()));
    said = [];
    tell({ type: 'clear' });
    assert.deepEqual(
      said.map(({ type }) => type),
      ['state', 'reports', 'viewed'],
    );
    const { records, total } = await heard('viewed');
    assert.deepEqual([records, total], [0, 0]);
    assert.equal((await heard('state')).summary.messages, 0);
    assert.deepEqual((await heard('reports')).reports, []);
  });
});

describe('what the worker works out ahead', () => {
  it('is done by itself, slice by slice, begins anew when more was read, and ends when it is given up', async () => {
    const done = new Map<ReportStore, number>();
    const [one, other, third] = [reportStore(), reportStore(), reportStore()];
    const ahead = createAhead(function* (store) {
      // As long as it takes: what is given up must end.
      for (;;) {
        const until = performance.now() + 1;
        while (performance.now() < until);
        done.set(store, (done.get(store) ?? 0) + 1);
        yield undefined;
        if (store === third && done.get(store)! > 50) return;
      }
    });
    const until = async (condition: () => boolean): Promise<void> => {
      while (!condition()) await moment();
    };
    ahead.begin(one);
    ahead.later();
    // It lets others in: else nobody would get here again.
    await until(() => (done.get(one) ?? 0) > 50);
    ahead.begin(other);
    const ofOne = done.get(one);
    await until(() => (done.get(other) ?? 0) > 50);
    assert.equal(done.get(one), ofOne);
    ahead.stop();
    const ofOther = done.get(other);
    ahead.begin(third);
    await until(() => (done.get(third) ?? 0) > 50);
    assert.equal(done.get(other), ofOther);
    assert.equal(done.get(third), 51);
  });
});
