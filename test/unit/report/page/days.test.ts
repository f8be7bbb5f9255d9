import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  barAt,
  barsOf,
  parts,
  scaleOf,
  segmentsOf,
  slotOf,
  stepOf,
  type Bar,
} from '../../../../client/webview/overview/bars';
import { barsIn, between, moved, periodOf, type Brush } from '../../../../client/webview/overview/brush';
import { datesIn, isEven, ticksOf } from '../../../../client/webview/overview/dates';
import { following } from '../../../../client/webview/overview/follow';
import { periodIn, withoutPeriod, withPeriod } from '../../../../client/webview/overview/period';
import { shareText } from '../../../../client/webview/overview/share';
import { speech } from '../../../../client/webview/words';
import type { OverviewDay } from '../../../../core/report';

function daysFrom(first: string, count: number): readonly OverviewDay[] {
  const begin = Date.parse(first);
  return Array.from({ length: count }, (_, i) => ({
    day: new Date(begin + i * 86_400_000).toISOString().slice(0, 10),
    both: 100 + i,
    one: i % 3,
    fail: i % 5,
  }));
}

const sum = (bars: readonly Bar[]): number => bars.reduce((all, bar) => all + bar.all, 0);

describe('the bars of days', () => {
  it('are a day each where there is room, else weeks from Monday, and longer', () => {
    assert.equal(barsOf(daysFrom('2026-11-16', 14), 264).days, 1);
    const { bars, days } = barsOf(daysFrom('2025-10-13', 400), 264);
    assert.equal(days, 7);
    // 13 October 2025 is a Monday.
    assert.deepEqual([bars[0]!.from, bars[0]!.to, bars[1]!.from], ['2025-10-13', '2025-10-19', '2025-10-20']);
    const late = barsOf(daysFrom('2025-10-16', 400), 264).bars;
    assert.deepEqual([late[0]!.to, late[1]!.from], ['2025-10-19', '2025-10-20'], 'the first week is short');
    assert.equal(barsOf(daysFrom('2024-02-21', 1000), 264).days, 14);
    assert.equal(barsOf(daysFrom('2024-02-21', 1000), 1544).days, 7);
  });

  it('lose no message and overlap no other bar, however many days in however little room', () => {
    const counts = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 40, max: 2000 }), (count, width) => {
        const days = daysFrom('2023-03-04', count);
        const { bars } = barsOf(days, width);
        assert.equal(
          sum(bars),
          days.reduce((all, { both, one, fail }) => all + both + one + fail, 0),
        );
        assert.ok(bars.length <= Math.max(1, Math.floor(width / 3)));
        bars.forEach((_, index) => {
          const { x, width: wide } = slotOf(index, bars.length, width);
          assert.ok(wide >= 1 && Number.isInteger(x) && Number.isInteger(wide));
          assert.ok(x + wide <= slotOf(index + 1, bars.length, width).x);
          assert.equal(barAt(x + wide / 2, bars.length, width), index, 'what is under the pointer');
        });
      }),
      { numRuns: 60 },
    );
  }).timeout(120_000);

  it('of a few days are not blown up', () => {
    assert.equal(stepOf(1, 1600), 64);
    assert.ok(slotOf(0, 2, 1600).width < 64);
    assert.equal(barAt(1500, 2, 1600), 1);
    assert.equal(barAt(-20, 2, 1600), 0);
  });

  it('where days were left out, are bars in order, not in time', () => {
    const days = [daysFrom('2012-04-28', 1), daysFrom('2018-01-16', 2), daysFrom('2025-04-16', 1)].flat();
    const { bars } = barsOf(days, 600);
    assert.equal(bars.length, 4);
    assert.equal(isEven(bars), false);
    assert.equal(isEven(bars.slice(1, 3)), true);
  });

  it('show failures however few, and every part that is there', () => {
    const bar: Bar = { from: '', to: '', both: 1_000_000, one: 1, fail: 1, all: 1_000_002 };
    const { top } = scaleOf([bar]);
    const segments = segmentsOf(bar, top, 56);
    assert.deepEqual(
      segments.map(({ part }) => part),
      parts,
    );
    assert.ok(segments.every(({ height }) => height >= 1));
    assert.ok(segments.find(({ part }) => part === 'fail')!.height >= 2);
    segments.forEach(({ y }, i) => {
      assert.equal(y, i === 0 ? 0 : segments[i - 1]!.y + segments[i - 1]!.height, 'stacked');
    });
    assert.deepEqual(segmentsOf({ ...bar, both: 0, one: 0, fail: 0, all: 0 }, top, 56), []);
  });

  it('stand before an axis that ends at a round number and names whole messages only', () => {
    const scale = (all: number): ReturnType<typeof scaleOf> =>
      scaleOf([{ from: '', to: '', both: all, one: 0, fail: 0, all }]);
    assert.deepEqual(scale(1), { top: 1, ticks: [1] });
    assert.deepEqual(scale(0), { top: 1, ticks: [1] });
    assert.deepEqual(scale(1116), { top: 1200, ticks: [500, 1000] });
    for (const all of [3, 17, 99, 4095, 1e9]) {
      const { top, ticks } = scale(all);
      assert.ok(top >= all && top <= 2 * all, String(all));
      assert.ok(ticks.length >= 1 && ticks.length <= 4);
    }
  });
});

