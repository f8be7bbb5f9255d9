import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filterRows,
  moreSortColumns,
  orderAhead,
  parseQuery,
  reporterOf,
  reportStore,
  rowAt,
  sortColumns,
  sortRows,
  type ReportHead,
  type ReportRecord,
  type ReportStore,
  type SortColumn,
} from '../../../core/report';
import { fieldIn, itemsIn, listHolds, listOrder, listText, plainList } from '../../../core/report/lists';
import { allAtOnce } from '../../../core/report/radix';
import { caseless, textRanksInSteps } from '../../../core/report/textRanks';

/** Characters that lower case, other alphabets, ends of texts and separators of lists could trip over. */
const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'aAbBzZ019.-_ ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...'\0\u0001\u0002\t\u001f~\u007f\u0080ÿŸßẞıİΣσςΑЖж日本ー\u2028\uFFFE\uFFFF\uD800\uDFFF😀é',
    ),
  },
);
const odd = fc.oneof(
  fc.array(character, { maxLength: 6 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    'example.com',
    'Example.COM',
    'example.com.',
    `${'long.'.repeat(40)}a`,
    `${'long.'.repeat(40)}B`,
  ),
  // Equal for long, and then not.
  fc
    .tuple(fc.constantFrom('x', '日', 'mail.example.'), fc.nat(300), character)
    .map(([one, times, end]) => one.repeat(times) + end),
);

/** What ranks are, said in the plainest way. */
function plainRanks(
  texts: readonly string[],
  key: (text: string) => string,
): { ranks: number[]; size: number } {
  const keys = texts.map(key);
  const order = [...new Set(keys)].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  const places = new Map(order.map((one, place) => [one, place]));
  return { ranks: keys.map((one) => places.get(one)!), size: order.length };
}

function ranked(texts: readonly string[], order = caseless): { ranks: number[]; size: number } {
  const { ranks, size } = allAtOnce(textRanksInSteps(texts, order));
  return { ranks: [...ranks], size };
}

const item = fc.record(
  { domain: odd, selector: odd, result: odd, humanResult: odd },
  { noNullPrototype: true },
);

describe('ranks of texts', () => {
  it('are those of comparing each with each, without regard to case, nothing at the end', () => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 60 }), (texts) => {
        assert.deepEqual(
          ranked(texts),
          plainRanks(texts, (text) => text.toLowerCase()),
        );
      }),
    );
  });

  it('hold for so many that they are sorted in other ways', () => {
    const part = fc.tuple(
      fc.constantFrom('customer-', 'CUSTOMER-', 'm', '日本'),
      fc.nat(2 ** 31),
      fc.integer({ min: 2, max: 36 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.array(odd, { maxLength: 9 }),
        (parts, others) => {
          const texts = [...others];
          for (let n = 0; n < 30_000; n++) {
            const [head, factor, base] = parts[n % parts.length]!;
            texts.push(`${head}${(Math.imul(n, factor | 1) >>> 0).toString(base)}.example.com`);
          }
          assert.deepEqual(
            ranked(texts),
            plainRanks(texts, (text) => text.toLowerCase()),
          );
        },
      ),
      { numRuns: 8 },
    );
  });

  it('of long texts that differ only at their ends are found without starting over again and again', () => {
    const long = 'd=example.com; İ '.repeat(2 ** 16);
    const texts = Array.from({ length: 30 }, (_, n) => `${long}${n % 7}`);
    assert.deepEqual(
      ranked(texts),
      plainRanks(texts, (text) => text.toLowerCase()),
    );
  });
});

describe('lists as texts', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => {
        const text = listText('dkimResults', items);
        assert.deepEqual(itemsIn('dkimResults', text), items);
        for (const key of ['domain', 'selector', 'humanResult'] as const) {
          const wanted = items.map((one) => one[key]).filter((one) => one !== '');
          assert.deepEqual(fieldIn('dkimResults', key, text), wanted);
        }
        assert.equal(plainList(text), items.map((one) => Object.values(one).join(' ')).join(' '));
      }),
    );
  });

  it('are another text where they are other lists', () => {
    const reasons = fc.array(fc.record({ type: odd, comment: odd }), { maxLength: 3 });
    fc.assert(
      fc.property(reasons, reasons, (some, others) => {
        const same = JSON.stringify(some) === JSON.stringify(others);
        assert.equal(listText('reasons', some) === listText('reasons', others), same);
      }),
    );
  });

  it('are searched and sorted as if they were written out', () => {
    fc.assert(
      fc.property(fc.array(fc.array(item, { maxLength: 3 }), { maxLength: 30 }), odd, (lists, term) => {
        const texts = lists.map((items) => listText('dkimResults', items));
        const plain = (text: string): string => plainList(text).toLowerCase();
        for (const text of texts) {
          for (const one of [term.toLowerCase(), 'a', ' ', 'b z', '\u0001', '\u0002a']) {
            assert.equal(listHolds(text, one), plain(text).includes(one));
          }
        }
        assert.deepEqual(ranked(texts, listOrder), plainRanks(texts, plain));
      }),
    );
  });
});

