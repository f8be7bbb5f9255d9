import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AddressOwner } from '../../../../client/report/protocol';
import type { Line } from '../../../../client/webview/messages';
import { createLookUps } from '../../../../client/webview/names/lookUps';
import { addressesOn, withHosts } from '../../../../client/webview/names/names';
import { startingLook } from '../../../../client/webview/state';
import { commonName } from '../../../../client/webview/worker/lines';
import { othersOf } from '../../../../client/webview/worker/others';
import { historyReports, reportQuery, rowsOf } from '../../../../core/report';
import { organizationalDomain } from '../../../../core/values/publicSuffix';
import { load, record, report, zip } from '../support';

const history = (from: string, ...received: readonly (number | '')[]): string =>
  received.map((at) => `job J${at}\nreporter mx.example\nreceived ${at}\nfrom ${from}\nspf 0\n`).join('');

describe('Parts of other reports', () => {
  it('come in the order asked for, rows without a value last', async () => {
    const store = await load(history('a.example', 30, '', 10, 20), { file: 'opendmarc.dat' });
    const others = othersOf(() => store);
    const received = (descending: boolean, from = 0, to = 10) => {
      const answer = others.history({ from, to, sort: { column: 'received', descending } });
      assert.ok(!(answer instanceof Promise));
      assert.equal(answer.all, 4);
      return answer.rows.map((row) => row.received);
    };
    assert.deepEqual(received(false), [10, 20, 30, undefined]);
    assert.deepEqual(received(true), [30, 20, 10, undefined]);
    assert.deepEqual(received(true, 1, 3), [20, 10]);
  });

  it('are in the order of the files without one, or by a column that there is not', async () => {
    const store = await load(history('a.example', 30, 10), { file: 'opendmarc.dat' });
    const others = othersOf(() => store);
    for (const sort of [undefined, { column: '__proto__', descending: false }]) {
      const answer = await others.history({ from: 0, to: 9, sort });
      assert.deepEqual(
        answer.rows.map((row) => row.received),
        [30, 10],
      );
    }
  });

  it('of a history are reports of each file by itself, with a query that shows their records', async () => {
    const entries = [
      { name: 'mx1/opendmarc.dat', content: history('a.example', 1, 2) },
      { name: 'mx2/opendmarc.dat', content: history('a.example', 3) + history('b.example', 4) },
    ];
    const store = await load(zip(entries), { file: 'all.zip' });
    const { rows } = await othersOf(() => store).historyReports({ from: 0, to: 9, sort: undefined });
    const shown = rows.map(({ domain, head, recordCount }) => {
      const filter = reportQuery(head, head.metadata.reportId);
      return [domain, recordCount, rowsOf(store, { filter, sort: undefined }).length];
    });
    assert.deepEqual(shown, [
      ['a.example', 2, 2],
      ['a.example', 1, 1],
      ['b.example', 1, 1],
    ]);
    assert.equal(historyReports(store.history).length, 2);
  });
});

describe('The query for one report', () => {
  it('shows its records and no others, in a file of several', async () => {
    const store = await load(
      zip([
        { name: 'a.xml', content: report(record(), record()) },
        { name: 'b "c".xml', content: report(record()) },
      ]),
      { file: 'two › files.zip' },
    );
    const counts = store.reports.map((head) => {
      const filter = reportQuery(head, head.metadata.reportId);
      return rowsOf(store, { filter, sort: undefined }).length;
    });
    assert.deepEqual(counts, [2, 1]);
  });
});

