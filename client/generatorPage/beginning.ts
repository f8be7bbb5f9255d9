import { element } from '../webview/dom';
import type { FormLook } from './filling';
import { createSection, type Section } from './section';
import type { Speech } from './words';

/** What the form begins with: what is there already, or proposals. */
export interface Beginning {
  readonly there: boolean;
  readonly fromExisting: boolean;
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/** The beginning of a form as it is filled in; undefined where nothing of its kind is there. */
export function beginningOf({ existing, fromExisting }: FormLook): Beginning | undefined {
  if (existing === undefined) return undefined;
  const { lost, added } = fromExisting ? existing : { lost: [], added: [] };
  return { there: true, fromExisting, lost, added };
}

/** The notice that says what is there already, and begins with it or anew. */
export function createBeginning(
  speech: Speech,
  begin: (start: 'existing' | 'anew') => void,
): Section<Beginning> {
  return createSection('beginning', undefined, ({ fromExisting, lost, added }: Beginning) => {
    const button = element('button', {
      text: speech.say(fromExisting ? 'beginAnew' : 'beginWithIt'),
      attributes: { type: 'button' },
    });
    button.addEventListener('click', () => {
      begin(fromExisting ? 'anew' : 'existing');
    });
    const parts = (word: 'lost' | 'added', texts: readonly string[]): readonly HTMLElement[] =>
      texts.length === 0 ? [] : [element('p', { text: speech.say(word, { parts: texts.join(', ') }) })];
    return [
      element('p', { text: speech.say(fromExisting ? 'isThere' : 'isThereToo') }),
      ...parts('lost', lost),
      ...parts('added', added),
      button,
    ];
  });
}
