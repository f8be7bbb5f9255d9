import type { Locale, Message, MessageValue } from '../core/text/message';
import { revealed } from '../core/text/visible';

/** Every ASCII character that can begin Markdown or HTML; `@` and `:` too, for addresses and links found by sight. */
const special = /[\\`*_{}[\]()<>#+\-.!|~&@:/="'^$]/g;

/**
 * A message as Markdown. The message's own text is Markdown; the values put into it are the user's text (or a
 * stranger's) and stay what they are: escaped in running text, fenced by enough backticks inside a code span.
 */
export function renderMarkdown(message: Message, locale: Locale): string {
  const values = message.values ?? {};
  return message.text[locale]
    .split(/(`[^`]+`)/)
    .map((piece, index) =>
      index % 2 === 1
        ? codeSpan(fill(piece.slice(1, -1), values, (value) => plain(value, locale)))
        : fill(piece, values, (value) =>
            typeof value === 'object' ? value[locale] : escapeMarkdown(String(value)),
          ),
    )
    .join('');
}

/** Running text that Markdown shows character for character. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(special, '\\$&');
}

/** A code span that shows `text` character for character (CommonMark §6.1). */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const padded = longest > 0 || line.trim() === '' ? ` ${line} ` : line;
  return fence + padded + fence;
}

function plain(value: MessageValue, locale: Locale): string {
  return typeof value === 'object' ? value[locale] : String(value);
}

function fill(
  template: string,
  values: Readonly<Record<string, MessageValue>>,
  write: (value: MessageValue) => string,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? write(values[name]!) : whole,
  );
}

/** On one line, with what cannot be seen made visible. */
function oneLine(text: string): string {
  return revealed(text.replace(/[\r\n\t]+/g, ' '));
}