describe('the axis of days', () => {
  it('names each day where there is room', () => {
    const { bars } = barsOf(daysFrom('2026-11-16', 3), 600);
    assert.deepEqual(
      ticksOf(bars, 600).map((tick) => datesIn('en').tick(tick)),
      ['16 Nov', '17 Nov', '18 Nov'],
    );
  });

  it('names months and years of longer times', () => {
    const width = 1544;
    const names = (days: number, locale: 'en' | 'ja'): readonly string[] => {
      const { bars } = barsOf(daysFrom('2025-10-13', days), width);
      return ticksOf(bars, width).map((tick) => datesIn(locale).tick(tick));
    };
    assert.ok(names(400, 'en').includes('2026'));
    assert.ok(names(400, 'en').includes('Feb'));
    assert.ok(names(400, 'ja').includes('2026年'));
    assert.ok(names(400, 'ja').includes('2月'));
  });

  it('never lets labels touch, and always has one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 264, max: 2000 }), (count, width) => {
        const { bars } = barsOf(daysFrom('2024-01-31', count), width);
        const ticks = ticksOf(bars, width);
        assert.ok(ticks.length > 0);
        const middles = ticks.map(({ bar }) => {
          const slot = slotOf(bar, bars.length, width);
          return slot.x + slot.width / 2;
        });
        middles.forEach((middle, i) => {
          if (i > 0) assert.ok(middle - middles[i - 1]! >= 50);
        });
      }),
      { numRuns: 60 },
    );
  }).timeout(120_000);

  it('says the year of days that are years apart', () => {
    const days = [daysFrom('2012-04-28', 1), daysFrom('2018-01-16', 1)].flat();
    const { bars } = barsOf(days, 600);
    const [first] = ticksOf(bars, 600);
    assert.match(datesIn('en').tick(first!), /2012/);
    assert.equal(datesIn('en').short('2026-11-16', '2026-11-30'), '16 Nov');
    assert.equal(datesIn('en').short('2025-11-16', '2026-11-30'), '16 Nov 2025');
  });

  it('writes periods and large numbers in the language of the page', () => {
    const period = { from: '2026-11-03', to: '2026-11-09' };
    assert.match(datesIn('en').period(period), /^3\s?–\s?9 Nov 2026$/);
    assert.match(datesIn('ja').period(period), /2026\/11\/03.2026\/11\/09/);
    assert.match(datesIn('en').period({ from: '2026-11-03', to: '2026-11-03' }), /Tue/);
    assert.equal(datesIn('ja').compact(12_000), '1.2万');
  });
});

describe('the brush', () => {
  const start: Brush = { at: 5, chosen: undefined };
  const keys = (brush: Brush, ...pressed: readonly string[]): Brush =>
    pressed.reduce((now, key) => {
      const shift = key.startsWith('Shift+');
      return moved(now, key.replace('Shift+', ''), shift, 10) ?? now;
    }, brush);

  it('goes from bar to bar without choosing', () => {
    assert.deepEqual(keys(start, 'ArrowLeft'), { at: 4, chosen: undefined });
    assert.deepEqual(keys(start, 'Home'), { at: 0, chosen: undefined });
    assert.deepEqual(keys(start, 'PageDown'), { at: 9, chosen: undefined });
    assert.deepEqual(keys(start, 'End', 'ArrowRight'), { at: 9, chosen: undefined });
  });

  it('chooses with Shift in both directions, and takes the end back on which it stands', () => {
    assert.deepEqual(keys(start, 'Shift+ArrowRight', 'Shift+ArrowRight'), { at: 7, chosen: [5, 7] });
    assert.deepEqual(keys(start, 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft'), {
      at: 4,
      chosen: [4, 5],
    });
    assert.deepEqual(keys(start, 'Shift+Home', 'Shift+ArrowRight'), { at: 1, chosen: [1, 5] });
    assert.deepEqual(keys({ at: 0, chosen: [3, 4] }, 'Shift+ArrowRight'), { at: 1, chosen: [0, 1] });
  });

  it('keeps the choice when it goes elsewhere, chooses a bar alone, and lets go', () => {
    const chosen = keys(start, 'Shift+ArrowRight');
    assert.deepEqual(keys(chosen, 'ArrowRight').chosen, [5, 6]);
    assert.deepEqual(keys(chosen, 'ArrowRight', ' '), { at: 7, chosen: [7, 7] });
    assert.deepEqual(keys(chosen, 'ArrowRight', ' ', 'Enter'), { at: 7, chosen: undefined });
    assert.deepEqual(keys(chosen, 'Escape'), { at: 6, chosen: undefined });
  });

  it('leaves keys to others that mean nothing to it', () => {
    assert.equal(
      moved(start, 'Escape', false, 10),
      undefined,
      'nothing to let go: the filter may be cleared',
    );
    assert.equal(moved(start, 'a', false, 10), undefined);
    assert.equal(moved(start, 'constructor', false, 10), undefined);
    assert.equal(moved(start, 'ArrowLeft', false, 0), undefined);
  });

  it('turns bars into days and back', () => {
    const { bars } = barsOf(daysFrom('2026-11-16', 10), 600);
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (a, b) => {
        const chosen = between(a, b);
        assert.deepEqual(barsIn(bars, periodOf(bars, chosen)), chosen);
      }),
    );
    assert.equal(periodOf(bars, undefined), undefined);
    assert.equal(barsIn(bars, { from: '2027-01-01', to: '2027-01-02' }), undefined);
    assert.deepEqual(barsIn(bars, { from: '2020-01-01', to: '2030-01-02' }), [0, 9]);
  }).timeout(120_000);
});

