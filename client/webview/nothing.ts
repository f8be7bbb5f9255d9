import { chipsOf, visible, withoutTerm, type ReportProblem } from '../../core/report';
import type { Page } from './context';
import { element, icon } from './dom';
import { periodIn, withoutPeriod } from './overview/period';
import { words } from './words';

/** What stands in place of the table where it has no lines: why, and what to do. */
export interface Nothing {
  readonly root: HTMLElement;
  /** @param total records in all, whatever the filter lets through */
  show(total: number): void;
  /** Goes to the first of its ways out. */
  focus(): void;
}

/** What its buttons do. */
export interface NothingActs {
  /** Opens a picker for files, for a folder. */
  readonly choose: () => void;
  readonly chooseFolder: () => void;
  /** Opens the list of what was repaired or lost. */
  readonly showProblems: () => void;
}

/** Parts of a filter of which it is tried whether they hide everything. */
const mostTried = 8;

export function createNothing(page: Page, acts: NothingActs): Nothing {
  const { speech, looks } = page;
  const why = element('p', { class: 'why' });
  const parts = element('div');
  const root = element('div', { class: 'no-lines' }, why, parts);
  root.hidden = true;
  /** Changes with each showing: answers for an earlier one are dropped. */
  let shown = 0;

  const button = (style: string, text: string, press: () => void): HTMLButtonElement => {
    const made = element('button', { class: style, text, attributes: { type: 'button' } });
    made.addEventListener('click', press);
    return made;
  };

  // --- A filter lets nothing through ----------------------------------------------------------------------------

  const filtered = (): void => {
    const filter = looks.now().filter.trim();
    why.textContent = speech.say(words.noMatch, { filter: visible(filter) });
    const list = element('ul', { class: 'ways' });
    const clear = button('link', speech.say(words.clearFilter), () => {
      page.run('clearFilter');
      page.run('filter');
    });
    list.append(element('li', {}, clear));
    parts.replaceChildren(list);
    void offer(filter, list, shown);
  };

  /** Offers to take away what hides everything by itself: the days, or any other part of the filter. */
  const offer = async (filter: string, list: HTMLElement, mine: number): Promise<void> => {
    const period =
      periodIn(filter) === undefined
        ? []
        : [{ label: words.onAllDays, term: '', rest: withoutPeriod(filter) }];
    const dated = period.length > 0;
    const others = chipsOf(filter)
      .filter(({ text }) => !(dated && periodIn(text) !== undefined))
      .map((chip) => ({
        label: words.withoutTerm,
        term: visible(chip.text),
        rest: withoutTerm(filter, chip),
      }));
    const tried = [...period, ...others].slice(0, mostTried);
    // Of a filter with one part alone nothing is left.
    if (tried.length < 2) return;
    for (const { label, term, rest } of tried) {
      const { days, undated } = await page.worker('days', { filter: rest });
      if (mine !== shown) return;
      const found = days.reduce((sum, { both, one, fail }) => sum + both + one + fail, undated);
      if (found === 0) continue;
      const messages = speech.say(found === 1 ? words.oneMessage : words.manyMessages, {
        messages: speech.number(found),
      });
      const way = button('link', speech.say(label, { term, messages }), () => {
        looks.change({ filter: rest });
        page.run('filter');
      });
      list.lastElementChild!.before(element('li', {}, way));
    }
  };

  // --- What was opened has no records ---------------------------------------------------------------------------

  const empty = (): void => {
    const { summary, problems } = page.opened();
    const worst =
      problems.find(({ severity }) => severity === 'error') ??
      problems.find(({ severity }) => severity === 'warning') ??
      problems[0];
    why.textContent = reasonOf(summary.reports, problems);
    const choose = button('primary', speech.say(words.choose), acts.choose);
    const folder = button('', speech.say(words.chooseFolder), acts.chooseFolder);
    const more =
      problems.length > 1
        ? [
            element(
              'p',
              {},
              button(
                'link',
                speech.say(words.showProblems, { count: speech.number(problems.length) }),
                acts.showProblems,
              ),
            ),
          ]
        : [];
    parts.replaceChildren(
      ...(worst === undefined ? [] : [problemLine(worst)]),
      ...more,
      element('p', { text: speech.say(words.tryOthers) }),
      element('p', { class: 'buttons' }, choose, folder),
    );
  };

  const reasonOf = (reports: number, problems: readonly ReportProblem[]): string => {
    const lost = problems.some(({ severity }) => severity === 'error');
    const count = speech.number(reports);
    if (reports > 0) {
      if (lost) return speech.say(words.noRecordRead);
      return speech.say(reports === 1 ? words.emptyReport : words.emptyReports, { count });
    }
    const files = new Set(problems.map(({ file }) => file));
    return files.size > 1
      ? speech.say(words.noReports, { count: speech.number(files.size) })
      : speech.say(words.noReport);
  };

  const problemLine = ({ severity, message, file, part }: ReportProblem): HTMLElement => {
    const place = [file, part].filter((name) => name !== '').map(visible);
    return element(
      'p',
      { class: 'worst' },
      icon(severity === 'error' ? 'fail' : 'unaligned'),
      element('span', {}, element('b', { text: place.join(' › ') }), ' ', visible(speech.say(message))),
    );
  };

  return {
    root,
    show(total) {
      shown++;
      if (total > 0) filtered();
      else empty();
    },
    focus: () => root.querySelector('button')?.focus(),
  };
}