const head = (orgName: string, p: string, begin: number | undefined): ReportHead => ({
  file: 'report.xml',
  part: '',
  version: '1.0',
  metadata: {
    orgName,
    email: 'd@receiver.example',
    extraContactInfo: '',
    reportId: 'r',
    generator: '',
    begin,
    end: begin,
    errors: [],
  },
  policy: {
    domain: 'example.com',
    p,
    sp: '',
    np: '',
    adkim: '',
    aspf: '',
    fo: '',
    pct: '',
    testing: '',
    discoveryMethod: '',
  },
});
const evaluated = fc.constantFrom('pass', 'fail', '');
const recordLike = fc.record<ReportRecord>({
  sourceIp: fc.oneof(fc.ipV4(), fc.ipV6(), odd),
  count: fc.oneof(fc.nat(9), fc.constantFrom(0, 3000, 2 ** 31, 2 ** 32, 2 ** 52)),
  disposition: fc.oneof(fc.constantFrom('none', 'None', 'reject'), odd),
  dkim: evaluated,
  spf: evaluated,
  reasons: fc.array(fc.record({ type: odd, comment: odd }), { maxLength: 2 }),
  headerFrom: odd,
  envelopeFrom: odd,
  envelopeTo: odd,
  dkimResults: fc.array(item, { maxLength: 2 }),
  spfResults: fc.array(fc.record({ domain: odd, scope: odd, result: odd, humanResult: odd }), {
    maxLength: 2,
  }),
});
const reportLike = fc.tuple(
  fc.record({ orgName: odd, p: odd, begin: fc.option(fc.nat(5), { nil: undefined }) }),
  fc.array(recordLike, { maxLength: 12 }),
);

function storeOf(
  reports: readonly (typeof reportLike extends fc.Arbitrary<infer R> ? R : never)[],
): ReportStore {
  const store = reportStore();
  for (const [{ orgName, p, begin }, records] of reports) {
    const number = store.addReport(head('', '', undefined));
    for (const one of records) store.addRecord(number, one);
    store.replaceReport(number, head(orgName, p, begin));
  }
  return store;
}

/** What a row is sorted by, but for addresses (their order has a test of its own). */
function keyOf(store: ReportStore, row: number, column: Exclude<SortColumn, 'sourceIp'>): string | number {
  const shown = rowAt(store, row);
  const { metadata, policy } = store.reports[shown.report]!;
  switch (column) {
    case 'count':
      return shown.count;
    case 'dkim':
      return ['pass', 'unaligned', 'fail', 'unknown'].indexOf(shown.dkimOutcome);
    case 'spf':
      return ['pass', 'unaligned', 'fail', 'unknown'].indexOf(shown.spfOutcome);
    case 'dmarc':
      return shown.alignedBy === 'neither' ? 1 : 0;
    case 'alignedBy':
      return ['both', 'dkim', 'spf', 'neither'].indexOf(shown.alignedBy);
    case 'begin':
    case 'end':
      return metadata[column] ?? Infinity;
    case 'reporter':
      return reporterOf(store.reports[shown.report]!).toLowerCase();
    case 'policy':
      return `${policy.domain} ${policy.p} ${policy.sp}`.trim().toLowerCase();
    case 'reasons':
    case 'dkimResults':
    case 'spfResults':
      return shown[column].map((one) => Object.values(one).join(' ').toLowerCase()).join(' ');
    case 'disposition':
    case 'headerFrom':
    case 'envelopeFrom':
    case 'envelopeTo':
      return shown[column].toLowerCase();
  }
}

function compared(a: string | number, b: string | number): number {
  return a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1;
}

