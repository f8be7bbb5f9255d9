import { revealed } from '../../../core/text/visible';
import type { Page } from '../context';
import { element } from '../dom';
import type { Detail } from '../messages';
import { words } from './words';

/** What is shown of a record at most, in UTF-16 code units: nobody reads more here, and it must be drawn. */
const longestShown = 100_000;

/**
 * The record as XML, closed at first. Once it is opened it shows what stands in the report, or, where that is not to be had,
 * what was read, put into XML; it says which of the two.
 */
export function xmlOf({ row, xml }: Detail, { speech, worker }: Page): HTMLElement {
  const hint = element('p', { class: 'hint' });
  const cut = element('p', { class: 'hint' });
  const text = element('pre', { attributes: { tabindex: '0' } });
  const root = element(
    'details',
    { class: 'xml' },
    element('summary', { text: speech.say(words.xml) }),
    hint,
    text,
    cut,
  );
  const show = (original: string | undefined): void => {
    const whole = original ?? xml;
    const shown = whole.slice(0, longestShown);
    hint.textContent = speech.say(original === undefined ? words.xmlMade : words.xmlOriginal);
    text.textContent = shownLines(shown);
    cut.hidden = shown.length === whole.length;
    const values = { shown: speech.number(shown.length), all: speech.number(whole.length) };
    cut.textContent = speech.say(words.xmlCut, values);
  };
  cut.hidden = true;
  let asked = false;
  root.addEventListener('toggle', () => {
    if (asked || !root.open) return;
    asked = true;
    worker('original', { record: row.record }).then(show, () => {
      show(undefined);
    });
  });
  return root;
}

/** Text over several lines, in which every character that a person could not see is shown as what it is. */
function shownLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map(revealed).join('\t'))
    .join('\n');
}
