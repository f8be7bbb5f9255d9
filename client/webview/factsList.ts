import { visible } from '../../core/report';
import { element } from './dom';

/** Names and what they are, those without a value left out. */
export function factsList(facts: readonly (readonly [name: string, value: string])[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts-list' },
    ...facts
      .filter(([, value]) => value !== '')
      .flatMap(([name, value]) => [
        element('dt', { text: name }),
        element('dd', { text: value.split('\n').map(visible).join('\n') }),
      ]),
  );
}
