import type { SubjectKind } from '../model/subject';
import type { Rule } from './rule';

/** Rules by the kind of subject that they judge. */
export type RulesByKind = ReadonlyMap<SubjectKind, readonly Rule[]>;

/** Sorts rules by what they judge. */
export function rulesByKind(rules: readonly Rule[]): RulesByKind {
  const byKind = new Map<SubjectKind, Rule[]>();
  for (const one of rules) {
    const alike = byKind.get(one.on);
    if (alike === undefined) byKind.set(one.on, [one]);
    else alike.push(one);
  }
  return byKind;
}
