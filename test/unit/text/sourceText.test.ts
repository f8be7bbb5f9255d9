import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  edited,
  lineEnd,
  LINES_PER_CHUNK,
  offsetAt,
  positionAt,
  slice,
  sourceText,
  unitAt,
  type SourceText,
} from '../../../core/text/sourceText';

/** The line and character of an offset, counted the slow way. */
function plainPosition(text: string, offset: number): { line: number; character: number } {
  let line = 0;
  let start = 0;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    const end = match.index + match[0].length;
    if (end > offset) break;
    line++;
    start = end;
  }
  return { line, character: offset - start };
}

function wholeAndSound(source: SourceText, text: string): void {
  assert.equal(slice(source), text);
  assert.equal(source.length, text.length);
  assert.equal(source.lineCount, text.split(/\r\n|\r|\n/).length);
  source.chunks.forEach((chunk, i) => {
    const last = i === source.chunks.length - 1;
    assert.ok(last || /[\r\n]$/.test(chunk.text), 'a chunk inside ends with its line');
    assert.ok(
      !(chunk.text.endsWith('\r') && source.chunks[i + 1]?.text.startsWith('\n')),
      'CR LF stays together',
    );
    assert.equal(source.starts[i + 1]! - source.starts[i]!, chunk.text.length);
  });
}

describe('SourceText', () => {
  it('finds lines and characters as LSP counts them', () => {
    const source = sourceText('ab\r\ncd\ne\rf');
    assert.deepEqual(positionAt(source, 5), { line: 1, character: 1 });
    assert.deepEqual(positionAt(source, 10), { line: 3, character: 1 });
    assert.equal(offsetAt(source, { line: 0, character: 99 }), 2);
    assert.equal(offsetAt(source, { line: 9, character: 0 }), 10);
    assert.equal(lineEnd(source, 1), 6);
    assert.equal(unitAt(source, 4), 'c'.charCodeAt(0));
  });

  it('shares the chunks that an edit does not touch', () => {
    const before = sourceText('www IN A 192.0.2.1\n'.repeat(10 * LINES_PER_CHUNK));
    const after = edited(before, {
      span: { start: before.starts[5]! + 10, end: before.starts[5]! + 11 },
      text: 'X',
    });
    const shared = after.chunks.filter((chunk) => before.chunks.includes(chunk));
    assert.equal(shared.length, before.chunks.length - 1);
  });

  it('keeps chunks from piling up when much is taken away bit by bit', () => {
    let source = sourceText('www IN A 192.0.2.1\n'.repeat(20 * LINES_PER_CHUNK));
    while (source.length > 19 * 600)
      source = edited(source, { span: { start: 100, end: 19 * 300 + 100 }, text: '' });
    assert.ok(source.chunks.length <= 3);
  });

  it('reads the same as a plain string, edit after edit', () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '\r', '\r\n', 'a', '', 'x\ny', 'line\n'.repeat(40)),
      fc.string({ maxLength: 5 }),
    );
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), take: fc.nat(60), text: piece });
    fc.assert(
      fc.property(
        fc.nat(1300),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(edit, { maxLength: 12 }),
        (n, eol, edits) => {
          let plain = `name${eol}`.repeat(n);
          let source = sourceText(plain);
          wholeAndSound(source, plain);
          for (const { at, take, text } of edits) {
            const start = Math.floor(at * plain.length);
            const end = Math.min(plain.length, start + take);
            plain = plain.slice(0, start) + text + plain.slice(end);
            source = edited(source, { span: { start, end }, text });
            wholeAndSound(source, plain);
            const probe = Math.floor(at * plain.length);
            assert.deepEqual(positionAt(source, probe), plainPosition(plain, probe));
          }
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(120_000);
});
