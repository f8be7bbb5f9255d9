// What the rules have in common that put a reader's problem with one record into words: each gives its own kind.
import type { Program } from '../facts/rrTypes';
import type { EntryProblem, EntryProblemKind, ZoneEntry } from '../syntax/masterFile/entry';
import { message, type Localized, type MessageValue } from '../text/message';
import type { Edit } from '../text/span';
import { rule, type Fix, type Rule, type Severity } from './rule';
import { replaceTitle } from './titles';

const PROGRAMS: readonly Program[] = ['BIND', 'NSD', 'Knot'];

/** What a rule makes of one problem. */
export interface Said {
  /** `{who}` stands for the programs that refuse the zone, as a clause of its own; `{text}` for the marked text. */
  readonly text: Localized;
  readonly values?: Readonly<Record<string, MessageValue>>;
  readonly fixes?: readonly Fix[];
  /** Where it differs from what the programs' verdict gives. */
  readonly severity?: Severity;
  readonly tag?: 'deprecated';
}

/** A rule that speaks on one kind of problem. */
export interface ProblemRule {
  readonly name: string;
  readonly kind: EntryProblemKind;
  readonly title: Localized;
  readonly references: readonly string[];
  /** The rule's severity in lists; a single finding is an error where all programs refuse it, else a warning. */
  readonly severity?: Severity;
  /** Undefined where another rule speaks on this one. */
  readonly says: (problem: EntryProblem, entry: ZoneEntry, marked: string) => Said | undefined;
}

/**
 * All programs refuse it, or all refuse the record for this and other problems: error. They differ, or all take it:
 * warning, if the rule does not say otherwise.
 */
export function severityOf({ refusedBy = [] }: EntryProblem, problems: readonly EntryProblem[]): Severity {
  if (refusedBy.length === 0) return 'warning';
  const refused = (program: Program): boolean =>
    problems.some((p) => p.refusedBy?.includes(program) === true);
  return PROGRAMS.every(refused) ? 'error' : 'warning';
}

/** Who refuses the zone for a problem, in a sentence; empty where nobody does. */
export function whoRefuses({ refusedBy = [] }: EntryProblem): Localized {
  const others = PROGRAMS.filter((program) => !refusedBy.includes(program));
  if (refusedBy.length === 0) return { en: '', ja: '' };
  if (others.length === 0) {
    return { en: 'Name servers refuse the whole zone.', ja: 'ネームサーバーはゾーン全体を拒否します。' };
  }
  const verb = refusedBy.length > 1 ? 'refuse' : 'refuses';
  const take = others.length > 1 ? 'take' : 'takes';
  return {
    en: `${refusedBy.join(' and ')} ${verb} the whole zone, ${others.join(' and ')} ${take} it.`,
    ja: `${refusedBy.join(' と ')} はゾーン全体を拒否します（${others.join(' と ')} は受け付けます）。`,
  };
}

/** A rule of one kind of problem. */
export function problemRule(definition: ProblemRule): Rule<'zone-entry'> {
  const { name, kind, title, references, says } = definition;
  return rule({
    name,
    on: 'zone-entry',
    severity: definition.severity ?? 'error',
    title,
    references,
    check(entry, report) {
      for (const problem of entry.problems) {
        if (problem.kind !== kind) continue;
        const { span } = problem;
        const marked = entry.text.slice(span.start, span.end);
        const said = says(problem, entry, marked);
        if (said === undefined) continue;
        const values = {
          text: marked,
          field: problem.field?.name ?? '',
          type: entry.typeName,
          ...problem.values,
          ...said.values,
          who: whoRefuses(problem),
        };
        report({
          span,
          severity: said.severity ?? severityOf(problem, entry.problems),
          message: message(said.text, values),
          fixes: said.fixes ?? [],
          ...(said.tag && { tag: said.tag }),
        });
      }
    },
  });
}

/** The fix that writes what was meant in place of the marked text, where that is sure. */
export function meantFix({ span, meant }: EntryProblem, marked: string): Fix[] {
  // A lone backslash means itself.
  if (meant === undefined || meant === marked) return [];
  return [{ title: replaceTitle(marked, meant), edits: [{ span, text: meant }] }];
}

/** The edit that takes a span out together with the blanks behind it. */
export function removal(entry: ZoneEntry, span: { readonly start: number; readonly end: number }): Edit {
  const blanks = /^[ \t]*/.exec(entry.text.slice(span.end))![0].length;
  return { span: { start: span.start, end: span.end + blanks }, text: '' };
}
