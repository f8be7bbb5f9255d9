import assert from 'node:assert/strict';
import fc from 'fast-check';
import { folded, widthOf } from '../../../client/report/zone/fold';

describe('lines that a list can show whole', () => {
  it('are cut at blanks and behind commas, the first one shorter where something stands beside it', () => {
    assert.deepEqual(folded('one two three four', 9), ['one two', 'three', 'four']);
    assert.deepEqual(folded('one two three four', 9, 4), ['one', 'two three', 'four']);
    assert.deepEqual(folded('a@b.example,c@d.example', 12), ['a@b.example,', 'c@d.example']);
  });

  it('are cut anywhere in Japanese, but never begin with what ends a sentence', () => {
    assert.deepEqual(folded('受信側は通常どおり配送します。次', 10), [
      '受信側は通',
      '常どおり配',
      '送します。',
      '次',
    ]);
    assert.deepEqual(folded('あいうえお。かき', 10), ['あいうえお。', 'かき']);
    assert.deepEqual(folded('あいうえお 。 かき', 10), ['あいうえお 。', 'かき']);
    assert.deepEqual(folded('あいうえお。 ', 10), ['あいうえお。']);
  });

  it('cut words that fit into none', () => {
    assert.deepEqual(folded(`x ${'y'.repeat(25)}`, 10), ['x', 'yyyyyyyyyy', 'yyyyyyyyyy', 'yyyyy']);
    assert.deepEqual(folded('漢漢。)yyyyyy', 4), ['漢漢。)', 'yyyy', 'yy']);
  });

  it('lose nothing but blanks, and are not much wider than they may be', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'bcd', ' ', ',', '。', ')', '漢', '𠮷', '“', '@') });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 20 }), (said, width) => {
        const lines = folded(said, width, Math.max(2, width - 5));
        const solid = (one: string): string => one.replaceAll(' ', '');
        assert.equal(solid(lines.join('')), solid(said));
        // What ends a sentence or a parenthesis may stand beyond the edge.
        for (const line of lines) assert.ok(widthOf(line.replace(/[ 、。）」),]+$/, '')) <= width, line);
      }),
    );
  }).timeout(120_000);
});
