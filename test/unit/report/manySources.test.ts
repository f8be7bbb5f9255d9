import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filterRows,
  groupKeys,
  groupRows,
  judgeGroup,
  judgeSources,
  kindsOf,
  overview,
  parseQuery,
  readiness,
  reporterOf,
  rowAt,
  sortRows,
  sourceKinds,
  type GroupKey,
  type ReportStore,
  type Row,
} from '../../../core/report';
import { addressDictionary } from '../../../core/report/addresses';
import { dayOf } from '../../../core/report/day';
import { numberRanks } from '../../../core/report/ranks';
import { formatIp, parseIp, parseIp6 } from '../../../core/values/ipAddress';
import { load, metadata, policy, record } from './support';

/** Addresses that are near one another, in all the ways in which they are written, and what is none. */
const address = fc.oneof(
  fc.tuple(fc.constantFrom(9, 10, 192), fc.nat(2), fc.nat(2), fc.nat(255)).map((octets) => octets.join('.')),
  fc
    .tuple(
      fc.constantFrom('2001:db8', '2001:DB8', 'fe80'),
      fc.nat(2),
      fc.constantFrom('::', ':0:0:0:0:'),
      fc.nat(12),
    )
    .map(([head, third, gap, last]) => `${head}:${third}${gap}${last.toString(16)}`),
  fc.constantFrom(
    ...[
      '',
      '::',
      '::1',
      '1::',
      '::ffff:192.0.2.1',
      '192.0.02.1',
      '192.0.2.1 x',
      '9.0.1.0/24',
      '192.0.2.0/24',
    ],
    ...[
      '2001:db8:1::/48',
      '2001:db8:1:0::/48',
      'junk',
      'Junk',
      '1.2.3',
      '256.1.1.1',
      'a:b',
      '1::2::3',
      ':1',
      '1:',
    ],
    ...['2001:db8:1:2:3:4:5:6:7', '2001:db8::1.2.3.4', 'ＡＢ'],
  ),
);
const result = fc.constantFrom('pass', 'fail');
const domain = fc.constantFrom(
  'example.com',
  'Mail.Example.com',
  'example.net',
  'bulk.example.org',
  '192.0.2.0/24',
);

const mail = fc
  .record({
    ip: address,
    count: fc.nat(30),
    dkim: result,
    spf: result,
    from: domain,
    signed: domain,
    bounce: domain,
  })
  .map(({ ip, count, dkim, spf, from, signed, bounce }) =>
    record({
      ip,
      count: String(count),
      evaluated: `<disposition>none</disposition><dkim>${dkim}</dkim><spf>${spf}</spf>`,
      identifiers: `<header_from>${from}</header_from>`,
      results:
        `<dkim><domain>${signed}</domain><result>${dkim}</result></dkim>` +
        `<spf><domain>${bounce}</domain><result>${spf}</result></spf>`,
    }),
  );
const feedback = fc.tuple(fc.nat(3), fc.array(mail, { maxLength: 12 })).map(([day, records]) => {
  const dated = metadata
    .replace(/\d{10}/g, (time) => String(Number(time) + day * 86_400))
    .replace('Receiver', `Receiver ${day}`);
  return `<feedback>${dated}${policy}${records.join('')}</feedback>`;
});
const document = fc
  .array(feedback, { minLength: 1, maxLength: 4 })
  .map((reports) => `<a>${reports.join('')}</a>`);

/** The store with the rows of a document, and those rows as objects. */
async function read(xml: string): Promise<{ store: ReportStore; all: Int32Array; rows: Row[] }> {
  const store = await load(xml);
  const all = filterRows(store, undefined);
  return { store, all, rows: Array.from(all, (row) => rowAt(store, row)) };
}

function network(text: string): string {
  const found =
    parseIp(text) ?? (/^\d+(\.\d+){3}$/.test(text) ? parseIp(text.replace(/\b0+(?=\d)/g, '')) : undefined);
  if (found === undefined) return text;
  const kept = found.family === 4 ? 3 : 6;
  const octets = found.octets.map((octet, i) => (i < kept ? octet : 0));
  return `${formatIp({ family: found.family, octets })}/${kept * 8}`;
}

