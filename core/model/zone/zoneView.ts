import { rrTypeCode } from '../../facts/rrTypes';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { nameHash, namesAbove } from '../../syntax/masterFile/nameHash';
import { ownerRows, rowEntry, rowOwner, rowType } from './rows';
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

  return {
    apex,
    complete: zone.complete,
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
