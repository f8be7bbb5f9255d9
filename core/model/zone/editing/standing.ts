import type { Token, ZoneEntry } from '../../../syntax/masterFile/entry';
import { parseDirective, type ZoneDirective } from '../../../syntax/masterFile/directive';
import { lineEnd, lineStart, positionAt, slice } from '../../../text/sourceText';
import { touches } from '../../../text/span';
import { walkOf, blockAt } from '../locate';
import { entriesBetween, type Standing, type StandingDirective } from '../lookup';
import { nextEntry, ttlHere, type TtlState } from '../walk';
import type { ZoneModel } from '../zone';

/** The record or directive that holds a document offset or touches it; undefined on blank lines and comments. */
export function standingAt(model: ZoneModel, offset: number): Standing | undefined {
  for (const standing of entriesBetween(model, offset, offset)) {
    if (standing.start <= offset && offset <= standing.end) return standing;
  }
  return undefined;
}

/** A directive, read. */
export function readDirective({ text, context }: StandingDirective): ZoneDirective {
  return parseDirective(text, context);
}

/** The times to live in force at the entry that begins at a document offset, by where they come from. */
export function ttlsAt(model: ZoneModel, start: number): TtlState {
  const index = blockAt(model, start);
  const base = model.text.starts[index]!;
  const walk = walkOf(model, index);
  while (nextEntry(walk)) if (base + walk.at >= start) break;
  return ttlHere(walk);
}

/** The words and quoted strings of an entry. */
export function wordsOf(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind === 'word' || kind === 'quoted');
}

/** A token's source. */
export function spell(text: string, { span }: Token): string {
  return text.slice(span.start, span.end);
}

/**
 * The token in which the cursor writes: one that it touches. Between two tokens, the one that ends there; behind a
 * closed quote nothing more is written.
 * @param offset counts from the entry's beginning, as the tokens' spans do
 */
export function tokenAt(text: string, tokens: readonly Token[], offset: number): Token | undefined {
  const touched = tokens.filter(({ span }) => touches(span, offset));
  const inside = touched.find((token) => token.span.end > offset && token.span.start < offset);
  if (inside !== undefined) return inside;
  const ending = touched.find(
    (token) => token.span.end === offset && !(token.kind === 'quoted' && isShut(text, token)),
  );
  return ending ?? touched.find((token) => token.span.start === offset);
}

function isShut(text: string, { span }: Token): boolean {
  return span.end - span.start > 1 && text[span.end - 1] === '"' && text[span.end - 2] !== '\\';
}

/** Whether an offset lies in a comment (at its `;` it does not yet). */
export function isInComment(tokens: readonly Token[], offset: number): boolean {
  return tokens.some(({ kind, span }) => kind === 'comment' && span.start < offset && offset <= span.end);
}

/** The text of the line that holds an offset, up to it. */
export function lineBefore(model: ZoneModel, offset: number): string {
  const { line } = positionAt(model.text, offset);
  return slice(model.text, lineStart(model.text, line), Math.min(offset, lineEnd(model.text, line)));
}

/** The words of a record's RDATA. */
export function dataWords(entry: ZoneEntry): Token[] {
  const { type } = entry;
  if (type === undefined) return [];
  return wordsOf(entry.tokens).filter(({ span }) => span.start >= type.end);
}
