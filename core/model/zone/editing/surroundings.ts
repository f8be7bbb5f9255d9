import { recogniseRecord, type RecognisedRecord } from '../../../records/recognise';
import type { RecordSurroundings, SpfCost, ZoneAddress, ZoneName } from '../../../records/surroundings';
import { comparableName } from '../../../syntax/masterFile/names';
import type { ZoneEntry } from '../../../syntax/masterFile/entry';
import { plainName } from '../../../values/domainName';
import type { Moment } from '../../../values/serial';
import { budgetIn } from '../resolver';
import type { ZoneModel } from '../zone';
import { zoneView } from '../zoneView';
import { near } from './namesNear';

/** So many names are looked at, and so many records of them read. */
const MOST_NAMES = 200;
const MOST_RECORDS = 24;
const MOST_ADDRESSES = 24;

/**
 * What completion inside the record at `start` may know of its zone: names near it, and what the zone's index tells of
 * a name. The work does not grow with the file.
 * @param start where the record begins in the document; it is none of those around itself
 */
export function surroundingsOf(model: ZoneModel, start: number, now: Moment | undefined): RecordSurroundings {
  const view = zoneView(model, () => undefined);
  const namesNear = (typed: string): { names: ZoneName[]; complete: boolean } => {
    const { owners, complete } = near(model, start, start, { typed, origin: undefined }, MOST_NAMES);
    const names = [...owners.values()].map(({ name, types }) => ({ name: plainName(name), types }));
    return { names, complete };
  };
  const addressesOf = (name: string, family: 4 | 6, mx: boolean): ZoneAddress[] =>
    view
      .entries(name, family === 4 ? 'A' : 'AAAA')
      .slice(0, MOST_ADDRESSES)
      .flatMap((entry): ZoneAddress[] => {
        const address = firstWord(entry);
        return address === undefined ? [] : [{ address, name: plainName(name), mx }];
      });
  return {
    ...(now && { now }),
    names: namesNear,
    records(part) {
      const found: RecognisedRecord[] = [];
      for (const { name, types } of namesNear(part).names) {
        if (!types.has('TXT')) continue;
        for (const entry of view.entries(absolute(name), 'TXT').slice(0, 4)) {
          const record = recogniseRecord(entry);
          if (record !== undefined) found.push(record);
        }
        if (found.length >= MOST_RECORDS) break;
      }
      return found;
    },
    addresses(domain, family) {
      const hosts = view
        .entries(comparableName(domain, '.'), 'MX')
        .slice(0, MOST_RECORDS)
        .flatMap(({ data }) => data.fields.find(({ name }) => name !== undefined)?.name ?? []);
      const first = hosts.flatMap((host) => addressesOf(host, family, true));
      const known = new Set(hosts.map(plainName));
      const type = family === 4 ? 'A' : 'AAAA';
      const others: ZoneAddress[] = [];
      for (const { name, types } of namesNear('').names) {
        if (others.length >= MOST_ADDRESSES) break;
        if (types.has(type) && !known.has(name)) others.push(...addressesOf(absolute(name), family, false));
      }
      const seen = new Set<string>();
      return [...first, ...others].filter(({ address }) => !seen.has(address) && seen.add(address));
    },
    spfCost(name) {
      return costOf(name);
    },
  };

  function costOf(name: string): SpfCost | undefined {
    for (const entry of view.entries(absolute(name), 'TXT').slice(0, 4)) {
      const record = recogniseRecord(entry);
      if (record?.kind !== 'spf-record' || !record.value.accepted) continue;
      const { lookups, complete } = budgetIn(view, record.value);
      return { lookups: lookups + 1, complete };
    }
    return undefined;
  }
}

function absolute(plain: string): string {
  return plain === '' || plain.endsWith('.') ? plain : `${plain}.`;
}

/** The first word of a record's data, where it has one that is in order. */
function firstWord({ data, text }: ZoneEntry): string | undefined {
  const span = data.fields[0]?.span;
  return span && text.slice(span.start, span.end);
}
