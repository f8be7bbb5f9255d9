import type { Span } from '../../text/span';

/** A piece of a query. */
export type Token =
  | { readonly type: 'open' | 'close' | 'minus'; readonly span: Span }
  | { readonly type: 'and' | 'or' | 'not'; readonly word: string; readonly span: Span }
  | {
      readonly type: 'word';
      readonly text: string;
      readonly quoted: boolean;
      readonly closed: boolean;
      readonly span: Span;
    }
  | {
      readonly type: 'term';
      readonly name: string;
      readonly operator: string;
      readonly values: readonly ValueToken[];
      readonly nameSpan: Span;
      readonly span: Span;
    };

/** A value of a term. */
export interface ValueToken {
  readonly text: string;
  readonly quoted: boolean;
  /** False where its quotation mark is missing at the end. */
  readonly closed: boolean;
  readonly span: Span;
}

const blank = /\s*/y;
const fieldAndOperator = /([A-Za-z][\w-]*)(?:\s*(!=|<=|>=|=|<|>)\s*|(:)\s*)/y;
const quotedText = /(["“”])((?:[^"“”\\]|\\.)*)(["“”]?)/y;
const plainWord = /[^\s()"“”]+/y;
const plainValue = /[^\s(),"“”]+/y;
const keyword = /(?:and|or|not|&&|\|\|)(?=[\s()]|$)/iy;

/** The tokens of a query. Every text has some: a query is never refused here. */
export function tokens(query: string): readonly Token[] {
  const found: Token[] = [];
  for (let at = 0; ;) {
    at = matchAt(blank, query, at)!.end;
    if (at >= query.length) return found;
    const token = tokenAt(query, at);
    found.push(token);
    at = token.span.end;
  }
}

function tokenAt(query: string, at: number): Token {
  const character = query[at]!;
  const one = { start: at, end: at + 1 };
  if (character === '(' || character === ')')
    return { type: character === '(' ? 'open' : 'close', span: one };
  if ((character === '-' || character === '!') && /[^\s=()]/.test(query[at + 1] ?? ' ')) {
    return { type: 'minus', span: one };
  }
  const key = matchAt(keyword, query, at);
  if (key !== undefined) {
    const [word] = key.match;
    const lower = word.toLowerCase();
    const type = lower === '&&' || lower === 'and' ? 'and' : lower === 'not' ? 'not' : 'or';
    return { type, word, span: { start: at, end: key.end } };
  }
  const term = matchAt(fieldAndOperator, query, at);
  if (term !== undefined && !isAddress(query, at)) {
    const [, name = '', comparison, colon] = term.match;
    const values = valuesAt(query, term.end);
    const end = values.at(-1)?.span.end ?? at + term.match[0].trimEnd().length;
    return {
      type: 'term',
      name,
      operator: comparison ?? colon!,
      values,
      nameSpan: { start: at, end: at + name.length },
      span: { start: at, end },
    };
  }
  const quoted = quotedAt(query, at);
  if (quoted !== undefined) return { type: 'word', ...quoted };
  const plain = matchAt(plainWord, query, at)!;
  return {
    type: 'word',
    text: plain.match[0],
    quoted: false,
    closed: true,
    span: { start: at, end: plain.end },
  };
}

/** `fe80::1` begins like a field and its colon, but is an address. */
function isAddress(query: string, at: number): boolean {
  const word = matchAt(plainWord, query, at)?.match[0] ?? '';
  return /^[\da-f]{1,4}:[\da-f:.]*$/i.test(word) && (word.match(/:/g)?.length ?? 0) >= 2;
}

/** Values with commas between them. */
function valuesAt(query: string, from: number): readonly ValueToken[] {
  const values: ValueToken[] = [];
  for (let at = from; ;) {
    const value = quotedAt(query, at) ?? plainAt(query, at);
    if (value === undefined) return values;
    values.push(value);
    if (query[value.span.end] !== ',') return values;
    at = value.span.end + 1;
  }
}

function plainAt(query: string, at: number): ValueToken | undefined {
  const plain = matchAt(plainValue, query, at);
  if (plain === undefined) return undefined;
  return { text: plain.match[0], quoted: false, closed: true, span: { start: at, end: plain.end } };
}

function quotedAt(query: string, at: number): ValueToken | undefined {
  const quoted = matchAt(quotedText, query, at);
  if (quoted === undefined) return undefined;
  const text = quoted.match[2]!.replace(/\\(.)/g, '$1');
  return { text, quoted: true, closed: quoted.match[3] !== '', span: { start: at, end: quoted.end } };
}

function matchAt(
  pattern: RegExp,
  text: string,
  at: number,
): { readonly match: RegExpExecArray; readonly end: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : { match, end: pattern.lastIndex };
}
