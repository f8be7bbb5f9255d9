import { chipsOf, toggleTerm } from '../../../core/report';
import type { Page, Room } from '../context';
import { element } from '../dom';
import type { DaysAnswer } from '../messages';
import { datesIn } from './dates';
import { following } from './follow';
import { words } from './words';

/** A number, and the term of the query that shows the rest: what a click on it filters by. */
interface Figure {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  /** From 0 to 1; undefined where the number is no share. */
  readonly share: number | undefined;
  /** Undefined where there is no rest to show. */
  readonly term: string | undefined;
  readonly hint: string;
}

/** The four numbers: DMARC pass rate, aligned by DKIM, aligned by SPF, sources and how many of them are new. */
export function createFigures(page: Page): Room {
  const { speech, looks } = page;
  const dates = datesIn(speech.locale);
  const buttons = Array.from({ length: 4 }, createButton);
  const root = element(
    'div',
    { class: 'figures', attributes: { role: 'group', 'aria-label': speech.say(words.figures) } },
    ...buttons.map(({ button }) => button),
  );
  let terms: readonly (string | undefined)[] = [];
  let fresh: DaysAnswer | undefined;
  let asked = -1;

  buttons.forEach(({ button }, index) => {
    button.addEventListener('click', () => {
      const term = terms[index];
      if (term === undefined) return;
      const filter = toggleTerm(looks.now().filter, term);
      // The table shows what is filtered, wherever the number was clicked.
      const shows = filter.length > looks.now().filter.length;
      looks.change(shows ? { filter, tab: 'records' } : { filter });
    });
  });

  const figures = (): readonly Figure[] => {
    const { summary } = page.opened();
    const { messages } = summary;
    const share = (name: string, part: number, term: string, hint: string): Figure => ({
      name,
      value: speech.percent(part, messages),
      detail: speech.say(words.ofMessages, { count: speech.number(part), all: speech.number(messages) }),
      share: messages === 0 ? 0 : part / messages,
      term: part < messages ? term : undefined,
      hint,
    });
    const since = fresh?.since;
    const found = since === undefined ? 0 : fresh!.newNetworks;
    return [
      share(speech.say(words.dmarcPass), summary.dmarcPass, 'dmarc=fail', speech.say(words.showFailing)),
      share(speech.say(words.dkimAligned), summary.dkimPass, 'dkim!=pass', speech.say(words.showNotDkim)),
      share(speech.say(words.spfAligned), summary.spfPass, 'spf!=pass', speech.say(words.showNotSpf)),
      {
        name: speech.say(words.sources),
        value: speech.number(summary.sources),
        detail:
          since === undefined
            ? speech.say(words.addresses)
            : speech.say(found === 1 ? words.newNetwork : words.newNetworks, {
                count: speech.number(found),
                since: dates.short(since, fresh?.days.at(-1)?.day ?? since),
              }),
        share: undefined,
        term: since === undefined || found === 0 ? undefined : `first-seen>=${since}`,
        hint: speech.say(words.showNew),
      },
    ];
  };

  function show(): void {
    const all = figures();
    terms = all.map(({ term }) => term);
    const filter = looks.now().filter;
    const held = new Set(filter.trim() === '' ? [] : chipsOf(filter).map(({ text }) => text));
    all.forEach((figure, index) => {
      buttons[index]!.show(figure, figure.term !== undefined && held.has(figure.term));
    });
  }

  const ask = following<string, DaysAnswer>({
    ask: (filter) => page.worker('days', { filter }),
    take(answer) {
      fresh = answer;
      show();
    },
    fail(error) {
      page.say(error instanceof Error ? error.message : String(error));
    },
    rest: () => page.opened().reading !== undefined,
  });
  looks.onChange(show);

  return {
    root,
    show() {
      const { records } = page.opened().summary;
      if (records === 0) fresh = undefined;
      else if (records !== asked) ask('');
      asked = records;
      show();
    },
  };
}

interface FigureButton {
  readonly button: HTMLButtonElement;
  readonly show: (figure: Figure, pressed: boolean) => void;
}

function createButton(): FigureButton {
  const name = element('span', { class: 'name' });
  const value = element('strong');
  const detail = element('span', { class: 'of' });
  const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
  const button = element(
    'button',
    { class: 'figure', attributes: { type: 'button', 'aria-pressed': 'false' } },
    name,
    element('span', { class: 'value' }, value, ' ', detail),
    bar,
  );
  return {
    button,
    show(figure, pressed) {
      name.textContent = figure.name;
      value.textContent = figure.value;
      detail.textContent = figure.detail;
      detail.title = figure.detail;
      bar.classList.toggle('none', figure.share === undefined);
      bar.style.setProperty('--part', String(figure.share ?? 0));
      button.disabled = figure.term === undefined;
      button.title = figure.term === undefined ? '' : figure.hint;
      button.setAttribute('aria-pressed', String(pressed));
    },
  };
}
