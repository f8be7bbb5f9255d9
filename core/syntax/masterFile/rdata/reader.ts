import { PROGRAMS, type Program } from '../../../facts/rr/kinds';
import type { RdataField, RrType } from '../../../facts/rrTypes';
import type { Span } from '../../../text/span';
import type { EntryProblem, Token } from '../entry';
import { innerSpan } from '../strings';

export const ALL: readonly Program[] = PROGRAMS;
export const BIND: readonly Program[] = ['BIND'];
export const KNOT: readonly Program[] = ['Knot'];
export const BIND_KNOT: readonly Program[] = ['BIND', 'Knot'];
export const BIND_NSD: readonly Program[] = ['BIND', 'NSD'];
export const NSD_KNOT: readonly Program[] = ['NSD', 'Knot'];

/** A word of RDATA. */
export interface Word {
  /** Without quotes, escapes as written. */
  readonly text: string;
  /** With quotes. */
  readonly span: Span;
  readonly quoted: boolean;
}

/** The state of reading one record's RDATA. */
export interface RdataReader {
  readonly type: RrType;
  /** The entry's source; all spans count from its beginning. */
  readonly text: string;
  readonly words: readonly Token[];
  /** Absolute, with final dot. */
  readonly origin: string;
  /** Index of the word to read next. */
  next: number;
  /** The numbers read so far, by their field's name. */
  readonly numbers: Map<string, number>;
  readonly problems: EntryProblem[];
}

/** What became of one field: its words are taken whether it could be read or not. */
export interface FieldValue {
  readonly span: Span;
  /** Wire form; absent where it cannot be told. */
  readonly octets?: string;
  readonly name?: string;
  readonly number?: number;
}

/** Reads the field that begins at the next word, of which there is one at least. */
export type ReadField = (reader: RdataReader, field: RdataField) => FieldValue;

/** The word at an index. */
export function wordAt(reader: RdataReader, index: number): Word {
  const token = reader.words[index]!;
  const inner = innerSpan(reader.text, token);
  return {
    text: reader.text.slice(inner.start, inner.end),
    span: token.span,
    quoted: token.kind === 'quoted',
  };
}

/** Takes the next word, quoted or not. */
export function takeWord(reader: RdataReader): Word {
  return wordAt(reader, reader.next++);
}

/** Takes the next word of a field that holds no quotes; BIND and Knot refuse them there, NSD reads on. */
export function takePlain(reader: RdataReader, field: RdataField): Word {
  const word = takeWord(reader);
  if (!word.quoted && word.text.includes('\\')) {
    const plain = word.text.replace(/\\(?:(\d{3})|([^]))/g, (_, decimal?: string, other?: string) =>
      decimal === undefined ? other! : String.fromCharCode(Number(decimal)),
    );
    complain(reader, 'quoted-field', word.span, BIND_KNOT, { detail: 'escaped', field, meant: plain });
    return { ...word, text: plain };
  }
  if (word.quoted) {
    reader.problems.push({
      kind: 'quoted-field',
      span: word.span,
      refusedBy: BIND_KNOT,
      field,
      ...(/^[^\s\\;()"]+$/.test(word.text) && { meant: word.text }),
    });
  }
  return word;
}

/** Notes a problem. */
export function complain(
  reader: RdataReader,
  kind: EntryProblem['kind'],
  span: Span,
  refusedBy: readonly Program[],
  more: Omit<EntryProblem, 'kind' | 'span' | 'refusedBy'> = {},
): void {
  reader.problems.push({ kind, span, refusedBy, ...more });
}

/** A number in network byte order. */
export function numberOctets(value: number, octets: 1 | 2 | 4): string {
  let out = '';
  for (let shift = octets - 1; shift >= 0; shift--) {
    out += String.fromCharCode(Math.floor(value / 256 ** shift) & 255);
  }
  return out;
}

/** From the first of two spans to the end of the other. */
export function spanning(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

/** A value, with octets only where there are some. */
export function valueOf(
  span: Span,
  octets: string | undefined,
  more: Pick<FieldValue, 'name' | 'number'> = {},
): FieldValue {
  return octets === undefined ? { span, ...more } : { span, octets, ...more };
}
