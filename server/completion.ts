import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver';
import type { Candidate, Expectation } from '../core/text/cursor';
import { render, type Message } from '../core/text/message';
import { lineEnd, lineStart, positionAt, slice, type SourceText } from '../core/text/sourceText';
import type { Span } from '../core/text/span';
import type { Abilities } from './abilities';
import { toRange } from './convert';
import { renderMarkdown } from './markdown';

/** Characters after which the client asks by itself. */
export const triggerCharacters = ['"', '=', ';', ':', ',', ' ', '\t', '$', '.', '/', '%', '{', '-', '~', '?'];

const kinds: Readonly<Record<Candidate['kind'], CompletionItemKind>> = {
  record: CompletionItemKind.Struct,
  tag: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  parameter: CompletionItemKind.Field,
  reference: CompletionItemKind.Reference,
  name: CompletionItemKind.Variable,
  type: CompletionItemKind.Class,
  directive: CompletionItemKind.Keyword,
};

/**
 * What may be written, as a list in the order of the candidates. Documentation is left for
 * {@link completionDocumentation}: a list of 1,300 parameters would otherwise carry all their pages at each key.
 * @param offset where the cursor stands
 * @param list number by which the client's question for documentation finds the list again
 */
export function toCompletionList(
  expectation: Expectation,
  text: SourceText,
  offset: number,
  list: number,
  abilities: Abilities,
): CompletionList {
  const [here, elsewhere] = onOneLine(expectation.replace, text, offset);
  const range = toRange(text, here);
  const taken = [...elsewhere, ...(expectation.also ?? [])];
  const additionalTextEdits: TextEdit[] = taken.map((span) => ({
    range: toRange(text, span),
    newText: '',
  }));
  // What the client filters by must begin with what it replaces, or it drops the candidate.
  const typed = slice(text, here.start, offset);
  const width = String(expectation.candidates.length).length;
  const items = expectation.candidates.map((candidate, index): CompletionItem => {
    const written = candidate.insert ?? candidate.label;
    const snippet = candidate.snippet === true && abilities.snippets;
    const newText = candidate.snippet === true && !snippet ? withoutPlaceholders(written) : written;
    return {
      label: candidate.label,
      kind: kinds[candidate.kind],
      sortText: String(index).padStart(width, '0'),
      filterText: filterOf(candidate, typed),
      textEdit: { range, newText },
      ...(snippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(additionalTextEdits.length === 0 ? {} : { additionalTextEdits }),
      ...(candidate.detail === undefined ? {} : { detail: render(candidate.detail, abilities.locale) }),
      ...(candidate.deprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
      ...(candidate.again === true && abilities.suggestCommand !== undefined
        ? { command: { title: '', command: abilities.suggestCommand } }
        : {}),
      data: { list, index },
    };
  });
  return { isIncomplete: expectation.incomplete === true, items };
}

/** The page beside a candidate, in the form that the client shows. */
export function completionDocumentation(
  documentation: Message,
  abilities: Abilities,
): string | MarkupContent {
  return abilities.markdownInCompletion
    ? { kind: 'markdown', value: renderMarkdown(documentation, abilities.locale) }
    : render(documentation, abilities.locale);
}

/** LSP wants the replaced range on the cursor's line: that part of the span, and the parts before and after it. */
function onOneLine(span: Span, text: SourceText, offset: number): [Span, Span[]] {
  const { line } = positionAt(text, offset);
  const begin = Math.max(span.start, lineStart(text, line));
  const end = Math.min(span.end, lineEnd(text, line));
  const elsewhere: Span[] = [];
  if (span.start < begin) elsewhere.push({ start: span.start, end: begin });
  if (end < span.end) elsewhere.push({ start: end, end: span.end });
  return [{ start: Math.min(begin, offset), end: Math.max(end, offset) }, elsewhere];
}

/** The text that typing filters by: the label, after the quote or bracket with which the replaced text begins. */
function filterOf(candidate: Candidate, typed: string): string {
  if (candidate.always === true) return typed;
  const opening = /^["'({$]+/.exec(typed)?.[0] ?? '';
  return candidate.label.startsWith(opening) ? candidate.label : opening + candidate.label;
}

/** A snippet's text for a client that knows none: placeholders give their first text, tab stops nothing. */
export function withoutPlaceholders(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}
