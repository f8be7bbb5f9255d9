import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isNewerSerial, nextSerial, styleOf, type SerialStyle } from '../../../core/values/serial';

const now = { year: 2026, month: 11, day: 22, seconds: 1_795_348_800 };
const most = 2 ** 32 - 1;

describe('The next serial', () => {
  const cases: [number, SerialStyle, number][] = [
    [2026112105, 'date', 2026112201],
    [2026112201, 'date', 2026112202],
    [2026112299, 'date', 2026112300],
    [2030010101, 'date', 2030010102],
    [7, 'date', 2026112201],
    [4_100_000_000, 'date', 4_100_000_001],
    [0, 'counter', 1],
    [41, 'counter', 42],
    [most, 'counter', 1],
    [most, 'date', 2026112201],
    [2026112105, 'counter', 2026112106],
    [1_700_000_000, 'unixtime', 1_795_348_800],
    [1_795_348_800, 'unixtime', 1_795_348_801],
    [2026112105, 'auto', 2026112201],
    [2026112201, 'auto', 2026112202],
    [1_790_000_000, 'auto', 1_795_348_800],
    [17, 'auto', 18],
    [2026130199, 'auto', 2026130200],
    [2026023001, 'auto', 2026023002],
  ];
  for (const [serial, style, next] of cases) {
    it(`of ${serial} (${style}) is ${next}`, () => {
      assert.equal(nextSerial(serial, style, now), next);
    });
  }

  it('is refused for what does not fit into 32 bits', () => {
    for (const serial of [2 ** 32, 20261122001, -1, 1.5, NaN]) {
      assert.equal(nextSerial(serial, 'auto', now), undefined);
    }
  });

  it('is always newer to a secondary, and fits', () => {
    const styles = fc.constantFrom<SerialStyle>('auto', 'date', 'counter', 'unixtime');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: most }), styles, (serial, style) => {
        const next = nextSerial(serial, style, now)!;
        assert.ok(isNewerSerial(next, serial) && next > 0 && next <= most);
      }),
    );
  }).timeout(120_000);
});

describe('Serials in a circle (RFC 1982)', () => {
  it('are newer up to half way round', () => {
    assert.ok(isNewerSerial(1, 0));
    assert.ok(isNewerSerial(0, most));
    assert.ok(isNewerSerial(2 ** 31 - 1, 0));
    assert.ok(!isNewerSerial(2 ** 31, 0));
    assert.ok(!isNewerSerial(0, 2 ** 31));
    assert.ok(!isNewerSerial(5, 5));
    assert.ok(!isNewerSerial(4, 5));
  });

  it('look like a date only where they are one', () => {
    assert.equal(styleOf(2024022901, now), 'date');
    assert.equal(styleOf(2023022901, now), 'counter');
    assert.equal(styleOf(1_700_000_000, now), 'unixtime');
    assert.equal(styleOf(300, now), 'counter');
  });
});
