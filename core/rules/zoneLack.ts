import type { ZoneView } from '../model/zone/view';

/**
 * Whether a zone surely has no record of any of the types at a name: it is a whole zone, the name is its own, and
 * neither an alias nor a wildcard answers in the name's place.
 */
export function lacks(zone: ZoneView, name: string, types: readonly string[]): boolean {
  const { apex } = zone;
  if (apex === undefined || !zone.complete || !zone.isInZone(name) || !zone.types(apex).has('SOA'))
    return false;
  const there = zone.types(name);
  if (there.has('CNAME') || types.some((type) => there.has(type))) return false;
  return zone.delegation(name) === undefined && zone.wildcardFor(name) === undefined;
}
