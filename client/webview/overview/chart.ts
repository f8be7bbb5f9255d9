import type { OverviewDay } from '../../../core/report';
import { element, icon } from '../dom';
import type { Speech } from '../words';
import { barAt, barsOf, measures, plotWidth, type Bar } from './bars';
import { barsIn, between, moved, periodOf, type Brush, type Chosen, type Period } from './brush';
import { datesIn, isEven } from './dates';
import { createLegend, type Counts } from './legend';
import { patterns } from './patterns';
import { barId, dayTable, drawn } from './plot';
import { svg } from './svg';
import { words } from './words';

/** Messages per day, brushable to a period. */
export interface DayChart {
  readonly root: HTMLElement;
  /**
   * @param days in order; @param undated messages of reports that state no period
   * @param selected the period that is chosen now, as the filter has it
   */
  show(days: readonly OverviewDay[], undated: number, selected?: Period): void;
  /** Leaves its heading alone, by which it is unfolded. */
  fold(folded: boolean): void;
}

export interface DayChartActs {
  /** A period was chosen; undefined: all days. */
  readonly brushed: (period: Period | undefined) => void;
  /** The heading was pressed. */
  readonly folded: (folded: boolean) => void;
}

/** Keys may repeat many times a second; the table follows when they pause, in milliseconds. */
const keyPause = 200;

