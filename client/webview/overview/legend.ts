import { element, icon } from '../dom';
import type { Speech } from '../words';
import { parts, type Part } from './bars';
import { filled } from './patterns';
import { svg } from './svg';
import { words } from './words';

/** What the legend counts. */
export type Counts = Readonly<Record<Part | 'all', number>>;

/** The words of the patterns, with the numbers of the bar or period in question: legend and tooltip in one. */
export interface Legend {
  readonly root: HTMLElement;
  /** @param about the day or period that the numbers are of; @param chosen whether a period is chosen */
  show(about: string, counts: Counts, chosen: boolean): void;
}

/** @param letGo chooses all days again */
export function createLegend(speech: Speech, letGo: () => void): Legend {
  const about = element('span');
  const clear = element(
    'button',
    {
      class: 'clear',
      title: speech.say(words.clearPeriod),
      attributes: { type: 'button', 'aria-label': speech.say(words.clearPeriod) },
    },
    icon('close'),
  );
  clear.addEventListener('click', letGo);
  const numbers = new Map<Part | 'all', HTMLElement>();
  const item = (part: Part | 'all'): HTMLElement => {
    const number = element('b');
    numbers.set(part, number);
    const swatch = svg('svg', { class: 'swatch', viewBox: '0 0 12 12', 'aria-hidden': 'true' });
    if (part !== 'all') swatch.append(filled(part, { x: 0, y: 0, width: 12, height: 12 }));
    return element(
      'li',
      { class: part },
      ...(part === 'all' ? [] : [swatch]),
      element('span', { class: 'long', text: speech.say(words[part]) }),
      element('span', { class: 'short', text: speech.say(words[`${part}Short`]) }),
      ' ',
      number,
    );
  };
  const root = element(
    'div',
    { class: 'legend' },
    element('div', { class: 'about' }, about, clear),
    element('ul', {}, ...(['all', ...parts] as const).map(item)),
  );
  return {
    root,
    show(day, counts, chosen) {
      clear.disabled = !chosen;
      about.textContent = day;
      about.title = day;
      for (const [part, number] of numbers) {
        const share =
          part === 'fail' && counts.fail > 0 ? ` (${speech.percent(counts.fail, counts.all)})` : '';
        number.textContent = `${speech.number(counts[part])}${share}`;
      }
    },
  };
}
