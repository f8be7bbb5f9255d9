import type { ToPage } from '../report/protocol';
import type { Connection } from './connection';
import { element } from './dom';
import { words, type Speech } from './words';

/** Files that come into the page itself: dropped on it, or chosen in its picker. */
export interface WaysIn {
  /** To be put into the page: what cannot be seen, and the veil while files hover over it. */
  readonly parts: readonly HTMLElement[];
  /** Opens the picker. */
  readonly choose: () => void;
}

/** @param opened the names of files that came in */
export function createWaysIn(
  speech: Speech,
  { send }: Connection,
  opened: (names: readonly string[]) => void,
): WaysIn {
  const picker = element('input', {
    attributes: { type: 'file', multiple: '', 'aria-hidden': 'true', tabindex: '-1' },
  });
  picker.hidden = true;
  const veil = element(
    'div',
    { class: 'veil', attributes: { 'aria-hidden': 'true' } },
    speech.say(words.releaseToOpen),
  );
  veil.hidden = true;
  const open = (list: Iterable<File>): void => {
    const files = [...list];
    for (const file of files) send({ type: 'file', file });
    opened(files.map(({ name }) => name));
  };
  picker.addEventListener('change', () => {
    open(picker.files ?? []);
    picker.value = '';
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    veil.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) veil.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    veil.hidden = true;
    open(event.dataTransfer?.files ?? []);
  });
  return {
    parts: [picker, veil],
    choose() {
      picker.click();
    },
  };
}

/** Hands files that the extension sends on to the worker. @returns whether the message was about files */
export function passOn({ send }: Connection, message: ToPage): boolean {
  switch (message.type) {
    case 'open':
      send({ type: 'left', files: message.left });
      send({ type: 'open', id: message.id, name: message.name });
      return true;
    case 'files':
      send({ type: 'left', files: message.left });
      for (const { id, name, bytes } of message.files)
        send({ type: 'whole', id, name, bytes }, [bytes.buffer]);
      return true;
    case 'left':
      send({ type: 'left', files: message.left });
      return true;
    case 'chunk':
      send(message, [message.bytes.buffer]);
      return true;
    case 'end':
      send({ type: 'end', id: message.id });
      return true;
    case 'failed':
      send({ type: 'unreadable', name: message.name, reason: message.reason });
      return true;
    default:
      return false;
  }
}
