import assert from 'node:assert/strict';
import fc from 'fast-check';
import { platformOf } from '../../../core/report';
import { readableField } from '../../../core/report/encodedWords';

const platform = platformOf(globalThis);
const read = (field: string) => readableField(field, platform);
const b = (charset: string, bytes: Uint8Array) => `=?${charset}?B?${Buffer.from(bytes).toString('base64')}?=`;

describe('A header field', () => {
  it('without encoded words is as it stands', () => {
    assert.equal(read('Boss <boss@example.com>'), 'Boss <boss@example.com>');
    assert.equal(read('a =?broken b ?= =?utf-8?X?abc?='), 'a =?broken b ?= =?utf-8?X?abc?=');
  });

  it('has its encoded words undone, in either encoding', () => {
    assert.equal(read('=?UTF-8?Q?Invoice_4711_=E2=80=93_pay?= now'), 'Invoice 4711 – pay now');
    assert.equal(read('=?utf-8?B?57WM55CG6YOo?= <a@example.com>'), '経理部 <a@example.com>');
    assert.equal(read('=?iso-8859-1*fr?q?=C9t=E9?='), 'Été');
    assert.equal(read('=?ISO-2022-JP?B?GyRCN1BNfUl0GyhC?='), '経理部');
  });

  it('is one text over words next to each other, also where a character is cut in two', () => {
    const bytes = Buffer.from('請求書');
    const cut = `${b('utf-8', bytes.subarray(0, 4))} ${b('UTF-8', bytes.subarray(4))}`;
    assert.equal(read(cut), '請求書');
    assert.equal(read('=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?= c'), 'aé c');
    assert.equal(read('=?utf-8?Q?a?= b =?utf-8?Q?c?='), 'a b c');
  });

  it('of an unknown charset stays', () => {
    assert.equal(read('x =?x-klingon?B?AAAA?= y'), 'x =?x-klingon?B?AAAA?= y');
  });

  it('in UTF-8 is read as such, and in anything else stays', () => {
    assert.equal(read(Buffer.from('請求').toString('latin1')), '請求');
    assert.equal(read('caf\xe9'), 'caf\xe9');
  });

  it('comes back from being encoded, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(60), (text, at) => {
        // A mark at the beginning is taken for one of the encoding.
        fc.pre(!text.startsWith('\ufeff'));
        const bytes = Buffer.from(text);
        const words = [bytes.subarray(0, at), bytes.subarray(at)].map((part) => b('utf-8', part));
        assert.equal(read(words.join(' ')), text);
      }),
    );
  }).timeout(120_000);

  it('is never more than it was, and takes time in proportion to its length', () => {
    // So much that it would not end if time grew with the square of the length.
    const long = '=?utf-8?B?'.repeat(100_000);
    assert.equal(read(long), long);
    const words = '=?utf-8?Q?a?= '.repeat(50_000);
    assert.equal(read(words).trim().length, 50_000);
  });
});
