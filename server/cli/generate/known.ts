import type { GivenRecord, Known, SigningKey } from '../../../core/generator/known';
import type { GeneratedType } from '../../../core/generator/form';
import { zoneApex } from '../../../core/model/zone/place';
import { rowEntry, rowOwner } from '../../../core/model/zone/rows';
import { isZoneModel, type ZoneModel } from '../../../core/model/zone/zone';
import { addressesOf, reportersOf } from './circumstances';
import type { ZoneEntry } from '../../../core/syntax/masterFile/entry';
import { absoluteName, isWithin, plainName } from '../../../core/values/domainName';
import type { Moment } from '../../../core/values/serial';
import { openFiles, type OpenedFiles } from '../open';
import type { Unread } from '../find';

const TYPES: ReadonlySet<string> = new Set<GeneratedType>(['TXT', 'MX', 'CNAME', 'A', 'AAAA']);

/** The moment as the computer has it. */
export function presentMoment(): Moment {
  const now = new Date();
  return {
    year: now.getFullYear(),
    month: now.getMonth() + 1,
    day: now.getDate(),
    seconds: Math.floor(now.getTime() / 1000),
  };
}

/**
 * What files tell of a domain's circumstances: zones, main.cf, opendkim.conf and KeyTable.
 * @param domain without final dot; where it is not stated, that of the first zone
 */
export function knownFrom(
  paths: readonly string[],
  domain: string | undefined,
): { readonly known: Known; readonly unread: readonly Unread[] } {
  const now = presentMoment();
  if (paths.length === 0) return { known: { now, ...(domain !== undefined && { domain }) }, unread: [] };
  const files = openFiles({ paths, origin: undefined, directory: undefined });
  const zones = [...files.opened.keys()].flatMap((uri) => {
    const model = files.service.model(uri);
    return model !== undefined && isZoneModel(model) ? [model] : [];
  });
  const [first] = zones;
  const own = domain ?? (first && plainName(zoneApex(first)));
  const records = own === undefined ? [] : zones.flatMap((zone) => recordsOf(zone, own));
  const at = `${own ?? ''}.`;
  const mailServers = records
    .filter(({ owner, type, value }) => owner === at && type === 'MX' && value !== '.')
    .sort((a, b) => (a.preference ?? 0) - (b.preference ?? 0))
    .map(({ value }) => plainName(value));
  return {
    known: {
      now,
      ...(own !== undefined && own !== '.' && { domain: own }),
      ...(mailServers.length > 0 && { mailServers }),
      addresses: addressesOf(texts(files, 'postfix-main')),
      signing: signingKeys(texts(files, 'opendkim')),
      reporters: own === undefined ? [] : zones.flatMap((zone) => reportersOf(recordsOf(zone, '.'), own)),
      records,
    },
    unread: files.unread,
  };
}

function texts({ opened }: OpenedFiles, language: string): string[] {
  return [...opened.values()]
    .filter(({ languageId }) => languageId === language)
    .map(({ text }) => text.chunks.map((chunk) => chunk.text).join(''));
}

/** The records at a domain and below it, of the types that are made here. */
function recordsOf(model: ZoneModel, domain: string): GivenRecord[] {
  const name = domain === '.' ? domain : `${domain}.`;
  return model.sections.flatMap((section) =>
    Array.from({ length: section.table.rows }, (_, row) => row)
      .filter((row) => isWithin(rowOwner(section, row), name))
      .flatMap((row) => recordOf(rowEntry(section, row)) ?? []),
  );
}

/** An entry as a record; undefined for other types and for data that is not in order. */
export function recordOf(entry: ZoneEntry): GivenRecord | undefined {
  const { typeName, owner, strings, origin } = entry;
  if (!TYPES.has(typeName)) return undefined;
  const type = typeName as GeneratedType;
  if (type === 'TXT') return strings && { owner: owner.name, type, value: strings.text };
  const words = entry.text
    .slice(entry.rdata.start, entry.rdata.end)
    .split(/[\s()]+/)
    .filter(Boolean);
  const last = words.at(-1) ?? '';
  if (type === 'A' || type === 'AAAA') return { owner: owner.name, type, value: last };
  const value = absoluteName(last, origin);
  if (value === undefined) return undefined;
  return { owner: owner.name, type, value, ...(type === 'MX' && { preference: Number(words[0]) }) };
}

/** The domains and selectors of opendkim.conf. */
function signingKeys(configurations: readonly string[]): SigningKey[] {
  return configurations.flatMap((text) => {
    const stated = (keyword: string): string[] => {
      const found = new RegExp(`^[ \\t]*${keyword}[ \\t]+([^#\\r\\n]+)`, 'im').exec(text)?.[1] ?? '';
      return found.split(/[\s,]+/).filter((word) => /^[\w.-]+$/.test(word));
    };
    const [selector] = stated('Selector');
    return selector === undefined
      ? []
      : stated('Domain').map((domain) => ({ domain: domain.toLowerCase(), selector }));
  });
}
