import type { Part, Range } from '../tagList';
import type { SpfProblem, SpfProblemKind } from './problem';

/** Characters as they stand: `macro-literal` (RFC 7208 §7.1), and whatever else does not belong there. */
export interface MacroLiteral extends Part {
  readonly kind: 'literal';
}

/** `%%`, `%_` or `%-`. */
export interface MacroEscape extends Part {
  readonly kind: 'escape';
  /** What it stands for: `%`, a blank, `%20`. */
  readonly meaning: string;
}

/** `%{d2r.-}`: a letter, transformers, delimiters. */
export interface MacroExpand extends Part {
  readonly kind: 'macro';
  /** As written: an upper-case letter asks for URL escaping. Empty where there is none. */
  readonly letter: Part;
  /** How many parts to keep, counted from the right; undefined for all of them. */
  readonly keep: number | undefined;
  readonly reverse: boolean;
  /** Where the value is split; empty means at dots. */
  readonly delimiters: string;
}

/** A `%` that begins nothing. */
export interface MacroStray extends Part {
  readonly kind: 'stray';
}

export type MacroPart = MacroLiteral | MacroEscape | MacroExpand | MacroStray;

/** A `macro-string`, or with blanks an `explain-string` (RFC 7208 §7.1); its parts cover it without a gap. */
export interface MacroString extends Part {
  readonly parts: readonly MacroPart[];
  readonly problems: readonly SpfProblem[];
}

/** Whose text it is: `c`, `r` and `t` belong to explanations alone (RFC 7208 §7.2). */
export type MacroUse = 'term' | 'explanation';

const ESCAPES: Readonly<Record<string, string>> = { '%%': '%', '%_': ' ', '%-': '%20' };

/** All letters of RFC 7208 §7.2. */
export const MACRO_LETTERS = 'slodipvhcrt';

/** Those that only an explanation may use. */
export const EXPLANATION_LETTERS = 'crt';

/** `macro-letter transformers *delimiter`, in any order of things that might come out of a typing error. */
const INSIDE = /^([a-z]?)(\d*)(r?)([-.+,/_=]*)$/i;

/**
 * Reads a macro-string; never fails.
 * @param text the whole decoded record or explanation
 * @param from where the macro-string begins in it; offsets of the answer count in `text`
 */
export function parseMacroString(text: string, from: number, to: number, use: MacroUse): MacroString {
  const parts: MacroPart[] = [];
  const problems: SpfProblem[] = [];
  let at = from;
  while (at < to) {
    const percent = text.indexOf('%', at);
    const stop = percent < 0 || percent >= to ? to : percent;
    if (stop > at) {
      parts.push({ kind: 'literal', ...part(text, at, stop) });
      at = stop;
      continue;
    }
    const next = macroAt(text, at, to, use, problems);
    parts.push(next);
    at = next.to;
  }
  return { parts, problems, ...part(text, from, to) };
}

/** What the `%` at `at` begins. */
function macroAt(text: string, at: number, to: number, use: MacroUse, problems: SpfProblem[]): MacroPart {
  const two = text.slice(at, Math.min(to, at + 2));
  const meaning = ESCAPES[two];
  if (meaning !== undefined) return { kind: 'escape', ...part(text, at, at + 2), meaning };
  const note = (kind: SpfProblemKind, range: Range) =>
    problems.push({ kind, from: range.from, to: range.to });
  if (two !== '%{') {
    note('stray-percent', { from: at, to: at + 1 });
    return { kind: 'stray', ...part(text, at, at + 1) };
  }
  // An unclosed macro goes on as far as it could be one, so that what follows is still read.
  const close = /^[^{}%\s]*\}/.exec(text.slice(at + 2, to))?.[0].length;
  const open = /^[a-z]?\d*r?[-+,/_=]*/i.exec(text.slice(at + 2, to))![0].length;
  const end = close === undefined ? at + 2 + open : at + 2 + close - 1;
  const whole = { from: at, to: close === undefined ? end : end + 1 };
  const letter = part(text, at + 2, Math.min(end, at + 3));
  const inside = INSIDE.exec(text.slice(at + 2, end));
  if (close === undefined) note('unclosed-macro', whole);
  else if (!MACRO_LETTERS.includes(letter.text.toLowerCase()) || letter.text === '') {
    note('unknown-macro', letter.text === '' ? whole : letter);
  } else if (inside === null || /^0+$/.test(inside[2]!)) note('bad-transformer', { from: at + 3, to: end });
  else if (use === 'term' && EXPLANATION_LETTERS.includes(letter.text.toLowerCase())) {
    note('explanation-macro', whole);
  }
  const digits = inside?.[2] ?? '';
  return {
    kind: 'macro',
    letter,
    keep: digits === '' ? undefined : Number(digits),
    reverse: (inside?.[3] ?? '') !== '',
    delimiters: inside?.[4] ?? '',
    ...part(text, whole.from, whole.to),
  };
}

function part(text: string, from: number, to: number): Part {
  return { text: text.slice(from, to), from, to };
}