export function createDayChart(speech: Speech, { brushed, folded }: DayChartActs): DayChart {
  const dates = datesIn(speech.locale);
  let days: readonly OverviewDay[] = [];
  let bars: readonly Bar[] = [];
  let selected: Period | undefined;
  /** First days of the bars under the pointer and under the keys: bars move while reports are read. */
  let pointed: string | undefined;
  let stood: string | undefined;
  /** First day of the bar on which a drag began. */
  let dragged: string | undefined;
  let width = 0;

  const title = element('span', { text: speech.say(words.perDay) });
  const foldMark = element('span', { attributes: { 'aria-hidden': 'true' } });
  const foldButton = element(
    'button',
    {
      class: 'fold',
      title: speech.say(words.foldHint),
      attributes: { type: 'button', 'aria-controls': 'day-chart-body' },
    },
    foldMark,
    title,
  );
  const legend = createLegend(speech, () => {
    select(undefined);
    tell();
    plot.focus();
  });
  const tableButton = element('button', {
    text: speech.say(words.asTable),
    attributes: { type: 'button', 'aria-pressed': 'false' },
  });
  const undatedNote = element('span', { class: 'undated' });
  const plot = svg('svg', { class: 'plot', 'aria-describedby': 'day-chart-keys' });
  const nothing = element('p', { class: 'no-days', text: speech.say(words.noDays) });
  const status = element('p', { class: 'sr', attributes: { role: 'status' } });
  const tableBox = element('div', { class: 'day-table', attributes: { tabindex: '0' } });
  tableBox.hidden = true;
  const canvas = element('div', { class: 'canvas' }, plot, nothing);
  const body = element('div', { id: 'day-chart-body' }, canvas, tableBox);
  const root = element(
    'section',
    { class: 'day-chart' },
    patterns(),
    element(
      'div',
      { class: 'chart-head' },
      element('h2', { class: 'title' }, foldButton),
      legend.root,
      undatedNote,
      tableButton,
    ),
    body,
    element('p', { class: 'sr', id: 'day-chart-keys', text: speech.say(words.keys) }),
    status,
  );
  canvas.title = speech.say(words.keys);

  const counts = (some: readonly Bar[]): Counts => {
    const sum = (part: keyof Counts): number => some.reduce((all, bar) => all + bar[part], 0);
    return { all: sum('all'), both: sum('both'), one: sum('one'), fail: sum('fail') };
  };
  const spoken = (period: Period, { all, both, one, fail }: Counts): string =>
    speech.say(words.bar, {
      period: dates.period(period),
      all: speech.number(all),
      both: speech.number(both),
      one: speech.number(one),
      fail: speech.number(fail),
    });
  const barOf = (day: string | undefined): number | undefined =>
    day === undefined ? undefined : barsIn(bars, { from: day, to: day })?.[0];
  const brush = (): Brush => ({ at: barOf(stood) ?? bars.length - 1, chosen: barsIn(bars, selected) });

  function draw(): void {
    const binned = barsOf(days, plotWidth(width));
    bars = binned.bars;
    const some = bars.length > 0;
    title.textContent =
      binned.days === 1
        ? speech.say(isEven(bars) ? words.perDay : words.perDayWithMail)
        : speech.say(words.perDays, { days: speech.number(binned.days) });
    nothing.hidden = some;
    tableButton.disabled = !some;
    const { chosen, at } = brush();
    const keyed = plot.matches(':focus-visible') ? at : undefined;
    const pointedAt = barOf(pointed) ?? keyed;
    plot.setAttribute('tabindex', some ? '0' : '-1');
    if (some) {
      plot.setAttribute('role', 'listbox');
      plot.setAttribute('aria-multiselectable', 'true');
      plot.setAttribute('aria-orientation', 'horizontal');
      plot.setAttribute('aria-label', title.textContent);
      plot.setAttribute('aria-activedescendant', barId(at));
    } else
      for (const name of ['role', 'aria-multiselectable', 'aria-orientation', 'aria-activedescendant'])
        plot.removeAttribute(name);
    const name = (bar: Bar): string => spoken(bar, bar);
    plot.replaceChildren(...drawn({ bars, width, chosen, at: pointedAt, name }, dates));
    showLegend(chosen, pointedAt);
    if (!tableBox.hidden) showTable();
  }

  function showLegend(chosen: Chosen | undefined, at: number | undefined): void {
    const [first, last] = at !== undefined ? [at, at] : (chosen ?? [0, bars.length - 1]);
    const some = bars.slice(first, last + 1);
    const period = periodOf(bars, [first, last]);
    legend.show(period === undefined ? '' : dates.period(period), counts(some), selected !== undefined);
  }

  function showTable(): void {
    const heads = [
      speech.say(bars.some(({ from, to }) => from !== to) ? words.days : words.day),
      ...(['both', 'one', 'fail', 'all'] as const).map((part) => speech.say(words[part])),
    ];
    const row = (bar: Bar): readonly string[] => [
      dates.period(bar),
      ...[bar.both, bar.one, bar.fail, bar.all].map((count) => speech.number(count)),
    ];
    tableBox.setAttribute('aria-label', title.textContent);
    tableBox.replaceChildren(dayTable(bars, heads, title.textContent, row));
  }

  function select(chosen: Chosen | undefined): void {
    selected = periodOf(bars, chosen);
    draw();
  }

  let told: string | undefined;
  /** Tells the page, and who does not see it, what is chosen now. */
  function tell(): void {
    clearTimeout(timer);
    const now = selected === undefined ? '' : `${selected.from} ${selected.to}`;
    if (now === told) return;
    told = now;
    const chosen = barsIn(bars, selected);
    status.textContent =
      selected === undefined || chosen === undefined
        ? speech.say(words.chosenNone)
        : speech.say(words.chosen, { bar: spoken(selected, counts(bars.slice(chosen[0], chosen[1] + 1))) });
    brushed(selected);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  plot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moved(brush(), event.key, event.shiftKey, bars.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    stood = bars[next.at]?.from;
    pointed = undefined;
    select(next.chosen);
    clearTimeout(timer);
    timer = setTimeout(tell, keyPause);
  });
  for (const type of ['focus', 'blur']) plot.addEventListener(type, draw);

  const under = (event: PointerEvent): number =>
    barAt(event.clientX - plot.getBoundingClientRect().left - measures.left, bars.length, plotWidth(width));
  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || bars.length === 0) return;
    plot.setPointerCapture(event.pointerId);
    dragged = bars[under(event)]?.from;
  });
  plot.addEventListener('pointermove', (event) => {
    if (bars.length === 0) return;
    const here = under(event);
    const first = barOf(dragged);
    const day = bars[here]?.from;
    if (day === pointed && first === undefined) return;
    pointed = day;
    if (first === undefined) draw();
    else select(between(first, here));
  });
  plot.addEventListener('pointerup', (event) => {
    const first = barOf(dragged);
    dragged = undefined;
    if (first === undefined) return;
    const here = under(event);
    stood = bars[here]?.from;
    // A click on the only chosen bar lets go of it.
    const alone = first === here && told === `${bars[here]?.from} ${bars[here]?.to}`;
    select(alone ? undefined : between(first, here));
    tell();
  });
  plot.addEventListener('pointercancel', () => {
    dragged = undefined;
  });
  plot.addEventListener('pointerleave', () => {
    if (pointed === undefined || dragged !== undefined) return;
    pointed = undefined;
    draw();
  });
  tableButton.addEventListener('click', () => {
    tableBox.hidden = !tableBox.hidden;
    tableButton.setAttribute('aria-pressed', String(!tableBox.hidden));
    draw();
  });
  foldButton.addEventListener('click', () => {
    folded(!body.hidden);
  });
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry?.contentRect.width ?? 0);
    if (now === width || now === 0) return;
    width = now;
    plot.setAttribute('viewBox', `0 0 ${now} ${measures.top + measures.height + measures.axis}`);
    draw();
  }).observe(canvas);

  return {
    root,
    show(all, undated, period) {
      days = all;
      undatedNote.textContent =
        undated === 0
          ? ''
          : speech.say(undated === 1 ? words.undatedOne : words.undated, { count: speech.number(undated) });
      // What is being drawn with the pointer counts until it is let go.
      if (dragged === undefined) {
        selected = period;
        told = period === undefined ? '' : `${period.from} ${period.to}`;
      }
      if (width > 0) draw();
    },
    fold(away) {
      for (const part of [body, legend.root, undatedNote, tableButton]) part.hidden = away;
      root.classList.toggle('folded', away);
      foldButton.setAttribute('aria-expanded', String(!away));
      foldMark.replaceChildren(icon(away ? 'right' : 'down'));
    },
  };
}
