import { chipsOf, parseQuery, visible, withoutTerm } from '../../../core/report';
import type { Page } from '../context';
import { element, icon } from '../dom';
import { openMenu } from '../menu';
import { words as shared } from '../words';
import { createSuggestions } from './suggestions';
import { words } from './words';

/** The bar in which records are filtered. */
export interface QueryBar {
  readonly root: HTMLElement;
  /** What is filtered by, one chip a term, and what is wrong with it; below the bar. */
  readonly below: HTMLElement;
  readonly focus: () => void;
}

/** Milliseconds without a key after which the records are filtered. */
const rest = 90;

/** @param leave puts the focus on what is filtered */
export function createQueryBar({ speech, looks, worker }: Page, leave: () => void): QueryBar {
  const input = element('input', {
    class: 'filter',
    attributes: {
      type: 'text',
      role: 'combobox',
      inputmode: 'search',
      placeholder: speech.say(shared.filterHint),
      'aria-label': speech.say(shared.filter),
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'suggestions',
      'aria-describedby': 'query-problem',
      autocomplete: 'off',
      spellcheck: 'false',
    },
  });
  const suggestions = createSuggestions(speech, input, () => {
    insert();
  });
  const clear = iconButton('close', speech.say(words.clearAll));
  const help = iconButton('help', speech.say(words.help));
  const root = element(
    'div',
    { class: 'query for-records', attributes: { role: 'search' } },
    input,
    clear,
    help,
    suggestions.root,
  );
  const chips = element('ul', { class: 'chips', attributes: { 'aria-label': speech.say(words.active) } });
  const problem = element('p', { class: 'problem', id: 'query-problem', attributes: { role: 'status' } });
  const below = element('div', { class: 'below-query for-records' }, chips, problem);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const apply = (): void => {
    clearTimeout(timer);
    looks.change({ filter: input.value });
  };
  const applySoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(apply, rest);
  };
  const suggest = async (): Promise<void> => {
    const query = input.value;
    const offset = input.selectionStart ?? query.length;
    const found = await worker('complete', { query, offset });
    // Somebody who types fast has gone on by now.
    if (input.value !== query || document.activeElement !== input) return;
    const typed = query.slice(found.from, offset);
    const nothingNew = found.candidates.length === 1 && found.candidates[0]!.insert.trim() === typed;
    if (nothingNew) suggestions.close();
    else suggestions.open(found);
  };
  const insert = (): boolean => {
    const chosen = suggestions.chosen();
    if (chosen === undefined) return false;
    const { candidate, from, to } = chosen;
    input.setRangeText(candidate.insert, from, to, 'end');
    suggestions.close();
    applySoon();
    // Behind a field comes an operator, behind that a value: go on asking.
    if (candidate.kind === 'field' || candidate.kind === 'operator') void suggest();
    return true;
  };

  const showTerms = (filter: string): void => {
    clear.hidden = filter === '';
    const terms = filter.trim() === '' ? [] : chipsOf(filter);
    chips.replaceChildren(
      ...terms.map((term) => {
        const text = visible(term.text);
        const button = element(
          'button',
          { title: speech.say(words.remove, { term: text }), attributes: { type: 'button' } },
          element('span', { text }),
          icon('close'),
        );
        button.setAttribute('aria-label', speech.say(words.remove, { term: text }));
        button.addEventListener('click', () => {
          const at = [...chips.children].indexOf(button.parentElement!);
          looks.change({ filter: withoutTerm(filter, term) });
          const next = chips.children[Math.min(at, chips.childElementCount - 1)];
          (next?.querySelector('button') ?? input).focus();
        });
        return element('li', {}, button);
      }),
    );
    chips.hidden = terms.length === 0;
    const [first] = parseQuery(filter).problems;
    problem.textContent = first === undefined ? '' : speech.say(first.message);
    input.setAttribute('aria-invalid', String(first !== undefined));
  };

  input.addEventListener('input', () => {
    clear.hidden = input.value === '';
    applySoon();
    void suggest();
  });
  input.addEventListener('blur', () => {
    suggestions.close();
  });
  input.addEventListener('keydown', (event) => {
    if (act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  /** @returns whether the key has done something */
  const act = ({ key, ctrlKey, isComposing }: KeyboardEvent): boolean => {
    // While a Japanese word is being put together, its keys are not ours.
    if (isComposing) return false;
    if (key === ' ' && ctrlKey) {
      void suggest();
      return true;
    }
    if (suggestions.isOpen()) {
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        suggestions.move(key === 'ArrowDown' ? 1 : -1);
        return true;
      }
      if (key === 'Escape') {
        suggestions.close();
        return true;
      }
      if ((key === 'Enter' || key === 'Tab') && insert()) return true;
    }
    if (key === 'Enter') {
      suggestions.close();
      apply();
      return true;
    }
    if (key === 'ArrowDown') {
      apply();
      leave();
      return true;
    }
    if (key === 'Escape' && input.value !== '') {
      input.value = '';
      apply();
      return true;
    }
    return false;
  };
  clear.addEventListener('click', () => {
    looks.change({ filter: '' });
    input.focus();
  });
  help.addEventListener('click', () => {
    const examples: readonly (readonly [string, (typeof words)[keyof typeof words]])[] = [
      ['dmarc=fail', words.failing],
      ['spf=unaligned', words.unaligned],
      ['ip=192.0.2.0/24', words.network],
      ['count>10 and from:example.com', words.many],
      ['reason=forwarded', words.forwarded],
      ['selector=mail and dkim-result=fail', words.brokenKeys],
      ['date>=2026-11-01', words.since],
    ];
    openMenu(
      speech.say(words.help),
      help,
      examples.map(([query, about]) => ({
        label: speech.say(about),
        key: query,
        run: () => {
          input.value = query;
          apply();
          input.focus();
        },
      })),
    );
  });
  looks.onChange(({ filter }, before) => {
    if (filter === before.filter) return;
    if (input.value !== filter) input.value = filter;
    showTerms(filter);
  });
  input.value = looks.now().filter;
  showTerms(input.value);

  function iconButton(shape: 'close' | 'help', label: string): HTMLButtonElement {
    const button = element(
      'button',
      { class: 'quiet', title: label, attributes: { type: 'button', 'aria-label': label } },
      icon(shape),
    );
    return button;
  }

  return {
    root,
    below,
    focus() {
      input.focus();
      input.select();
    },
  };
}
