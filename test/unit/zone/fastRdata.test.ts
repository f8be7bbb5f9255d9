import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonType, dataReading, readData } from '../../../core/syntax/masterFile/fastRdata';
import {
  nameHash,
  nameReading,
  namesAbove,
  originHash,
  readName,
} from '../../../core/syntax/masterFile/nameHash';
import { comparableName } from '../../../core/syntax/masterFile/names';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { entryScan, scanEntry } from '../../../core/syntax/masterFile/scan';
import { isZoneModel, zoneReader } from '../../../core/model/zone/zone';
import { entryOf } from '../../../core/model/zone/anchor';
import { sourceText } from '../../../core/text/sourceText';

const label = fc.constantFrom(
  'a',
  'mail',
  'WWW',
  'x-y',
  '-x',
  'x-',
  'a_b',
  '_sip',
  '9',
  '*',
  'a\\.b',
  '\\119',
  'é',
  'a'.repeat(63),
  'a'.repeat(64),
  '',
  'b!',
);
const name = fc.oneof(
  fc
    .tuple(fc.array(label, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '.'))
    .map(([labels, dot]) => labels.join('.') + dot),
  fc.constantFrom('@', '.', '*', '192.0.2.1', 'ns1.example.net.', 'mail'),
);
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.constantFrom(
    '192.0.2.010',
    '192.0.2',
    '1.2.3.4.5',
    '256.0.0.1',
    '::',
    '::1',
    '1::',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '::2:3:4:5:6:7:8',
    '1::2::3',
    ':1',
    '1:',
    '1:2',
    '::ffff:192.0.2.1',
    '12345::',
    '1:::2',
  ),
);
const number = fc.oneof(
  fc.nat(70_000).map(String),
  fc.constantFrom('-1', '+1', '0x1', '065535', '65536', '99999999999', ''),
);
const data = fc.oneof(
  fc.tuple(fc.constantFrom('A', 'AAAA', 'a', 'Aaaa'), address).map((words) => words.join(' ')),
  fc.tuple(fc.constantFrom('NS', 'CNAME', 'PTR', 'DNAME', 'ptr'), name).map((words) => words.join(' ')),
  fc.tuple(fc.constant('MX'), number, name).map((words) => words.join(' ')),
  fc.tuple(fc.constant('SRV'), number, number, number, name).map((words) => words.join('  ')),
);
const head = fc.tuple(
  fc.oneof(name, fc.constant('')),
  fc.constantFrom('', '60', '60 IN', 'IN 60', 'in', 'CH', '1h', '99999999999', '2147483648'),
);
const tail = fc.constantFrom('', '', '', ' ; comment', ' extra', ' (', ' )', ' ( )', ' "', ' \\# 0');
/** What cannot reach into the next line. */
const plainRecord = fc.tuple(head, data).map(([[owner, rest], d]) => `${owner} ${rest} ${d}`);
const record = fc.tuple(head, data, tail).map(([[owner, rest], d, t]) => `${owner} ${rest} ${d}${t}`);
const origin = fc.constantFrom(
  'example.com.',
  '.',
  '_x.example.',
  `${'a'.repeat(60)}.${'b'.repeat(60)}.example.`,
);

describe('the quick reading of RDATA', () => {
  it('vouches for nothing that the full reading finds fault with', () => {
    let vouched = 0;
    fc.assert(
      fc.property(record, origin, (text, under) => {
        const scan = entryScan();
        scanEntry(text, 0, scan);
        const into = dataReading();
        const entry = parseEntry(text, { origin: under, owner: { name: under, written: '@' } });
        if (entry.type === undefined) return;
        const word = Array.from({ length: Math.min(scan.wordCount, 9) }, (_, i) => i).find(
          (i) => scan.words[2 * i] === entry.type?.start,
        );
        if (word === undefined) return;
        const type = commonType(text, entry.type.start, entry.type.end);
        readData(text, scan, word + 1, type, originHash(under), into);
        if (!into.fine) return;
        vouched++;
        const ofData = entry.problems.filter(({ span }) => span.start >= entry.type!.start);
        assert.deepEqual(ofData, [], text);
        const names = entry.data.fields.flatMap((field) => field.name ?? []);
        assert.deepEqual(into.hasName ? [into.name.hash] : [], names.map(nameHash), text);
      }),
      { numRuns: 3000 },
    );
    assert.ok(vouched > 100, String(vouched));
  }).timeout(120_000);

  it('gives the same number for the same data only', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        const read = (text: string): [string | undefined, number, boolean] => {
          const scan = entryScan();
          scanEntry(text, 0, scan);
          const entry = parseEntry(text, { origin: 'example.com.', owner: { name: 'a.', written: 'a.' } });
          const into = dataReading();
          const word = Array.from({ length: Math.min(scan.wordCount, 9) }, (_, i) => i).find(
            (i) => scan.words[2 * i] === entry.type?.start,
          );
          if (entry.type === undefined || word === undefined) return [undefined, 0, false];
          const type = commonType(text, entry.type.start, entry.type.end);
          readData(text, scan, word + 1, type, originHash('example.com.'), into);
          const { octets } = entry.data;
          return [octets === undefined ? undefined : `${type} ${octets.toLowerCase()}`, into.hash, into.fine];
        };
        const [a, hashA, fineA] = read(one);
        const [b, hashB, fineB] = read(other);
        if (!fineA || !fineB || a === undefined || b === undefined) return;
        if (a.split(' ')[0] === b.split(' ')[0]) assert.equal(hashA === hashB, a === b, `${one}\n${other}`);
      }),
      { numRuns: 3000 },
    );
  }).timeout(120_000);

  it('leaves out of the judged entries none with a problem', () => {
    fc.assert(
      fc.property(fc.array(plainRecord, { maxLength: 8 }), origin, (lines, under) => {
        const model = zoneReader.open(sourceText(`${lines.join('\n')}\n`), { origin: under });
        assert.ok(isZoneModel(model));
        const judged = new Set(model.sections[0]!.placed.map(({ anchor }) => entryOf(anchor)?.text));
        for (const line of lines) {
          const owner = { name: under, written: '@' };
          const { problems } = parseEntry(line, { origin: under, owner });
          assert.ok(problems.length === 0 || judged.has(line), line);
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(120_000);
});

describe('the hash of a name', () => {
  it('is that of the comparable name, and so are those of the names above', () => {
    fc.assert(
      fc.property(name, origin, (written, under) => {
        const into = nameReading();
        readName(written, 0, written.length, originHash(under), into);
        const full = comparableName(written, under);
        assert.equal(into.hash, nameHash(full));
        const above = new Set([
          ...into.above.slice(0, into.aboveCount),
          nameHash(under),
          ...originHash(under).above,
        ]);
        for (const higher of namesAbove(full)) {
          if (written !== '@') assert.ok(above.has(nameHash(higher)), `${written}: ${higher}`);
        }
      }),
      { numRuns: 2000 },
    );
  }).timeout(120_000);
});
