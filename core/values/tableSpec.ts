import type { Span } from '../text/span';
import { listWords } from './words';

/** A lookup table as a value names it: `hash:/etc/postfix/virtual`, `unionmap:{ inline:{…}, … }`. */
export interface TableSpec {
  /** In the spelling of the value; Postfix tells upper from lower case. */
  readonly type: string;
  readonly typeSpan: Span;
  /** What stands behind the first `:`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The tables inside of `proxy:…`, `unionmap:{…}`, `pipemap:{…}`. */
  readonly inner: readonly TableSpec[];
}

/**
 * What keeps Postfix from opening a table. `no-type`, `no-name`: dict_open() stops the program. `no-braces`,
 * `bad-entry`, `empty-list`: every lookup fails.
 */
export type TableProblemKind = 'no-type' | 'no-name' | 'no-braces' | 'bad-entry' | 'empty-list';

/** A problem and the place where it stands. */
export interface TableProblem {
  readonly kind: TableProblemKind;
  readonly span: Span;
}

export interface TableReading {
  readonly spec?: TableSpec;
  readonly problems: readonly TableProblem[];
}

/** Tables whose name is a list of tables in braces. */
const LISTS_OF_TABLES = new Set(['pipemap', 'unionmap']);

/** Nobody nests tables deeper; hostile text may. */
const DEEPEST = 20;

/**
 * Reads one table as dict_open() of Postfix does: the type up to the first `:`, the name behind it. Spans count from
 * where `from` does.
 * @param text one word of a list
 * @param from where the word begins
 */
export function readTable(text: string, from = 0, depth = 0): TableReading {
  const whole = { start: from, end: from + text.length };
  const colon = text.indexOf(':');
  if (colon < 0 || text.startsWith('{')) return { problems: [{ kind: 'no-type', span: whole }] };
  const type = text.slice(0, colon);
  const name = text.slice(colon + 1);
  if (type === '') return { problems: [{ kind: 'no-type', span: whole }] };
  if (name === '') return { problems: [{ kind: 'no-name', span: whole }] };
  const nameStart = from + colon + 1;
  const inner: TableSpec[] = [];
  const problems: TableProblem[] = [];
  const nested = (word: string, at: number): void => {
    if (depth >= DEEPEST) return;
    const reading = readTable(word, at, depth + 1);
    if (reading.spec !== undefined) inner.push(reading.spec);
    problems.push(...reading.problems);
  };
  if (type === 'proxy') {
    // Whether the proxymap server knows the table is found out when it is asked.
    if (name.includes(':')) nested(name, nameStart);
    else problems.push({ kind: 'no-type', span: { start: nameStart, end: whole.end } });
  } else if (LISTS_OF_TABLES.has(type)) {
    braced(name, nameStart, problems, (words) => {
      for (const { text: word, span } of words) nested(word, span.start);
    });
  } else if (type === 'randmap') {
    braced(name, nameStart, problems, () => undefined);
  } else if (type === 'inline') {
    braced(name, nameStart, problems, (words) => {
      for (const { text: word, span } of words) if (!isPair(word)) problems.push({ kind: 'bad-entry', span });
    });
  }
  return {
    spec: {
      type,
      typeSpan: { start: from, end: from + colon },
      name,
      nameSpan: { start: nameStart, end: whole.end },
      inner,
    },
    problems,
  };
}

/** Hands on the words between the braces of `{ … }`, or says what is wrong with them. */
function braced(
  name: string,
  from: number,
  problems: TableProblem[],
  use: (words: readonly { readonly text: string; readonly span: Span }[]) => void,
): void {
  const span = { start: from, end: from + name.length };
  if (!name.startsWith('{') || !name.endsWith('}') || name.length < 2) {
    problems.push({ kind: 'no-braces', span });
    return;
  }
  const words = listWords(name.slice(1, -1)).map((word) => ({
    text: word.text,
    span: { start: word.span.start + from + 1, end: word.span.end + from + 1 },
  }));
  if (words.length === 0) problems.push({ kind: 'empty-list', span });
  use(words);
}

/** `name=value` or `{ name = value }`. */
function isPair(word: string): boolean {
  const inside = word.startsWith('{') ? word.slice(1, word.endsWith('}') ? -1 : undefined) : word;
  const equals = inside.indexOf('=');
  return equals > 0 && inside.slice(0, equals).trim() !== '';
}

/** A table and all that it is made of, from the outside in. */
export function* allTables(spec: TableSpec): Generator<TableSpec> {
  yield spec;
  for (const inner of spec.inner) yield* allTables(inner);
}
