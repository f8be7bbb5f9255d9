import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  moreSortColumns,
  rowsOf,
  sortColumns,
  summarise,
  type ReportStore,
  type ShownWords,
  type Sort,
  type SortColumn,
} from '../../../core/report';
import { load, record, report, rows } from './support';

const results = (dkim: string, spf: string): string =>
  `<disposition>none</disposition><dkim>${dkim}</dkim><spf>${spf}</spf>`;

function some(): Promise<ReportStore> {
  return load(
    report(
      record({ ip: '192.0.2.10', count: '5', evaluated: results('pass', 'pass') }),
      record({ ip: '2001:db8::1', count: '100', evaluated: results('fail', 'pass') }),
      record({ ip: '192.0.2.9', count: '5', evaluated: results('pass', 'fail') }),
      record({ ip: '2001:db8:0:0::a', count: '20', evaluated: results('fail', 'fail'), results: '' }),
      record({ ip: 'junk', count: '1', identifiers: '<header_from>Sub.Example.com</header_from>' }),
    ),
  );
}

async function order(column: SortColumn, descending = false): Promise<number[]> {
  return [...rowsOf(await some(), { filter: '', sort: { column, descending } })];
}

describe('sorting', () => {
  it('puts addresses in the order of their numbers', async () => {
    assert.deepEqual(await order('sourceIp'), [2, 0, 1, 3, 4]);
    assert.deepEqual(await order('sourceIp', true), [4, 3, 1, 0, 2]);
  });

  it('keeps rows with the same value in the order of the report, both ways', async () => {
    assert.deepEqual(await order('count'), [4, 0, 2, 3, 1]);
    assert.deepEqual(await order('count', true), [1, 3, 0, 2, 4]);
  });

  it('by several columns lets the next decide where one leaves rows equal', async () => {
    const view = (thenBy: readonly Sort[]): number[] => [
      ...rowsOf(store, { filter: '', sort: { column: 'spf', descending: false }, thenBy }),
    ];
    const store = await some();
    assert.deepEqual(view([]), [0, 1, 2, 4, 3]);
    assert.deepEqual(view([{ column: 'count', descending: true }]), [1, 0, 2, 4, 3]);
    assert.deepEqual(
      view([
        { column: 'alignedBy', descending: true },
        { column: 'sourceIp', descending: true },
      ]),
      [1, 0, 4, 2, 3],
    );
  });

  it('puts empty cells last', async () => {
    assert.equal((await order('dkimResults')).at(-1), 3);
    assert.equal((await order('spfResults')).at(-1), 3);
  });

  it('by any column and any filter gives rows of the filter, each once', async () => {
    const store = await some();
    fc.assert(
      fc.property(
        fc.constantFrom(...sortColumns, ...moreSortColumns),
        fc.boolean(),
        fc.constantFrom('', 'pass', '192', 'EXAMPLE', '5', 'nothing'),
        (column, descending, filter) => {
          const plain = rowsOf(store, { filter, sort: undefined });
          const sorted = rowsOf(store, { filter, sort: { column, descending } });
          assert.deepEqual(sorted.toSorted(), plain);
        },
      ),
    );
  }).timeout(120_000);
});

describe('filtering', () => {
  const words: ShownWords = {
    outcome: { pass: 'gut', unaligned: 'passt nicht', fail: 'schlecht', unknown: '?' },
    alignedBy: { both: 'beide', dkim: 'DKIM', spf: 'SPF', neither: 'keins' },
  };
  const shown = async (filter: string): Promise<number[]> => [
    ...rowsOf(await some(), { filter, sort: undefined }, words),
  ];

  it('finds words in any cell, without regard to case', async () => {
    assert.deepEqual(await shown('192.0.2.'), [0, 2]);
    assert.deepEqual(await shown('SUB.example.COM'), [4]);
    assert.deepEqual(await shown('receiver'), [0, 1, 2, 3, 4]);
    assert.deepEqual(await shown('s1'), [0, 1, 2, 4]);
    assert.deepEqual(await shown('zzz'), []);
  });

  it('wants every word, in whatever cell', async () => {
    assert.deepEqual(await shown('  example.net   2001:db8  '), [1]);
  });

  it('finds whole counts and the words that the table shows', async () => {
    assert.deepEqual(await shown('5'), [0, 2]);
    assert.deepEqual(await shown('20'), [1, 3]); // in 2001:db8…, and as a count
    assert.deepEqual(await shown('100'), [1]);
    assert.deepEqual(await shown('beide'), [0]);
    assert.deepEqual(await shown('schlecht keins'), [3]);
  });
});

describe('a summary', () => {
  it('sums messages, not records', async () => {
    const summary = summarise(await some());
    assert.equal(summary.records, 5);
    assert.equal(summary.messages, 131);
    assert.equal(summary.dkimPass, 11);
    assert.equal(summary.spfPass, 105);
    assert.equal(summary.dmarcPass, 111);
    assert.equal(summary.sources, 5);
    assert.deepEqual([summary.begin, summary.end], [1794787200, 1794873599]);
    assert.deepEqual(summary.reporters, ['Receiver']);
    assert.deepEqual(summary.domains, ['example.com']);
    assert.equal(summary.policies.length, 1);
  });

  it('of nothing is nothing', async () => {
    const summary = summarise(await load(''));
    assert.deepEqual([summary.records, summary.messages, summary.begin], [0, 0, undefined]);
  });
});

describe('what a mechanism did', () => {
  it('is told apart: aligned, for another domain, failed, not said', async () => {
    const of = async (evaluated: string, result: string): Promise<string> => {
      const [row] = rows(
        await load(
          report(
            record({
              evaluated: `<dkim>${evaluated}</dkim>`,
              results: `<dkim><result>${result}</result></dkim>`,
            }),
          ),
        ),
      );
      return row!.dkimOutcome;
    };
    assert.equal(await of('pass', 'pass'), 'pass');
    assert.equal(await of('PASS', 'fail'), 'pass');
    assert.equal(await of('fail', 'pass'), 'unaligned');
    assert.equal(await of('fail', 'fail'), 'fail');
    assert.equal(await of('none', 'none'), 'fail');
    assert.equal(await of('', 'pass'), 'unknown');
  });
});
