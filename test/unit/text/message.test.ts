import assert from 'node:assert/strict';
import { localeOf, message, render } from '../../../core/text/message';

describe('a message', () => {
  it('is put into the words of a language', () => {
    const m = message(
      { en: '{count} of {what}', ja: '{what} が {count}' },
      { count: 2, what: { en: 'records', ja: 'レコード' } },
    );
    assert.equal(render(m, 'en'), '2 of records');
    assert.equal(render(m, 'ja'), 'レコード が 2');
  });

  it('keeps what has no value, and never reads a value as a template', () => {
    assert.equal(render(message({ en: '{a} {b}', ja: '' }, { a: '{b}' }), 'en'), '{b} {b}');
    assert.equal(render(message({ en: '{toString} $&', ja: '' }, { a: '$&' }), 'en'), '{toString} $&');
  });

  it('speaks Japanese for every kind of it, else English', () => {
    assert.deepEqual(['ja', 'ja-JP', 'JA', 'jam', 'de', undefined].map(localeOf), [
      'ja',
      'ja',
      'ja',
      'en',
      'en',
      'en',
    ]);
  });
});
