import { answered, ask, type Resolver } from '../evaluate/dns';
import { isPolicyRecord } from '../evaluate/dmarc/record';
import { organizationalDomainOf, treeWalk } from '../evaluate/dmarc/treeWalk';
import type { Anchor } from '../model/model';
import { viewResolver } from '../model/zone/resolver';
import type { OwnerRecords } from '../model/zone/owner';
import type { DmarcPolicyRecord } from '../records/dmarcPolicy';
import { spanOf, statedKeyword } from '../records/tagRecord';
import type { Span } from '../text/span';
import { absoluteName, asciiLower, isWithin, plainName, sameName } from '../values/domainName';
import { isPublicSuffix } from '../values/publicSuffix';
import { isSameOrganization, policyRecords } from './dmarcZone';

/** An address for reports in a domain of another organization. */
export interface ExternalReports {
  readonly anchor: Anchor;
  readonly record: DmarcPolicyRecord;
  readonly span: Span;
  /** The domain of the address, as written. */
  readonly domain: string;
  /** Where the record that agrees has to stand, without final dot; and absolute, undefined where it is no name. */
  readonly shown: string;
  readonly name: string | undefined;
  /** Whether the record that agrees is there, is missing from its zone, or is not known (RFC 9990 §4). */
  readonly state: 'there' | 'missing' | 'unknown';
}

/** The addresses of an owner's DMARC records in domains of other organizations. */
export function externalReports(owner: OwnerRecords): ExternalReports[] {
  const records = policyRecords(owner);
  if (records.length === 0) return [];
  const resolver = viewResolver(owner.zone);
  const organizations = new Map<string, string | undefined>();
  // A record may name thousands of addresses in few domains, and each walk reads records to their end.
  const organizationOf = (domain: string): string | undefined => {
    const key = asciiLower(domain);
    if (!organizations.has(key)) organizations.set(key, walkedOrganization(domain, resolver));
    return organizations.get(key);
  };
  return records.flatMap(({ anchor, record }) =>
    record.tags.flatMap(({ read }) =>
      (read.type === 'report-uris' ? read.uris : []).flatMap((uri): ExternalReports[] => {
        const { domain } = uri;
        if (domain === undefined || uri.problem !== undefined || isOwn(record, domain, organizationOf))
          return [];
        const shown = `${plainName(record.domain)}._report._dmarc.${domain}`;
        const name = absoluteName(`${shown}.`, '.');
        const state = name === undefined ? 'unknown' : authorisation(resolver, name);
        return [{ anchor, record, span: spanOf(record, uri), domain, shown, name, state }];
      }),
    ),
  );
}

/** Whether the domain of an address has the Organizational Domain of the record's, so that nobody need agree. */
function isOwn(
  record: DmarcPolicyRecord,
  reports: string,
  organizationOf: (domain: string) => string | undefined,
): boolean {
  if (!isSameOrganization(record.domain, reports)) return false;
  // RFC 9989 §4.10.2: with psd=n nothing above belongs to the organization.
  if (statedKeyword(record, 'psd') === 'n' && !isWithin(reports, record.domain)) return false;
  // By RFC 9989 the tree decides, as far as it is known.
  const other = organizationOf(reports);
  if (other === undefined) return true;
  const one = organizationOf(record.domain);
  return one === undefined || sameName(one, other);
}

/** The Organizational Domain by the tree walk (RFC 9989 §4.10.2); undefined where a step that counts is not known. */
function walkedOrganization(domain: string, resolver: Resolver): string | undefined {
  const steps = answered(treeWalk(domain), resolver);
  if (steps.some((step) => step.state === 'unknown' && !isPublicSuffix(step.domain))) return undefined;
  // Without any record on the way, the two need not be told apart.
  return steps.some(({ policy }) => policy !== undefined) ? organizationalDomainOf(steps)?.domain : undefined;
}

function authorisation(resolver: Resolver, name: string): ExternalReports['state'] {
  const answer = answered(ask('TXT', name), resolver);
  if (answer.status === 'failed') return 'unknown';
  return answer.status === 'found' && answer.records.some(isPolicyRecord) ? 'there' : 'missing';
}
