import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  moved,
  originalColumns,
  resized,
  shifted,
  shownColumns,
  trackSizes,
  changed,
} from '../../../../client/webview/table/columns';
import { moveFor, typeAhead } from '../../../../client/webview/table/keys';
import { clicked, clickedToo } from '../../../../client/webview/table/sorting';
import { stretchesOf } from '../../../../client/webview/table/lines';
import { columnNames, restoredLook, startingLook, type ColumnName } from '../../../../client/webview/state';

const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
const first = originalColumns();

describe('Columns of the report table', () => {
  it('pinned ones stand first, hidden ones nowhere', () => {
    const shown = shownColumns(changed(first, 'headerFrom', { pinned: true }));
    assert.deepEqual(names(shown).slice(0, 2), ['sourceIp', 'headerFrom']);
    assert.ok(!names(shown).includes('host'));
  });

  it('one at least is shown', () => {
    const none = first.map((column) => ({ ...column, shown: false }));
    assert.equal(shownColumns(none).length, 1);
  });

  it('move before another, behind the last, and by one place among those shown', () => {
    assert.equal(names(moved(first, 'spf', 'sourceIp'))[0], 'spf');
    assert.equal(names(moved(first, 'spf', undefined)).at(-1), 'spf');
    assert.deepEqual(names(moved(first, 'spf', 'spf')), names(first));
    const right = shownColumns(shifted(first, 'count', 1));
    assert.deepEqual(names(right).slice(0, 3), ['sourceIp', 'dmarc', 'count']);
    assert.deepEqual(names(shifted(shifted(first, 'spf', -1), 'spf', 1)).sort(), names(first).sort());
    assert.deepEqual(shifted(first, 'sourceIp', -1), first);
  });

  it('keep every column through any moves', () => {
    let columns = first;
    for (const { name } of first) columns = shifted(moved(columns, name, 'count'), name, 1);
    assert.deepEqual([...names(columns)].sort(), [...names(first)].sort());
  });

  it('have widths within bounds, and none again', () => {
    const wide = (width: number | undefined) =>
      resized(first, 'spf', width).find(({ name }) => name === 'spf')?.width;
    assert.equal(wide(1), 48);
    assert.equal(wide(99_999), 1200);
    assert.equal(wide(200.4), 200);
    assert.equal(wide(undefined), undefined);
  });

  it('pinned ones have fixed widths, so that they know where they stand', () => {
    const { template, offsets, width } = trackSizes(
      shownColumns(changed(first, 'headerFrom', { pinned: true })),
    );
    const [, second] = template.split(/ (?![^(]*\))/);
    assert.match(second!, /^\d+px$/);
    assert.ok(offsets[1]! > 0);
    assert.ok(width > offsets.at(-1)!);
  });
});

describe('Sorting by clicks', () => {
  it('sorts, turns round, and gives the order of the reports back', () => {
    const once = clicked([], 'spf');
    const twice = clicked(once, 'spf');
    assert.deepEqual(once, [{ column: 'spf', descending: false }]);
    assert.deepEqual(twice, [{ column: 'spf', descending: true }]);
    assert.deepEqual(clicked(twice, 'spf'), []);
  });

  it('begins with most messages', () => {
    assert.deepEqual(clicked([], 'count'), [{ column: 'count', descending: true }]);
  });

  it('by several columns changes one and leaves the others', () => {
    const two = clickedToo(clicked([], 'spf'), 'count');
    assert.deepEqual(two, [
      { column: 'spf', descending: false },
      { column: 'count', descending: true },
    ]);
    assert.deepEqual(clickedToo(clickedToo(two, 'spf'), 'spf'), [{ column: 'count', descending: true }]);
    assert.deepEqual(clicked(two, 'spf'), [{ column: 'spf', descending: false }]);
  });
});

