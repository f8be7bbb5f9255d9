import { visible, type Group, type SourceKind } from '../../../core/report';
import { element, icon } from '../dom';
import type { Judgement } from '../messages';
import type { Speech } from '../words';
import { shareText } from './share';
import { words } from './words';

/** An item of a list: who sent or reported so many of all messages. */
export interface Item {
  readonly group: Group;
  /** Of all messages, from 0 to 1. */
  readonly share: number;
  readonly judgement?: Judgement | undefined;
  readonly isNew?: boolean | undefined;
}

export interface ItemActs {
  /** What a click on the item does, in words. */
  readonly hint: (name: string) => string;
  /** The item was clicked; `without`: with Alt, to leave it out. */
  readonly chosen: (key: string, without: boolean) => void;
}

/** A list of items that keeps what is opened, and the focus, when it is shown anew. */
export interface ItemList {
  readonly root: HTMLElement;
  show(items: readonly Item[]): void;
}

/** @param id a name of the list that is unique on the page */
export function createItems(id: string, speech: Speech, acts: ItemActs): ItemList {
  const root = element('ul', { class: 'items' });
  const opened = new Set<string>();
  return {
    root,
    show(items) {
      const active = document.activeElement;
      const focused =
        active instanceof HTMLElement && root.contains(active) ? active.dataset['item'] : undefined;
      root.replaceChildren(
        ...items.map((item, index) => lineOf(item, `${id}-${index}`, opened, speech, acts)),
      );
      if (focused === undefined) return;
      for (const button of root.querySelectorAll<HTMLElement>('[data-item]')) {
        if (button.dataset['item'] === focused) button.focus();
      }
    },
  };
}

function lineOf(
  { group, share, judgement, isNew }: Item,
  id: string,
  opened: Set<string>,
  speech: Speech,
  { hint, chosen }: ItemActs,
): HTMLElement {
  const name = group.key === '' ? speech.say(words.notGiven) : visible(group.key);
  const choose = element('button', {
    class: 'name',
    text: name,
    title: hint(name),
    attributes: { type: 'button', 'data-item': `name ${group.key}` },
  });
  choose.addEventListener('click', (event) => {
    chosen(group.key, event.altKey);
  });
  const bar = element('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
  bar.style.setProperty('--part', String(share));
  const counted = speech.say(group.messages === 1 ? words.message : words.messages, {
    messages: speech.number(group.messages),
  });
  const line = element(
    'li',
    {},
    choose,
    element('span', { class: 'share' }, bar, shareText(share, speech)),
    element('span', { class: 'messages', text: counted }),
    element('span', {
      class: 'passing',
      text: speech.say(words.pass, { percent: speech.percent(group.pass, group.messages) }),
    }),
  );
  if (judgement !== undefined) line.append(...verdictOf(judgement, group.key, id, opened, speech));
  if (isNew === true) line.append(element('span', { class: 'new', text: speech.say(words.isNew) }));
  return line;
}

/** The word, which opens what speaks for it; its tooltip says the same. */
function verdictOf(
  { kind, word, signals }: Judgement,
  key: string,
  id: string,
  opened: Set<string>,
  speech: Speech,
): readonly HTMLElement[] {
  const head = speech.say(words.seems, { word });
  const reasons =
    signals.length === 0
      ? [speech.say(words.noSignals)]
      : signals.map((signal) => visible(speech.say(signal.message)));
  const list = element(
    'div',
    { class: 'signals', id: `signals-${id}` },
    head,
    element('ul', {}, ...reasons.map((text) => element('li', { text }))),
  );
  list.hidden = !opened.has(key);
  const button = element(
    'button',
    {
      class: `verdict ${kind satisfies SourceKind}`,
      title: [head, ...reasons.map((text) => `• ${text}`)].join('\n'),
      attributes: {
        type: 'button',
        'aria-expanded': String(!list.hidden),
        'aria-controls': list.id,
        'data-item': `verdict ${key}`,
      },
    },
    icon(kind),
    element('span', { text: speech.say(word) }),
  );
  button.addEventListener('click', () => {
    list.hidden = !list.hidden;
    if (list.hidden) opened.delete(key);
    else opened.add(key);
    button.setAttribute('aria-expanded', String(!list.hidden));
  });
  return [button, list];
}
