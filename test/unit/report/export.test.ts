import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  csv,
  csvLine,
  exportColumns,
  filterRows,
  guarded,
  json,
  markdown,
  parseQuery,
  rowsByReport,
  tsv,
  xml,
  type ReportStore,
} from '../../../core/report';
import { load, record, report, rows, told } from './support';

const hostile = '<header_from>=cmd|\' /C calc\'!A0, "x"\n&lt;script&gt;</header_from>';

function some(): Promise<ReportStore> {
  return load(
    report(
      record({
        evaluated:
          '<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf><reason><type>forwarded</type><comment>a &amp; b</comment></reason>',
      }),
      record({ ip: '2001:db8::1', count: '7', identifiers: hostile }),
    ),
  );
}

const all = (store: ReportStore): Int32Array => filterRows(store, undefined);

/** CSV read as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, field = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)) {
    if (field === '' && end === '') break;
    lines.at(-1)!.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

describe('an export', () => {
  it('as CSV has a line a record, and no formula', async () => {
    const store = await some();
    const lines = readCsv([...csv(store, all(store))].join(''));
    assert.equal(lines.length, 3);
    const column = (name: string): number => exportColumns.findIndex((one) => one.name === name);
    assert.deepEqual(
      lines[0],
      exportColumns.map(({ name }) => name),
    );
    assert.equal(lines[1]![column('dkim_results')], 'example.com s1 pass');
    assert.equal(lines[1]![column('begin')], '2026-11-16T00:00:00Z');
    assert.equal(lines[1]![column('reasons')], 'forwarded a & b');
    assert.equal(lines[2]![column('source_ip')], '2001:db8::1');
    assert.equal(lines[2]![column('header_from')], "'=cmd|' /C calc'!A0, \"x\"\n<script>");
    assert.equal(lines[2]![column('dmarc')], 'pass');
  });

  it('gives back every field of CSV, guarded where a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (texts) => {
        const [line] = readCsv(csvLine(texts));
        assert.deepEqual(line, texts.map(guarded));
      }),
    );
    for (const text of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1']) {
      assert.equal(guarded(text), `'${text}`);
    }
    for (const text of ['-5', '1.5', 'example.com', '', '192.0.2.1']) assert.equal(guarded(text), text);
  }).timeout(120_000);

  it('as TSV and Markdown has a line a record, whatever it holds', async () => {
    const store = await some();
    const table = [...tsv(store, all(store))].join('').replace(/\n$/, '').split('\n');
    assert.equal(table.length, 3);
    for (const line of table) assert.equal(line.split('\t').length, exportColumns.length);
    const lines = [...markdown(store, all(store))].join('').replace(/\n$/, '').split('\n');
    assert.equal(lines.length, 4);
    for (const line of lines) assert.equal(line.split(/(?<!\\)\|/).length, exportColumns.length + 2);
    assert.ok(!lines.join('').includes('<script>'));
    assert.ok(lines[3]!.includes('\\<script\\>'));
  });

  it('as JSON has all of a record', async () => {
    const store = await some();
    const records = JSON.parse([...json(store, all(store))].join('')) as Record<string, unknown>[];
    assert.equal(records.length, 2);
    assert.deepEqual(records[0]!.policy_evaluated, {
      disposition: 'none',
      dkim: 'pass',
      spf: 'fail',
      reasons: [{ type: 'forwarded', comment: 'a & b' }],
    });
    assert.deepEqual(JSON.parse([...json(store, new Int32Array())].join('')), []);
  });

  it('as XML is read again as the same records', async () => {
    const store = await some();
    const text = [...xml(store, 0, all(store))].join('');
    const again = await load(text);
    assert.deepEqual(told(again), []);
    assert.deepEqual(rows(again), rows(store));
    assert.deepEqual(again.reports[0], store.reports[0]);
  });

  it('as XML holds only the rows of the filter, each report by itself', async () => {
    const store = await load(
      `<a>${report(record(), record({ count: '9' }))}${report(record({ count: '9' }))}</a>`.replaceAll(
        /<\?.*?\?>/g,
        '',
      ),
    );
    const parts = rowsByReport(store, filterRows(store, parseQuery('count=9').expression));
    assert.deepEqual(
      [...parts].map(([number, part]) => [number, [...part]]),
      [
        [0, [1]],
        [1, [2]],
      ],
    );
    const again = await load([...xml(store, 0, parts.get(0)!)].join(''));
    assert.deepEqual(
      rows(again).map(({ count }) => count),
      [9],
    );
  });

  it('as XML is well-formed whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const store = await load(report(record()));
        const [row] = rows(store);
        store.addRecord(0, { ...row!, headerFrom: text });
        const again = await load([...xml(store, 0, Int32Array.of(1))].join(''));
        assert.deepEqual(told(again), []);
        assert.equal(again.size, 1);
      }),
      { numRuns: 50 },
    );
  }).timeout(120_000);
});
