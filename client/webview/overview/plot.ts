import { element } from '../dom';
import { measures, plotWidth, scaleOf, segmentsOf, slotOf, stepOf, type Bar } from './bars';
import type { Chosen } from './brush';
import { labelRoom, ticksOf, type Dates } from './dates';
import { filled } from './patterns';
import { svg } from './svg';

/** Lines are at least this long, however few days there are. */
const minimum = 240;

export interface Shown {
  readonly bars: readonly Bar[];
  /** Of the whole drawing. */
  readonly width: number;
  readonly chosen: Chosen | undefined;
  /** The bar under the pointer, or on which the keys stand. */
  readonly at: number | undefined;
  /** A bar in words. */
  readonly name: (bar: Bar) => string;
}

/** The identifier of a bar's element, for `aria-activedescendant`. */
export function barId(bar: number): string {
  return `day-bar-${bar}`;
}

/** Everything inside the drawing: lines, days, bars, what is chosen. */
export function drawn({ bars, width, chosen, at, name }: Shown, dates: Dates): readonly SVGElement[] {
  const room = plotWidth(width);
  const { left, top, height } = measures;
  const bottom = top + height;
  const scale = scaleOf(bars);
  const count = bars.length;
  const end = left + Math.min(room, Math.max(minimum, Math.round(count * stepOf(count, room))));
  const lines = scale.ticks.map((tick) => {
    const y = Math.round(bottom - (tick / scale.top) * height);
    return [
      svg('line', { class: 'grid', x1: left, x2: end, y1: y + 0.5, y2: y + 0.5 }),
      svg('text', { x: left - 6, y: y + 4, 'text-anchor': 'end' }, dates.compact(tick)),
    ];
  });
  const step = stepOf(count, room);
  const axis = svg(
    'g',
    { class: 'axis', 'aria-hidden': 'true' },
    ...lines.flat(),
    svg('line', { class: 'base', x1: left, x2: end, y1: bottom + 0.5, y2: bottom + 0.5 }),
    ...ticksOf(bars, room).flatMap((tick) => {
      const slot = slotOf(tick.bar, count, room);
      const x = left + slot.x + slot.width / 2;
      const half = labelRoom(bars) / 2;
      const anchor = x < half ? 'start' : x > width - half ? 'end' : 'middle';
      const at = anchor === 'start' ? 0 : anchor === 'end' ? width : x;
      return [
        svg('line', { class: 'tick', x1: x, x2: x, y1: bottom + 1, y2: bottom + 4 }),
        svg('text', { x: at, y: bottom + 16, 'text-anchor': anchor }, dates.tick(tick)),
      ];
    }),
  );
  const backs: SVGElement[] = [];
  const band = (style: string, [first, last]: Chosen): SVGElement => {
    const from = Math.round(first * step);
    return svg('rect', {
      class: style,
      x: left + from - 0.5,
      y: 0.5,
      width: Math.max(2, Math.round((last + 1) * step) - from),
      height: bottom,
    });
  };
  if (chosen !== undefined) backs.push(band('chosen', chosen));
  if (at !== undefined && at < count) backs.push(band('at', [at, at]));
  const options = bars.map((bar, index) => {
    const { x, width: wide } = slotOf(index, count, room);
    const inside = chosen === undefined || (index >= chosen[0] && index <= chosen[1]);
    return svg(
      'g',
      {
        id: barId(index),
        class: inside ? 'bar' : 'bar outside',
        role: 'option',
        'aria-selected': String(chosen !== undefined && inside),
        'aria-label': name(bar),
      },
      // Also where there was no mail: a day without is something to point at.
      svg('rect', { class: 'room', x: left + Math.round(index * step), y: 0, width: step, height: bottom }),
      ...segmentsOf(bar, scale.top, height).map(({ part, y, height: tall }, number) =>
        // A line of background between two parts, where there is room for it.
        filled(part, {
          x: left + x,
          y: bottom - y - tall,
          width: wide,
          height: number > 0 && tall > 3 ? tall - 1 : tall,
        }),
      ),
    );
  });
  return [axis, ...backs, svg('g', { class: 'bars', role: 'presentation' }, ...options)];
}

/** The same numbers as a table. */
export function dayTable(
  bars: readonly Bar[],
  heads: readonly string[],
  caption: string,
  row: (bar: Bar) => readonly string[],
): HTMLTableElement {
  const cells = (bar: Bar): readonly HTMLElement[] =>
    row(bar).map((text, column) =>
      column === 0 ? element('th', { text, attributes: { scope: 'row' } }) : element('td', { text }),
    );
  return element(
    'table',
    {},
    element('caption', { class: 'sr', text: caption }),
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map((text) => element('th', { text, attributes: { scope: 'col' } }))),
    ),
    element('tbody', {}, ...bars.map((bar) => element('tr', {}, ...cells(bar)))),
  );
}