describe('Lookups of addresses', () => {
  interface Asked {
    readonly addresses: readonly string[];
    readonly names: boolean;
  }
  const trial = (answer: (asked: Asked) => readonly AddressOwner[]) => {
    const asked: Asked[] = [];
    const learnt: (readonly [string, AddressOwner])[] = [];
    const failed: unknown[] = [];
    const lookUps = createLookUps({
      async ask(addresses, names) {
        asked.push({ addresses, names });
        await Promise.resolve();
        return answer({ addresses, names });
      },
      learn: (owners) => void learnt.push(...owners),
      fail: (problem) => void failed.push(problem),
    });
    const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
    return { asked, learnt, failed, lookUps, settled };
  };

  it('ask about each address once, in small slices', async () => {
    const { asked, learnt, lookUps, settled } = trial(({ addresses }) => addresses.map((host) => ({ host })));
    const many = Array.from({ length: 100 }, (_, i) => `192.0.2.${i}`);
    lookUps.show([...many, ...many], []);
    await settled();
    lookUps.show(many.slice(50), []);
    await settled();
    assert.deepEqual(
      asked.map(({ addresses, names }) => [addresses.length, names]),
      [
        [32, true],
        [32, true],
        [32, true],
        [4, true],
      ],
    );
    assert.equal(learnt.length, 100);
  });

  it('leave what went out of sight, and ask the database first and without names', async () => {
    const { asked, lookUps, settled } = trial(() => []);
    const many = Array.from({ length: 100 }, (_, i) => `192.0.2.${i}`);
    lookUps.show(many, many);
    lookUps.show(['198.51.100.1'], ['198.51.100.1']);
    await settled();
    assert.deepEqual(
      asked.map(({ addresses, names }) => [addresses.length, names]),
      [
        [100, false],
        [1, false],
        [1, true],
      ],
    );
  });

  it('tell a failure, and do not try again until they are asked to', async () => {
    const { asked, failed, learnt, lookUps, settled } = trial(() => {
      throw new Error('nobody there');
    });
    lookUps.show(['192.0.2.1'], []);
    lookUps.show(['192.0.2.1'], []);
    await settled();
    assert.deepEqual([asked.length, failed.length, learnt.length], [1, 1, 0]);
    lookUps.forgetNames();
    lookUps.show(['192.0.2.1'], []);
    await settled();
    assert.equal(asked.length, 2);
  });

  it('are about few addresses of a group, and all for the database', () => {
    const group = { kind: 'group', addresses: ['1', '2', '3', '4', '5', '6'] } as unknown as Line;
    const one = { kind: 'record', row: { sourceIp: '9' } } as unknown as Line;
    const none = { kind: 'record', row: { sourceIp: '' } } as unknown as Line;
    assert.deepEqual(addressesOn([group, one, none]), {
      names: ['1', '2', '3', '4', '9'],
      owners: ['1', '2', '3', '4', '5', '6', '9'],
    });
  });

  it('show the column of hosts, and touch no other', () => {
    const columns = withHosts(startingLook.columns);
    assert.ok(columns.find(({ name }) => name === 'host')?.shown);
    assert.equal(withHosts(columns), columns);
  });
});

describe('What host names have in common', () => {
  const common = (...hosts: readonly string[]) =>
    commonName(hosts, (name) => organizationalDomain(name) ?? name);

  it('is the name where it is one, else what all end in', () => {
    assert.equal(common(), undefined);
    assert.equal(common('mx1.example.com'), 'mx1.example.com');
    assert.equal(common('MX1.example.com', 'mx1.example.com'), 'mx1.example.com');
    assert.equal(common('a.out.example.com', 'b.out.example.com'), '*.out.example.com');
    assert.equal(common('example.com', 'mx.example.com'), '*.example.com');
  });

  it('is nothing where they are of different owners, also below one public suffix', () => {
    assert.equal(common('mx.example.com', 'mx.example.net'), undefined);
    assert.equal(common('mx.a.co.jp', 'mx.b.co.jp'), undefined);
  });

  it('ends every one of them', () => {
    const label = fc.constantFrom('a', 'b', 'mx');
    const host = fc
      .array(label, { minLength: 1, maxLength: 4 })
      .map((labels) => `${labels.join('.')}.example.com`);
    fc.assert(
      fc.property(fc.array(host, { minLength: 1, maxLength: 5 }), (hosts) => {
        const found = common(...hosts)!;
        for (const one of hosts)
          assert.ok(one === found || `.${one}`.endsWith(found.slice(1)), `${one} ${found}`);
      }),
    );
  }).timeout(120_000);
});
