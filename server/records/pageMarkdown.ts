import type { Locale, Message } from '../../core/text/message';
import { isLink, type Block, type Inline, type Page } from '../../core/text/page';
import { revealed } from '../../core/text/visible';
import { codeSpan, renderMarkdown } from '../markdown';

/**
 * A page as Markdown (CommonMark with GitHub's tables). What users or strangers wrote stays what it is.
 * @param rulePage the address of a rule's page; without one the rule is only named
 */
export function pageMarkdown(
  { title, blocks }: Page,
  locale: Locale,
  rulePage?: (rule: string) => string | undefined,
): string {
  const said = (text: Message): string => renderMarkdown(text, locale);

  const passage = (part: Inline): string => {
    if (!isLink(part)) return said(part);
    const label = said(part.label);
    switch (part.link.to) {
      case 'place':
        return `[${label}](<${target(`${part.link.uri}#L${part.link.line + 1}`)}>)`;
      case 'web':
        return `[${label}](<${target(part.link.url)}>)`;
      case 'rule': {
        const page = rulePage?.(part.link.rule);
        return page === undefined ? codeSpan(part.link.rule) : `[${label}](<${target(page)}>)`;
      }
    }
  };
  const line = (text: readonly Inline[]): string => text.map(passage).join('').trim();
  const cell = (text: readonly Inline[]): string =>
    line(text)
      .replace(/\n/g, ' ')
      .replace(/(?<!\\)\|/g, '\\|');

  const written = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `## ${said(block.text)}`;
      case 'paragraph':
        return block.badge === undefined
          ? line(block.text)
          : `**${said(block.badge)}** — ${line(block.text)}`;
      case 'verbatim':
        return fenced(revealed(block.text));
      case 'list':
        return block.items.map(({ depth, text }) => `${'  '.repeat(depth)}- ${line(text)}`).join('\n');
      case 'terms':
        return block.items
          .map(({ term, text, aside }) => {
            const [first = [], ...more] = [...text, ...(aside === undefined ? [] : [aside])].map(line);
            return [`- ${said(term)} — ${String(first)}`, ...more.map((paragraph) => `  ${paragraph}`)].join(
              '\n\n',
            );
          })
          .join('\n');
      case 'table': {
        const columns = block.head.length;
        const rows = block.rows.map(({ depth, cells }) => {
          const shown = cells.map(cell);
          shown[0] = '· '.repeat(depth) + (shown[0] ?? '');
          return [...shown, ...Array.from({ length: columns - shown.length }, () => '')];
        });
        return [block.head.map((head) => cell([head])), Array.from({ length: columns }, () => '---'), ...rows]
          .map((row) => `| ${row.join(' | ')} |`)
          .join('\n');
      }
    }
  };
  return [`# ${said(title)}`, ...blocks.map(written)].join('\n\n').concat('\n');
}

/** What a link's target may not hold within angle brackets. */
function target(url: string): string {
  return url.replace(/[<>\s\\`"\p{C}]/gu, (character) =>
    /\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character),
  );
}

/** A code block whose fence is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
