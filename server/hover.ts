import type { Hover } from 'vscode-languageserver';
import type { Description } from '../core/text/cursor';
import { render } from '../core/text/message';
import type { SourceText } from '../core/text/sourceText';
import type { Abilities } from './abilities';
import { toRange } from './convert';
import { renderMarkdown } from './markdown';

/**
 * What stands at a place, in the form that the client shows.
 * @param links paragraphs of Markdown to put behind
 */
export function toHover(
  described: Description,
  text: SourceText,
  abilities: Abilities,
  links: readonly string[] = [],
): Hover {
  const { locale, markdownInHover } = abilities;
  const said = described.paragraphs.map((paragraph) =>
    markdownInHover ? renderMarkdown(paragraph, locale) : render(paragraph, locale),
  );
  const value = [...said, ...(markdownInHover ? links : [])].join('\n\n');
  return {
    contents: { kind: markdownInHover ? 'markdown' : 'plaintext', value },
    range: toRange(text, described.span),
  };
}
