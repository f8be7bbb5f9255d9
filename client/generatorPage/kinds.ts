import { FORMS, formFor } from '../../core/generator/forms';
import { element } from '../webview/dom';
import type { Speech } from './words';

/** The choice of what is to be made: a list beside the form, a select above it where there is no room. */
export interface Kinds {
  readonly root: HTMLElement;
  show(kind: string): void;
}

export function createKinds(speech: Speech, choose: (kind: string) => void): Kinds {
  const kinds = Object.keys(FORMS).map((kind) => ({ kind, title: speech.tell(formFor(kind)!.title) }));
  const buttons = kinds.map(({ kind, title }) => {
    const button = element('button', { class: 'kind', text: title, attributes: { type: 'button' } });
    button.addEventListener('click', () => {
      choose(kind);
    });
    return { kind, button };
  });
  const select = element(
    'select',
    { id: 'choose-kind' },
    ...kinds.map(({ kind, title }) => element('option', { text: title, attributes: { value: kind } })),
  );
  select.addEventListener('change', () => {
    choose(select.value);
  });
  const root = element(
    'nav',
    { class: 'kinds', attributes: { 'aria-label': speech.say('kinds') } },
    element('ul', {}, ...buttons.map(({ button }) => element('li', {}, button))),
    element(
      'p',
      { class: 'chooser' },
      element('label', { text: speech.say('kinds'), attributes: { for: select.id } }),
      select,
    ),
  );
  return {
    root,
    show(kind) {
      select.value = kind;
      for (const { kind: own, button } of buttons) {
        if (own === kind) button.setAttribute('aria-current', 'true');
        else button.removeAttribute('aria-current');
      }
    },
  };
}
