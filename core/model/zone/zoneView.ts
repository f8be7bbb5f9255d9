import { rrTypeCode } from '../../facts/rrTypes';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { nameHash, namesAbove } from '../../syntax/masterFile/nameHash';
import { mayAuthenticate, recordsAt, type RecordReading } from './nameRecords';
import { rowEntry, rowOwner } from './rows';
import { isSpf } from '../../syntax/spf/version';
import {
  configurationKey,
  zoneKey,
  ZONES_KEY,
  type MailSystem,
  type OtherDocuments,
  type OtherZone,
  type SystemZone,
} from '../mailSystem';
import type { ZoneView } from './view';
import { placeElsewhere } from './elsewhere';
import type { ZoneIndex } from './zoneIndex';

/** What a view looks at. */
export interface ViewedZone {
  readonly index: ZoneIndex;
  readonly apex: string | undefined;
  readonly complete: boolean;
  readonly documentContext: { readonly others?: OtherDocuments };
}

/** The key under which it is noted that somebody asked for names below the name with this hash. */
export function belowKey(hash: number): number {
  return ~hash;
}

/** The key under which it is noted that it counted how many records below the name with this hash may authenticate mail. */
export function textsKey(hash: number): number {
  return hash ^ 0x7465_7874;
}

/** The key under which it is noted that an inherited time to live counted. */
export const TTL_KEY = 0x7474_6c21;

/** The key under which it is noted that somebody asked for what the records of a name with this hash say. */
export function contentKey(hash: number): number {
  return hash ^ 0x636f_6e74;
}

/** The key under which it is noted that it counted whether the zone of a name has anything that authenticates mail. */
export function authenticationKey(apex: string | undefined): number {
  return nameHash(apex ?? '') ^ 0x6175_7468;
}

const TXT = rrTypeCode('TXT');

const KEY_NAME = /(?:^|\.)_domainkey\./;

/** So many records are looked at to learn that nothing authenticates mail. */
const MOST_LOOKED_AT = 100_000;

/** Is told the key of each question whose answer may change: the hash of a name, {@link belowKey}, {@link zoneKey} … */
export type Noting = (key: number) => void;

/** The zone as its own rules see it, with all that is open around it. */
export function zoneView(zone: ViewedZone, note: Noting): SystemZone {
  const own: SystemZone = viewOf(zone, note, {
    uri: undefined,
    place: () => undefined,
    get system() {
      return (system ??= systemAround(zone.documentContext.others, note, own));
    },
  });
  let system: MailSystem | undefined;
  return own;
}

/**
 * All that is open, for one of the documents.
 * @param others all but the document itself
 * @param own the document's own zone, where it is one
 */
export function systemAround(others: OtherDocuments | undefined, note: Noting, own?: SystemZone): MailSystem {
  const views = new Map<string, SystemZone>();
  const viewing = (apex: string, other: OtherZone, model: ViewedZone): SystemZone => {
    let view = views.get(apex);
    if (view === undefined) views.set(apex, (view = viewOf(model, note, placeElsewhere(other, system))));
    return view;
  };
  const system: MailSystem = {
    zoneFor(name) {
      for (const candidate of name === '.' ? ['.'] : [name, ...namesAbove(name), '.']) {
        if (own !== undefined && candidate === own.apex) return own;
        note(zoneKey(nameHash(candidate)));
        const other = others?.zone(candidate);
        const model = other?.model();
        if (other !== undefined && model !== undefined) return viewing(candidate, other, model);
      }
      return undefined;
    },
    zones() {
      note(ZONES_KEY);
      const all = others === undefined ? [] : others.zones();
      if (all === undefined) return undefined;
      const found = new Map<string, SystemZone>();
      if (own?.apex !== undefined) found.set(own.apex, own);
      for (const other of all) {
        const model = other.model();
        if (model?.apex === undefined || found.has(model.apex)) continue;
        found.set(model.apex, viewing(model.apex, other, model));
      }
      return [...found.values()];
    },
    configurations(kind) {
      note(configurationKey(kind));
      return others?.configurations(kind) ?? [];
    },
  };
  return system;
}

/** A zone as rules see it. */
function viewOf(
  zone: ViewedZone,
  note: Noting,
  standing: Pick<SystemZone, 'uri' | 'place' | 'system'>,
): SystemZone {
  const { index, apex } = zone;
  const told = new Map<unknown, unknown>();

  const types = (name: string): ReadonlySet<string> => {
    note(nameHash(name));
    return recordsAt(index, name).types;
  };

  const readings = (name: string, type: string): RecordReading[] => {
    const hash = nameHash(name);
    note(hash);
    note(contentKey(hash));
    const code = rrTypeCode(type) ?? -1;
    return recordsAt(index, name).records.flatMap((record) => (record.code === code ? [record.reading] : []));
  };

  const entries = (name: string, type: string): ZoneEntry[] => readings(name, type).map(({ entry }) => entry);

  const hasNamesBelow = (name: string): boolean => {
    note(belowKey(nameHash(name)));
    return recordsAt(index, name).hasNamesBelow;
  };

  const exists = (name: string): boolean => types(name).size > 0 || hasNamesBelow(name);

  const isInZone = (name: string): boolean =>
    apex !== undefined && (name === apex || apex === '.' || name.endsWith(`.${apex}`));

  const authenticates = (): boolean => {
    note(authenticationKey(apex));
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

  const textOwnersBelow = (name: string): string[] | undefined => {
    note(textsKey(nameHash(name)));
    const rows = recordsAt(index, name).authenticatingBelow;
    if (rows === undefined) return undefined;
    const found = new Set<string>();
    for (const { block, row } of rows) {
      const owner = rowOwner(block, row);
      const below = nameHash(owner);
      // An alias may become a text without any name's coming or going.
      note(below);
      // So that its moving to another place is heard of, too.
      note(contentKey(below));
      if (block.table.type[row] === TXT) found.add(owner);
    }
    return [...found];
  };

  return {
    once<T>(tell: (zone: ZoneView) => T): T {
      if (!told.has(tell)) told.set(tell, tell(this));
      return told.get(tell) as T;
    },
    uri: standing.uri,
    place: standing.place,
    get system() {
      return standing.system;
    },
    apex,
    complete: zone.complete,
    authenticates,
    textOwnersBelow,
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
    recognised: (name) => readings(name, 'TXT').flatMap(({ recognised }) => recognised ?? []),
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
