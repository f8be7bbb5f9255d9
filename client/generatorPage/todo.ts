import { element } from '../webview/dom';
import { createSection } from './section';
import type { Speech } from './words';

/** An answer that is still to be given, or mended. */
export interface Todo {
  readonly key: string;
  readonly title: string;
}

/** What the notice above the preview shows. */
export interface TodoShown {
  readonly open: readonly Todo[];
  /** Whether what stands below is from before. */
  readonly stale: boolean;
}

/** The notice that names the questions between a person and the record, and leads to them. */
export function createTodo(
  speech: Speech,
  go: (key: string) => void,
): { readonly root: HTMLElement; show(shown: TodoShown | undefined): void } {
  return createSection('todo', undefined, ({ open, stale }: TodoShown) => [
    element('p', { text: speech.say('toAnswer') }),
    element(
      'ul',
      {},
      ...open.map(({ key, title }) => {
        const button = element('button', { class: 'link', text: title, attributes: { type: 'button' } });
        button.addEventListener('click', () => {
          go(key);
        });
        return element('li', {}, button);
      }),
    ),
    element('p', { class: 'aside', text: speech.say(stale ? 'asBefore' : 'nothingYet') }),
  ]);
}
