import { element } from '../webview/dom';
import { ANEW, type FormLook } from './filling';
import { createSection, type Section } from './section';
import type { Speech } from './words';

/** What a form begins with, and could begin with. */
export interface Beginning {
  /** Names of starting points; empty where one has none. */
  readonly names: readonly string[];
  /** The one that it begins with; undefined: with proposals. */
  readonly name: string | undefined;
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

/** The beginning of a form as it is filled in; undefined where nothing of its kind is there. */
export function beginningOf({ points, point }: FormLook): Beginning | undefined {
  if (points.length === 0) return undefined;
  const { lost = [], added = [] } = point?.prefilled ?? {};
  const nameOf = ({ name = '' }: FormLook['points'][number]): string => name;
  return { names: points.map(nameOf), name: point && nameOf(point), lost, added };
}

/** The notice that says what is there already, and has the form begin with it or anew. */
export function createBeginning(speech: Speech, begin: (start: string) => void): Section<Beginning> {
  return createSection('beginning', undefined, ({ names, name, lost, added }: Beginning) => {
    const button = (text: string, start: string): HTMLButtonElement => {
      const made = element('button', { text, attributes: { type: 'button' } });
      made.addEventListener('click', () => {
        begin(start);
      });
      return made;
    };
    const parts = (word: 'lost' | 'added', texts: readonly string[]): readonly HTMLElement[] =>
      texts.length === 0 ? [] : [element('p', { text: speech.say(word, { parts: texts.join(', ') }) })];
    const others = names.filter((one) => one !== name);
    return [
      element('p', { text: speech.say(name === undefined ? 'isThereToo' : 'isThere') }),
      ...parts('lost', lost),
      ...parts('added', added),
      element(
        'p',
        { class: 'buttons' },
        ...(name === undefined ? [] : [button(speech.say('beginAnew'), ANEW)]),
        ...others.map((one) =>
          button(one === '' ? speech.say('beginWithIt') : speech.say('beginWith', { name: one }), one),
        ),
      ),
    ];
  });
}
