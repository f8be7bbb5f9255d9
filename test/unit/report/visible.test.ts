import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visible } from '../../../core/report';

describe('hostile text', () => {
  it('has what hides or reorders written out', () => {
    for (const [text, shown] of [
      ['example.com', 'example.com'],
      ['\u202emoc.elpmaxe', '⟨U+202E⟩moc.elpmaxe'],
      ['exam\u200bple\u00ad.com\u2066', 'exam⟨U+200B⟩ple⟨U+00AD⟩.com⟨U+2066⟩'],
      ['a\u0000b\u001b[31m\u007f\u0085', 'a⟨U+0000⟩b⟨U+001B⟩[31m⟨U+007F⟩⟨U+0085⟩'],
      ['a\ud800b', 'a⟨U+D800⟩b'],
      ['tag\u{e0061}', 'tag⟨U+E0061⟩'],
      ['no\u00a0break\u3164', 'no⟨U+00A0⟩break⟨U+3164⟩'],
      ['two\r\n lines\t', 'two lines '],
      ['日本語　ドメイン.例', '日本語　ドメイン.例'],
      ['<b>&amp;', '<b>&amp;'],
    ] as const) {
      assert.equal(visible(text), shown);
    }
  });

  it('never keeps a control or format character, and leaves visible text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(visible(text), /[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]*$/), (text) => {
        assert.equal(visible(text), text);
      }),
    );
  }).timeout(120_000);
});
