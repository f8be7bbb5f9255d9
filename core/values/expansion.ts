import type { Span } from '../text/span';

/** A `$name`, `${name}` or `$(name)` in a main.cf value. Spans count from the value's beginning. */
export interface Reference {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** `${name?…}` or `${name:…}`: only asks whether the parameter has a value. */
  readonly conditional: boolean;
}

/** What is wrong with a `$` expression; Postfix stops at each of them. */
export interface ExpansionProblem {
  readonly kind: 'unclosed' | 'empty-name' | 'bad-name' | 'bad-condition';
  readonly span: Span;
}

export interface Expansion {
  readonly references: readonly Reference[];
  readonly problems: readonly ExpansionProblem[];
}

const BLANK = /\s/;
const NAME = /[A-Za-z0-9_]/;
const OPERATORS = ['==', '!=', '<=', '>=', '<', '>'];

/** Expressions nested deeper than this are passed over: nobody writes them, and hostile text may. */
const DEEPEST = 50;

/**
 * Finds what a main.cf value refers to, read as Postfix's mac_parse() and mac_expand() do (postconf(5)):
 * `$name`, `$(name)`, `${name}`, `${name?text}`, `${name:text}`, `${name?{text}:{text}}`,
 * `${{left} == {right} ? {text} : {text}}`, `${function{text}}`, and `$$` for a dollar sign.
 */
export function readExpansion(value: string): Expansion {
  const references: Reference[] = [];
  const problems: ExpansionProblem[] = [];
  scan(value, 0, value.length, 0, references, problems);
  return { references, problems };
}

function scan(
  text: string,
  from: number,
  to: number,
  depth: number,
  references: Reference[],
  problems: ExpansionProblem[],
): void {
  if (depth > DEEPEST) return;
  let at = from;
  while (at < to) {
    if (text[at] !== '$') {
      at++;
    } else if (text[at + 1] === '$' && at + 1 < to) {
      at += 2;
    } else {
      at = one(text, at, to, depth, references, problems);
    }
  }
}

/** Reads the expression that begins at `at`; returns where it ends. */
function one(
  text: string,
  at: number,
  to: number,
  depth: number,
  references: Reference[],
  problems: ExpansionProblem[],
): number {
  const open = at + 1 < to ? text[at + 1]! : '';
  if (open !== '{' && open !== '(') {
    const end = skip(text, at + 1, to, NAME);
    if (end === at + 1) {
      problems.push({ kind: 'empty-name', span: { start: at, end: at + 1 } });
      return end;
    }
    references.push({ name: text.slice(at + 1, end), span: { start: at + 1, end }, conditional: false });
    return end;
  }
  const end = matching(text, at + 1, to);
  if (end === undefined) {
    problems.push({ kind: 'unclosed', span: { start: at, end: to } });
    return to;
  }
  inside(text, at + 2, end, { start: at, end: end + 1 }, depth, references, problems);
  return end + 1;
}

function inside(
  text: string,
  from: number,
  to: number,
  whole: Span,
  depth: number,
  references: Reference[],
  problems: ExpansionProblem[],
): void {
  const start = skip(text, from, to, BLANK);
  if (text[start] === '{' && start < to) {
    condition(text, start, to, whole, problems);
    scan(text, start, to, depth + 1, references, problems);
    return;
  }
  const end = skip(text, start, to, NAME);
  const next = skip(text, end, to, BLANK);
  if (end === start) {
    problems.push({ kind: next < to ? 'bad-name' : 'empty-name', span: whole });
    return;
  }
  const after = next < to ? text[next]! : '';
  if (after === '{') {
    // A function of Postfix 3.11: `${domain_to_ascii{$mydomain}}`.
    scan(text, next, to, depth + 1, references, problems);
    return;
  }
  if (after !== '' && after !== '?' && after !== ':') {
    problems.push({ kind: 'bad-name', span: { start, end: to } });
    return;
  }
  references.push({ name: text.slice(start, end), span: { start, end }, conditional: after !== '' });
  scan(text, next, to, depth + 1, references, problems);
}

/** `{left} operator {right} ? …`: judges the operator. */
function condition(text: string, from: number, to: number, whole: Span, problems: ExpansionProblem[]): void {
  const left = matching(text, from, to);
  if (left === undefined) return;
  const at = skip(text, left + 1, to, BLANK);
  const operator = OPERATORS.find((o) => text.startsWith(o, at));
  const right =
    operator === undefined ? undefined : skipLevelWord(text, skip(text, at + operator.length, to, BLANK), to);
  if (right === undefined || text[right] !== '{') {
    problems.push({ kind: 'bad-condition', span: whole });
  }
}

/** `<level {3.6}` compares as versions: the word follows the operator. */
function skipLevelWord(text: string, at: number, to: number): number {
  return text.startsWith('level', at) ? skip(text, at + 5, to, BLANK) : at;
}

/** Where the bracket at `at` is closed; undefined where it is not before `to`. */
function matching(text: string, at: number, to: number): number | undefined {
  const open = text[at]!;
  const close = open === '{' ? '}' : ')';
  let level = 0;
  for (let i = at; i < to; i++) {
    if (text[i] === open) level++;
    else if (text[i] === close && --level === 0) return i;
  }
  return undefined;
}

function skip(text: string, from: number, to: number, pattern: RegExp): number {
  let at = from;
  while (at < to && pattern.test(text[at]!)) at++;
  return at;
}
