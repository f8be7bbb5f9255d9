import type { Anchor } from '../model/model';
import type { OwnerRecords } from '../model/zone/owner';
import { POLICY_LABEL, type DmarcPolicyRecord } from '../records/dmarcPolicy';
import { plainName, sameName } from '../values/domainName';
import { organizationalDomain } from '../values/publicSuffix';

/** The DMARC Policy Records of an owner that stand where receivers look for them, each with its anchor. */
export function policyRecords({
  labels,
  records,
}: OwnerRecords): { readonly anchor: Anchor; readonly record: DmarcPolicyRecord }[] {
  if (labels[0] !== POLICY_LABEL) return [];
  return records.flatMap(({ anchor, recognised: found }) => {
    if (found?.kind !== 'dmarc-policy' || found.value.content === 'foreign') return [];
    return found.value.place === 'policy' ? [{ anchor, record: found.value }] : [];
  });
}

/** Whether two domains have the same Organizational Domain by the public suffix list. */
export function isSameOrganization(a: string, b: string): boolean {
  const of = (name: string): string => organizationalDomain(name) ?? plainName(name);
  return sameName(of(a), of(b));
}
