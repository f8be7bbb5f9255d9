import type { Anchor, Model, Section } from '../model/model';
import type { RulesByKind } from '../rules/registry';
import type { Severity } from '../rules/rule';
import type { Span } from '../text/span';
import { SEVERITIES, type Finding } from './finding';
import { gravity, judgeBy, type Note, type RuleSettings, type Said } from './judge';
import { placeFinding } from './placeFinding';

export type { RuleSettings } from './judge';

/** The judgement of one document, kept up to date from model to model. */
export interface Diagnosis {
  /** Judges a section ahead of the model that it will be a part of. */
  hear(section: Section): void;
  /** Judges what is new in `model`, which was updated from the model of the last call (or is the first). */
  update(model: Model): void;
  /** The same in steps of a few milliseconds; what is there before the last one is of no use. */
  updateInSteps(model: Model): Generator<undefined, void>;
  /** Judges groups again as they are now: something outside of the document has changed that they asked for. */
  judgeAgain(keys: Iterable<string>): void;
  /** In document order; where there are more than `limit`, the gravest. */
  findings(limit?: number): Finding[];
  /** All findings in document order, one after another: a file may have more of them than fit into memory. */
  all(): Generator<Finding, undefined>;
  /** The findings that overlap or touch a span, in document order. */
  findingsIn(span: Span): Finding[];
  /** How many findings of each severity there are. */
  counts(): Readonly<Record<Severity, number>>;
}

/** What is remembered of a section: which of its anchors rules had something to say of. */
interface Heard {
  readonly section: Section;
  /** Indices into the section's `placed`, in order, and the notes on each. */
  readonly at: readonly number[];
  readonly notes: readonly (readonly Note[])[];
  /** How many notes of each severity. */
  readonly counts: readonly number[];
}

/** What was said of an anchor or group, for as long as it is shown. */
interface Words {
  readonly said: readonly Said[];
  /** Of a group: its anchors then, in the order of `groupPlaces`. */
  readonly members: readonly Anchor[];
  /** The findings as they were shown last, and where the anchors began then. */
  findings: readonly Finding[];
  places: readonly number[];
}

/** As many words are kept at once: an editor shows a thousand, and the linter says what it has without judging again. */
const MOST_WORDS = 12_000;

const NOTHING_KNOWN: ReadonlyMap<Anchor, readonly Note[]> = new Map();

/** After so many groups a step is over. */
const GROUPS_A_STEP = 64;

/**
 * Runs rules over a model and remembers of each anchor and group which rules had something to say, so that an edit
 * only judges again what it changed. What they said is asked for again when it is to be shown.
 * @param onError is told of a rule that threw; what it said of that subject before holds
 */
