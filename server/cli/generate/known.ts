import type { Known } from '../../../core/generator/known';
import { isZoneModel, type ZoneModel } from '../../../core/model/zone/zone';
import { knownOf, presentMoment } from '../../generator/known';
import type { Unread } from '../find';
import { openFiles } from '../open';

/**
 * What files tell of a domain's circumstances.
 * @param paths files and folders: zones, main.cf, opendkim.conf
 * @param domain without final dot; where it is not stated, that of the first zone
 */
export function knownFrom(
  paths: readonly string[],
  domain: string | undefined,
): { readonly known: Known; readonly unread: readonly Unread[]; readonly zones: readonly ZoneModel[] } {
  if (paths.length === 0) {
    return {
      known: { now: presentMoment(), ...(domain !== undefined && { domain }) },
      unread: [],
      zones: [],
    };
  }
  const { service, opened, unread } = openFiles({ paths, origin: undefined, directory: undefined });
  const zones = [...opened.keys()].flatMap((uri) => {
    const model = service.model(uri);
    return model !== undefined && isZoneModel(model) ? [model] : [];
  });
  return { known: knownOf(service, [...opened.values()], domain), unread, zones };
}
