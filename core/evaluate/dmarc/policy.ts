import { labelsOf, sameName, writeName } from '../../values/domainName';
import { organizationalDomain } from '../../values/publicSuffix';
import type { Asking } from '../dns';
import type { Policy, PolicyTag, PublishedPolicy } from './record';
import { organizationalDomainOf, policyAt, treeWalk, type WalkStep } from './treeWalk';

/** What receivers make of failing mail of a domain. */
export type EffectivePolicy =
  | {
      readonly kind: 'policy';
      /** The domain whose record counts; absolute. */
      readonly from: string;
      /** The tag that tells the policy; undefined where `none` is assumed because a policy is missing or broken. */
      readonly tag: PolicyTag | undefined;
      /** As the tag has it. */
      readonly asked: Policy;
      /** What is applied: under `t=y` it is one level weaker (RFC 9989 §4.7). */
      readonly applied: Policy;
      /** The percentage of mail to which it is applied; the rest gets one level weaker (RFC 7489 §6.6.4). */
      readonly share: number;
      /** Domains further up that could not be asked; a record there might count instead. */
      readonly unasked: readonly string[];
    }
  | {
      readonly kind: 'none';
      /**
       * `no-record`: nobody states a policy; `several-records`: RFC 7489 gives up there; `unusable`: without a sound
       * policy and without a report address there is nothing to do.
       */
      readonly reason: 'no-record' | 'several-records' | 'unusable';
      /** Where the record is that cannot be used; absolute. */
      readonly from?: string;
    }
  /** It depends on a domain that could not be asked; absolute. */
  | { readonly kind: 'unknown'; readonly at: string };

/** One level below (RFC 9989 §4.7 `t`, RFC 7489 §6.6.4). */
export function weaker(policy: Policy): Policy {
  return policy === 'reject' ? 'quarantine' : 'none';
}

/**
 * The policy for mail of a domain under RFC 9989 §4.10.1, found by walking up the DNS tree.
 * @param domain the Author Domain, with or without final dot
 * @param exists whether it exists in the DNS: where not, `np` counts
 */
export function* policyByTreeWalk(domain: string, exists: boolean): Asking<EffectivePolicy> {
  const own = yield* policyAt(writeName(labelsOf(domain)));
  if (own.state === 'unknown') return { kind: 'unknown', at: own.domain };
  if (own.policy !== undefined) return applied9989(own, own.policy, ['p'], []);
  const steps = yield* treeWalk(domain, own);
  const unasked = steps.filter(({ state }) => state === 'unknown').map((step) => step.domain);
  const organization = organizationalDomainOf(steps);
  const found = steps.filter(({ policy }) => policy !== undefined);
  // The record of the Organizational Domain, or without one that of the Public Suffix Domain above it.
  const chosen =
    found.find((step) => step.domain === organization?.domain) ??
    found.find(({ policy }) => policy!.psd === 'y');
  if (chosen === undefined) {
    return unasked.length > 0 ? { kind: 'unknown', at: unasked[0]! } : { kind: 'none', reason: 'no-record' };
  }
  return applied9989(chosen, chosen.policy!, exists ? ['sp', 'p'] : ['np', 'sp', 'p'], unasked);
}

/**
 * The policy for mail of a domain under RFC 7489 §6.6.3, by the public suffix list. It knows no `np`, `t` or `psd`:
 * whether the domain exists makes no difference.
 * @param domain the domain of the From field, with or without final dot
 */
export function* policyByPublicSuffix(domain: string): Asking<EffectivePolicy> {
  const own = yield* policyAt(writeName(labelsOf(domain)));
  const organization = organizationalDomain(domain);
  const isOwn = organization === undefined || sameName(organization, domain);
  const step = own.state === 'none' && !isOwn ? yield* policyAt(writeName(labelsOf(organization))) : own;
  switch (step.state) {
    case 'unknown':
      return { kind: 'unknown', at: step.domain };
    case 'several':
      return { kind: 'none', reason: 'several-records', from: step.domain };
    case 'none':
      return { kind: 'none', reason: 'no-record' };
    case 'record': {
      const policy = step.policy!;
      return decided(step, policy, ['p', 'sp'], step === own ? ['p'] : ['sp', 'p'], {
        applied: (asked) => asked,
        share: policy.share,
        unasked: [],
      });
    }
  }
}

function applied9989(
  step: WalkStep,
  policy: PublishedPolicy,
  tags: readonly PolicyTag[],
  unasked: readonly string[],
): EffectivePolicy {
  return decided(step, policy, ['p', 'sp', 'np'], tags, {
    applied: (asked) => (policy.testing ? weaker(asked) : asked),
    share: 100,
    unasked,
  });
}

/**
 * @param sound the tags of which one that is broken spoils the whole record: it is then taken for `p=none` where it
 *   names an address for reports, and passed over where not (RFC 9989 §4.10.1, RFC 7489 §6.6.3)
 * @param tags the first of these that is stated counts
 */
function decided(
  { domain }: WalkStep,
  { stated, reported }: PublishedPolicy,
  sound: readonly PolicyTag[],
  tags: readonly PolicyTag[],
  how: {
    readonly applied: (asked: Policy) => Policy;
    readonly share: number;
    readonly unasked: readonly string[];
  },
): EffectivePolicy {
  const { share, unasked } = how;
  const spoilt = stated.p === undefined || sound.some((tag) => stated[tag] === 'broken');
  if (spoilt && !reported) return { kind: 'none', reason: 'unusable', from: domain };
  if (spoilt) {
    return {
      kind: 'policy',
      from: domain,
      tag: undefined,
      asked: 'none',
      applied: 'none',
      share: 100,
      unasked,
    };
  }
  const tag = tags.find((name) => stated[name] !== undefined)!;
  const asked = stated[tag] as Policy;
  return { kind: 'policy', from: domain, tag, asked, applied: how.applied(asked), share, unasked };
}
