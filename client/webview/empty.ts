import { element, icon } from './dom';
import { words, type Speech } from './words';

/** The page without a report: what to drop, how, and where such files come from. */
export interface EmptyState {
  readonly root: HTMLElement;
  /** Names of files that were open before and cannot be opened again by themselves. */
  setLost(names: readonly string[]): void;
  focus(): void;
}

/** What the buttons of the empty page do. */
export interface EmptyButtons {
  /** Opens a picker for files. */
  readonly choose: () => void;
  /** Opens a picker for a folder. */
  readonly chooseFolder: () => void;
  readonly openSamples: () => void;
}

export function createEmptyState(
  speech: Speech,
  { choose, chooseFolder, openSamples }: EmptyButtons,
): EmptyState {
  const lost = element('p', { class: 'lost' });
  lost.hidden = true;
  const chooseButton = element('button', {
    class: 'primary',
    text: speech.say(words.choose),
    attributes: { type: 'button' },
  });
  chooseButton.addEventListener('click', choose);
  const folderButton = element('button', {
    text: speech.say(words.chooseFolder),
    attributes: { type: 'button' },
  });
  folderButton.addEventListener('click', chooseFolder);
  const samplesButton = element('button', {
    text: speech.say(words.samples),
    attributes: { type: 'button' },
  });
  samplesButton.addEventListener('click', openSamples);
  const root = element(
    'main',
    { class: 'empty' },
    element(
      'div',
      { class: 'card' },
      icon('drop'),
      element('h1', { text: speech.say(words.dropHere) }),
      element('p', { text: speech.say(words.holdShift) }),
      element('p', { class: 'buttons' }, chooseButton, folderButton, samplesButton),
      element('p', { class: 'whence', text: speech.say(words.whence) }),
      lost,
    ),
  );
  return {
    root,
    setLost(names) {
      lost.hidden = names.length === 0;
      lost.textContent = speech.say(words.wereOpen, { names: names.join(', ') });
    },
    focus() {
      chooseButton.focus();
    },
  };
}
