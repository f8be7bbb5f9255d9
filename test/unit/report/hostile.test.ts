import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import {
  csv,
  defaultLimits,
  filterRows,
  loadFile,
  platformOf,
  reportStore,
  visible,
  type Limits,
  type ReportStore,
} from '../../../core/report';
import { texts } from '../../../core/report/texts';
import { memoryHeld } from '../../support/memory';
import { load, metadata, policy, record, report, rows, told, zip } from './support';

/** Reads what comes in pieces, none of which is kept. */
async function stream(pieces: Iterable<Uint8Array>, limits: Partial<Limits> = {}): Promise<ReportStore> {
  const store = reportStore();
  const before = memoryHeld();
  const reading = loadFile(store, 'x', watched(pieces, before), platformOf(globalThis), {
    ...defaultLimits,
    ...limits,
  });
  while ((await reading.next()).done !== true);
  return store;
}

/** The same pieces; on the way it is looked at, more and more rarely, that little is held of those that went before. */
function* watched(pieces: Iterable<Uint8Array>, before: number): Generator<Uint8Array> {
  let count = 0;
  for (const piece of pieces) {
    if (Number.isInteger(Math.log2(++count))) assert.ok(memoryHeld() - before < 2 ** 28, `${count} pieces`);
    yield piece;
  }
}

/** A gzip file of `length` blanks behind `head`, made as it is read: members of 16 MiB, one behind the other. */
function* bomb(head: string, length: number): Generator<Uint8Array> {
  const member = gzipSync(Buffer.alloc(2 ** 24, ' '));
  yield gzipSync(head);
  for (let sent = 0; sent < length; sent += 2 ** 24) yield member;
}

