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

  it('shows what of a value could not be seen, and not more of it than one would read', () => {
    const of = (value: string): string => render(message({ en: 'a {value}', ja: '' }, { value }), 'en');
    assert.equal(of('x\u202ey\0\r\n\ud800'), 'a x⟨U+202E⟩y⟨U+0000⟩⟨U+000D⟩⟨U+000A⟩⟨U+D800⟩');
    assert.equal(of('\u00e2\u0080\u009d\u00a0'), 'a â⟨U+0080⟩⟨U+009D⟩⟨U+00A0⟩');
    assert.equal(of('日本語 ü 😀'), 'a 日本語 ü 😀');
    assert.equal(of('x'.repeat(70_000)).length, 1002);
    assert.ok(of('x'.repeat(70_000)).endsWith('x…'));
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
