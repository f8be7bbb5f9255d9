import assert from 'node:assert/strict';
import { deflateSync, gzipSync } from 'node:zlib';
import { sniff } from '../../../core/report/sniff';
import { load, record, report, rows, told, zip } from './support';

const xml = report(record());
const bigXml = report(...Array.from({ length: 300 }, (_, i) => record({ ip: `198.51.100.${i % 256}` })));

describe('what a file is', () => {
  it('is told by its bytes', () => {
    for (const [bytes, format] of [
      ['', 'empty'],
      [' \r\n', 'empty'],
      ['<feedback>', 'xml'],
      ['\ufeff <?xml', 'xml'],
      [Buffer.from('\ufeff<a/>', 'utf16le'), 'xml'],
      [gzipSync('x'), 'gzip'],
      [deflateSync('xyz'), 'zlib'],
      [zip([]), 'zip'],
      ['Return-Path: <a@example.com>\r\nSubject: x\r\n', 'mail'],
      ['From a@example.com Sun Nov 22\nReceived: x\n', 'mail'],
      ['{"organization-name":"x"}', 'json'],
      ['just words', 'other'],
      [Buffer.alloc(600), 'other'],
    ] as const) {
      assert.equal(sniff(Buffer.from(bytes)), format, JSON.stringify(bytes.slice(0, 20)));
    }
  });

  it('says what to do with formats that reports do not come in', async () => {
    for (const [bytes, said] of [
      [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], 'outlookMail'],
      [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], 'otherArchive'],
      [[...Buffer.from('BZh91AY&SY')], 'otherArchive'],
      [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4], 'otherArchive'],
      [[0x28, 0xb5, 0x2f, 0xfd, 4, 0], 'otherArchive'],
      [[...Buffer.from('Rar!\u001a\u0007\u0000')], 'otherArchive'],
      [[...Buffer.from('just words')], 'notXml'],
    ] as const) {
      assert.deepEqual(told(await load(Buffer.from(bytes))), [said]);
    }
  });

  it('does not depend on its name', async () => {
    for (const bytes of [xml, gzipSync(xml), zip([{ name: 'x.dat', content: xml }])]) {
      assert.equal((await load(Buffer.from(bytes), { file: 'photo.jpeg' })).size, 1);
    }
  });
});

describe('a gzip file', () => {
  it('may have all its optional header fields and several members', async () => {
    const plain = gzipSync(xml.slice(0, 200));
    const fields = Buffer.concat([
      plain.subarray(0, 3),
      Buffer.from([4 | 8 | 16 | 2]),
      plain.subarray(4, 10),
      Buffer.from([3, 0, 1, 2, 3]),
      Buffer.from('name\0comment\0'),
      Buffer.from([0, 0]),
      plain.subarray(10),
    ]);
    const store = await load(Buffer.concat([fields, gzipSync(xml.slice(200))]));
    assert.equal(store.size, 1);
    assert.deepEqual(told(store), []);
  });

  it('may be packed again, but not without end', async () => {
    const twice = gzipSync(gzipSync(xml));
    assert.equal((await load(twice)).size, 1);
    const store = await load(gzipSync(gzipSync(twice)));
    assert.equal(store.size, 0);
    assert.deepEqual(told(store), ['tooDeep']);
  });

  it('may be followed by other bytes, which is told', async () => {
    const store = await load(Buffer.concat([gzipSync(xml), Buffer.from('\r\n--boundary')]));
    assert.equal(store.size, 1);
    assert.deepEqual(told(store), ['trailingBytes']);
  });

  it('that is cut still gives the records before the cut', async () => {
    const packed = gzipSync(bigXml);
    const store = await load(packed.subarray(0, packed.length * 0.6));
    assert.ok(store.size > 20 && store.size < 300, `${store.size}`);
    assert.ok(told(store).includes('truncatedData'));
    assert.ok(told(store).includes('truncatedReport'));
  });

  it('with a wrong checksum is read, and that is told', async () => {
    const packed = gzipSync(xml);
    packed[packed.length - 5]! ^= 1;
    const store = await load(packed);
    assert.equal(store.size, 1);
    assert.deepEqual(told(store), ['checksum']);
  });

  it('that is no gzip file after its first bytes is refused', async () => {
    assert.deepEqual(told(await load(Buffer.from([0x1f, 0x8b, 99, 0]))), ['gzipHeader', 'empty']);
  });

  it('may not inflate to more than the limit', async () => {
    const bomb = gzipSync(report(record(), ' '.repeat(3_000_000), record()));
    const store = await load(bomb, { limits: { inflatedBytes: 1_000_000 } });
    assert.equal(store.size, 1);
    assert.ok(told(store).includes('tooBig'));
  });
});

