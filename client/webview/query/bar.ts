import type { Page } from '../context';
import { element } from '../dom';
import { words } from '../words';

/** The bar in which the table is filtered. */
export interface QueryBar {
  readonly root: HTMLElement;
  readonly focus: () => void;
}

export function createQueryBar({ speech, looks }: Page): QueryBar {
  const input = element('input', {
    class: 'filter',
    attributes: {
      type: 'search',
      placeholder: speech.say(words.filterHint),
      'aria-label': speech.say(words.filter),
      spellcheck: 'false',
    },
  });
  input.value = looks.now().filter;
  input.addEventListener('input', () => {
    looks.change({ filter: input.value });
  });
  looks.onChange(({ filter }) => {
    if (input.value !== filter) input.value = filter;
  });
  return {
    root: input,
    focus() {
      input.focus();
      input.select();
    },
  };
}
