import { element } from '../webview/dom';
import type { Speech } from './words';

/** The page's parts, put where they belong. */
export interface Parts {
  readonly kinds: HTMLElement;
  readonly beginning: HTMLElement;
  readonly questions: HTMLElement;
  /** From top to bottom. */
  readonly preview: readonly HTMLElement[];
  startOver(): void;
}

/** The page around its parts. */
export interface Layout {
  readonly root: HTMLElement;
  /** Shows the page, which is hidden until there is something to propose. */
  readonly reveal: () => void;
  title(title: string, about: string): void;
  /** Whether the preview is of answers before the present ones. */
  setStale(stale: boolean): void;
  /** Shows how something ended, and tells it to screen readers; it stays for a few seconds. */
  say(text: string, well: boolean): void;
  /** Tells screen readers something that the eyes see elsewhere. */
  tell(text: string): void;
}

/** How long a word in passing stays, in milliseconds. */
const STAY = 6000;

export function layout(speech: Speech, parts: Parts): Layout {
  const heading = element('h2', { id: 'form-title' });
  const about = element('p', { class: 'about' });
  const startOver = element('button', {
    class: 'link',
    text: speech.say('startOver'),
    attributes: { type: 'button' },
  });
  startOver.addEventListener('click', () => {
    parts.startOver();
  });
  const form = element(
    'section',
    { class: 'form', attributes: { 'aria-labelledby': heading.id } },
    heading,
    about,
    parts.beginning,
    parts.questions,
    startOver,
  );
  const previewTitle = element('h2', { id: 'preview-title', text: speech.say('preview') });
  const preview = element(
    'section',
    { class: 'preview', attributes: { 'aria-labelledby': previewTitle.id } },
    previewTitle,
    ...parts.preview,
  );
  const passing = element('p', { class: 'passing', attributes: { role: 'status' } });
  const told = element('p', { class: 'sr told', attributes: { role: 'status' } });
  const root = element(
    'main',
    { class: 'generator' },
    element('h1', { class: 'sr', text: speech.say('title') }),
    parts.kinds,
    form,
    preview,
    passing,
    told,
  );
  root.hidden = true;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  return {
    root,
    reveal() {
      root.hidden = false;
    },
    title(title, text) {
      heading.textContent = title;
      about.textContent = text;
    },
    setStale(stale) {
      preview.classList.toggle('stale', stale);
    },
    say(text, well) {
      clearTimeout(leaving);
      passing.textContent = text;
      passing.classList.toggle('bad', !well);
      leaving = setTimeout(() => {
        passing.textContent = '';
      }, STAY);
    },
    tell(text) {
      if (told.textContent !== text) told.textContent = text;
    },
  };
}
