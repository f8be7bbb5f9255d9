import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { decodedOffset, replaceDecoded, sourceSpan } from '../../../core/text/joinedText';
import { applyEdits } from '../../../core/text/span';
import { encodeCharacters, encoderLike } from '../../../core/values/characterString';

function strings(text: string) {
  return parseEntry(text, { origin: 'example.com.' }).strings!;
}

describe('JoinedText', () => {
  const source = 'a TXT ( "v=DM" ; comment\n "ARC1\\;p\\061none" tail )';

  it('maps decoded ranges to the source, over strings and escapes', () => {
    const joined = strings(source);
    assert.equal(joined.text, 'v=DMARC1;p=nonetail');
    const of = (from: number, to: number): string => {
      const { start, end } = sourceSpan(joined, from, to);
      return source.slice(start, end);
    };
    assert.equal(of(2, 8), 'DM" ; comment\n "ARC1');
    assert.equal(of(8, 9), '\\;');
    assert.equal(of(9, 15), 'p\\061none');
    assert.equal(of(15, 19), 'tail');
  });

  it('maps source offsets back', () => {
    const joined = strings(source);
    assert.equal(decodedOffset(joined, source.indexOf('ARC1')), 4);
    assert.equal(decodedOffset(joined, source.indexOf('\\;') + 1), 8);
    assert.equal(decodedOffset(joined, source.indexOf('comment')), 4);
    assert.equal(decodedOffset(joined, 2), undefined);
    assert.equal(decodedOffset(joined, source.length), undefined);
  });

  it('replaces any decoded range so that the text reads as asked, whatever the layout', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 8, unit: fc.constantFrom('a', ';', '=', '"', '\\', ' ', '(') }),
      fc.constant('p=none'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(part, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.nat(30),
        fc.nat(10),
        part,
        (pieces, at, length, replacement) => {
          const rdata = pieces.map(([text, quoted]) => {
            const inside = encodeCharacters(text === '' ? 'x' : text, quoted);
            return quoted ? `"${inside}"` : inside;
          });
          const entry = `a TXT ( ${rdata.join(' ; c\n ')} )`;
          const joined = strings(entry);
          const from = Math.min(at, joined.text.length);
          const to = Math.min(from + length, joined.text.length);
          const edits = replaceDecoded(joined, from, to, replacement, encoderLike(joined));
          const expected = joined.text.slice(0, from) + replacement + joined.text.slice(to);
          // Words that become empty vanish with their string; what is left reads the same.
          assert.equal(parseEntry(applyEdits(entry, edits), { origin: '.' }).strings!.text, expected);
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(120_000);
});
