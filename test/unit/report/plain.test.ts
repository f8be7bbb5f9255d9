import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { defaultLimits, platformOf } from '../../../core/report';
import { encoded } from '../../../core/report/encoding';
import { fastReader, more, plainRecordAt } from '../../../core/report/fast';
import { recordFields } from '../../../core/report/fields';
import { openParts } from '../../../core/report/open';
import { child, parseXml } from '../../../core/report/parse';
import { plainRecord } from '../../../core/report/plain';
import { splitter } from '../../../core/report/split';
import type { Reading } from '../../../core/report/types';
import { isWellFormed } from '../../../core/report/wellFormed';
import { shared } from '../../support/shared';
import { record } from './support';

/** One reader for all tests: what it remembers of one record must not spoil the next. */
const fast = fastReader(
  (bytes) => new TextDecoder('utf-8').decode(bytes),
  (section) => section,
  defaultLimits.recordLength,
);
let taken = 0;

/** The same for the reader of bytes, which stops at the record's end. */
function heldInBytes(xml: string): void {
  const bytes = new TextEncoder().encode(xml);
  const end = fast.take(bytes, 0);
  const found = fast.taken();
  assert.equal(found.length, end < 0 ? 0 : 1);
  if (end < 0) return;
  taken++;
  const own = new TextDecoder().decode(bytes.subarray(0, end));
  assert.ok(isWellFormed(own), own);
  assert.deepEqual(plainRecordAt(found, 0), recordFields(child(parseXml(own), 'record')).record, own);
}

/** Whatever the quick reader takes, the XML library must read the same; what it leaves is not its business. */
function held(xml: string): boolean {
  heldInBytes(xml);
  const plain = plainRecord(xml);
  if (plain === undefined) return false;
  assert.ok(isWellFormed(xml), xml);
  assert.deepEqual(plain, recordFields(child(parseXml(xml), 'record')), xml);
  return true;
}

/** The records of all documents in a file, as cut out of them. */
async function recordsIn(bytes: Uint8Array): Promise<string[]> {
  const reading: Reading = {
    file: '',
    platform: platformOf(globalThis),
    limits: defaultLimits,
    tell: () => undefined,
  };
  const found: string[] = [];
  const nothing = (): void => undefined;
  for await (const opened of openParts(reading, [bytes])) {
    if (opened.format !== 'xml') continue;
    const { part, chunks } = opened;
    const split = splitter(
      {
        envelope: nothing,
        reportStart: nothing,
        reportEnd: nothing,
        recordTooLong: nothing,
        record: (text) => found.push(text),
      },
      defaultLimits.recordLength,
    );
    const { bytes: all, text } = await encoded(reading, chunks, part);
    for await (const piece of all) if (!split.push(text.push(piece))) break;
    split.end();
  }
  return found;
}

describe('the quick reader of plain records', () => {
  it('reads plain ones, with empty elements and any space', () => {
    for (const xml of [
      record(),
      record({ results: '' }),
      record({ results: '<dkim/><spf></spf><dkim> <selector/> </dkim>' }),
      record({ evaluated: '<reason><type>other</type></reason><disposition/><reason/>' }),
      record().replaceAll('><', '>\r\n\t <').replaceAll('</row>', '</row >'),
      '<record></record>',
    ]) {
      assert.ok(held(xml), xml);
    }
  });

  it('leaves everything else to the XML library', () => {
    for (const xml of [
      record({ ip: 'a &amp; b' }),
      record({ ip: '<![CDATA[x]]>' }),
      record({ ip: 'a\r\nb' }),
      record({ ip: 'a]]>b' }),
      record({ ip: '\u0001' }),
      record({ identifiers: '<header_from lang="en">x</header_from>' }),
      record({ identifiers: '<header_from>x</header_from><header_from>y</header_from>' }),
      record({ identifiers: '<constructor>x</constructor>' }),
      record({ results: '<dkim>text<domain>x</domain></dkim>' }),
      record().replaceAll('row>', 'x:row>'),
      record().replace('</row>', '</row><row></row>'),
      record().replace('</row>', ''),
      record().slice(0, -1),
      `${record()} x`,
      '<record/>',
      '<records></records>',
      '',
    ]) {
      assert.equal(plainRecord(xml), undefined, xml);
    }
  });

  it('takes all of a plain record from bytes, and waits for the rest of one that is cut', () => {
    const xml = record({ identifiers: '<header_from>ドメイン.example</header_from>' });
    const bytes = new TextEncoder().encode(`${xml}<record>`);
    const end = fast.take(bytes, 0);
    assert.equal(end, bytes.length - 8);
    for (let length = 1; length < end; length++) {
      assert.equal(fast.take(bytes.subarray(0, length), 0), more, `${length}`);
    }
    assert.equal(fast.taken().length, 1);
  });

  it('never reads a damaged record otherwise than the XML library', () => {
    const whole = record({
      evaluated: '<disposition>none</disposition><reason><type>x</type></reason><dkim>pass</dkim>',
    });
    const damage = fc.constantFrom(
      '',
      '<',
      '>',
      '/',
      '&',
      ' ',
      '</row>',
      '<dkim>',
      '<spf/>',
      'x',
      '\r',
      '<!---->',
    );
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(12), damage, (at, removed, inserted) => {
        held(whole.slice(0, at) + inserted + whole.slice(at + removed));
      }),
      { numRuns: 3000 },
    );
  }).timeout(120_000);

  it('reads the same as the XML library in every record of the corpus, and nearly all of them', async function () {
    const folder = shared('corpora/dmarc-reports/files');
    if (folder === undefined) this.skip();
    this.timeout(120_000);
    let plain = 0;
    let all = 0;
    taken = 0;
    for (const file of readdirSync(folder)) {
      for (const xml of await recordsIn(readFileSync(join(folder, file)))) {
        all++;
        if (held(xml)) plain++;
      }
    }
    assert.ok(all > 2000 && plain / all > 0.95, `${plain} of ${all}`);
    assert.ok(taken / all > 0.8, `${taken} of ${all} from bytes`);
  });
});
