import type { Anchor, Group, Model, Section } from '../model/model';
import type { RulesByKind } from '../rules/registry';
import type { Report, Rule, Severity } from '../rules/rule';
import { shiftEdit, shiftSpan } from '../text/span';
import { SEVERITIES, type Finding } from './finding';

/** What the person or project chose: a rule's severity, or that it is off. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** The judgement of one document, kept up to date from model to model. */
export interface Diagnosis {
  /** Judges what is new in `model`, which was updated from the model of the last call (or is the first). */
  update(model: Model): void;
  /** In document order; where there are more than `limit`, the gravest. */
  findings(limit?: number): Finding[];
  /** How many findings of each severity there are. */
  counts(): Readonly<Record<Severity, number>>;
}

interface Raw {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly anchor: Anchor;
  readonly report: Report;
}

/**
 * Runs rules over a model and remembers what they said of each anchor and group, so that an edit only judges
 * again what it changed.
 * @param onError is told of a rule that threw; that rule then has nothing to say of that subject
 */
export function openDiagnosis(
  rules: RulesByKind,
  settings: RuleSettings,
  onError: (rule: string, error: unknown) => void,
): Diagnosis {
  let model: Model | undefined;
  let sections: readonly Section[] = [];
  const said = new WeakMap<Anchor, readonly Raw[]>();
  const home = new WeakMap<Anchor, Section>();
  const bySection = new Map<Section, readonly Raw[]>();
  const byGroup = new Map<string, readonly Raw[]>();

  const run = (kind: Group['kind'], value: unknown, anchor: Anchor | undefined): Raw[] => {
    const found: Raw[] = [];
    for (const rule of rules.get(kind) ?? []) {
      const chosen = Object.hasOwn(settings, rule.name) ? settings[rule.name] : undefined;
      if (chosen === 'off') continue;
      const note = (report: Report): void => {
        const at = report.anchor ?? anchor;
        if (at === undefined) throw new Error(`${rule.name} reports on a group without an anchor`);
        found.push({ rule, severity: chosen ?? report.severity ?? rule.severity, anchor: at, report });
      };
      try {
        rule.check(value as never, note);
      } catch (error) {
        onError(rule.name, error);
      }
    }
    return found;
  };

  const judge = (anchor: Anchor): readonly Raw[] => {
    let raw = said.get(anchor);
    if (raw === undefined) {
      raw = anchor.facets.flatMap(({ kind, value }) => run(kind, value, anchor));
      said.set(anchor, raw);
    }
    return raw;
  };

  const enter = (section: Section): void => {
    const found: Raw[] = [];
    for (const { anchor } of section.placed) {
      home.set(anchor, section);
      found.push(...judge(anchor));
    }
    if (found.length > 0) bySection.set(section, found);
  };

  const update = (next: Model): void => {
    const before = sections;
    const after = next.sections;
    let start = 0;
    const shorter = Math.min(before.length, after.length);
    while (start < shorter && before[start] === after[start]) start++;
    let kept = 0;
    while (kept < shorter - start && before[before.length - 1 - kept] === after[after.length - 1 - kept])
      kept++;
    for (let i = start; i < before.length - kept; i++) bySection.delete(before[i]!);
    for (let i = start; i < after.length - kept; i++) enter(after[i]!);
    for (const [key, group] of next.changedGroups) {
      const found = group === undefined ? [] : run(group.kind, group.value, undefined);
      if (found.length === 0) byGroup.delete(key);
      else byGroup.set(key, found);
    }
    sections = after;
    model = next;
  };

  const counts = (): Record<Severity, number> => {
    const count: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const found of bySection.values()) for (const raw of found) count[raw.severity]++;
    for (const found of byGroup.values()) for (const raw of found) count[raw.severity]++;
    return count;
  };

  const findings = (limit = Infinity): Finding[] => {
    if (model === undefined) return [];
    const chosen = choose([...bySection.values(), ...byGroup.values()], limit);
    const place = placing(model, home);
    const placed = chosen.flatMap((raw) => {
      const base = place(raw.anchor);
      return base === undefined ? [] : [placeFinding(raw, base, place)];
    });
    return placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  };

  return { update, findings, counts };
}

/** All of the findings, or as many of the gravest as `limit` allows. */
function choose(all: readonly (readonly Raw[])[], limit: number): Raw[] {
  const total = all.reduce((sum, found) => sum + found.length, 0);
  if (total <= limit) return all.flat();
  const chosen: Raw[] = [];
  for (const severity of SEVERITIES) {
    for (const found of all) {
      for (const raw of found) {
        if (raw.severity !== severity) continue;
        if (chosen.length >= limit) return chosen;
        chosen.push(raw);
      }
    }
  }
  return chosen;
}

/** A function that tells where an anchor begins in the document. */
function placing(model: Model, home: WeakMap<Anchor, Section>): (anchor: Anchor) => number | undefined {
  const bases = new Map<Section, Map<Anchor, number>>();
  let indices: Map<Section, number> | undefined;
  return (anchor) => {
    const section = home.get(anchor);
    if (section === undefined) return undefined;
    let places = bases.get(section);
    if (places === undefined) {
      // A few sections are looked for; for many, a table of all pays.
      if (indices === undefined && bases.size >= 16) indices = new Map(model.sections.map((s, i) => [s, i]));
      const index = indices === undefined ? model.sections.indexOf(section) : indices.get(section);
      if (index === undefined || index < 0) return undefined;
      const base = model.sectionStart(index);
      places = new Map(section.placed.map((p) => [p.anchor, base + p.at]));
      bases.set(section, places);
    }
    return places.get(anchor);
  };
}

function placeFinding(
  { rule, severity, report }: Raw,
  base: number,
  place: (anchor: Anchor) => number | undefined,
): Finding {
  return {
    rule: rule.name,
    severity,
    span: shiftSpan(report.span, base),
    message: report.message,
    reference: rule.references.join('; '),
    fixes: (report.fixes ?? []).map((fix) => ({
      rule: rule.name,
      title: fix.title,
      edits: fix.edits.map((edit) => shiftEdit(edit, base)),
    })),
    related: (report.related ?? []).flatMap((other) => {
      const there = place(other.anchor);
      return there === undefined ? [] : [{ span: shiftSpan(other.span, there), message: other.message }];
    }),
    ...(report.tag && { tag: report.tag }),
  };
}
