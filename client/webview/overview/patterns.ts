import type { Part } from './bars';
import { svg } from './svg';

/**
 * What parts of bars are filled with: plain, lines that lie, lines that climb. Each has a colour as well, by the class
 * `day-<part>`; lines that lie can be told on the narrowest bar.
 */
export function patterns(): SVGSVGElement {
  const one = svg(
    'pattern',
    { id: patternId('one'), width: 4, height: 4, patternUnits: 'userSpaceOnUse' },
    svg('rect', { class: 'ground', width: 4, height: 4 }),
    svg('rect', { class: 'line', width: 4, height: 2 }),
  );
  const fail = svg(
    'pattern',
    {
      id: patternId('fail'),
      width: 5,
      height: 5,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    svg('rect', { class: 'ground', width: 5, height: 5 }),
    svg('rect', { class: 'line', width: 1.5, height: 5 }),
  );
  one.classList.add('day-one');
  fail.classList.add('day-fail');
  return svg('svg', { class: 'patterns', 'aria-hidden': 'true' }, svg('defs', {}, one, fail));
}

/** A rectangle of a part. */
export function filled(
  part: Part,
  place: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
): SVGRectElement {
  const fill = part === 'both' ? {} : { fill: `url(#${patternId(part)})` };
  return svg('rect', { class: `part ${part}`, ...place, ...fill });
}

function patternId(part: Part): string {
  return `day-${part}-pattern`;
}