/** What a row is gathered under, said in the plainest way. */
function keyOf(store: ReportStore, row: Row, by: GroupKey): string {
  const head = store.reports[row.report]!;
  const passed = [...row.spfResults.slice(0, 1), ...row.dkimResults].find((one) => one.result === 'pass');
  switch (by) {
    case 'source':
      return row.sourceIp;
    case 'network':
      return network(row.sourceIp);
    case 'organisation':
      return passed === undefined ? network(row.sourceIp) : store.derived.organization(passed.domain);
    case 'reporter':
      return reporterOf(head);
    case 'headerFrom':
      return row.headerFrom.toLowerCase();
    case 'day':
      return dayOf(head);
    case 'result':
      return row.alignedBy;
  }
}

describe('many sources', () => {
  it('are grouped as by a map of their names', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.constantFrom(...groupKeys), async (xml, by) => {
        const { store, all, rows } = await read(xml);
        const grouping = groupRows(store, all, by);
        const plain = new Map<string, number[]>();
        rows.forEach((row, number) => {
          const key = keyOf(store, row, by);
          plain.set(key, [...(plain.get(key) ?? []), number]);
        });
        assert.equal(grouping.length, plain.size);
        for (let index = 0; index < grouping.length; index++) {
          const group = grouping.group(index);
          const own = plain.get(group.key) ?? [];
          assert.deepEqual([...grouping.rows(index)], own, group.key);
          const sum = (test: (row: Row) => boolean): number =>
            own.reduce((all, number) => all + (test(rows[number]!) ? rows[number]!.count : 0), 0);
          assert.equal(
            group.messages,
            sum(() => true),
          );
          assert.equal(
            group.pass,
            sum((row) => row.alignedBy !== 'neither'),
          );
          assert.equal(
            group.dkim,
            sum((row) => row.dkim === 'pass'),
          );
          assert.equal(
            group.spf,
            sum((row) => row.spf === 'pass'),
          );
          assert.equal(
            group.sources,
            new Set(own.map((number) => rows[number]!.sourceIp).filter(Boolean)).size,
          );
          if (index > 0) assert.ok(grouping.group(index - 1).messages >= group.messages);
        }
        assert.deepEqual(
          grouping.groups,
          Array.from({ length: grouping.length }, (_, i) => grouping.group(i)),
        );
        assert.equal(grouping.total.records, rows.length);
        assert.equal(grouping.rows(grouping.length).length, 0);
        assert.throws(() => grouping.group(grouping.length), RangeError);
      }),
    );
  }).timeout(120_000);

  it('have one kind, whether all are judged or those on show', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (xml) => {
        const { store, all } = await read(xml);
        const grouping = groupRows(store, all, 'network');
        const judged = judgeSources(store, all);
        assert.deepEqual(
          [...kindsOf(store, grouping)].map((kind) => sourceKinds[kind]),
          judged.map(({ kind }) => kind),
        );
        judged.forEach((one, index) => {
          assert.deepEqual(judgeGroup(store, grouping, index), one);
        });
      }),
    );
  }).timeout(120_000);

  it('are shown in part as in whole', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.nat(5), async (xml, most) => {
        const { store, all } = await read(xml);
        const whole = overview(store, all);
        const part = overview(store, all, { most });
        assert.deepEqual(part, {
          ...whole,
          sources: whole.sources.slice(0, most),
          reporters: whole.reporters.slice(0, most),
          domains: whole.domains.slice(0, most),
        });
        assert.equal(whole.sources.length, whole.counts.sources);
        assert.equal(whole.newSources ?? 0, whole.sources.filter(({ isNew }) => isNew === true).length);
        const hit = readiness(store, all, { p: 'reject' });
        assert.deepEqual(readiness(store, all, { p: 'reject' }, { most }), {
          ...hit,
          sources: hit.sources.slice(0, most),
        });
        assert.equal(hit.sources.length, hit.sourceCount);
        assert.equal(
          hit.sources.reduce((sum, { rejected }) => sum + rejected, 0),
          hit.failing.reject,
        );
      }),
    );
  }).timeout(120_000);

  it('are put in order by what their addresses are', async () => {
    const compared = (text: string): string => {
      const loose = /^\d{1,3}(\.\d{1,3}){3}$/.test(text) ? text.replace(/\b0+(?=\d)/g, '') : text;
      const found = parseIp(loose);
      const octets = found?.octets.map((octet) => String.fromCharCode(octet)).join('') ?? '';
      return found === undefined
        ? text === ''
          ? '~'
          : `9${text.toLowerCase()}`
        : `${found.family}${octets}`;
    };
    await fc.assert(
      fc.asyncProperty(document, async (xml) => {
        const { store, all, rows } = await read(xml);
        const keys = rows.map((row) => compared(row.sourceIp));
        const plain = [...all].sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
        assert.deepEqual([...sortRows(store, all, [{ column: 'sourceIp', descending: false }])], plain);
      }),
    );
  }).timeout(120_000);

  it('are found by parts and patterns of their addresses', async () => {
    const part = fc.constantFrom('9.0', '.1', '192', '2001', 'db8:1', ':0:', 'junk', '24', '0', 'ａｂ', '02');
    await fc.assert(
      fc.asyncProperty(document, part, fc.constantFrom(':', '=', '!='), async (xml, text, operator) => {
        const { store, rows } = await read(xml);
        const query = operator === ':' ? `ip:"${text}"` : `ip${operator}*${text}?`;
        const found = new Set(filterRows(store, parseQuery(query).expression));
        rows.forEach(({ sourceIp }, number) => {
          const own = sourceIp.toLowerCase();
          const has = operator === ':' ? own.includes(text) : own.slice(0, -1).endsWith(text);
          assert.equal(found.has(number), has !== (operator === '!='), `${query} ${sourceIp}`);
        });
        const words = new Set(filterRows(store, parseQuery(`"${text}"`).expression));
        rows.forEach(({ sourceIp }, number) => {
          if (sourceIp.toLowerCase().includes(text)) assert.ok(words.has(number), `${text} ${sourceIp}`);
        });
      }),
    );
  }).timeout(120_000);
});

