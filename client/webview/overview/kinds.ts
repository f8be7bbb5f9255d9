import { termFor, toggleTerm, type KindSums, type SourceKind } from '../../../core/report';
import { sourceTexts } from '../../../core/report/sourceTexts';
import type { Page } from '../context';
import { element, icon } from '../dom';
import { shareText } from './share';
import { words } from './words';

/** What all the mail seems to be, a tile each kind: whose it is, how much, how much of it passes. */
export interface Kinds {
  readonly root: HTMLElement;
  show(kinds: readonly KindSums[], messages: number): void;
}

export function createKinds({ speech, looks }: Page): Kinds {
  const root = element('ul', { class: 'kinds' });
  const tile = ({ kind, sources, messages, pass }: KindSums, all: number): HTMLElement => {
    const word = speech.say(sourceTexts[kind]);
    const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
    bar.style.setProperty('--part', String(all === 0 ? 0 : messages / all));
    const button = element(
      'button',
      { class: `kind ${kind}`, title: speech.say(about[kind]), attributes: { type: 'button' } },
      element('span', { class: 'name' }, icon(kind), element('span', { text: word })),
      element('strong', { text: shareText(all === 0 ? 0 : messages / all, speech) }),
      bar,
      element('span', {
        class: 'of',
        text: [
          speech.say(messages === 1 ? words.message : words.messages, { messages: speech.number(messages) }),
          speech.say(sources === 1 ? words.source : words.sourceCount, { count: speech.number(sources) }),
          speech.say(words.pass, { percent: speech.percent(pass, messages) }),
        ].join(' · '),
      }),
    );
    button.addEventListener('click', (event) => {
      const term = termFor('seems', kind, event.altKey);
      looks.change({ filter: toggleTerm(looks.now().filter, term), tab: 'records' });
    });
    return element('li', {}, button);
  };
  return {
    root,
    show(kinds, messages) {
      const focused = [...root.querySelectorAll('button')].indexOf(
        document.activeElement as HTMLButtonElement,
      );
      root.replaceChildren(...kinds.map((kind) => tile(kind, messages)));
      root.querySelectorAll('button')[focused]?.focus();
    },
  };
}

const about: Readonly<Record<SourceKind, (typeof words)[keyof typeof words]>> = {
  yours: words.aboutYours,
  misconfigured: words.aboutMisconfigured,
  forwarder: words.aboutForwarder,
  spoofing: words.aboutSpoofing,
  unknown: words.aboutUnknown,
};
