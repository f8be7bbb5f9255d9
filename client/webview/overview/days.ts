import type { Page, Room } from '../context';
import type { DaysAnswer } from '../messages';
import { tabsOfRecords } from '../state';
import { createDayChart } from './chart';
import { following } from './follow';
import { periodIn, withoutPeriod, withPeriod } from './period';

/** Windows in which the table would be left too little room: it comes first. */
const small = '(height <= 520px) or ((width <= 640px) and (height <= 900px))';

/**
 * The chart of days of what passes the filter, but for its days: those outside the period stay to be seen and chosen.
 * The period is a part of the filter, kept and taken away as every other.
 */
export function createDays(page: Page): Room {
  const { looks } = page;
  const chart = createDayChart(page.speech, {
    brushed(period) {
      looks.change({ filter: withPeriod(looks.now().filter, period) });
    },
    folded(away) {
      looks.change({ chart: !away });
    },
  });
  const tooSmall = matchMedia(small);
  let last: DaysAnswer | undefined;
  let asked = '';
  const show = (): void => {
    if (last !== undefined) chart.show(last.days, last.undated, periodIn(looks.now().filter));
  };
  const ask = following<string, DaysAnswer>({
    ask: (filter) => page.worker('days', { filter }),
    take(answer) {
      last = answer;
      show();
    },
    fail(error) {
      page.say(error instanceof Error ? error.message : String(error));
    },
    rest: () => page.opened().reading !== undefined,
  });
  const update = (): void => {
    chart.root.hidden = !tabsOfRecords.has(looks.now().tab);
    const filter = withoutPeriod(looks.now().filter);
    const now = `${page.opened().summary.records} ${filter}`;
    if (now === asked) show();
    else ask(filter);
    asked = now;
  };
  const fold = (): void => {
    chart.fold(!(looks.now().chart ?? !tooSmall.matches));
  };
  tooSmall.addEventListener('change', fold);
  fold();
  looks.onChange((now, before) => {
    if (now.chart !== before.chart) fold();
    if (now.filter !== before.filter || now.tab !== before.tab) update();
  });
  return { root: chart.root, show: update };
}
