import type { QueryCandidate, QueryCompletion } from '../../../core/report';
import { element } from '../dom';
import type { Speech } from '../words';
import { words } from './words';

/** The list of what may stand at the cursor of the filter bar. */
export interface Suggestions {
  readonly root: HTMLElement;
  readonly isOpen: () => boolean;
  open(completion: QueryCompletion): void;
  close(): void;
  /** Marks another line: the next, or the one before; the ends meet. */
  move(by: 1 | -1): void;
  /** What is marked. */
  chosen(): { readonly candidate: QueryCandidate; readonly from: number; readonly to: number } | undefined;
}

/**
 * @param input the bar, as a combobox of WAI-ARIA
 * @param take takes what was clicked
 */
export function createSuggestions(speech: Speech, input: HTMLInputElement, take: () => void): Suggestions {
  const root = element('ul', {
    class: 'suggestions',
    id: 'suggestions',
    attributes: { role: 'listbox', 'aria-label': speech.say(words.suggestions) },
  });
  root.hidden = true;
  let now: QueryCompletion | undefined;
  let marked = -1;

  const mark = (): void => {
    [...root.children].forEach((line, i) => {
      line.setAttribute('aria-selected', String(i === marked));
      if (i === marked) line.scrollIntoView({ block: 'nearest' });
    });
    const id = root.children[marked]?.id;
    if (id === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  };
  const close = (): void => {
    now = undefined;
    marked = -1;
    root.hidden = true;
    root.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const lineOf = ({ label, about, records, kind }: QueryCandidate, i: number): HTMLElement => {
    const said =
      records === undefined
        ? about === undefined
          ? ''
          : speech.say(about)
        : speech.say(words.counts, { records: speech.number(records) });
    const line = element(
      'li',
      { id: `suggestion-${i}`, class: kind, attributes: { role: 'option' } },
      element('span', { class: 'label', text: label, title: label }),
      element('span', { class: 'about', text: said }),
    );
    // Not by click: the bar would lose the focus before.
    line.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      marked = i;
      take();
    });
    return line;
  };

  return {
    root,
    isOpen: () => now !== undefined,
    open(completion) {
      if (completion.candidates.length === 0) {
        close();
        return;
      }
      now = completion;
      marked = -1;
      root.replaceChildren(...completion.candidates.map(lineOf));
      root.hidden = false;
      root.scrollTop = 0;
      input.setAttribute('aria-expanded', 'true');
      mark();
    },
    close,
    move(by) {
      const length = root.childElementCount;
      if (length === 0) return;
      marked = marked < 0 && by < 0 ? length - 1 : (marked + by + length) % length;
      mark();
    },
    chosen() {
      const candidate = now?.candidates[marked];
      return now === undefined || candidate === undefined
        ? undefined
        : { candidate, from: now.from, to: now.to };
    },
  };
}
