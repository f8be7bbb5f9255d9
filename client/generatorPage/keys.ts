import type { SigningLines } from '../../core/generator/signing';
import { element } from '../webview/dom';
import { createSection } from './section';
import { plainly } from './text';
import type { Speech } from './words';

/** Where the private key of a pair lies that was made for a form. */
export interface KeptKey {
  /** For people. */
  readonly place: string;
  /** For a signer's files; absent where it has no path there. */
  readonly path?: string;
}

/** What the section on keys shows. */
export interface KeyShown {
  /** Whether a pair has to be made. */
  readonly needed: boolean;
  /** The pair that was made. */
  readonly made: KeptKey | undefined;
  /** What a signer needs to use it. */
  readonly lines: readonly SigningLines[];
  readonly working: boolean;
  /** Whether the answers will do. */
  readonly ready: boolean;
}

/** What is asked for in here. */
export interface KeyHearer {
  make(): void;
  another(): void;
  copy(text: string): void;
}

/** The section that has the keys of a DKIM record made. */
export function createKeys(
  speech: Speech,
  hearer: KeyHearer,
): { readonly root: HTMLElement; show(shown: KeyShown | undefined): void } {
  const pressing = (text: string, pressed: () => void, kind = ''): HTMLButtonElement => {
    const made = element('button', { class: kind, text, attributes: { type: 'button' } });
    made.addEventListener('click', pressed);
    return made;
  };
  return createSection('key', speech.say('key'), ({ needed, made, lines, working, ready }: KeyShown) => {
    if (needed || made === undefined) {
      const make = pressing(
        speech.say(working ? 'makingKey' : 'makeKey'),
        () => {
          hearer.make();
        },
        'primary',
      );
      make.disabled = !ready;
      make.setAttribute('aria-disabled', String(working));
      return [element('p', { text: speech.say('keyNeeded') }), element('p', { class: 'buttons' }, make)];
    }
    return [
      element('p', { text: speech.say('keyMade', { place: made.place }) }),
      ...(lines.length === 0 ? [] : [element('p', { class: 'aside', text: speech.say('signer') })]),
      ...lines.map(({ file, lines: text, note }) =>
        element(
          'article',
          {},
          element('h4', { text: file }),
          element('p', { class: 'aside', text: speech.tell(note) }),
          element('pre', { text: plainly(text.trimEnd()) }),
          element(
            'p',
            { class: 'buttons' },
            pressing(speech.say('copyText'), () => {
              hearer.copy(text);
            }),
          ),
        ),
      ),
      element(
        'p',
        { class: 'buttons' },
        pressing(speech.say('anotherKey'), () => {
          hearer.another();
        }),
      ),
    ];
  });
}
