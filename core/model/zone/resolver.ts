import { answered, type Resolver } from '../../evaluate/dns';
import { spfBudget, type SpfBudget } from '../../evaluate/spf/budget';
import { zoneResolver } from '../../evaluate/zoneResolver';
import type { SpfRecord } from '../../records/spf';
import type { ZoneView } from './view';

/**
 * Answers from a zone, as far as it tells.
 * @param complete whether what the zone lacks does not exist. A few records without their SOA are but a part of a
 *   zone: what they lack proves nothing.
 */
export function viewResolver(zone: ZoneView, complete?: boolean): Resolver {
  const { apex } = zone;
  if (apex === undefined) return zoneResolver([]);
  return zoneResolver([
    {
      apex,
      complete: complete ?? (zone.complete && zone.types(apex).has('SOA')),
      records: (name, type) => zone.entries(name, type),
      exists: (name) => zone.exists(name),
    },
  ]);
}

/** What the lookups of an SPF record cost, as far as its zone tells. */
export function budgetIn(zone: ZoneView, { domain, syntax }: SpfRecord): SpfBudget {
  return answered(spfBudget(domain, syntax), viewResolver(zone));
}