describe('a dictionary of addresses', () => {
  it('gives back every text as it was, under a number of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(address, fc.ipV4(), fc.ipV6(), fc.string()), { maxLength: 200 }),
        (texts) => {
          const dictionary = addressDictionary();
          const numbers = new Map([['', 0]]);
          for (const text of texts) {
            const number = dictionary.intern(text);
            assert.equal(number, numbers.get(text) ?? numbers.size, text);
            numbers.set(text, number);
          }
          assert.equal(dictionary.size, numbers.size);
          assert.deepEqual(dictionary.texts, [...numbers.keys()]);
          const { family, value, words } = dictionary.addresses();
          for (const [text, number] of numbers) {
            const six = parseIp6(text);
            if (six !== undefined) {
              assert.equal(family[number], 6, text);
              const own = words.subarray(value[number], value[number]! + 4);
              assert.deepEqual(
                [...own].flatMap((word) => [
                  word >>> 24,
                  (word >>> 16) & 255,
                  (word >>> 8) & 255,
                  word & 255,
                ]),
                six.octets,
              );
            }
          }
        },
      ),
    );
  }).timeout(120_000);

  it('knows addresses that were made to meet in its table', () => {
    // One comparison only: then half of them meet.
    const dictionary = addressDictionary(1);
    const texts = Array.from({ length: 30_000 }, (_, i) => {
      const four = `${(i >>> 4) & 255}.${i >>> 12}.${(i & 15) << 4}.1`;
      return i % 3 === 0 ? `2001:db8::${(i & 0xffff).toString(16)}` : four;
    });
    const numbers = texts.map((text) => dictionary.intern(text));
    assert.equal(new Set(numbers).size, new Set(texts).size);
    for (let i = texts.length - 1; i >= 0; i--) assert.equal(dictionary.intern(texts[i]!), numbers[i]);
  });
});

describe('ranks of numbers', () => {
  it('follow their order, what is no number last', () => {
    const value = fc.oneof(
      fc.nat(9),
      fc.double({ min: 0 }),
      fc.constantFrom(Number.NaN, Infinity, 0, -0, 2 ** 53),
    );
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const { ranks, size } = numberRanks(Float64Array.from(values));
        const distinct = [...new Set(values.map((one) => one + 0))].sort((a, b) =>
          Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : a - b,
        );
        assert.equal(size, distinct.length);
        assert.deepEqual(
          [...ranks],
          values.map((one) => distinct.findIndex((other) => Object.is(other, one + 0))),
        );
      }),
    );
  }).timeout(120_000);
});
