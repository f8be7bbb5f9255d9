import { answered, remembering, type Resolver } from '../../evaluate/dns';
import { spfBudget, type SpfBudget } from '../../evaluate/spf/budget';
import { resolverOver, type KnownZone } from '../../evaluate/zoneResolver';
import type { SpfRecord } from '../../records/spf';
import type { MailSystem } from '../mailSystem';
import type { ZoneView } from './view';

/**
 * Answers from a zone and from those that are open beside it, as far as they tell.
 * @param complete whether what the zone itself lacks does not exist. A few records without their SOA are but a part of
 *   a zone: what they lack proves nothing.
 */
export function viewResolver(zone: ZoneView, complete?: boolean): Resolver {
  const known = zone.once(noResolvers);
  let resolver = known.get(complete);
  if (resolver === undefined) {
    resolver = remembering(resolverIn(zone.system, (found) => (found === zone ? complete : undefined)));
    known.set(complete, resolver);
  }
  return resolver;
}

/** The resolvers of a view: whoever looks through it asks the same few questions with one rule after the other. */
function noResolvers(): Map<boolean | undefined, Resolver> {
  return new Map();
}

/** Answers from all zones that are open, for a document that is none. */
export function systemResolver(system: MailSystem): Resolver {
  return resolverIn(system, () => undefined);
}

function resolverIn(system: MailSystem, complete: (zone: ZoneView) => boolean | undefined): Resolver {
  const known = new Map<ZoneView, KnownZone>();
  return resolverOver((name) => {
    const found = system.zoneFor(name);
    if (found?.apex === undefined) return undefined;
    let here = known.get(found);
    if (here === undefined) known.set(found, (here = knownZone(found, complete(found))));
    return here;
  });
}

function knownZone(zone: ZoneView, complete: boolean | undefined): KnownZone {
  const apex = zone.apex!;
  return {
    apex,
    get complete() {
      return complete ?? isWhole(zone);
    },
    records: (name, type) => zone.entries(name, type),
    exists: (name) => zone.exists(name),
  };
}

/** Whether what a zone lacks does not exist: all of it has been read, its SOA record among it. */
export function isWhole(zone: ZoneView): boolean {
  return zone.complete && zone.apex !== undefined && zone.types(zone.apex).has('SOA');
}

/** What the lookups of an SPF record cost, as far as the open zones tell. */
export function budgetIn(zone: ZoneView, { domain, syntax }: SpfRecord): SpfBudget {
  return answered(spfBudget(domain, syntax), viewResolver(zone));
}