describe('the period in the filter', () => {
  const period = { from: '2026-11-03', to: '2026-11-09' };

  it('is put in, changed and taken away without touching the rest', () => {
    assert.equal(withPeriod('', period), 'day>=2026-11-03 day<=2026-11-09');
    assert.equal(withPeriod('', { from: '2026-11-03', to: '2026-11-03' }), 'day=2026-11-03');
    const both = withPeriod('dmarc=fail "two words"', period);
    assert.equal(both, 'dmarc=fail "two words" day>=2026-11-03 day<=2026-11-09');
    assert.equal(
      withPeriod(both, { from: '2026-11-05', to: '2026-11-05' }),
      'dmarc=fail "two words" day=2026-11-05',
    );
    assert.equal(withPeriod(both, undefined), 'dmarc=fail "two words"');
    assert.equal(withoutPeriod('dmarc=fail'), 'dmarc=fail');
    assert.equal(
      withPeriod('spf=fail or dkim=fail', period),
      `(spf=fail or dkim=fail) ${withPeriod('', period)}`,
    );
  });

  it('is found again', () => {
    assert.deepEqual(periodIn(withPeriod('spf=fail or dkim=fail', period)), period);
    assert.deepEqual(periodIn('day=2026-11-05'), { from: '2026-11-05', to: '2026-11-05' });
    assert.deepEqual(periodIn('day>=2026-11-05'), { from: '2026-11-05', to: '9999-12-31' });
    assert.equal(periodIn('date=2026-11-05'), undefined);
    assert.equal(periodIn(''), undefined);
    assert.equal(periodIn('day>=2026-11-09 day<=2026-11-03'), undefined);
    assert.equal(periodIn('day=2026-11-05 or spf=fail'), undefined, 'a choice asks for no period');
  });
});

describe('shares and answers of the overview', () => {
  it('write nothing that is there as nothing', () => {
    assert.equal(shareText(0, speech('en')), '0%');
    assert.equal(shareText(0.0002, speech('en')), '<0.1%');
    assert.equal(shareText(0.0002, speech('ja')), '0.1% 未満');
    assert.equal(shareText(0.25, speech('en')), '25%');
  });

  it('come one at a time, and of questions asked meanwhile only the last is asked', async () => {
    const asked: number[] = [];
    const taken: number[] = [];
    const failed: unknown[] = [];
    let answer = (_: 'well' | 'badly'): void => undefined;
    const follow = following<number, number>({
      ask: (question) => {
        asked.push(question);
        return new Promise((resolve, reject) => {
          answer = (how) => {
            if (how === 'well') resolve(question);
            else reject(new Error('no answer'));
          };
        });
      },
      take: (one) => taken.push(one),
      fail: (error) => failed.push(error),
      rest: () => false,
    });
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
    for (const question of [1, 2, 3]) follow(question);
    assert.deepEqual(asked, [1]);
    answer('badly');
    await settled();
    assert.deepEqual(asked, [1, 3]);
    assert.equal(failed.length, 1, 'a failure does not end it');
    answer('well');
    await settled();
    follow(4);
    answer('well');
    await settled();
    assert.deepEqual(
      [asked, taken],
      [
        [1, 3, 4],
        [3, 4],
      ],
    );
  });
});
