// What records mean, read from the records themselves, so that every form shows it alike. No DOM in here.
import type { Answers, GeneratedRecord, RecordForm } from '../../core/generator/form';
import { dmarcForm, effectiveAnswer } from '../../core/generator/forms/dmarc';
import { spfPart } from '../../core/generator/forms/newDomain';
import { spfCost, spfTermCosts, type SpfCost, type SpfTermCost } from '../../core/generator/spfText';
import type { Localized } from '../../core/text/message';

/** Lookups that SPF allows (RFC 7208 §4.6.4). */
export const LOOKUP_LIMIT = 10;

/** What an SPF record costs receivers, whether or not they would make so many lookups. */
export interface SpfBudget extends SpfCost {
  /** The terms that cost something, the dearest first. */
  readonly terms: readonly SpfTermCost[];
}

/** What the SPF record of a form costs as it is filled in; undefined where it has none. */
export function spfBudget(form: RecordForm, full: Answers): SpfBudget | undefined {
  const own = spfPart(form, full);
  if (own === undefined) return undefined;
  const terms = spfTermCosts(own).sort((a, b) => b.lookups - a.lookups);
  return { ...spfCost(own), terms };
}

/** What a DMARC policy comes to for one part of the domain's names. */
export interface EffectivePolicy {
  /** `p` the domain itself, `sp` names below it, `np` names that do not exist. */
  readonly scope: 'p' | 'sp' | 'np';
  /** The policy that is asked for. */
  readonly policy: string;
  /** What receivers do then. */
  readonly meaning: Localized;
  /** Under `t=y`: the policy that receivers apply instead, one step weaker (RFC 9989 §4.7). */
  readonly applied: string;
}

const WEAKER: Readonly<Record<string, string>> = { reject: 'quarantine', quarantine: 'none', none: 'none' };

/** What a DMARC policy among the records comes to; undefined where there is none. */
export function effectivePolicies(records: readonly GeneratedRecord[]): EffectivePolicy[] | undefined {
  const form = dmarcForm();
  const answers = form.answersOf(records);
  if (answers === undefined) return undefined;
  const choices = form.questions.find(({ key }) => key === 'p')?.choices?.({}) ?? [];
  const testing = effectiveAnswer(answers, 't') === 'y';
  return (['p', 'sp', 'np'] as const).map((scope) => {
    const policy = effectiveAnswer(answers, scope);
    const applied = testing ? (WEAKER[policy] ?? policy) : policy;
    const meaning = choices.find(({ value }) => value === applied)?.detail ?? { en: applied, ja: applied };
    return { scope, policy, applied, meaning };
  });
}
