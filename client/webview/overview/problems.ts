import { visible, type ReportProblem } from '../../../core/report';
import { element, icon, type Shape } from '../dom';
import type { Speech } from '../words';
import { words } from './words';

/** What was repaired or lost while reading: how much of it, and opened the list. */
export interface Problems {
  readonly root: HTMLElement;
  show(problems: readonly ReportProblem[]): void;
  /** Opens the list and goes there. */
  readonly open: () => void;
}

/** Nobody reads more of them here; the number in the line is of all. */
const mostListed = 500;

const shapes = {
  error: 'fail',
  warning: 'unaligned',
  information: 'unknown',
} as const satisfies Record<ReportProblem['severity'], Shape>;

export function createProblems(speech: Speech): Problems {
  const title = element('summary');
  const list = element('ul', { attributes: { tabindex: '0' } });
  const root = element('details', { class: 'problems' }, title, list);
  root.hidden = true;
  let listed = 0;
  return {
    root,
    open() {
      root.open = true;
      title.focus();
    },
    show(problems) {
      root.hidden = problems.length === 0;
      if (problems.length === listed) return;
      listed = problems.length;
      // Notes alone, as on what a file of another kind is, are nothing that went wrong.
      const noted = problems.every(({ severity }) => severity === 'information');
      const failed = problems.some(({ severity }) => severity === 'error');
      const worst = noted ? shapes.information : failed ? shapes.error : shapes.warning;
      const one = noted ? words.noteOne : words.lostOne;
      const several = noted ? words.notes : words.lost;
      const text =
        problems.length === 1
          ? speech.say(one)
          : speech.say(several, { count: speech.number(problems.length) });
      title.replaceChildren(icon(worst), element('span', { text }));
      list.setAttribute('aria-label', text);
      const more = problems.length - mostListed;
      list.replaceChildren(
        ...problems.slice(0, mostListed).map((problem) => lineOf(problem, speech)),
        ...(more > 0
          ? [element('li', { text: speech.say(words.moreLost, { count: speech.number(more) }) })]
          : []),
      );
    },
  };
}

function lineOf(problem: ReportProblem, speech: Speech): HTMLElement {
  const place = [problem.file, problem.part].filter((name) => name !== '').map(visible);
  if (problem.record !== undefined)
    place.push(speech.say(words.inRecord, { record: speech.number(problem.record) }));
  return element(
    'li',
    {},
    icon(shapes[problem.severity]),
    element('span', { class: 'sr', text: `${speech.say(words[problem.severity])}: ` }),
    element(
      'span',
      {},
      visible(speech.say(problem.message)),
      ' ',
      element('small', { text: place.join(' › ') }),
    ),
  );
}
