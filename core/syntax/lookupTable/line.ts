import type { Span } from '../../text/span';
import type { PlainLine, PlainWord } from '../plainLines';

/**
 * How a table is written: `key value` (hash:, lmdb:, texthash: …), `name: value` (aliases), patterns (regexp:, pcre:),
 * or networks (cidr:).
 */
export type TableForm = 'keyed' | 'aliases' | 'patterns' | 'networks';

/** Why Postfix passes over a line, or over a part of it. */
export type TableProblemKind =
  | 'missing-result'
  | 'unbalanced-quote'
  | 'missing-colon'
  | 'remote-name'
  | 'missing-pattern'
  | 'unclosed-pattern'
  | 'unknown-flag'
  | 'unclosed-group'
  | 'unclosed-class'
  | 'nothing-to-repeat'
  | 'replacement-index'
  | 'negative-replacement'
  | 'bad-replacement'
  | 'unknown-statement'
  | 'text-behind-statement'
  | 'missing-network'
  | 'unclosed-bracket'
  | 'bad-address'
  | 'bad-prefix'
  | 'host-bits';

/** Something wrong with a line. */
export interface TableProblem {
  readonly kind: TableProblemKind;
  /** Counted from the line's beginning. */
  readonly span: Span;
  /** What was surely meant in its place. */
  readonly meant?: string;
}

/** One logical line of a lookup table; spans count from its beginning. */
export interface TableLine {
  readonly form: TableForm;
  readonly text: string;
  /** It begins with a blank though there is nothing to continue: Postfix passes over it (readlline.c). */
  readonly indented: boolean;
  /** `if` and `endif` around lines of patterns and networks. */
  readonly statement?: 'if' | 'endif';
  /** What is looked up: the key, the pattern without its delimiters, the network. */
  readonly key?: PlainWord;
  /** The key as tables compare it. */
  readonly lookup?: string;
  /** What the lookup gives, all of its lines. */
  readonly result?: PlainWord;
  readonly problems: readonly TableProblem[];
}

/** A line and where it begins in the file. */
export interface ParsedTableLine {
  readonly at: number;
  readonly value: TableLine;
}

/** What a form makes of a line that counts. */
export type ReadLine = (line: PlainLine) => Omit<TableLine, 'form' | 'text' | 'indented'>;

/** An empty place behind a word. */
export function behind({ span }: PlainWord): Span {
  return { start: span.end, end: span.end };
}
