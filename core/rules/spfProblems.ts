import { replacing, spanOf } from '../records/textRecord';
import type { SpfRecord } from '../records/spf';
import { textOf } from '../records/spf';
import type { SpfProblem, SpfProblemKind } from '../syntax/spf/problem';
import type { SpfDirective, SpfTerm } from '../syntax/spf/term';
import type { Range } from '../syntax/tagList';
import type { Span } from '../text/span';
import type { Fix } from './rule';
import { insertTitle, removeTitle, replaceTitle } from './titles';

/** A problem with the term that has it. */
export interface FoundProblem {
  readonly term: SpfTerm;
  readonly problem: SpfProblem;
}

/** The problems of some kinds, in the order of the record. */
export function problemsIn({ syntax }: SpfRecord, ...kinds: readonly SpfProblemKind[]): FoundProblem[] {
  return syntax.terms.flatMap((term) =>
    term.problems.filter(({ kind }) => kinds.includes(kind)).map((problem) => ({ term, problem })),
  );
}

/** A fix that makes a part of the record read otherwise; blanks around what changes are left out of its title. */
export function replaceFix(record: SpfRecord, part: Range, text: string): Fix {
  const old = textOf(record, part);
  const title =
    text.trim() === ''
      ? removeTitle(old.trim())
      : old.trim() === ''
        ? insertTitle(text.trim())
        : replaceTitle(old.trim(), text.trim());
  return { title, edits: replacing(record, part, text) };
}

/** The place of a problem; of an empty one, the term's. */
export function problemSpan(record: SpfRecord, { term, problem }: FoundProblem): Span {
  return spanOf(record, problem.to > problem.from ? problem : term);
}

/** The record's mechanisms of a name. */
export function mechanismsIn(
  { syntax }: SpfRecord,
  ...names: readonly SpfDirective['mechanism'][]
): SpfDirective[] {
  return syntax.terms.filter((term) => term.kind === 'directive').filter((t) => names.includes(t.mechanism));
}

/**
 * The word behind a term that was parted from its name by a blank: `ip4: 192.0.2.1`, `include example.com`.
 * Undefined where what follows is a term of its own.
 */
export function strandedArgument({ syntax }: SpfRecord, term: SpfTerm): SpfTerm | undefined {
  const lacks = term.problems.some(({ kind }) => kind === 'missing-argument' || kind === 'empty-domain');
  const next = syntax.terms[syntax.terms.indexOf(term) + 1];
  if (!lacks || next?.kind !== 'unknown') return undefined;
  return /^[\w.:/%{}-]*[.:][\w.:/%{}-]*$/.test(next.text) ? next : undefined;
}
