/** What a name stands for, unexpanded; undefined where nothing sets it. */
export type Lookup = (name: string) => string | undefined;

/** Why a value cannot be put together: it leads back to itself, grows without measure, or cannot be read. */
export type ExpandProblem = 'circular' | 'too-long' | 'unreadable';

/** Values longer than this are not shown to anyone. */
const LONGEST = 10_000;

/** Names and expressions nested deeper than this are a circle, or hostile. */
const DEEPEST = 40;

/** Expressions that one value may cost; few names that double each other would otherwise cost thousands of millions. */
const MOST_STEPS = 5000;

class Failure extends Error {
  constructor(readonly problem: ExpandProblem) {
    super(problem);
  }
}

interface Run {
  readonly lookup: Lookup;
  readonly within: readonly string[];
  readonly depth: number;
  /** Shared by all of one expansion. */
  readonly spent: { steps: number };
}

/**
 * Puts together what a main.cf value stands for, as Postfix's mac_expand() does (postconf(5)): `$name`, `${name?text}`,
 * `${name:text}`, `${name?{text}:{text}}`, `${{left} == {right} ? {text} : {text}}`, `$$`.
 * @returns the text, or why there is none
 */
export function expandValue(value: string, lookup: Lookup): { readonly text: string } | ExpandProblem {
  try {
    return { text: expand(value, { lookup, within: [], depth: 0, spent: { steps: 0 } }) };
  } catch (error) {
    if (error instanceof Failure) return error.problem;
    throw error;
  }
}

function expand(text: string, run: Run): string {
  if (run.depth > DEEPEST) throw new Failure('circular');
  let out = '';
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return limited(out + text.slice(at));
    out += text.slice(at, dollar);
    if (text[dollar + 1] === '$') {
      out += '$';
      at = dollar + 2;
      continue;
    }
    if (++run.spent.steps > MOST_STEPS) throw new Failure('too-long');
    const open = text[dollar + 1];
    if (open === '{' || open === '(') {
      const end = closing(text, dollar + 1);
      out += expression(text.slice(dollar + 2, end).trim(), run);
      at = end + 1;
    } else {
      const name = /^\w+/.exec(text.slice(dollar + 1))?.[0];
      if (name === undefined) throw new Failure('unreadable');
      out += named(name, run);
      at = dollar + 1 + name.length;
    }
    limited(out);
  }
  return out;
}

function limited(text: string): string {
  if (text.length > LONGEST) throw new Failure('too-long');
  return text;
}

function named(name: string, run: Run): string {
  if (run.within.includes(name)) throw new Failure('circular');
  const value = run.lookup(name);
  return value === undefined
    ? ''
    : expand(value, { ...run, within: [...run.within, name], depth: run.depth + 1 });
}

/** What stands between the brackets of `${…}`. */
function expression(inside: string, run: Run): string {
  const deeper = { ...run, depth: run.depth + 1 };
  if (inside.startsWith('{')) {
    const left = closing(inside, 0);
    const operator = /^\s*(==|!=|<=|>=|<|>)(level)?\s*(?=\{)/.exec(inside.slice(left + 1));
    if (operator === null) throw new Failure('unreadable');
    const start = left + 1 + operator[0].length;
    const right = closing(inside, start);
    const holds = compare(
      expand(inside.slice(1, left).trim(), deeper),
      expand(inside.slice(start + 1, right).trim(), deeper),
      operator[1]!,
      operator[2] !== undefined,
    );
    return chosen(inside.slice(right + 1), holds, deeper);
  }
  const name = /^\w+/.exec(inside)?.[0];
  if (name === undefined) throw new Failure('unreadable');
  const rest = inside.slice(name.length).trimStart();
  if (rest === '') return named(name, run);
  // A function of Postfix 3.11: what it makes of its argument is not known here.
  if (rest.startsWith('{')) return expand(rest.slice(1, closing(rest, 0)), deeper);
  return chosen(rest, named(name, run) !== '', deeper);
}

/** `? {a} : {b}`, `?text`, `:text` behind a condition. */
function chosen(rest: string, holds: boolean, run: Run): string {
  const text = rest.trimStart();
  if (text.startsWith(':')) return holds ? '' : expand(bare(text.slice(1)), run);
  if (!text.startsWith('?')) throw new Failure('unreadable');
  const then = text.slice(1).trimStart();
  if (!then.startsWith('{')) return holds ? expand(text.slice(1), run) : '';
  const end = closing(then, 0);
  if (holds) return expand(then.slice(1, end).trim(), run);
  const otherwise = then.slice(end + 1).trimStart();
  return otherwise.startsWith(':') ? expand(bare(otherwise.slice(1)), run) : '';
}

/** A text without the braces around it, where it has some. */
function bare(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith('{') && closing(trimmed, 0) === trimmed.length - 1
    ? trimmed.slice(1, -1).trim()
    : text;
}

function compare(a: string, b: string, operator: string, levels: boolean): boolean {
  const order = levels ? level(a) - level(b) : difference(a, b);
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Numbers compare as numbers, everything else as text. */
function difference(a: string, b: string): number {
  if (/^[+-]?\d{1,15}$/.test(a) && /^[+-]?\d{1,15}$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

function level(text: string): number {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
  const number = (major * 1000 + minor) * 1000 + patch;
  if (Number.isNaN(number)) throw new Failure('unreadable');
  return number;
}

/** Where the bracket at an offset is closed. */
function closing(text: string, at: number): number {
  const open = text[at]!;
  const close = open === '{' ? '}' : ')';
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  throw new Failure('unreadable');
}
