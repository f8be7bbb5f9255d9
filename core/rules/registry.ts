import type { SubjectKind } from '../model/subject';
import type { DmarcReaders, Rule } from './rule';

/** Rules by the kind of subject that they judge. */
export type RulesByKind = ReadonlyMap<SubjectKind, readonly Rule[]>;

/**
 * Sorts rules by what they judge.
 * @param readers whose view of DMARC counts: rules that speak of other readers only are left out
 */
export function rulesByKind(rules: readonly Rule[], readers: DmarcReaders = 'both'): RulesByKind {
  const byKind = new Map<SubjectKind, Rule[]>();
  for (const one of rules) {
    if (one.readers?.includes(readers) === false) continue;
    const alike = byKind.get(one.on);
    if (alike === undefined) byKind.set(one.on, [one]);
    else alike.push(one);
  }
  return byKind;
}
