import type { SubjectKind } from '../model/subject';
import type { DmarcReaders, Rule, Versions } from './rule';

/** Rules by the kind of subject that they judge. */
export type RulesByKind = ReadonlyMap<SubjectKind, readonly Rule[]>;

/**
 * Sorts rules by what they judge.
 * @param readers whose view of DMARC counts: rules that speak of other readers only are left out
 * @param versions the releases in use; rules that depend on them are told
 */
export function rulesByKind(
  rules: readonly Rule[],
  readers: DmarcReaders = 'both',
  versions: Versions = {},
): RulesByKind {
  const byKind = new Map<SubjectKind, Rule[]>();
  for (const one of rules) {
    if (one.readers?.includes(readers) === false) continue;
    const told = bound(one, versions);
    const alike = byKind.get(one.on);
    if (alike === undefined) byKind.set(one.on, [told]);
    else alike.push(told);
  }
  return byKind;
}

/** A rule that asks for versions is given them; the others, nearly all, stay what they are. */
function bound(one: Rule, versions: Versions): Rule {
  return one.check.length < 3
    ? one
    : {
        ...one,
        check: (subject, report) => {
          one.check(subject, report, versions);
        },
      };
}
