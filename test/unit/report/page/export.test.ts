import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportName, memberName } from '../../../../client/webview/export/fileNames';
import { written } from '../../../../client/webview/worker/selection';
import { rowsOf, type ReportHead, type ReportStore } from '../../../../core/report';
import { load, record, report, rows, zip } from '../support';

const midnight = Date.UTC(2026, 10, 16) / 1000;
const day = 86_400;

interface HeadParts {
  readonly domain?: string;
  readonly begin?: number | undefined;
  readonly end?: number | undefined;
  readonly file?: string;
  readonly part?: string;
  readonly email?: string;
}

function head({
  domain = 'example.com',
  begin = midnight,
  end = midnight + day - 1,
  file = 'report.xml',
  part = '',
  email = 'd@receiver.example',
}: HeadParts = {}): ReportHead {
  const none = { sp: '', np: '', adkim: '', aspf: '', fo: '', pct: '', testing: '', discoveryMethod: '' };
  return {
    file,
    part,
    version: '',
    metadata: {
      orgName: 'Receiver',
      email,
      extraContactInfo: '',
      reportId: 'r1',
      generator: '',
      begin,
      end,
      errors: [],
    },
    policy: { domain, p: 'none', ...none },
  };
}

/** Two reports that have the same name, with two records and one. */
async function twoReports(): Promise<ReportStore> {
  const name = 'receiver.example!example.com!1794787200!1794873599.xml';
  const first = report(record(), record({ ip: '192.0.2.2', count: '3' }));
  const second = report(record({ ip: '198.51.100.9' })).replace('Receiver<', 'R&amp;D<');
  const content = zip([
    { name, content: first },
    { name: `more/${name}`, content: second },
  ]);
  return load(content, { file: 'two.zip' });
}

const everything = (store: ReportStore): Int32Array => rowsOf(store, { filter: '', sort: undefined });

describe('The name of an exported file', () => {
  it('tells the domain and the days', () => {
    const through = (end: number) => exportName([head(), head({ end })], 'csv', false);
    assert.equal(exportName([head()], 'csv', false), 'example.com-2026-11-16.csv');
    assert.equal(through(midnight + 3 * day), 'example.com-2026-11-16..18.csv');
    assert.equal(through(midnight + 20 * day), 'example.com-2026-11-16..2026-12-05.csv');
  });

  it('names no domain where there are several, and no days where none are known', () => {
    assert.equal(exportName([head(), head({ domain: 'b.example' })], 'json', false), 'dmarc-2026-11-16.json');
    const undated = head({ domain: 'B.example' });
    const { begin, end, ...rest } = undated.metadata;
    assert.ok(begin !== undefined && end !== undefined);
    const without = { ...undated, metadata: { ...rest, begin: undefined, end: undefined } };
    assert.equal(exportName([without], 'xml', true), 'b.example.zip');
    assert.equal(exportName([], 'csv', false), 'dmarc.csv');
  });

  it('is one of a file, whatever a report says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.double(), fc.double(), (domain, begin, end) => {
        const name = exportName([head({ domain, begin, end })], 'csv', false);
        assert.match(name, /^[A-Za-z0-9_-][\w.-]{0,150}\.csv$/);
      }),
    );
    const beyond = Date.UTC(9999, 11, 31) / 1000 + day;
    assert.equal(
      exportName([head({ begin: beyond - 1, end: beyond + 1 })], 'csv', false),
      'example.com-9999-12-31.csv',
    );
    assert.equal(
      exportName([head({ begin: -1e11, end: midnight + 1 })], 'csv', false),
      'example.com-2026-11-16.csv',
    );
  }).timeout(120_000);
});

describe('The name of a report in a zip', () => {
  it('is that of its file where this is of the usual form', () => {
    const name = 'mx.example.org!example.com!1794873600!1794959999!4f2a';
    const taken = new Set<string>();
    assert.equal(memberName(head({ file: `${name}.xml.gz` }), taken), `${name}.xml`);
    assert.equal(memberName(head({ file: 'all.zip', part: `folder/${name}.xml` }), taken), `${name}!2.xml`);
  });

  it('is made of what the report says otherwise', () => {
    const made = memberName(head(), new Set());
    assert.equal(made, `receiver.example!example.com!${midnight}!${midnight + day - 1}.xml`);
  });

  it('leads nowhere, whatever a report says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (domain, file, email) => {
        const taken = new Set<string>();
        const names = [1, 2, 3].map(() => memberName(head({ domain, file, email }), taken));
        assert.equal(new Set(names).size, 3);
        for (const name of names) assert.match(name, /^[\w-][\w.!-]*\.xml$/);
      }),
    );
    const trap = memberName(head({ domain: '../../../etc', email: 'a@..\\..\\x' }), new Set());
    assert.doesNotMatch(trap, /\.\.[\\/]|[\\/]/);
  }).timeout(120_000);
});

describe('Records that leave the page', () => {
  it('are a zip of reports where they are of several, and each is a report again', async () => {
    const store = await twoReports();
    const { bytes, records, reports, name } = written(store, everything(store), 'xml');
    assert.deepEqual([records, reports, name], [3, 2, 'example.com-2026-11-16.zip']);
    const again = await load(bytes, { file: name });
    assert.deepEqual(again.problems, []);
    assert.deepEqual(
      again.reports.map(({ part, metadata }) => [part, metadata.orgName]),
      [
        ['receiver.example!example.com!1794787200!1794873599.xml', 'Receiver'],
        ['receiver.example!example.com!1794787200!1794873599!2.xml', 'R&D'],
      ],
    );
    assert.deepEqual(rows(again), rows(store));
  });

  it('are one report in XML where they are of one', async () => {
    const store = await twoReports();
    const { bytes, records, reports, name } = written(store, Int32Array.of(1), 'xml');
    assert.deepEqual([records, reports, name], [1, 1, 'example.com-2026-11-16.xml']);
    const again = await load(bytes);
    assert.deepEqual([again.size, rows(again)[0]?.sourceIp], [1, '192.0.2.2']);
  });

  it('are no more than asked for, the first ones in their order', async () => {
    const store = await twoReports();
    const { bytes, records, all } = written(store, Int32Array.of(2, 1, 0), 'tsv', 2);
    assert.deepEqual([records, all], [2, 3]);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
    assert.deepEqual(
      lines.slice(1).map((line) => line.split('\t')[7]),
      ['198.51.100.9', '192.0.2.2'],
    );
  });

  it('may be none', async () => {
    const store = await load(report(record()));
    const { records, trouble } = written(store, new Int32Array(0), 'xml');
    assert.deepEqual([records, trouble], [0, undefined]);
  });

  it('are whole where they are many', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => record({ ip: `192.0.${i >> 8}.${i & 255}` }));
    const store = await load(report(...many));
    const { bytes } = written(store, everything(store), 'json');
    const list = JSON.parse(new TextDecoder().decode(bytes)) as readonly { readonly source_ip: string }[];
    assert.deepEqual([list.length, list.at(-1)?.source_ip], [3000, '192.0.11.183']);
  });
});
