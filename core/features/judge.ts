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

/** A rule that is not off, and the severity that was chosen for it. */
interface Chosen {
  readonly rule: Rule;
  readonly setting: Severity | undefined;
  readonly number: number;
}

const NOTHING: readonly Note[] = Object.freeze([]);

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
  const known: Chosen[] = [];
  /** Most anchors with notes have one: they share it. */
  const singles: (readonly Note[])[] = [];
  const byKind = new Map<Group['kind'], readonly Chosen[]>();
  for (const [kind, list] of rules) {
    const chosen = list.flatMap((rule): Chosen[] => {
      const setting = Object.hasOwn(settings, rule.name) ? settings[rule.name] : undefined;
      if (setting === 'off') return [];
      const one = { rule, setting, number: known.length };
      known.push(one);
      return [one];
    });
    byKind.set(kind, chosen);
  }

  const run = (
    kind: Group['kind'],
    value: unknown,
    anchor: Anchor | undefined,
    only: ReadonlySet<Chosen> | undefined,
    say: (said: Said, number: number) => void,
  ): void => {
    let current: Chosen | undefined;
    const note = (report: Report): void => {
      const { rule, setting, number } = current!;
      const at = report.anchor ?? anchor;
      if (at === undefined) throw new Error(`${rule.name} reports on a group without an anchor`);
      say({ rule, severity: setting ?? report.severity ?? rule.severity, anchor: at, report }, number);
    };
    for (current of byKind.get(kind) ?? []) {
      if (only?.has(current) === false) continue;
      try {
        current.rule.check(value as never, note);
      } catch (error) {
        // Asked again it fails again, and it has been told of.
        if (only === undefined) onError(current.rule.name, error);
      }
    }
  };

  const notes = (tell: (say: (said: Said, number: number) => void) => void): readonly Note[] => {
    let first = -1;
    let found: Note[] | undefined;
    tell(({ severity }, number) => {
      const note = number * 4 + SEVERITIES.indexOf(severity);
      if (found !== undefined) found.push(note);
      else if (first >= 0) found = [first, note];
      else first = note;
    });
    if (first < 0) return NOTHING;
    return found ?? (singles[first] ??= [first]);
  };

  const words = (
    from: readonly Note[],
    tell: (only: ReadonlySet<Chosen>, say: (said: Said) => void) => void,
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
      words(from, (only, say) => {
        for (const { kind, value } of anchor.facets) run(kind, value, anchor, only, say);
      }),
    wordsOfGroup: ({ kind, value }, from) =>
      words(from, (only, say) => {
        run(kind, value, undefined, only, say);
      }),
  };
}