export function openDiagnosis(
  rules: RulesByKind,
  settings: RuleSettings,
  onError: (rule: string, error: unknown) => void,
): Diagnosis {
  const judge = judgeBy(rules, settings, onError);
  let model: Model | undefined;
  let heard: readonly Heard[] = [];
  const groups = new Map<string, readonly Note[]>();
  /** The groups with a finding of each severity. */
  const bySeverity = SEVERITIES.map(() => new Set<string>());
  const groupCounts = SEVERITIES.map(() => 0);
  const sectionCounts = SEVERITIES.map(() => 0);
  const words = new Map<Anchor | string, Words>();
  const ahead = new Map<Section, Heard>();

  const setGroup = (key: string, notes: readonly Note[]): void => {
    for (const note of groups.get(key) ?? []) {
      groupCounts[gravity(note)]!--;
      bySeverity[gravity(note)]!.delete(key);
    }
    words.delete(key);
    if (notes.length === 0) {
      groups.delete(key);
      return;
    }
    groups.set(key, notes);
    for (const note of notes) {
      groupCounts[gravity(note)]!++;
      bySeverity[gravity(note)]!.add(key);
    }
  };

  /** What was just said is likely to be shown soon; where there is too much of it, it is asked for again. */
  const keep = (key: Anchor | string, said: readonly Said[], members: readonly Anchor[]): void => {
    if (said.length > 0 && words.size < MOST_WORDS) {
      words.set(key, { said, members, findings: [], places: [] });
    }
  };

  function* updateInSteps(next: Model): Generator<undefined, void> {
    const first = model === undefined;
    const before = heard;
    const after = next.sections;
    let start = 0;
    const shorter = Math.min(before.length, after.length);
    while (start < shorter && before[start]!.section === after[start]) start++;
    let kept = 0;
    while (
      kept < shorter - start &&
      before[before.length - 1 - kept]!.section === after[after.length - 1 - kept]
    )
      kept++;
    const known = notesOf(before.slice(start, before.length - kept));
    const fresh: Heard[] = [];
    for (let i = start; i < after.length - kept; i++) {
      const early = ahead.get(after[i]!);
      fresh.push(early ?? listen(after[i]!, known));
      if (early === undefined) yield;
    }
    ahead.clear();
    for (let i = 0; i < SEVERITIES.length; i++) {
      for (const { counts: gone } of before.slice(start, before.length - kept)) sectionCounts[i]! -= gone[i]!;
      for (const { counts: come } of fresh) sectionCounts[i]! += come[i]!;
    }
    heard = before.slice(0, start).concat(fresh, before.slice(before.length - kept));
    model = next;

    const { everything, keys: changed } = next.changedGroups;
    const keys = first ? next.allGroups() : changed;
    if (everything) for (const key of [...groups.keys()]) setGroup(key, []);
    let count = 0;
    for (const key of keys) {
      judgeGroup(next, key);
      if (++count % GROUPS_A_STEP === 0) yield;
    }
  }

  const judgeGroup = (from: Model, key: string): void => {
    const group = from.group(key);
    const said = group === undefined ? [] : judge.ofGroup(group);
    setGroup(key, judge.notesOf(said));
    keep(key, said, group?.members ?? []);
  };

  /** What is known of anchors that may still be there. */
  const notesOf = (sections: readonly Heard[]): Map<Anchor, readonly Note[]> => {
    const known = new Map<Anchor, readonly Note[]>();
    for (const { section, at, notes } of sections) {
      for (const { anchor } of section.placed) known.set(anchor, []);
      at.forEach((index, i) => known.set(section.placed[index]!.anchor, notes[i]!));
    }
    return known;
  };

  const listen = (section: Section, known: ReadonlyMap<Anchor, readonly Note[]>): Heard => {
    const at: number[] = [];
    const notes: (readonly Note[])[] = [];
    const counts = SEVERITIES.map(() => 0);
    section.placed.forEach(({ anchor }, index) => {
      let noted = known.get(anchor);
      if (noted === undefined) {
        const said = judge.ofAnchor(anchor);
        noted = judge.notesOf(said);
        keep(anchor, said, [anchor]);
      }
      anchor.forget?.();
      if (noted.length === 0) return;
      at.push(index);
      notes.push(noted);
      for (const note of noted) counts[gravity(note)]!++;
    });
    return { section, at, notes, counts };
  };

  const wordsOf = (key: Anchor | string, notes: readonly Note[]): Words => {
    let known = words.get(key);
    if (known !== undefined) return known;
    if (typeof key === 'string') {
      const group = model?.group(key);
      const said = group === undefined ? [] : judge.wordsOfGroup(group, notes);
      known = { said, members: group?.members ?? [], findings: [], places: [] };
    } else known = { said: judge.wordsOfAnchor(key, notes), members: [key], findings: [], places: [] };
    // Who goes through all of them comes by each once.
    if (words.size <= MOST_WORDS) words.set(key, known);
    return known;
  };

  /** The findings of an anchor or a group whose members begin at `places`. */
  const placed = (known: Words, places: readonly number[]): readonly Finding[] => {
    const { said, members } = known;
    const unmoved = places.length === known.places.length && places.every((at, i) => at === known.places[i]);
    if (unmoved && !said.some(pointsElsewhere)) return known.findings;
    const placeOf = (anchor: Anchor): number | undefined => places[members.indexOf(anchor)];
    known.findings = said
      .filter(({ anchor }) => placeOf(anchor) !== undefined)
      .map((one) => placeFinding(one, placeOf));
    known.places = places;
    return known.findings;
  };

  /** The findings on one anchor, placed. */
  const onAnchor = (index: number, i: number): readonly Finding[] => {
    const { section, at, notes } = heard[index]!;
    const { anchor, at: within } = section.placed[at[i]!]!;
    return placed(wordsOf(anchor, notes[i]!), [model!.sectionStart(index) + within]);
  };

  /** The findings on one group, placed. */
  const onGroup = (key: string): readonly Finding[] =>
    placed(wordsOf(key, groups.get(key) ?? []), model!.groupPlaces(key));

  const counts = (): Record<Severity, number> => {
    const [error, warning, information, hint] = SEVERITIES.map(
      (_, severity) => sectionCounts[severity]! + groupCounts[severity]!,
    ) as [number, number, number, number];
    return { error, warning, information, hint };
  };

  /** As many of the gravest as `limit` allows. */
  const gravest = (limit: number): Finding[] => {
    // What is shown is likely shown again after the next key.
    if (words.size > MOST_WORDS) words.clear();
    const chosen: Finding[] = [];
    const take = (found: readonly Finding[], severity: number): void => {
      for (const finding of found) {
        if (finding.severity === SEVERITIES[severity] && chosen.length < limit) chosen.push(finding);
      }
    };
    for (let severity = 0; severity < SEVERITIES.length; severity++) {
      const last = sectionCounts[severity] === 0 ? 0 : heard.length;
      for (let index = 0; index < last && chosen.length < limit; index++) {
        const { at, notes, counts: here } = heard[index]!;
        if (here[severity] === 0) continue;
        for (let i = 0; i < at.length && chosen.length < limit; i++) {
          if (notes[i]!.some((note) => gravity(note) === severity)) take(onAnchor(index, i), severity);
        }
      }
      for (const key of bySeverity[severity]!) {
        if (chosen.length >= limit) break;
        take(onGroup(key), severity);
      }
    }
    return chosen.sort(inOrder);
  };

  function* all(): Generator<Finding, undefined> {
    if (model === undefined) return;
    const starting = groupsInOrder(model, groups.keys());
    let next = 0;
    /** Findings of groups that have begun, the nearest last. */
    let waiting: Finding[] = [];
    for (let index = 0; index < heard.length; index++) {
      const end = index + 1 < heard.length ? model.sectionStart(index + 1) : Infinity;
      const here: Finding[] = heard[index]!.at.flatMap((_, i) => onAnchor(index, i));
      while (next < starting.length && starting[next]!.place < end) {
        waiting.push(...onGroup(starting[next]!.key));
        next++;
      }
      const isHere = ({ span }: Finding): boolean => span.start < end;
      here.push(...waiting.filter(isHere));
      waiting = waiting.filter((finding) => !isHere(finding));
      yield* here.sort(inOrder);
    }
    const rest = [...waiting, ...starting.slice(next).flatMap(({ key }) => onGroup(key))];
    yield* rest.sort(inOrder);
  }

  const findingsIn = (span: Span): Finding[] => {
    if (model === undefined) return [];
    const found: Finding[] = [];
    for (let index = model.sectionAt(span.start); index < heard.length; index++) {
      if (model.sectionStart(index) > span.end) break;
      heard[index]!.at.forEach((_, i) => found.push(...onAnchor(index, i)));
    }
    for (const key of new Set(model.groupsIn(span))) if (groups.has(key)) found.push(...onGroup(key));
    return found.filter((f) => f.span.start <= span.end && span.start <= f.span.end).sort(inOrder);
  };

  return {
    hear(section) {
      ahead.set(section, listen(section, NOTHING_KNOWN));
    },
    update(next) {
      const steps = updateInSteps(next);
      while (steps.next().done !== true);
    },
    updateInSteps,
    judgeAgain(keys) {
      if (model !== undefined) for (const key of new Set(keys)) judgeGroup(model, key);
    },
    findings(limit = Infinity) {
      if (model === undefined) return [];
      const total = Object.values(counts()).reduce((sum, count) => sum + count, 0);
      return limit >= total && total > MOST_WORDS ? [...all()] : gravest(limit);
    },
    all,
    findingsIn,
    counts,
  };
}

/** Whether a place in another document belongs to it, which may move without anything being judged again. */
function pointsElsewhere({ report }: Said): boolean {
  return report.related?.some((place) => 'elsewhere' in place) === true;
}

function inOrder(a: Finding, b: Finding): number {
  const places = a.span.start - b.span.start || a.span.end - b.span.end;
  // At one place the order must not tell what was judged first.
  return places || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
}

/** Groups by where their first member begins. */
function groupsInOrder(
  model: Model,
  keys: Iterable<string>,
): { readonly key: string; readonly place: number }[] {
  return Array.from(keys, (key) => ({ key, place: model.groupPlaces(key)[0] ?? Infinity })).sort(
    (a, b) => a.place - b.place,
  );
}