describe('hostile files', function () {
  this.timeout(300_000);
  it('with entities that multiply, or come from outside, are not read on', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const declarations = [
      `<!DOCTYPE feedback [<!ENTITY l0 "lol">${laughs}]>`,
      `<!DOCTYPE feedback [<!ENTITY a "${'x'.repeat(50_000)}">]>`,
      '<!DOCTYPE feedback [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE feedback SYSTEM "http://192.0.2.1/evil.dtd">',
    ];
    for (const declaration of declarations) {
      const body = report(record({ ip: '&l9;&a;&x;' })).replace('<?xml version="1.0"?>', declaration);
      const store = await load(body);
      assert.deepEqual([store.size, told(store)], [0, ['doctype']]);
    }
  });

  it('with entities that nobody declared show them as text', async () => {
    const store = await load(report(record({ ip: '&xxe;' })));
    assert.equal(store.size, 1);
    assert.match(rows(store)[0]!.sourceIp, /xxe/);
    assert.ok(!rows(store)[0]!.sourceIp.includes('root:'));
  });

  it('with elements named like object internals change no object', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString']) {
      const evil = `<${name}><polluted>yes</polluted><source_ip>evil</source_ip></${name}>`;
      const store = await load(
        report(
          record().replace('<row>', `<row>${evil}`),
          record({ identifiers: evil, results: evil }),
        ).replace(metadata, `${evil}${metadata}`),
      );
      assert.equal(store.size, 2, name);
      assert.equal(rows(store)[0]!.sourceIp, '192.0.2.1');
      assert.equal(({} as Record<string, unknown>).polluted, undefined);
    }
  });

  it('nested 100,000 deep lose only what is nested', async () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    const store = await load(report(record(), record({ results: deep }), record()));
    assert.equal(store.size, 2);
    assert.deepEqual(told(store), ['nestedRecord@2']);
    const unclosed = await load(report('<record>'.repeat(50_000)), { limits: { problems: 10 } });
    assert.ok(unclosed.problems.length > 0);
  });

  it('with very many broken records have some of them mended, and the rest counted', async () => {
    const limits = { mendedRecords: 3 };
    const store = await load(report(...Array<string>(9).fill('<record><row></record>'), record()), {
      limits,
    });
    assert.equal(store.size, 4);
    const last = store.problems.filter(({ message }) => message.text === texts.tooManyBroken);
    assert.deepEqual(last[0]?.message.values, { count: 6, limit: 3 });
  });

  it('with very many reports in one document are read up to the limit', async () => {
    const store = await load(`<a>${'<feedback><record/>'.repeat(9)}`, { limits: { reports: 3 } });
    assert.deepEqual([store.reports.length, store.size], [3, 3]);
    assert.ok(told(store).includes('tooManyReports'));
  });

  it('that inflate to gigabytes are read to the limit in bounded memory', async () => {
    const store = await stream(bomb(`<feedback>${metadata}${policy}${record()}`, 10 * 2 ** 30), {
      inflatedBytes: 64 * 2 ** 20,
      compressedBytes: 16 * 2 ** 20,
    });
    assert.equal(store.size, 1);
    assert.ok(told(store).includes('tooBig') || told(store).includes('envelopeTooLong'));
  });

  it('that never end are cut off while they come', async () => {
    function* endless(): Generator<Uint8Array> {
      yield Buffer.from([0x1f, 0x8b]);
      for (;;) yield new Uint8Array(2 ** 20);
    }
    const packed = await stream(endless(), { compressedBytes: 8 * 2 ** 20 });
    assert.deepEqual(told(packed), ['tooBig']);
    function* text(): Generator<Uint8Array> {
      yield Buffer.from('<feedback>');
      for (;;) yield new Uint8Array(2 ** 20).fill(0x61);
    }
    const plain = await stream(text());
    assert.ok(told(plain).includes('envelopeTooLong'));
  });

  it('zipped with very many entries are opened up to the limit', async () => {
    const entries = Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}`, content: '', stored: true }));
    const store = await load(zip(entries), { chunk: 2 ** 20, limits: { zipEntries: 100, problems: 5 } });
    assert.ok(told(store).includes('zipTooMany'));
    assert.equal(store.problems.length, 6);
  });

  it('zipped with names that lead elsewhere give harmless names', async () => {
    const names = [
      '../../../../etc/cron.d/x',
      '/etc/passwd',
      'C:\\windows\\x',
      '..\\x',
      'a\0b',
      '\u202egpj.x',
      '__proto__',
    ];
    const store = await load(zip(names.map((name) => ({ name, content: report(record()) }))));
    assert.deepEqual(
      store.reports.map(({ part }) => part),
      names,
    );
    assert.equal(visible('\u202egpj.x'), '⟨U+202E⟩gpj.x');
  });

  it('with script in every field are rows like any other', async () => {
    const script = '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;';
    const store = await load(
      report(
        record({
          ip: script,
          evaluated: `<disposition>${script}</disposition><dkim>${script}</dkim><spf>${script}</spf><reason><type>${script}</type><comment>${script}</comment></reason>`,
          identifiers: `<header_from>${script}</header_from><envelope_from>${script}</envelope_from><envelope_to>${script}</envelope_to>`,
          results: `<dkim><domain>${script}</domain><selector>${script}</selector><result>${script}</result></dkim>`,
        }),
      ).replace('Receiver', script),
    );
    assert.deepEqual([store.size, told(store)], [1, []]);
    assert.equal(rows(store)[0]!.headerFrom, '<script>alert(1)</script><img src=x onerror=alert(1)>');
    assert.equal(rows(store)[0]!.alignedBy, 'neither');
  });

  it('with names that hide or turn characters show them', async () => {
    const store = await load(
      report(record({ identifiers: '<header_from>exam\u200bple.com\u202emoc</header_from>' })),
    );
    assert.equal(visible(rows(store)[0]!.headerFrom), 'exam⟨U+200B⟩ple.com⟨U+202E⟩moc');
    const [, line] = [...csv(store, filterRows(store, undefined))];
    assert.ok(line!.includes('example.com'));
  });

  it('with sections made to collide, or never the same, are read in time', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      record({
        ip: `192.0.${i >> 8}.${i & 255}`,
        identifiers: `<header_from>${i}.example.com</header_from>`,
        results: `<spf><domain>${i}.example.net</domain><result>pass</result></spf>`,
      }),
    );
    const store = await load(report(...many), { chunk: 65_536 });
    assert.equal(store.size, 20_000);
    assert.equal(rows(store)[19_999]!.spfResults[0]!.domain, '19999.example.net');
  });

  it('with a start tag at every turn and no end are read in time', async () => {
    for (const piece of [
      '<record>',
      '<record><row><source_ip>',
      '<record><row>',
      '<!--<record>',
      '<feedback><record>',
      '<spf>',
    ]) {
      const store = await load(`<feedback>${piece.repeat(20_000)}`, {
        chunk: 65_536,
        limits: { problems: 5 },
      });
      assert.ok(store.problems.length > 0, piece);
    }
  });

  it('with a name in every mixture of capitals and small letters are read in time', async function () {
    this.timeout(60_000);
    const letters = [...'extra_contact_info'];
    const places = letters.flatMap((letter, at) => (letter === '_' ? [] : [at]));
    const mixtures = Array.from({ length: 2 ** places.length - 1 }, (_, n) => {
      const written = [...letters];
      places.forEach((at, bit) => {
        if (((n + 1) >> bit) % 2 === 1) written[at] = written[at]!.toUpperCase();
      });
      return `<${written.join('')}/>`;
    });
    const store = await load(report(record()).replace('</email>', `</email>${mixtures.join('')}`), {
      chunk: 65_536,
    });
    assert.deepEqual(told(store), ['otherCase']);
    assert.equal(store.reports[0]!.metadata.reportId, 'r1');
  });
});
