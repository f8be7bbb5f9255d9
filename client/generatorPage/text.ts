import { message, render, type Locale, type Localized, type Message } from '../../core/text/message';
import { revealed } from '../../core/text/visible';
import { element } from '../webview/dom';

/** A text of several lines as it may be shown: nothing in it hides, and a tab is a blank. */
export function plainly(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => revealed(line.replaceAll('\t', ' ')))
    .join('\n');
}

/** A text of ours with what it has between backticks as code. What values say stays text. */
export function richly(text: Localized | Message, locale: Locale): (Node | string)[] {
  const { text: words, values } = 'text' in text ? text : message(text);
  return words[locale].split(/(`[^`]+`)/).map((piece) => {
    const isCode = piece.length > 2 && piece.startsWith('`');
    const own = isCode ? piece.slice(1, -1) : piece;
    const shown = render(message({ en: own, ja: own }, values), locale);
    return isCode ? element('code', { text: shown }) : shown;
  });
}
