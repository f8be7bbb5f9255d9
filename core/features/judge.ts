import type { Anchor, Group } from '../model/model';
import type { RulesByKind } from '../rules/registry';
import type { Report, Rule, Severity } from '../rules/rule';
import { SEVERITIES } from './finding';

/** What the person or project chose: a rule's severity, or that it is off. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** What a rule said, as it said it. */
export interface Said {
  readonly rule: Rule;
  readonly severity: Severity;
  /** Where the report's spans count from. */
  readonly anchor: Anchor;
  readonly report: Report;
}

/**
 * That a rule had something to say, and how grave it is, in one number: with a finding on each line of a big file
 * this is all that is kept of it. The words are had by asking the rule again.
 */
export type Note = number;

/** Runs rules, and runs those again that had something to say. */
export interface Judge {
  /** What the rules say of an anchor. */
  ofAnchor(anchor: Anchor): readonly Note[];
  ofGroup(group: Group): readonly Note[];
  /** The words behind the notes of an anchor. */
  wordsOfAnchor(anchor: Anchor, notes: readonly Note[]): readonly Said[];
  wordsOfGroup(group: Group, notes: readonly Note[]): readonly Said[];
}

/** The index into {@link SEVERITIES} of a note. */
export function gravity(note: Note): number {
  return note & 3;
}

/**
 * A judge by these rules.
 * @param onError is told of a rule that threw; what it said before holds
 */
export function judgeBy(
  rules: RulesByKind,
  settings: RuleSettings,
  onError: (rule: string, error: unknown) => void,
): Judge {
  const known = [...rules.values()].flat();
  const numbers = new Map(known.map((rule, number) => [rule, number]));

  const run = (
    kind: Group['kind'],
    value: unknown,
    anchor: Anchor | undefined,
    chosen: ReadonlySet<Rule> | undefined,
    say: (said: Said) => void,
  ): void => {
    for (const rule of rules.get(kind) ?? []) {
      if (chosen !== undefined && !chosen.has(rule)) continue;
      const setting = Object.hasOwn(settings, rule.name) ? settings[rule.name] : undefined;
      if (setting === 'off') continue;
      const note = (report: Report): void => {
        const at = report.anchor ?? anchor;
        if (at === undefined) throw new Error(`${rule.name} reports on a group without an anchor`);
        say({ rule, severity: setting ?? report.severity ?? rule.severity, anchor: at, report });
      };
      try {
        rule.check(value as never, note);
      } catch (error) {
        // Asked again it fails again, and it has been told of.
        if (chosen === undefined) onError(rule.name, error);
      }
    }
  };

  const notes = (tell: (say: (said: Said) => void) => void): Note[] => {
    const found: Note[] = [];
    tell(({ rule, severity }) => found.push(numbers.get(rule)! * 4 + SEVERITIES.indexOf(severity)));
    return found;
  };

  const words = (
    from: readonly Note[],
    tell: (chosen: ReadonlySet<Rule>, say: (said: Said) => void) => void,
  ): Said[] => {
    const found: Said[] = [];
    tell(new Set(from.map((note) => known[note >> 2]!)), (said) => found.push(said));
    return found;
  };

  return {
    ofAnchor: (anchor) =>
      notes((say) => {
        for (const { kind, value } of anchor.facets) run(kind, value, anchor, undefined, say);
      }),
    ofGroup: ({ kind, value }) =>
      notes((say) => {
        run(kind, value, undefined, undefined, say);
      }),
    wordsOfAnchor: (anchor, from) =>
      words(from, (chosen, say) => {
        for (const { kind, value } of anchor.facets) run(kind, value, anchor, chosen, say);
      }),
    wordsOfGroup: ({ kind, value }, from) =>
      words(from, (chosen, say) => {
        run(kind, value, undefined, chosen, say);
      }),
  };
}
