import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeCharacters, quoteCharacters, splitCharacters } from '../../../core/values/characterString';
import { parseReportUris } from '../../../core/values/mailtoUri';
import { utf8Octets } from '../../../core/values/utf8';
import { parseEntry } from '../../../core/syntax/masterFile/parse';

/** The text that a server reads from TXT data. */
function readBack(data: string): string | undefined {
  return parseEntry(`x IN TXT ${data}`, { origin: 'example.com.' }).strings?.text;
}

const printable = fc.string({ unit: 'grapheme-ascii', maxLength: 700 });

describe('character-strings', () => {
  it('are written so that any ASCII text reads back the same, quoted or not, with ; escaped or not', () => {
    fc.assert(
      fc.property(printable, (text) => {
        assert.equal(readBack(quoteCharacters(text)), text);
        assert.equal(readBack(`"${encodeCharacters(text, true, 'escaped')}"`), text);
        if (text !== '') assert.equal(readBack(encodeCharacters(text, false)), text);
      }),
    );
  }).timeout(120_000);

  it('write text beyond ASCII as the octets of its UTF-8 form', () => {
    assert.equal(encodeCharacters('é', true), '\\195\\169');
    assert.equal(encodeCharacters('\u007f\n', true), '\\127\\010');
  });

  it('are cut at 255 octets, behind a semicolon where there is one', () => {
    fc.assert(
      fc.property(printable, (text) => {
        const parts = splitCharacters(text);
        assert.equal(parts.join(''), text);
        assert.ok(parts.every((part) => part.length <= 255));
      }),
    );
    const parts = splitCharacters(`v=DMARC1; p=none; rua=${'x'.repeat(240)}`);
    assert.deepEqual(
      parts.map(({ length }) => length),
      [18, 244],
    );
    assert.deepEqual(splitCharacters(''), ['']);
  }).timeout(120_000);
});

describe('UTF-8 octets', () => {
  it('are those that every encoder gives', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x10ffff }), (point) => {
        const character = String.fromCodePoint(point);
        assert.deepEqual(utf8Octets(character), Array.from(encoder.encode(character)));
      }),
    );
  }).timeout(120_000);
});

describe('report URIs', () => {
  const kinds = (value: string) => parseReportUris(value).map(({ problem }) => problem?.kind ?? 'fine');

  it('are read from a list with blanks around its commas', () => {
    const [first, second] = parseReportUris('mailto:a@example.com , MAILTO:B@Example.COM?subject=x!10m', 100);
    assert.equal(first?.domain, 'example.com');
    assert.deepEqual([first.from, first.to], [100, 120]);
    assert.equal(second?.scheme, 'mailto');
    assert.equal(second.domain, 'example.com');
    assert.deepEqual(second.size, { from: 153, to: 157 });
    assert.equal(second.problem, undefined);
  });

  it('are each told what is wrong with them', () => {
    assert.deepEqual(kinds(''), ['empty']);
    assert.deepEqual(kinds('mailto:a@example.com,'), ['fine', 'empty']);
    assert.deepEqual(kinds('a@example.com'), ['no-scheme']);
    assert.deepEqual(kinds('nobody'), ['no-scheme']);
    assert.deepEqual(kinds('mailto:nobody'), ['no-at']);
    assert.deepEqual(kinds('mailto:@example.com'), ['no-mailbox']);
    assert.deepEqual(kinds('mailto:a@example'), ['bad-domain']);
    assert.deepEqual(kinds('mailto:a@b@example.com'), ['bad-domain']);
    assert.deepEqual(kinds('mailto:a@example.com.'), ['bad-domain']);
    assert.deepEqual(kinds('mailto: a@example.com'), ['blank']);
    assert.deepEqual(kinds('mailto://a@example.com'), ['slashes']);
    assert.deepEqual(kinds('malto:a@example.com'), ['misspelt-scheme']);
    assert.deepEqual(kinds('email:a@example.com'), ['misspelt-scheme']);
    assert.deepEqual(kinds('https://example.com/'), ['other-scheme']);
    assert.deepEqual(kinds('mailto:a!b@example.com'), ['raw-mark']);
    assert.deepEqual(kinds('mailto:a@example.com mailto:b@example.com mailto:c'), [
      'blank-between',
      'blank-between',
      'no-at',
    ]);
  });

  it('never point outside of the value', () => {
    const words = fc.constantFrom(
      'mailto:',
      ' ',
      ',',
      '@',
      'a',
      'example.com',
      '!',
      '10m',
      '?',
      '/',
      ':',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const value = parts.join('');
        for (const uri of parseReportUris(value)) {
          for (const { from, to } of [uri, uri.problem, uri.size].filter((part) => part !== undefined)) {
            assert.ok(0 <= from && from <= to && to <= value.length, value);
          }
        }
      }),
    );
  }).timeout(120_000);
});
