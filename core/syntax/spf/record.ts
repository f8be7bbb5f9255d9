import { cutTerms, type SpfGap } from './gap';
import { isFatal, type SpfProblem } from './problem';
import { readTerm, type SpfDirective, type SpfModifier, type SpfTerm } from './term';
import { readVersion, type SpfVersion } from './version';

/**
 * `version terms *SP` (RFC 7208 §4.5, §4.6.1, §12), read without ever failing. `version.lead`, the version, each
 * term's gap and the term, and the tail cover the text from its first to its last character.
 */
export interface SpfSyntax {
  readonly text: string;
  readonly version: SpfVersion;
  readonly terms: readonly SpfTerm[];
  /** What stands behind the last term. */
  readonly tail: SpfGap;
  /** The problems of all terms, in their order. */
  readonly problems: readonly SpfProblem[];
}

/**
 * Reads an SPF record.
 * @param text decoded
 * @param joints offsets in `text` where one character-string ends and the next begins. Where they are given, the
 *   record is read as its author meant it: terms that were glued together are told apart. Without them it is read to
 *   the letter, as receivers do.
 */
export function parseSpf(text: string, joints?: readonly number[]): SpfSyntax {
  const version = readVersion(text);
  const { stretches, tail } = cutTerms(text, version.to, joints);
  const terms = stretches.map(({ gap, from, to }) => readTerm(text, from, to, gap));
  return { text, version, terms, tail, problems: terms.flatMap((term) => term.problems) };
}

/** The record's mechanisms, in their order. */
export function directivesOf({ terms }: SpfSyntax): SpfDirective[] {
  return terms.filter((term) => term.kind === 'directive');
}

/** The record's modifiers of a name, in their order; receivers accept one of each (RFC 7208 §6). */
export function modifiersOf({ terms }: SpfSyntax, name: 'redirect' | 'exp'): SpfModifier[] {
  return terms.filter((term) => term.kind === 'modifier').filter(({ modifier }) => modifier === name);
}

/**
 * The first thing for which receivers answer permerror without evaluating anything (RFC 7208 §4.6, §6): a syntax
 * error, a blank that is no space, a second `redirect` or `exp`. The record has to be read to the letter.
 */
export function syntaxError(syntax: SpfSyntax): SpfSyntaxError | undefined {
  for (const term of syntax.terms) {
    if (term.gap.kind !== 'blank') return { kind: 'bad-blank', from: term.gap.from, to: term.gap.to };
    const problem = term.problems.find(isFatal);
    if (problem !== undefined) return problem;
  }
  const { tail } = syntax;
  if (tail.kind !== 'blank' && tail.kind !== 'none')
    return { kind: 'bad-blank', from: tail.from, to: tail.to };
  for (const name of ['redirect', 'exp'] as const) {
    const second = modifiersOf(syntax, name)[1];
    if (second !== undefined) return { kind: 'duplicate-modifier', from: second.from, to: second.to };
  }
  return undefined;
}

/** Why a record as a whole is no SPF record for receivers; the place counts in its text. */
export interface SpfSyntaxError {
  readonly kind: SpfProblem['kind'] | 'bad-blank' | 'duplicate-modifier';
  readonly from: number;
  readonly to: number;
}
