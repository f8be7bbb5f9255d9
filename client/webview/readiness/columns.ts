import { element, icon } from '../dom';
import type { Speech } from '../words';
import { failed, levels, touched, type Level, type Outlook } from './outlook';
import { words } from './words';

/** The three policies side by side, each with what it would touch; one of them is looked at below. */
export interface PolicyColumns {
  readonly root: HTMLElement;
  show(outlook: Outlook, chosen: Level, inForce: readonly Level[]): void;
}

/** @param choose takes the policy that is looked at */
export function createPolicyColumns(speech: Speech, choose: (level: Level) => void): PolicyColumns {
  const buttons = new Map(
    levels.map((level) => {
      const button = element('button', { class: `policy-card ${level}`, attributes: { type: 'button' } });
      button.addEventListener('click', () => {
        choose(level);
      });
      return [level, button] as const;
    }),
  );
  return {
    root: element('div', { class: 'policies' }, ...buttons.values()),
    show(outlook, chosen, inForce) {
      for (const [level, button] of buttons) {
        button.setAttribute('aria-pressed', String(level === chosen));
        button.replaceChildren(...contents(level, outlook, inForce.includes(level), speech));
      }
    },
  };
}

const touchedWords = {
  none: words.touchedNone,
  quarantine: words.touchedQuarantine,
  reject: words.touchedReject,
} as const;

function contents(level: Level, outlook: Outlook, inForce: boolean, speech: Speech): readonly Node[] {
  const answer = outlook[level];
  const { messages } = answer;
  const count = touched(answer);
  const fails = speech.say(words.failAnyway, {
    count: speech.number(failed(answer)),
    percent: speech.percent(failed(answer), messages),
  });
  const newly =
    answer.newlyFailing === 0
      ? []
      : [
          element(
            'span',
            { class: 'newly' },
            icon('unaligned'),
            speech.say(words.newly, { count: speech.number(answer.newlyFailing) }),
          ),
        ];
  const spared = failed(answer) - count;
  const milder =
    level === 'none' || spared === 0
      ? []
      : [
          element('span', {
            class: 'fails',
            text: speech.say(words.milder, { count: speech.number(spared) }),
          }),
        ];
  const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
  bar.style.setProperty('--part', String(messages === 0 ? 0 : count / messages));
  return [
    element(
      'span',
      { class: 'level' },
      icon(level),
      element('b', { text: speech.say(words[level]) }),
      inForce ? element('small', { text: speech.say(words.inForce) }) : '',
    ),
    element(
      'span',
      { class: 'touched' },
      element('strong', { text: speech.number(count) }),
      ` ${speech.say(touchedWords[level])}`,
    ),
    bar,
    element('span', { class: 'fails', text: level === 'none' ? speech.say(words.nobody) : fails }),
    ...milder,
    ...newly,
  ];
}
