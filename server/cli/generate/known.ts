import type { Known } from '../../../core/generator/known';
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
): { readonly known: Known; readonly unread: readonly Unread[] } {
  if (paths.length === 0) {
    return { known: { now: presentMoment(), ...(domain !== undefined && { domain }) }, unread: [] };
  }
  const { service, opened, unread } = openFiles({ paths, origin: undefined, directory: undefined });
  return { known: knownOf(service, [...opened.values()], domain), unread };
}
