import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  defaultLimits,
  originalRecord,
  platformOf,
  type Limits,
  type ReportStore,
} from '../../../core/report';
import { shared } from '../../support/shared';
import { chunksOf, load, record, report, rows, told, zip } from './support';

const platform = platformOf(globalThis);

/** The record of a row as it stands in the file, which is asked for in slices as the page asks for them. */
async function originalOf(
  store: ReportStore,
  row: number,
  bytes: Uint8Array,
  { slice = 700, limits = {} }: { slice?: number; limits?: Partial<Limits> } = {},
): Promise<string | undefined> {
  const origin = store.origins.find(row);
  assert.ok(origin !== undefined);
  const all = { ...defaultLimits, ...limits };
  const from = origin.direct ? origin.anchor.offset : 0;
  for (let length = origin.direct ? slice : bytes.length; ; length *= 4) {
    const given = bytes.subarray(from, from + length);
    const whole = from + length >= bytes.length;
    const chunks = chunksOf(given, 997);
    const found = await originalRecord(store, row, origin, chunks, whole, platform, all);
    if (found !== 'more') return found?.text;
    assert.ok(!whole, 'there is no more');
  }
}

async function originals(bytes: Uint8Array | string, limits: Partial<Limits> = {}) {
  const all = new Uint8Array(Buffer.from(bytes));
  const store = await load(all, { limits });
  const found: (string | undefined)[] = [];
  for (let row = 0; row < store.size; row++) found.push(await originalOf(store, row, all, { limits }));
  return { found, store };
}

const several = Array.from({ length: 30 }, (_, i) => record({ ip: `192.0.2.${i}`, count: `${i + 1}` }));

