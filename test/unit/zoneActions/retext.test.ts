import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedStretches, retexted } from '../../../core/model/zone/retext';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { applyEdits, type Edit } from '../../../core/text/span';
import { quoteCharacters } from '../../../core/values/characterString';

const entryOf = (text: string) => parseEntry(text, { origin: 'example.com.' });
const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });
const after = (source: string, ...edits: Edit[]): string =>
  applyEdits(source, retexted(entryOf(source), edits)!);

describe('another text in a record', () => {
  it('leaves lines, comments, quotes and blanks as they are', () => {
    const source = '@  3600 TXT ( "v=spf1 "  ; version\n\t"mx " ; ours\n\t"-all" ) ; end';
    assert.equal(
      after(source, insert(10, 'ip4:192.0.2.1 ')),
      '@  3600 TXT ( "v=spf1 "  ; version\n\t"mx ip4:192.0.2.1 " ; ours\n\t"-all" ) ; end',
    );
  });

  it('keeps the habit of writing \\;', () => {
    const source = '_dmarc TXT "v=DMARC1\\; p=none"';
    assert.equal(after(source, insert(16, '; t=y')), '_dmarc TXT "v=DMARC1\\; p=none\\; t=y"');
  });

  it('parts a string that would get longer than 255 octets', () => {
    const long = `v=spf1 ${'a:host.example.com '.repeat(12)}`;
    const source = `@ TXT "${long}-all"`;
    const done = after(source, insert(long.length, 'ip4:192.0.2.1 ip4:198.51.100.1 '));
    assert.equal(done, `@ TXT "${long}" "ip4:192.0.2.1 ip4:198.51.100.1 -all"`);
  });

  it('writes all strings anew where nothing else helps, cut behind blanks', () => {
    const many = Array.from({ length: 40 }, (_, i) => `ip4:192.0.2.${i * 2} `).join('');
    const entry = entryOf(after('@ TXT "v=spf1 -all" ; kept', insert(7, many)));
    assert.equal(entry.strings?.text, `v=spf1 ${many}-all`);
    assert.ok(entry.strings.pieces.slice(0, -1).every(({ to }) => entry.strings!.text[to - 1] === ' '));
    assert.ok(entry.text.endsWith(' ; kept'));
  });

  it('changes nothing where the text stays, and nothing that is no text', () => {
    assert.deepEqual(retexted(entryOf('@ TXT "x"'), [{ span: { start: 0, end: 1 }, text: 'x' }]), []);
    assert.equal(retexted(entryOf('@ A 192.0.2.1'), [insert(0, 'x')]), undefined);
  });

  it('is told word by word, by what both have', () => {
    const shown = (before: string, after: string) =>
      changedStretches(before, after).map(({ span, text }) => [before.slice(span.start, span.end), text]);
    assert.deepEqual(shown('v=DMARC1; p=none; rua=x', 'v=DMARC1; p=reject; rua=x; t=y'), [
      ['none', 'reject'],
      ['', '; t=y'],
    ]);
    assert.deepEqual(shown('v=spf1 mx -all', 'v=spf1 mx ip4:192.0.2.1 -all'), [['', 'ip4:192.0.2.1 ']]);
    assert.deepEqual(shown('same', 'same'), []);
    const text = fc
      .array(fc.constantFrom('a', 'bc', ';', ' ', '='), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdits(before, changedStretches(before, after)), after);
      }),
    );
  }).timeout(120_000);

  it('always says what was wanted, in strings of at most 255 octets', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', ';', '"', '\\', '(', 'ip4:192.0.2.1 '),
      maxLength: 120,
    });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        text,
        fc.nat(),
        fc.nat(),
        (parts, added, a, b) => {
          const source = `@ IN TXT ${parts.map(quoteCharacters).join('\t')}`;
          const entry = entryOf(source);
          const said = entry.strings!.text;
          const [start, end] = [a % (said.length + 1), b % (said.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const edit = { span: { start, end }, text: added };
          const done = entryOf(applyEdits(source, retexted(entry, [edit])!));
          assert.equal(done.strings?.text, applyEdits(said, [edit]));
          assert.deepEqual(
            done.problems.map(({ kind }) => kind).filter((kind) => kind !== 'missing-field'),
            [],
          );
        },
      ),
    );
  }).timeout(120_000);
});
