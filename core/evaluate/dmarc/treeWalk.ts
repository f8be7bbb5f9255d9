import { POLICY_LABEL } from '../../records/dmarcPolicy';
import { labelsOf, NAME_LIMIT, wireLength, writeName } from '../../values/domainName';
import { ask, type Asking } from '../dns';
import { readPublishedPolicy, type PublishedPolicy } from './record';

/** What stands at the policy name of one domain. */
export interface WalkStep {
  /** Absolute, lower case. */
  readonly domain: string;
  /** `several`: more than one DMARC Policy Record; all of them are discarded. `unknown`: there was no answer. */
  readonly state: 'record' | 'several' | 'none' | 'unknown';
  /** Present where the state is `record`. */
  readonly policy?: PublishedPolicy;
}

/** RFC 9989 §4.10: a longer name is cut to so many labels after the first question. */
const SHORTENED = 7;

/**
 * The domains that a walk up the DNS tree asks for, if nothing ends it before: eight at most (RFC 9989 §4.10).
 * @param domain with or without final dot
 * @returns absolute, the domain itself first, a top-level domain last; none for the root
 */
export function walkedDomains(domain: string): string[] {
  const labels = labelsOf(domain);
  if (labels.length === 0) return [];
  const above = labels.slice(1).slice(-SHORTENED);
  return [writeName(labels), ...above.map((_, i) => writeName(above.slice(i)))];
}

/** Asks for the DMARC Policy Record of one domain (RFC 9989 §4.10, steps 1, 2, 5 and 6). */
export function* policyAt(domain: string): Asking<WalkStep> {
  const labels = [POLICY_LABEL, ...labelsOf(domain)];
  // A name that is too long to be asked for has no record.
  if (wireLength(labels) > NAME_LIMIT) return { domain, state: 'none' };
  const answer = yield* ask('TXT', writeName(labels));
  if (answer.status === 'failed') return { domain, state: 'unknown' };
  const texts = answer.status === 'missing' ? [] : [...new Set(answer.records)];
  const [policy, ...others] = texts.flatMap((text) => readPublishedPolicy(text) ?? []);
  if (policy === undefined) return { domain, state: 'none' };
  return others.length > 0 ? { domain, state: 'several' } : { domain, state: 'record', policy };
}

/**
 * Walks up the DNS tree from a domain (RFC 9989 §4.10) until a record says with `psd` that it ends there.
 * @param first the first step, where it has been taken already
 * @returns what stood at each domain that was asked for, the longest first
 */
export function* treeWalk(domain: string, first?: WalkStep): Asking<readonly WalkStep[]> {
  const steps: WalkStep[] = [];
  for (const name of walkedDomains(domain)) {
    const step = first?.domain === name ? first : yield* policyAt(name);
    steps.push(step);
    if (step.policy !== undefined && step.policy.psd !== 'u') break;
  }
  return steps;
}

/** An Organizational Domain, and how it was told. */
export interface OrganizationalDomain {
  /** Absolute, lower case. */
  readonly domain: string;
  /** `psd=n` and `psd=y` settle it; a record that says neither does, as long as there is none further up. */
  readonly by: 'psd=n' | 'psd=y' | 'record' | 'nothing';
}

/** The Organizational Domain of the domain where a walk began (RFC 9989 §4.10.2). */
export function organizationalDomainOf(steps: readonly WalkStep[]): OrganizationalDomain | undefined {
  const start = steps[0];
  if (start === undefined) return undefined;
  const found = steps.filter(({ policy }) => policy !== undefined);
  for (const { domain, policy } of found) {
    if (policy!.psd === 'n') return { domain, by: 'psd=n' };
    if (policy!.psd === 'y' && domain !== start.domain) {
      const labels = labelsOf(start.domain);
      return { domain: writeName(labels.slice(-labelsOf(domain).length - 1)), by: 'psd=y' };
    }
  }
  const shortest = found.at(-1);
  return shortest === undefined
    ? { domain: start.domain, by: 'nothing' }
    : { domain: shortest.domain, by: 'record' };
}