it('a bare zlib stream is read', async () => {
  assert.equal((await load(deflateSync(xml))).size, 1);
});

describe('a zip file', () => {
  it('gives every report in it, stored or deflated, also packed ones, but no folders and resource forks', async () => {
    const store = await load(
      zip([
        { name: 'a.xml', content: xml },
        { name: 'folder/', content: '', stored: true },
        { name: 'folder/b.xml.gz', content: gzipSync(xml), stored: true },
        { name: '__MACOSX/._a.xml', content: 'resource fork' },
        { name: 'c.zip', content: zip([{ name: 'd.xml', content: xml, stored: true }]) },
      ]),
    );
    assert.deepEqual(
      store.reports.map(({ part }) => part),
      ['a.xml', 'folder/b.xml.gz', 'c.zip › d.xml'],
    );
    assert.equal(store.size, 3);
    assert.deepEqual(told(store), []);
  });

  it('names entries as they like, also `__proto__` and ways out of the folder', async () => {
    const names = ['__proto__', 'constructor', '../../etc/passwd', 'ä.xml', ''];
    const store = await load(zip(names.map((name) => ({ name, content: xml }))));
    assert.deepEqual(
      store.reports.map(({ part }) => part),
      names,
    );
  });

  it('that lost its directory is read by its local headers', async () => {
    const entries = [
      { name: 'a.xml', content: xml },
      { name: 'b.xml', content: xml, stored: true },
    ];
    const store = await load(zip(entries, { directory: false }));
    assert.equal(store.size, 2);
    assert.deepEqual(told(store), ['zipDirectoryLost']);
  });

  it('with a lying size is read whole, and that is told', async () => {
    const store = await load(zip([{ name: 'a.xml', content: xml, listedSize: 10 }]));
    assert.equal(store.size, 1);
    assert.deepEqual(told(store), ['zipSize']);
  });

  it('says what it cannot open', async () => {
    const store = await load(
      zip([
        { name: 'a', content: xml, encrypted: true },
        { name: 'b', content: xml, method: 14 },
        { name: 'c', content: 'words' },
      ]),
    );
    assert.equal(store.size, 0);
    assert.deepEqual(told(store), ['zipEncrypted', 'empty', 'zipMethod', 'empty', 'notXml']);
    assert.deepEqual(told(await load(zip([]))), ['zipEmpty']);
  });

  it('gives overlapping entries once', async () => {
    const whole = zip([
      { name: 'a.xml', content: xml },
      { name: 'b.xml', content: xml },
    ]);
    // The second central header points at the first file.
    const second = whole.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    whole.writeUInt32LE(0, second + 42);
    const store = await load(whole);
    assert.equal(store.size, 1);
    assert.deepEqual(told(store), ['zipOverlap']);
  });

  it('may list no more entries than the limit, and none outside itself', async () => {
    const entries = Array.from({ length: 9 }, (_, i) => ({ name: `${i}`, content: xml }));
    const store = await load(zip(entries), { limits: { zipEntries: 4 } });
    assert.equal(store.size, 4);
    assert.deepEqual(told(store), ['zipTooMany']);
    const outside = zip(entries.slice(0, 2));
    outside.writeUInt32LE(0x7fff_ffff, outside.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 42);
    assert.deepEqual(told(await load(outside)), ['zipEntryOutside']);
  });

  it('ends on any damage', async () => {
    const whole = zip([{ name: 'a.xml', content: report(record(), record({ ip: '192.0.2.2' })) }]);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0xff;
      const store = await load(damaged);
      // What is neither read whole nor told would be a loss without a word.
      assert.ok(store.size === 2 || told(store).length > 0, `byte ${at}`);
    }
  });
});

it('other files are named for what they are, never opened without a word', async () => {
  for (const [content, problem] of [
    ['', 'empty'],
    ['Subject: Report Domain: example.com\r\n\r\nHello', 'mailWithout'],
    ['{"report-id":"1"}', 'notTlsReport'],
    ['{"policies":', 'brokenJson'],
    ['hello', 'notXml'],
    ['<html><body/></html>', 'notReport'],
    ['<a', 'notReport'],
  ] as const) {
    const store = await load(content);
    assert.deepEqual(told(store), [problem], content);
    assert.equal(rows(store).length, 0);
  }
});