describe('The original of a record', () => {
  it('is what stands between its tags, to the last character', async () => {
    const odd = [
      record({ ip: '192.0.2.1' }),
      '<record >\r\n\t<row><source_ip>\n192.0.2.2 </source_ip><count>3</count></row><!-- <record> no --><x:new xmlns:x="urn:x" a=\'1\'>\n' +
        '<?pi of theirs?><![CDATA[</record>]]></x:new><identifiers><header_from>a&amp;b.example</header_from></identifiers></record>',
      record({ ip: '2001:DB8::0001' }).replaceAll('><', '>\n    <'),
      '<ns:record xmlns:ns="urn:ietf:params:xml:ns:dmarc-2.0"><ns:row><ns:source_ip>192.0.2.4</ns:source_ip>' +
        '<ns:count>1</ns:count></ns:row></ns:record>',
      '<RECORD><ROW><SOURCE_IP>192.0.2.5</SOURCE_IP><COUNT>1</COUNT></ROW></RECORD>',
      record({ ip: '192.0.2.6', identifiers: '<header_from>\u202eexample\u200b.com</header_from>' }),
    ];
    const { found } = await originals(report(...odd));
    assert.deepEqual(found, odd);
  });

  it('is found behind the places from which a long file may be read anew', async () => {
    const many = Array.from({ length: 9000 }, (_, i) =>
      i % 4000 === 3999
        ? `<record><!-- ${'x'.repeat(100)} --><row><source_ip>10.0.0.1</source_ip><count>${i}</count></row></record>`
        : record({ ip: `10.1.${i >> 8}.${i & 255}`, count: `${i}` }),
    );
    const bytes = new TextEncoder().encode(report(...many));
    const store = await load(bytes, { chunk: 60_000 });
    assert.equal(store.size, many.length);
    const anchors = new Set<number>();
    for (const row of [0, 1, 2500, 3999, 4000, 5000, 7999, 8998, 8999]) {
      const { anchor } = store.origins.find(row)!;
      anchors.add(anchor.offset);
      assert.equal(await originalOf(store, row, bytes, { slice: 2 ** 20 }), many[row]);
    }
    const packed = gzipSync(bytes);
    const gzipped = await load(packed, { chunk: 60_000 });
    assert.equal(await originalOf(gzipped, 7999, packed), many[7999]);
    assert.ok(anchors.size >= 3, String([...anchors]));
    assert.ok(Math.max(...anchors) > bytes.length - 3 * 2 ** 20);
  });

  it('is read in the encoding of its document', async () => {
    const latin1 = `<?xml version="1.0" encoding="iso-8859-1"?>${report(
      ...several,
      record({ evaluated: '<reason><comment>für</comment></reason>' }),
    ).replace(/<\?.*\?>/, '')}`;
    const { found } = await originals(Buffer.from(latin1, 'latin1'));
    assert.match(found.at(-1)!, /<comment>für</);
    const utf16 = `\ufeff${report(...several)}`;
    assert.deepEqual((await originals(Buffer.from(utf16, 'utf16le'))).found, several);
    // Latin-1 that says it were UTF-8, behind records that are read fast.
    const torn = report(...several, record({ evaluated: '<reason><comment>für</comment></reason>' }));
    assert.match((await originals(Buffer.from(torn, 'latin1'))).found.at(-1)!, /<comment>für</);
    assert.deepEqual((await originals(`\ufeff${report(...several)}`)).found, several);
  });

  it('is found in what is packed, and in mail', async () => {
    const xml = report(...several);
    const other = report(record({ ip: '198.51.100.1' }));
    const both = [...several, record({ ip: '198.51.100.1' })];
    const base64 = (bytes: Uint8Array): string =>
      Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
    const mail =
      'From: d@receiver.example\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n' +
      'Hello.\r\n--b\r\nContent-Type: application/gzip; name=a.xml.gz\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
      `${base64(gzipSync(xml))}\r\n--b\r\nContent-Type: text/xml; name=b.xml\r\n\r\n${other}\r\n--b--\r\n`;
    assert.deepEqual((await originals(gzipSync(xml))).found, several);
    assert.deepEqual((await originals(deflateSync(xml))).found, several);
    assert.deepEqual(
      (
        await originals(
          zip([
            { name: 'a.xml', content: xml },
            { name: 'note.txt', content: 'nothing' },
            { name: 'a.xml', content: gzipSync(other) },
          ]),
        )
      ).found,
      both,
    );
    assert.deepEqual((await originals(mail)).found, both);
  });

  it('is the right one behind records that were lost, mended or cut, and in the second report of a document', async () => {
    const broken = '<record><row><source_ip>192.0.2.77</source_ip><count>7</count><b></row></record>';
    const endless = '<record><row><source_ip>192.0.2.78</source_ip><count>8</count></row>';
    const lost = `<record>${'<a>'.repeat(300)}</record>`;
    const long = record({ ip: '192.0.2.79', results: `<x>${'y'.repeat(5000)}</x>` });
    const pieces = [
      several[0]!,
      broken,
      several[1]!,
      endless,
      several[2]!,
      lost,
      several[3]!,
      long,
      several[4]!,
    ];
    const text = `${report(...pieces)}${report(...several.slice(5, 8), endless).replace(/<\?.*\?>/, '')}`;
    const cut = text.slice(0, text.lastIndexOf('</row>'));
    const { found, store } = await originals(cut, { recordLength: 4000 });
    assert.deepEqual(
      found.map((one) => one?.trimEnd()),
      [
        ...[several[0], broken, several[1], endless, several[2], several[3], several[4]],
        ...[several[5], several[6], several[7], endless.replace('</row>', '')],
      ],
    );
    assert.ok(told(store).some((one) => /^(?:lost|nested)Record@/.test(one)));
    assert.ok(told(store).some((one) => one.startsWith('recordTooLong@')));
  });

  it('is not given where the file holds something else by now', async () => {
    const before = new TextEncoder().encode(report(...several));
    const store = await load(before);
    const changed = new TextEncoder().encode(report(...several).replaceAll('192.0.2.7<', '192.0.2.8<'));
    assert.equal(await originalOf(store, 7, changed), undefined);
    assert.equal(await originalOf(store, 8, changed), several[8]);
    assert.equal(await originalOf(store, 20, before.subarray(0, 3000)), undefined);
    assert.equal(await originalOf(store, 3, new Uint8Array()), undefined);
    assert.equal(await originalOf(store, 3, new Uint8Array(5000).fill(7)), undefined);
  });

  it('is known of each row, and of none that comes from no document', async () => {
    const store = await load(report(...several));
    assert.equal(store.origins.find(several.length), undefined);
    const { file, document, ordinal, direct } = store.origins.find(12)!;
    assert.deepEqual(
      { file, document, ordinal, direct },
      { file: 0, document: 0, ordinal: 12, direct: true },
    );
  });

  it('read again gives the same record, wherever pieces end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constantFrom(...several),
            fc
              .string({ maxLength: 30 })
              .map((text) => `<record><row><source_ip>192.0.2.3</source_ip></row>${text}</record>`),
            fc.constantFrom(
              '<!-- c -->',
              '</record>',
              '<record>',
              '<![CDATA[x]]>',
              '</feedback><feedback>',
              '<',
              '\u00e9',
            ),
          ),
          { maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 300 }),
        async (pieces, chunk) => {
          const bytes = new TextEncoder().encode(report(...pieces));
          const store = await load(bytes, { chunk });
          for (let row = 0; row < store.size; row++) {
            const text = await originalOf(store, row, bytes, { slice: chunk });
            assert.ok(text !== undefined, `row ${row}`);
            assert.ok(report(...pieces).includes(text));
            const again = await load(report(text));
            assert.deepEqual({ ...rows(again)[0], report: 0 }, { ...rows(store)[row], report: 0 });
          }
        },
      ),
      { numRuns: 60 },
    ));

  it('is found for records of reports as operators received them', async function () {
    const folder = shared('corpora/dmarc-reports');
    if (folder === undefined) this.skip();
    this.timeout(60_000);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => /\.(?:xml|gz|zip|eml)$/i.test(path) && existsSync(path) && statSync(path).isFile());
    let asked = 0;
    for (const path of files) {
      const bytes = new Uint8Array(readFileSync(path));
      if (bytes.length > 2 ** 20) continue;
      const store = await load(bytes, { chunk: 2 ** 16 });
      for (const row of new Set([0, store.size >> 1, store.size - 1])) {
        if (store.origins.find(row) === undefined) continue;
        asked++;
        const text = await originalOf(store, row, bytes, { slice: 2 ** 16 });
        assert.match(text ?? '', /^<(?:[\w.-]+:)?record/i, `${path}: row ${row}`);
      }
    }
    assert.ok(asked > 500, String(asked));
  });
});
