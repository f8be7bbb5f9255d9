import { visible } from '../../../core/report';
import { element, icon } from '../dom';
import type { ReadinessAnswer } from '../messages';
import type { Speech } from '../words';
import { advice, words } from './words';

type Source = ReadinessAnswer['sources'][number];

/**
 * The sources that a policy would touch, the most urgent first, each with what it seems to be and what to do.
 * @param show shows the messages of a source in the table
 */
export function sourceList(
  { sources, sourceCount }: ReadinessAnswer,
  speech: Speech,
  show: (source: Source) => void,
): HTMLElement {
  if (sources.length === 0) return element('p', { text: speech.say(words.nothingToMend) });
  const list = element('ol', { class: 'harmed' }, ...sources.map((source) => itemOf(source, speech, show)));
  const more = sourceCount - sources.length;
  if (more > 0) {
    list.append(
      element('li', { class: 'more', text: speech.say(words.more, { count: speech.number(more) }) }),
    );
  }
  return list;
}

function itemOf(source: Source, speech: Speech, show: (source: Source) => void): HTMLElement {
  const { key, kind, word, signals, quarantined, rejected, messages } = source;
  const name = visible(key === '' ? '–' : key);
  const button = element('button', {
    class: 'link',
    text: name,
    title: speech.say(words.show, { source: name }),
    attributes: { type: 'button' },
  });
  button.addEventListener('click', () => {
    show(source);
  });
  const hit = speech.number(quarantined + rejected);
  return element(
    'li',
    { class: kind },
    element(
      'div',
      { class: 'who' },
      button,
      element('span', { class: `verdict ${kind}` }, icon(kind), speech.say(word)),
      element(
        'span',
        { class: 'hit' },
        element('b', { text: speech.say(words.hit, { count: hit }) }),
        ` ${speech.say(words.ofAll, { all: speech.number(messages) })}`,
      ),
    ),
    element('p', { class: 'advice', text: speech.say(advice[kind]) }),
    element(
      'ul',
      { class: 'signals' },
      ...signals.slice(0, 3).map(({ message }) => element('li', { text: speech.say(message) })),
    ),
  );
}
