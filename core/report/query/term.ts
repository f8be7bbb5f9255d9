import type { FieldName } from './fields';
import { tokens } from './lex';

/**
 * The term that lets through rows with this value: what a click on a value of the table adds to the query.
 * @param exclude for rows without this value
 */
export function termFor(field: FieldName, value: string, exclude = false): string {
  return `${field}${exclude ? '!=' : '='}${quoted(value)}`;
}

/** Where a report was found, as the field `file` has it. */
export function placeOf({ file, part }: { readonly file: string; readonly part: string }): string {
  return part === '' ? file : `${file} › ${part}`;
}

/** The query that lets through the records of one report. Its identifier may be empty. */
export function reportQuery(
  place: { readonly file: string; readonly part: string },
  reportId: string,
): string {
  const file = termFor('file', placeOf(place));
  return reportId === '' ? file : `${file} ${termFor('report-id', reportId)}`;
}

/** A value as a query has it: in quotation marks where it would not be read as one value otherwise. */
export function quoted(value: string): string {
  return /^[^\s(),"“”*?\\]+$/.test(value) ? value : `"${value.replace(/[\\"“”]/g, '\\$&')}"`;
}

/** The query with a term more; one without the term where it has it already, so that a second click takes it away. */
export function toggleTerm(query: string, term: string): string {
  const terms = topTerms(query);
  const there = terms?.find(({ text }) => text === term);
  if (there !== undefined) return withoutTerm(query, there);
  const trimmed = query.trim();
  if (trimmed === '') return term;
  return terms === undefined ? `(${trimmed}) ${term}` : `${trimmed} ${term}`;
}

/** A part of a query that must hold: what the view shows as a chip. */
export interface Chip {
  readonly text: string;
  /** UTF-16 offsets into the query. */
  readonly start: number;
  readonly end: number;
}

/** The parts of a query that all must hold; a single one where it is a choice (`or`). */
export function chipsOf(query: string): readonly Chip[] {
  const terms = topTerms(query);
  if (terms !== undefined) return terms;
  const start = query.length - query.trimStart().length;
  return [{ text: query.trim(), start, end: query.trimEnd().length }];
}

/** The query without one of its parts. */
export function withoutTerm(query: string, { start, end }: Chip): string {
  const before = query.slice(0, start).replace(/(?:^|\s+)(?:and|&&)\s*$/i, ' ');
  const after = query.slice(end);
  const rest = before.trim() === '' ? after.replace(/^\s*(?:and|&&)(?=[\s(])/i, '') : after;
  return `${before.trimEnd()} ${rest.trimStart()}`.trim();
}

/** The parts between which only `and` stands; undefined where the query has an `or` outside parentheses. */
function topTerms(query: string): readonly Chip[] | undefined {
  const found: Chip[] = [];
  let depth = 0;
  let start: number | undefined;
  for (const { type, span } of tokens(query)) {
    if (type === 'or' && depth === 0) return undefined;
    if (type === 'and' && depth === 0) continue;
    start ??= span.start;
    if (type === 'open') depth++;
    if (type === 'close') depth = Math.max(0, depth - 1);
    if (depth > 0 || type === 'not' || type === 'minus') continue;
    found.push({ text: query.slice(start, span.end), start, end: span.end });
    start = undefined;
  }
  if (start !== undefined) {
    const end = query.trimEnd().length;
    found.push({ text: query.slice(start, end), start, end });
  }
  return found;
}
