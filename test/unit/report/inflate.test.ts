import assert from 'node:assert/strict';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflate, type InflateEnd } from '../../../core/report/inflate';

function inflated(input: Uint8Array, start = 0): InflateEnd & { readonly output: Buffer } {
  const pieces: Uint8Array[] = [];
  const stream = inflate(input, start);
  for (;;) {
    const next = stream.next();
    if (next.done === true) return { ...next.value, output: Buffer.concat(pieces) };
    pieces.push(next.value);
  }
}

/** Bytes that compress in interesting ways: few different values, long repeats, noise. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(400))
        .map(([piece, times]) => Buffer.concat(Array<Uint8Array>(times).fill(piece))),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Buffer.concat(pieces));
const options = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_FIXED,
    constants.Z_RLE,
  ),
});

describe('inflate', () => {
  it('gives back what zlib deflated, and says where the data ended', () => {
    fc.assert(
      fc.property(content, options, fc.uint8Array({ maxLength: 9 }), (bytes, how, trailing) => {
        const packed = deflateRawSync(bytes, how);
        const result = inflated(Buffer.concat([Buffer.from([7, 7]), packed, trailing]), 2);
        assert.deepEqual(result.output, bytes);
        assert.equal(result.outcome, 'complete');
        assert.equal(result.end, packed.length + 2);
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('gives what stands before a cut, and says that it was cut', () => {
    fc.assert(
      fc.property(content, options, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, how, share) => {
        const packed = deflateRawSync(bytes, how);
        const cut = packed.subarray(0, Math.floor((packed.length - 1) * share));
        const { outcome, output } = inflated(cut);
        assert.equal(outcome, 'truncated');
        assert.deepEqual(output, bytes.subarray(0, output.length));
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('ends on any input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        assert.ok(inflated(bytes).end <= bytes.length);
      }),
      { numRuns: 2000 },
    );
  }).timeout(120_000);

  it('calls what cannot be deflate data damaged', () => {
    assert.equal(inflated(Buffer.from([0b111, 0, 0])).outcome, 'damaged'); // block type 3
    assert.equal(inflated(Buffer.from([1, 5, 0, 0, 0, 1, 2, 3, 4, 5])).outcome, 'damaged'); // LEN without NLEN
    // A copy from before the beginning: fixed codes, length 3, distance 1, as the very first symbol.
    assert.equal(inflated(Buffer.from([0x03, 0x02, 0x00, 0x00])).outcome, 'damaged');
  });

  it('keeps its pieces small however well the data is packed', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    let largest = 0;
    let total = 0;
    for (const piece of inflate(packed, 0)) {
      largest = Math.max(largest, piece.length);
      total += piece.length;
    }
    assert.equal(total, 50_000_000);
    assert.ok(largest <= 300 * 1024, `${largest}`);
  }).timeout(120_000);
});
