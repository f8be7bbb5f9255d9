import type { MailSystem } from '../../core/model/mailSystem';
import { isWhole } from '../../core/model/zone/resolver';
import { queryName } from '../../core/evaluate/dns';
import { asciiDomain } from '../../core/values/internationalDomain';

/** More names than this are not looked at in one question. */
const MOST_NAMES = 10_000;

/**
 * Which names exist by the open zones (RFC 8020: also those below which others exist; RFC 4592: also those for which a
 * wildcard answers).
 * @returns null where no zone tells
 */
export function namesExist(system: MailSystem | undefined, names: readonly unknown[]): (boolean | null)[] {
  return names.slice(0, MOST_NAMES).map((name) => {
    if (system === undefined || typeof name !== 'string') return null;
    const ascii = asciiDomain(name.trim());
    const asked = ascii === undefined ? undefined : queryName(ascii);
    return asked === undefined ? null : nameExists(system, asked);
  });
}

function nameExists(system: MailSystem, name: string): boolean | null {
  const zone = system.zoneFor(name);
  if (zone === undefined) return null;
  const cut = zone.delegation(name);
  // Where a zone is delegated its name is there; what lies below, its own servers say.
  if (cut !== undefined) return cut === name ? true : null;
  if (name === zone.apex || zone.exists(name) || zone.wildcardFor(name) !== undefined) return true;
  const parts = name.split('.');
  const renamed = parts.some((_, at) => at > 0 && zone.types(parts.slice(at).join('.')).has('DNAME'));
  return renamed || !isWhole(zone) ? null : false;
}
