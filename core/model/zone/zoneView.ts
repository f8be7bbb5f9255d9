import { rrTypeCode } from '../../facts/rrTypes';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { nameHash, namesAbove } from '../../syntax/masterFile/nameHash';
import { ownerRows, rowEntry, rowOwner, rowType } from './rows';
import { isSpf } from '../../syntax/spf/version';
import type { ZoneView } from './view';
import { blocksWith, type ZoneIndex } from './zoneIndex';

/** What a view looks at. */
export interface ViewedZone {
  readonly index: ZoneIndex;
  readonly apex: string | undefined;
  readonly complete: boolean;
}

/** The key under which it is noted that somebody asked for names below the name with this hash. */
export function belowKey(hash: number): number {
  return ~hash;
}

/** The key under which it is noted that an inherited time to live counted. */
export const TTL_KEY = 0x7474_6c21;

/** The key under which it is noted that somebody asked for what the records of a name with this hash say. */
export function contentKey(hash: number): number {
  return hash ^ 0x636f_6e74;
}

/** The key under which it is noted that it counted whether the zone has anything that authenticates mail. */
export const AUTHENTICATION_KEY = 0x6175_7468;

/** The types of records that can: TXT, CNAME to another's key, NS of a delegated `_domainkey`. */
const AUTHENTICATING: ReadonlySet<number | undefined> = new Set(['TXT', 'CNAME', 'NS'].map(rrTypeCode));

/** Whether a record of this type may authenticate mail. */
export function mayAuthenticate(type: number): boolean {
  return AUTHENTICATING.has(type);
}

const TXT = rrTypeCode('TXT');

const KEY_NAME = /(?:^|\.)_domainkey\./;

/** So many records are looked at to learn that nothing authenticates mail. */
const MOST_LOOKED_AT = 100_000;

/**
 * The zone as rules see it.
 * @param note is told the key of each question whose answer may change: the hash of the name, or {@link belowKey}
 */
export function zoneView(zone: ViewedZone, note: (key: number) => void): ZoneView {
  const { index, apex } = zone;

  const types = (name: string): Set<string> => {
    const hash = nameHash(name);
    note(hash);
    const found = new Set<string>();
    for (const block of blocksWith(index, index.owners, hash)) {
      for (const row of ownerRows(block, hash, name)) found.add(rowType(block, row));
    }
    return found;
  };

  const entries = (name: string, type: string): ZoneEntry[] => {
    const hash = nameHash(name);
    note(hash);
    note(contentKey(hash));
    const code = rrTypeCode(type) ?? -1;
    const found: ZoneEntry[] = [];
    for (const block of blocksWith(index, index.owners, hash)) {
      for (const row of ownerRows(block, hash, name)) {
        if (block.table.type[row] === code) found.push(rowEntry(block, row));
      }
    }
    return found;
  };

  const hasNamesBelow = (name: string): boolean => {
    const hash = nameHash(name);
    note(belowKey(hash));
    const suffix = `.${name}`;
    return blocksWith(index, index.above, hash).some(({ table }, i, blocks) => {
      for (const owner of table.owners) {
        if (rowOwner(blocks[i]!, table.owner.indexOf(owner)).endsWith(suffix)) return true;
      }
      return false;
    });
  };

  const exists = (name: string): boolean => types(name).size > 0 || hasNamesBelow(name);

  const isInZone = (name: string): boolean =>
    apex !== undefined && (name === apex || apex === '.' || name.endsWith(`.${apex}`));

  const authenticates = (): boolean => {
    note(AUTHENTICATION_KEY);
    let left = MOST_LOOKED_AT;
    for (const block of index.blocks) {
      if (block === undefined) continue;
      const { type, rows } = block.table;
      for (let row = 0; row < rows; row++) {
        if (!mayAuthenticate(type[row]!)) continue;
        if (left-- === 0 || KEY_NAME.test(rowOwner(block, row))) return true;
        if (type[row] === TXT && isSpf(rowEntry(block, row).strings?.text ?? '')) return true;
      }
    }
    return false;
  };

  return {
    apex,
    complete: zone.complete,
    authenticates,
    isInZone,
    types,
    exists,
    wildcardFor(name) {
      if (!isInZone(name) || exists(name)) return undefined;
      for (const above of namesAbove(name)) {
        if (!isInZone(above)) return undefined;
        const wildcard = `*.${above}`;
        if (types(wildcard).size > 0) return wildcard;
        // The closest encloser: a wildcard higher up does not answer any more (RFC 4592 §3.3.1).
        if (exists(above)) return undefined;
      }
      return undefined;
    },
    entries,
    targets(name, type) {
      return entries(name, type).flatMap(({ data }) => data.fields.flatMap((field) => field.name ?? []));
    },
    delegation(name) {
      if (!isInZone(name)) return undefined;
      let cut: string | undefined;
      for (const candidate of [name, ...namesAbove(name)]) {
        if (candidate === apex || !isInZone(candidate)) break;
        if (types(candidate).has('NS')) cut = candidate;
      }
      return cut;
    },
  };
}
