import type { ZoneEntry } from '../syntax/masterFile/entry';
import { namesAbove } from '../syntax/masterFile/nameHash';
import { absoluteName, asciiLower, isWithin, labelsOf, writeName } from '../values/domainName';
import type { IpAddress } from '../values/ipAddress';
import type { DnsAnswer, DnsQuery, QueryType, RecordData, Resolver } from './dns';

/** A zone of which files tell. Names are absolute, in lower case, escapes normalised (`absoluteName`). */
export interface KnownZone {
  readonly apex: string;
  /** Whether all of it has been read; where not, a name that is not there may still exist. */
  readonly complete: boolean;
  /** The records of a type (mnemonic) that stand at a name itself; wildcards are not applied. */
  records(name: string, type: string): readonly ZoneEntry[];
  /** Whether a name has records or lies above one that has. */
  exists(name: string): boolean;
}

/** How many aliases are followed before it counts as a loop. */
const CHAIN = 16;

/**
 * Answers from zones at hand as their name servers would (RFC 1034 §4.3.2): aliases followed, wildcards applied
 * (RFC 4592). What lies outside of all zones, or behind a zone cut, is not known.
 */
export function zoneResolver(zones: readonly KnownZone[]): Resolver {
  return resolverOver((name) => zoneOf(zones, name));
}

/**
 * The same where the zones are found otherwise.
 * @param find the zone whose name is the longest at or above a name
 */
export function resolverOver(find: (name: string) => KnownZone | undefined): Resolver {
  const resolve = (query: DnsQuery, left: number): DnsAnswer => {
    const zone = find(query.name);
    if (zone === undefined) return UNKNOWN;
    const way = path(zone, query.name);
    if (way.some((at) => zone.records(at, 'NS').length > 0)) return UNKNOWN;
    const dname = renamed(zone, query.name, way);
    const name = dname === undefined ? answering(zone, query.name) : undefined;
    const alias = dname ?? (name === undefined ? undefined : targetOf(zone, name, 'CNAME'));
    if (alias !== undefined) {
      return left === 0
        ? { status: 'failed', reason: 'server' }
        : resolve({ ...query, name: alias }, left - 1);
    }
    const entries = name === undefined ? [] : zone.records(name, query.type);
    const records = entries.flatMap((entry) => dataOf(entry, query.type) ?? []);
    if (records.length > 0) return { status: 'found', records };
    if (!zone.complete) return UNKNOWN;
    return name === undefined ? { status: 'missing' } : { status: 'found', records: [] };
  };
  return (query) => resolve(query, CHAIN);
}

const UNKNOWN: DnsAnswer = { status: 'failed', reason: 'unknown' };

/**
 * A zone of records that were read.
 * @param apex absolute
 * @param records each with its owner, absolute; none is read before it is asked for
 */
export function knownZone(
  apex: string,
  records: Iterable<{ readonly owner: string; entry(): ZoneEntry }>,
  complete = true,
): KnownZone {
  const byName = new Map<string, (() => ZoneEntry)[]>();
  const above = new Set<string>();
  for (const record of records) {
    const owner = absoluteName(record.owner, '.');
    if (owner === undefined) continue;
    const own = byName.get(owner);
    const entry = (): ZoneEntry => record.entry();
    if (own !== undefined) own.push(entry);
    else {
      byName.set(owner, [entry]);
      const labels = labelsOf(owner);
      for (let i = 1; i < labels.length; i++) above.add(writeName(labels.slice(i)));
    }
  }
  return {
    apex: absoluteName(apex, '.') ?? '.',
    complete,
    records: (name, type) =>
      (byName.get(name) ?? []).map((entry) => entry()).filter(({ data }) => data.type?.name === type),
    exists: (name) => byName.has(name) || above.has(name),
  };
}

/** The zone whose name is the longest end of a name. */
function zoneOf(zones: readonly KnownZone[], name: string): KnownZone | undefined {
  return zones
    .filter(({ apex }) => isWithin(name, apex))
    .reduce<KnownZone | undefined>(
      (best, zone) => (best !== undefined && best.apex.length >= zone.apex.length ? best : zone),
      undefined,
    );
}

/** The names from just below the apex down to `name`: with NS records at one of them, other name servers answer. */
function path({ apex }: KnownZone, name: string): string[] {
  const way = [name, ...namesAbove(name)].filter((at) => at.length > apex.length);
  return way.reverse();
}

/**
 * The name that a DNAME above makes of a name (RFC 6672 §2.2).
 * @param way from just below the apex down to `name`
 */
function renamed(zone: KnownZone, name: string, way: readonly string[]): string | undefined {
  for (const at of [zone.apex, ...way]) {
    if (at === name) continue;
    const target = targetOf(zone, at, 'DNAME');
    if (target === undefined) continue;
    const labels = labelsOf(name);
    const own = labels.slice(0, labels.length - labelsOf(at).length);
    return absoluteName(writeName([...own, ...labelsOf(target)]), '.') ?? UNREACHABLE;
  }
  return undefined;
}

/** A name outside of every zone: what a DNAME makes too long has no answer. */
const UNREACHABLE = 'invalid.';

/** The owner of the records that answer for a name: itself or a wildcard; undefined where it does not exist. */
function answering(zone: KnownZone, name: string): string | undefined {
  if (zone.exists(name) || name === zone.apex) return name;
  const labels = labelsOf(name);
  for (let i = 1; i <= labels.length; i++) {
    const encloser = writeName(labels.slice(i));
    if (!zone.exists(encloser) && encloser !== zone.apex) continue;
    const wildcard = encloser === '.' ? '*.' : `*.${encloser}`;
    return zone.exists(wildcard) ? wildcard : undefined;
  }
  return undefined;
}

function targetOf(zone: KnownZone, name: string, type: 'CNAME' | 'DNAME'): string | undefined {
  const octets = zone.records(name, type)[0]?.data.octets;
  return octets === undefined ? undefined : nameAt(octets, 0);
}

/** What a record says, read from its wire form; undefined where it is of another type or broken. */
function dataOf({ data }: ZoneEntry, type: QueryType): RecordData[QueryType] | undefined {
  const { octets } = data;
  if (data.type?.name !== type || octets === undefined) return undefined;
  switch (type) {
    case 'A':
      return octets.length === 4 ? address(4, octets) : undefined;
    case 'AAAA':
      return octets.length === 16 ? address(6, octets) : undefined;
    case 'MX': {
      const exchange = nameAt(octets, 2);
      const preference = (octets.charCodeAt(0) << 8) | octets.charCodeAt(1);
      return exchange === undefined ? undefined : { preference, exchange };
    }
    case 'PTR':
      return nameAt(octets, 0);
    case 'TXT':
      return strings(octets);
  }
}

function address(family: 4 | 6, octets: string): IpAddress {
  return { family, octets: Array.from(octets, (octet) => octet.charCodeAt(0)) };
}

/** A name in wire form, uncompressed (RFC 1035 §3.1), in lower case. */
function nameAt(octets: string, start: number): string | undefined {
  const labels: string[] = [];
  let at = start;
  while (at < octets.length) {
    const length = octets.charCodeAt(at);
    if (length === 0) return asciiLower(writeName(labels));
    if (length > 63) return undefined;
    labels.push(octets.slice(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return undefined;
}

/** Character-strings, joined (RFC 1035 §3.3.14, RFC 7208 §3.3). */
function strings(octets: string): string {
  let text = '';
  for (let at = 0; at < octets.length; at += 1 + octets.charCodeAt(at)) {
    text += octets.slice(at + 1, at + 1 + octets.charCodeAt(at));
  }
  return text;
}