describe('Keys of the report table', () => {
  const extent = { rows: 10, columns: 4, page: 3 };
  const press = (key: string, row: number, column: number, ctrlKey = false) =>
    moveFor({ key, ctrlKey, metaKey: false }, { row, column }, extent);

  it('move within the table', () => {
    assert.deepEqual(press('ArrowDown', 9, 1), { row: 9, column: 1 });
    assert.deepEqual(press('ArrowUp', 0, 1), { row: 0, column: 1 });
    assert.deepEqual(press('PageDown', 2, 1), { row: 5, column: 1 });
    assert.deepEqual(press('Home', 5, 2), { row: 5, column: 0 });
    assert.deepEqual(press('End', 5, 2), { row: 5, column: 3 });
    assert.deepEqual(press('End', 5, 2, true), { row: 9, column: 3 });
    assert.deepEqual(press('Home', 5, 2, true), { row: 0, column: 0 });
    assert.equal(press('x', 5, 2), undefined);
  });

  it('letters are commands, but behind a digit they are part of an address', () => {
    const search = typeAhead();
    assert.equal(search.typed('f', 0), undefined);
    assert.equal(search.typed('2', 100), '2');
    assert.equal(search.typed('a', 200), '2a');
    assert.equal(search.typed(':', 300), '2a:');
    assert.equal(search.typed('f', 5_000), undefined);
    assert.equal(search.typed('1', 5_100), '1');
  });
});

describe('A line that sums up', () => {
  const told = (...columns: readonly ColumnName[]): readonly string[] =>
    stretchesOf(columns).map(({ kind, from, to }) => `${kind} ${from}–${to}`);

  it('has its sums below their columns, its name to the left, and room behind', () => {
    assert.deepEqual(told('sourceIp', 'count', 'dmarc', 'dkim', 'spf'), [
      'name 0–1',
      'count 1–2',
      'dmarc 2–3',
      'gap 3–5',
    ]);
    assert.deepEqual(told('sourceIp', 'host', 'dmarc', 'spf', 'count'), [
      'name 0–2',
      'dmarc 2–3',
      'gap 3–4',
      'count 4–5',
    ]);
  });

  it('leaves the first column to its name, whatever that is, and more where no sum has a column', () => {
    assert.deepEqual(told('count', 'dmarc', 'spf'), ['name 0–1', 'dmarc 1–2', 'gap 2–3']);
    assert.deepEqual(told('sourceIp', 'dkim', 'spf'), ['name 0–1', 'gap 1–3']);
    assert.deepEqual(told('sourceIp'), ['name 0–1']);
  });

  it('has every column once, in any order of them', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...columnNames], { minLength: 1 }), (columns) => {
        const stretches = stretchesOf(columns);
        assert.equal(stretches[0]?.from, 0);
        assert.equal(stretches.at(-1)?.to, columns.length);
        stretches.forEach(({ from, to, kind }, i) => {
          assert.ok(from < to && from === (stretches[i - 1]?.to ?? 0));
          if (kind !== 'name' && kind !== 'gap') assert.deepEqual(columns.slice(from, to), [kind]);
        });
      }),
    );
  });
});

describe('What the page keeps', () => {
  it('has a column that came later beside the one that it stands beside at first', () => {
    const before = moved(first, 'count', undefined).filter(({ name }) => name !== 'dmarc');
    const { columns } = restoredLook({ columns: before });
    assert.deepEqual(names(columns).slice(-2), ['count', 'dmarc']);
    assert.ok(columns.at(-1)?.shown);
    assert.deepEqual(
      names(columns).filter((name) => name !== 'dmarc'),
      names(before),
    );
  });

  it('comes back as it was, but for the record that was open', () => {
    const look = {
      ...startingLook,
      filter: 'spf=fail',
      sorts: [{ column: 'count', descending: true }],
      group: undefined,
      columns: resized(moved(first, 'spf', 'sourceIp'), 'spf', 300),
      top: 17,
      chart: false,
    };
    const back = restoredLook(JSON.parse(JSON.stringify({ ...look, record: 3, group: null })));
    assert.deepEqual(back, { ...look, record: undefined });
  });

  it('is ignored where it is nonsense', () => {
    for (const kept of [undefined, null, 7, 'x', []]) assert.deepEqual(restoredLook(kept), startingLook);
    const odd = restoredLook({
      tab: '__proto__',
      filter: 1,
      sorts: [{ column: 'nothing' }, null, 3],
      columns: [{ name: 'spf', width: 1e9 }, { name: 'spf' }, null, 'x'],
      open: [1, 'a'],
      top: -4,
      plan: { p: 'everything', adkim: 'strict' },
    });
    assert.equal(odd.tab, 'records');
    assert.deepEqual(odd.sorts, []);
    assert.deepEqual(odd.open, ['a']);
    assert.equal(odd.top, 0);
    assert.deepEqual(odd.plan, { adkim: 'strict' });
    assert.deepEqual([...names(odd.columns)].sort(), [...names(first)].sort());
  });
});