describe('rows in the order of a column', () => {
  const column = fc.constantFrom(...sortColumns, ...moreSortColumns);

  it('are those of comparing each with each', () => {
    fc.assert(
      fc.property(
        fc.array(reportLike, { maxLength: 4 }),
        column.filter((one) => one !== 'sourceIp'),
        fc.boolean(),
        (reports, by, descending) => {
          const store = storeOf(reports);
          const all = filterRows(store, undefined);
          const keys = Array.from(all, (row) => keyOf(store, row, by));
          const wanted = [...all].sort(
            (a, b) => compared(keys[a]!, keys[b]!) * (descending ? -1 : 1) || a - b,
          );
          assert.deepEqual([...sortRows(store, all, [{ column: by, descending }])], wanted);
        },
      ),
    );
  });

  it('are the same, whether it was worked out ahead, in part, or not at all, and when more was read since', () => {
    const sorts = fc.array(fc.record({ column, descending: fc.boolean() }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(reportLike, { minLength: 1, maxLength: 4 }),
        fc.nat(40),
        sorts,
        (reports, steps, by) => {
          const store = storeOf(reports.slice(1));
          const ahead = orderAhead(store);
          for (let step = 0; step < steps && ahead.next().done !== true; step++);
          const all = filterRows(store, undefined);
          assert.deepEqual(sortRows(store, all, by), sortRows(storeOf(reports.slice(1)), all, by));
          // Goes on where it stopped, though somebody else finished a part of it.
          for (let left = ahead.next(); left.done !== true; left = ahead.next());
          assert.deepEqual(sortRows(store, all, by), sortRows(storeOf(reports.slice(1)), all, by));
          const [[meta, records]] = reports as [(typeof reports)[number]];
          const number = store.addReport(head(meta.orgName, meta.p, meta.begin));
          for (const one of records) store.addRecord(number, one);
          const more = filterRows(store, undefined);
          const afresh = storeOf([...reports.slice(1), reports[0]!]);
          assert.deepEqual(sortRows(store, more, by), sortRows(afresh, more, by));
        },
      ),
    );
  });

  it('are worked out ahead in steps that are soon over, and then at once', () => {
    const store = reportStore();
    const number = store.addReport(head('Receiver', 'none', 0));
    const many = 200_000;
    const text = (n: number): string => (Math.imul(n, 0x9e3779b1) >>> 0).toString(36);
    for (let n = 0; n < many; n++) {
      store.addRecord(number, {
        sourceIp: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
        count: 1,
        disposition: 'none',
        dkim: 'pass',
        spf: 'pass',
        reasons: [{ type: 'other', comment: text(n) }],
        headerFrom: `${text(n)}.example.com`,
        envelopeFrom: 'example.com',
        envelopeTo: '',
        dkimResults: [],
        spfResults: [],
      });
    }
    let steps = 0;
    for (const ahead = orderAhead(store); ahead.next().done !== true;) steps++;
    // A step looks at no more than some 65,000 numbers or characters.
    assert.ok(steps > 60, `${steps} steps`);
    assert.equal([...orderAhead(store)].length, 0);
  });
});

describe('filters by what is in lists', () => {
  it('find what is there, whatever characters it has', () => {
    fc.assert(
      fc.property(
        fc.array(reportLike, { maxLength: 3 }),
        fc.string({ unit: fc.constantFrom(...'aAbzZ01.-Σ日'), minLength: 1 }),
        (reports, text) => {
          const store = storeOf(reports);
          const value = text.toLowerCase();
          const holds = (query: string): Set<number> =>
            new Set(filterRows(store, parseQuery(query).expression));
          const bySelector = holds(`selector:"${text}"`);
          const exactly = holds(`comment="${text}"`);
          const anything = holds('has:spf-domain');
          const globbed = holds(`dkim-domain=*${text}?`);
          for (let row = 0; row < store.size; row++) {
            const { dkimResults, reasons, spfResults } = rowAt(store, row);
            const plain = (one: string): string => one.trim().toLowerCase();
            assert.equal(
              bySelector.has(row),
              dkimResults.some(({ selector }) => plain(selector).includes(value)),
            );
            assert.equal(
              exactly.has(row),
              reasons.some(({ comment }) => plain(comment) === value),
            );
            assert.equal(
              anything.has(row),
              spfResults.some(({ domain }) => domain !== ''),
            );
            assert.equal(
              globbed.has(row),
              dkimResults.some(({ domain }) => plain(domain).slice(0, -1).endsWith(value)),
            );
          }
        },
      ),
    );
  });
});
