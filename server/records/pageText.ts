import { ownWords, render, type Locale, type Message } from '../../core/text/message';
import { isLink, type Block, type Inline, type Page } from '../../core/text/page';
import { revealed } from '../../core/text/visible';

/** A message without the marks of Markdown that are ours; those in values are the user's, and stay. */
export function plainWords(message: Message, locale: Locale): string {
  const { text, values = {} } = ownWords(message, locale);
  const bare = text[locale].replace(/`|\*\*/g, '');
  return render({ text: { en: bare, ja: bare }, values }, locale);
}

/** A page as plain text: headings underlined, what belongs to a term indented. Links are their labels. */
export function pageText({ title, blocks }: Page, locale: Locale): string {
  const said = (text: Message): string => plainWords(text, locale);
  const line = (text: readonly Inline[]): string =>
    text
      .map((part) => (isLink(part) ? said(part.label) : said(part)))
      .join('')
      .trim();

  const written = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return underlined(said(block.text), '-');
      case 'paragraph':
        return block.badge === undefined ? line(block.text) : `${said(block.badge)}: ${line(block.text)}`;
      case 'verbatim':
        return indented(revealed(block.text), 4);
      case 'list':
        return block.items.map(({ depth, text }) => `${'  '.repeat(depth)}- ${line(text)}`).join('\n');
      case 'terms':
        return block.items
          .map(({ term, text, aside }) => {
            const paragraphs = [...text, ...(aside === undefined ? [] : [aside])].map(line);
            return [said(term), ...paragraphs.map((paragraph) => indented(paragraph, 4))].join('\n');
          })
          .join('\n');
      case 'table':
        return block.rows
          .map(({ depth, cells }) => {
            const [first = '', ...more] = cells.map(line);
            const rest = more.filter((cell) => cell !== '').join(' | ');
            return `${'  '.repeat(depth)}${first}${rest === '' ? '' : ` | ${rest}`}`;
          })
          .join('\n');
    }
  };
  return [underlined(said(title), '='), ...blocks.map(written)].join('\n\n').concat('\n');
}

function underlined(text: string, mark: string): string {
  // Japanese letters are as wide as two marks.
  const width = Array.from(text).reduce((sum, one) => sum + (one > '\u2fff' ? 2 : 1), 0);
  return `${text}\n${mark.repeat(Math.min(width, 100))}`;
}

function indented(text: string, by: number): string {
  return text
    .split('\n')
    .map((one) => ' '.repeat(by) + one)
    .join('\n');
}
