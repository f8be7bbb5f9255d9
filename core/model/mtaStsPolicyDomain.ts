import { isMailDomain } from '../values/domainName';
import type { SystemZone } from './mailSystem';
import type { Around } from './units';

/** A policy whose domain is known, and whose zone is open. */
export interface PublishedPolicy {
  /** Absolute, in lower case. */
  readonly domain: string;
  readonly zone: SystemZone;
  /** How the domain is known: by the file's place, or because it is the only one that announces a policy. */
  readonly by: 'place' | 'record';
}

/** Where the announcement of a domain's policy stands (RFC 8461 §3.1). */
export function announcement(domain: string): string {
  return `_mta-sts.${domain}`;
}

/**
 * Whose policy a file holds: the domain of the host that its place names (`mta-sts.example.com/.well-known/mta-sts.txt`,
 * `mta-sts.example.com.txt`), or else the only domain of the open zones that announces a policy.
 * @returns undefined where neither tells, or the zone is not open
 */
export function publishedPolicy({ uri, fileName, system }: Around): PublishedPolicy | undefined {
  const placed = domainOfPlace(uri, fileName);
  if (placed !== undefined) {
    const zone = system.zoneFor(placed);
    return zone === undefined || zone.delegation(placed) !== undefined
      ? undefined
      : { domain: placed, zone, by: 'place' };
  }
  const announcing = (system.zones() ?? []).flatMap((zone): PublishedPolicy[] => {
    const { apex } = zone;
    if (apex === undefined || !zone.types(announcement(apex)).has('TXT')) return [];
    return [{ domain: apex, zone, by: 'record' }];
  });
  const [only] = announcing;
  if (only === undefined || announcing.length > 1) return undefined;
  // A zone may hold the announcements of several domains.
  const own = announcement(only.domain);
  const texts = only.zone.textOwnersBelow(only.domain);
  const others = texts?.some((owner) => owner !== own && owner.startsWith(announcement('')));
  return others === false ? only : undefined;
}

/** The domain of the host that the file's name, or the last folder that does, names; absolute. */
function domainOfPlace(uri: string | undefined, fileName: string | undefined): string | undefined {
  const folders = (uri ?? '').split('/').slice(0, -1).reverse();
  const named = fileName?.replace(/\.te?xt$/i, '') ?? '';
  for (const part of [named, ...folders]) {
    const domain = /^mta-sts[.-](.+)$/i.exec(part)?.[1]?.toLowerCase();
    if (domain !== undefined && isMailDomain(domain)) return `${domain}.`;
  }
  return undefined;
}
