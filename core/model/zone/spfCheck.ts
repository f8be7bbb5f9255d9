import type { DnsAnswer } from '../../evaluate/dns';
import type { SpfRequest } from '../../evaluate/spf/outcome';
import { checkThoroughly, type ThoroughOutcome } from '../../evaluate/spf/thorough';
import { viewResolver } from './resolver';
import type { ZoneModel } from './zone';
import { zoneView } from './zoneView';

const UNKNOWN: DnsAnswer = { status: 'failed', reason: 'unknown' };

/**
 * Whether a client may send for a domain, by all zones that are open together.
 * @param zones those that are open
 */
export function checkOverZones(request: SpfRequest, zones: readonly ZoneModel[]): ThoroughOutcome {
  // Whichever is asked knows the others; a part of a zone that another file includes is the one that knows least.
  const zone = zones.find(({ documentContext }) => documentContext.included !== true) ?? zones[0];
  return checkThoroughly(
    request,
    zone === undefined ? () => UNKNOWN : viewResolver(zoneView(zone, () => undefined)),
  );
}
