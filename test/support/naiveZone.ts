import type { Anchor, Member } from '../../core/model/model';
import { ownerRecord, ownerRecords, type OwnerRecord, type OwnerRecords } from '../../core/model/zone/owner';
import { recordReading } from '../../core/model/zone/nameRecords';
import { entriesBetween, type StandingRecord } from '../../core/model/zone/lookup';
import type { ZoneFile, ZoneView } from '../../core/model/zone/view';
import type { ZoneModel } from '../../core/model/zone/zone';
import { recogniseRecord } from '../../core/records/recognise';
import { comparableName } from '../../core/syntax/masterFile/names';
import type { ZoneEntry } from '../../core/syntax/masterFile/entry';

/** Where each anchor of a naive reading begins in the document. */
export type Places = ReadonlyMap<Anchor, number>;

/** A zone's groups, each with the kind of rule that judges it. */
export interface NaiveGroups {
  readonly groups: readonly (
    | { readonly kind: 'zone-owner'; readonly value: OwnerRecords }
    | { readonly kind: 'zone-file'; readonly value: ZoneFile }
  )[];
  readonly places: Places;
}

/**
 * The groups of a zone put together the plain way, all of them, from every record: what the index of core/model/zone
 * must come to as well, however it gets there. For small zones without `$INCLUDE` and `$GENERATE`.
 */
export function naiveGroups(model: ZoneModel): NaiveGroups {
  const places = new Map<Anchor, number>();
  const records = [...entriesBetween(model)].filter((one): one is StandingRecord => one.kind === 'record');
  const members = records.map(({ start, entry, ttl }): OwnerRecord => {
    const anchor: Anchor = { facets: [{ kind: 'zone-entry', value: entry }] };
    places.set(anchor, start);
    return ownerRecord(anchor, recordReading(entry), ttl, '\n');
  });
  const zone = naiveView(model, members);
  const owners = new Map<string, OwnerRecord[]>();
  for (const member of members) {
    const { name } = member.value.owner;
    owners.set(name, [...(owners.get(name) ?? []), member]);
  }
  const value = naiveFile(model, members, zone, places);
  return {
    groups: [
      ...[...owners].map(
        ([name, of]) => ({ kind: 'zone-owner', value: ownerRecords(name, of, zone) }) as const,
      ),
      { kind: 'zone-file', value },
    ],
    places,
  };
}

function naiveFile(
  model: ZoneModel,
  members: readonly Member<ZoneEntry>[],
  zone: ZoneView,
  places: Map<Anchor, number>,
): ZoneFile {
  const anchor: Anchor = { facets: [] };
  places.set(anchor, 0);
  const { origin } = model.documentContext;
  const defaultTtl = [...entriesBetween(model)].findIndex(
    (one) => one.kind === 'directive' && /^\$TTL[ \t]+\d/i.test(one.text),
  );
  const standing = [...entriesBetween(model)];
  const before = defaultTtl < 0 ? standing : standing.slice(0, defaultTtl);
  const firstRecord = before.find((one) => one.kind === 'record');
  const bare =
    firstRecord?.kind === 'record' && firstRecord.entry.ttl === undefined ? firstRecord : undefined;
  const firstWithoutTtl = bare && members.find(({ anchor: a }) => places.get(a) === bare.start);
  return {
    anchor,
    zone,
    soas: members.filter(({ value }) => value.typeName === 'SOA'),
    records: members.length,
    ...(origin !== undefined && { statedOrigin: comparableName(origin, '.') }),
    hasDefaultTtl: defaultTtl >= 0,
    ...(firstWithoutTtl && { firstWithoutTtl }),
    isSerialStale: () => false,
    included: false,
  };
}

function naiveView(model: ZoneModel, members: readonly Member<ZoneEntry>[]): ZoneView {
  const entries = members.map(({ value }) => value);
  const soa = entries.find(({ typeName }) => typeName === 'SOA');
  const origin = model.sections[0]?.context.origin;
  const apex = soa?.owner.name ?? (origin === '.' ? undefined : origin);
  const of = (name: string): ZoneEntry[] => entries.filter(({ owner }) => owner.name === name);
  const view: ZoneView = {
    apex,
    complete: true,
    // It is alone.
    system: {
      zoneFor: (name) =>
        view.isInZone(name) ? { ...view, uri: undefined, place: () => undefined } : undefined,
      zones: () => [],
      configurations: () => [],
    },
    isInZone: (name) => apex !== undefined && isWithin(name, apex),
    types: (name) => new Set(of(name).map(({ typeName }) => typeName)),
    exists: (name) => entries.some(({ owner }) => isWithin(owner.name, name)),
    wildcardFor(name) {
      for (const encloser of above(name)) {
        if (!view.isInZone(encloser)) return undefined;
        if (of(`*.${encloser}`).length > 0) return `*.${encloser}`;
        if (view.exists(encloser)) return undefined;
      }
      return undefined;
    },
    once: (tell) => tell(view),
    recognised: (name) => of(name).flatMap((entry) => recogniseRecord(entry) ?? []),
    entries: (name, type) => of(name).filter(({ typeName }) => typeName === type),
    targets: (name, type) =>
      view.entries(name, type).flatMap(({ data }) => data.fields.flatMap((field) => field.name ?? [])),
    delegation(name) {
      return [name, ...above(name)]
        .filter((owner) => owner !== apex && view.isInZone(owner))
        .findLast((owner) => of(owner).some(({ typeName }) => typeName === 'NS'));
    },
    textOwnersBelow: (name) => [
      ...new Set(
        entries
          .filter(({ typeName, owner }) => typeName === 'TXT' && owner.name.endsWith(`.${name}`))
          .map(({ owner }) => owner.name),
      ),
    ],
    authenticates: () =>
      entries.some(
        ({ typeName, owner, strings }) =>
          (['TXT', 'CNAME', 'NS'].includes(typeName) && `.${owner.name}`.includes('._domainkey.')) ||
          (typeName === 'TXT' && /^v=spf1( |$)/i.test(strings?.text ?? '')),
      ),
  };
  return view;
}

/** The names above one, from the nearest to the root; by their characters, whatever they are. */
function above(name: string): string[] {
  const names: string[] = [];
  for (let at = name.indexOf('.'); at >= 0 && at < name.length - 1; at = name.indexOf('.', at + 1)) {
    names.push(name.slice(at + 1));
  }
  return names;
}

function isWithin(name: string, ancestor: string): boolean {
  return name === ancestor || ancestor === '.' || name.endsWith(`.${ancestor}`);
}
