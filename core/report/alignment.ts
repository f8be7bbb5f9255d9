import type { DkimAuthResult, ReportHead, ReportRecord, SpfAuthResult } from './types';
import { isPass, normalised } from './judge';

export type AlignmentMode = 'relaxed' | 'strict';

/** The Organizational Domain of a name, lower-case (derived.ts keeps them). */
export type OrganizationOf = (name: string) => string;

/** What is asked of alignment: `r` where the policy does not say (RFC 9989 §4.7). */
export function alignmentMode(tag: string): AlignmentMode {
  return normalised(tag) === 's' ? 'strict' : 'relaxed';
}

/** Whether an authenticated domain is aligned with that of the header From (RFC 9989 §4.4). */
export function isAligned(
  domain: string,
  headerFrom: string,
  mode: AlignmentMode,
  organization: OrganizationOf,
): boolean {
  const one = plain(domain);
  const from = plain(headerFrom);
  if (one === '' || from === '') return false;
  return one === from || (mode === 'relaxed' && organization(one) === organization(from));
}

/** Whether one of the results passed for an aligned domain. */
export function alignedPass(
  results: readonly (DkimAuthResult | SpfAuthResult)[],
  headerFrom: string,
  mode: AlignmentMode,
  organization: OrganizationOf,
): boolean {
  return results.some((one) => isPass(one.result) && isAligned(one.domain, headerFrom, mode, organization));
}

/** What alignment the policy of a record's report asked for. */
export function askedModes({ policy }: ReportHead): {
  readonly dkim: AlignmentMode;
  readonly spf: AlignmentMode;
} {
  return { dkim: alignmentMode(policy.adkim), spf: alignmentMode(policy.aspf) };
}

/** The domain that a record is about: that of its header From, else that whose policy applied. */
export function authorDomain(
  { headerFrom }: Pick<ReportRecord, 'headerFrom'>,
  { policy }: ReportHead,
): string {
  return headerFrom === '' ? policy.domain : headerFrom;
}

/** A domain as it is compared: lower-case, without final dot. */
export function plain(domain: string): string {
  return domain.trim().toLowerCase().replace(/\.$/, '');
}
