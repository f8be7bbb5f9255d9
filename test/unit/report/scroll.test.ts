import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  reveal,
  rowOffset,
  rowsInView,
  scrollTopFor,
  spaceHeight,
  tallest,
  type ScrollSpace,
} from '../../../client/webview/table/scroll';

const spaces = fc.record<ScrollSpace>({
  rows: fc.integer({ min: 1, max: 10_000_000 }),
  rowHeight: fc.constant(26),
  viewport: fc.integer({ min: 26, max: 2000 }),
});

describe('scrolling', () => {
  it('never needs an element that browsers would clamp', () => {
    assert.equal(spaceHeight({ rows: 100_000, rowHeight: 26, viewport: 500 }), 2_600_000);
    assert.equal(spaceHeight({ rows: 10_000_000, rowHeight: 26, viewport: 500 }), tallest);
  });

  it('reaches the first row and the last of any number of rows', () => {
    fc.assert(
      fc.property(spaces, (space) => {
        assert.equal(rowsInView(space, 0, 0).from, 0);
        const bottom = Math.max(0, spaceHeight(space) - space.viewport);
        assert.equal(rowsInView(space, bottom, 0).to, space.rows);
      }),
    );
  }).timeout(120_000);

  it('draws every row of the window and little more', () => {
    fc.assert(
      fc.property(spaces, fc.double({ min: 0, max: 1, noNaN: true }), (space, share) => {
        const scrollTop = share * Math.max(0, spaceHeight(space) - space.viewport);
        const { from, to } = rowsInView(space, scrollTop, 0);
        const offset = rowOffset(space, scrollTop);
        assert.ok(from * space.rowHeight <= offset);
        assert.ok(to === space.rows || to * space.rowHeight >= offset + space.viewport);
        assert.ok(to - from <= space.viewport / space.rowHeight + 2);
      }),
    );
  }).timeout(120_000);

  it('finds back to where it was', () => {
    fc.assert(
      fc.property(spaces, fc.double({ min: 0, max: 1, noNaN: true }), (space, share) => {
        const offset = share * Math.max(0, space.rows * space.rowHeight - space.viewport);
        assert.ok(Math.abs(rowOffset(space, scrollTopFor(space, offset)) - offset) < 0.01);
      }),
    );
  }).timeout(120_000);

  it('brings a row wholly into the window, and moves no more than needed', () => {
    fc.assert(
      fc.property(spaces, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (space, share, number) => {
        const row = number % space.rows;
        const before = share * Math.max(0, spaceHeight(space) - space.viewport);
        const after = reveal(space, before, row);
        const offset = rowOffset(space, after);
        assert.ok(row * space.rowHeight >= offset - 0.01);
        assert.ok((row + 1) * space.rowHeight <= offset + space.viewport + 0.01);
        assert.ok(Math.abs(reveal(space, after, row) - after) < 0.01);
      }),
    );
  }).timeout(120_000);
});
