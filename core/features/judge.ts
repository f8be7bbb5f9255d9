import type { Anchor, Group } from '../model/model';
import type { RulesByKind } from '../rules/registry';
import type { Report, Rule, Severity } from '../rules/rule';
import { SEVERITIES } from './finding';

/** What the person or project chose: a rule's severity, or that it is off. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** What a rule said, as it said it. */
export interface Said {
  readonly rule: Rule;
  /** The rule's number with this judge. */
  readonly number: number;
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
  ofAnchor(anchor: Anchor): readonly Said[];
  ofGroup(group: Group): readonly Said[];
  /** All that has to be remembered of it. */
  notesOf(said: readonly Said[]): readonly Note[];
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
const NOTHING_SAID: readonly Said[] = Object.freeze([]);

/** The index into {@link SEVERITIES} of a note. */
export function gravity(note: Note): number {
  return note & 3;
}

/** So often a rule may speak of one anchor or group: nobody reads more, and a hostile text has a defect a character. */
const MOST_REPORTS = 1000;

/** Thrown at a rule that has said enough; it holds nothing, so one does for all. */
const ENOUGH = new Error('enough');

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
    say: (said: Said) => void,
  ): void => {
    let current: Chosen | undefined;
    let left = MOST_REPORTS;
    const note = (report: Report): void => {
      const { rule, setting, number } = current!;
      const at = report.anchor ?? anchor;
      if (at === undefined) throw new Error(`${rule.name} reports on a group without an anchor`);
      const severity = setting ?? report.severity ?? rule.severity;
      say({ rule, number, severity, anchor: at, report });
      if (--left === 0) throw ENOUGH;
    };
    for (current of byKind.get(kind) ?? []) {
      if (only?.has(current) === false) continue;
      left = MOST_REPORTS;
      try {
        current.rule.check(value as never, note);
      } catch (error) {
        // Asked again it fails again, and it has been told of.
        if (only === undefined && error !== ENOUGH) onError(current.rule.name, error);
      }
    }
  };

  const heard = (tell: (say: (said: Said) => void) => void): readonly Said[] => {
    let found: Said[] | undefined;
    tell((said) => {
      (found ??= []).push(said);
    });
    return found ?? NOTHING_SAID;
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
      heard((say) => {
        for (const { kind, value } of anchor.facets) run(kind, value, anchor, undefined, say);
      }),
    ofGroup: ({ kind, value }) =>
      heard((say) => {
        run(kind, value, undefined, undefined, say);
      }),
    notesOf(said) {
      if (said.length === 0) return NOTHING;
      const notes = said.map(({ severity, number }) => number * 4 + SEVERITIES.indexOf(severity));
      return notes.length === 1 ? (singles[notes[0]!] ??= notes) : notes;
    },
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
