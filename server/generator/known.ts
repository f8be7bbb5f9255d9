import type { GeneratedType } from '../../core/generator/form';
import type { GivenRecord, Known, SigningKey } from '../../core/generator/known';
import { zoneApex } from '../../core/model/zone/place';
import { rowEntry, rowOwner } from '../../core/model/zone/rows';
import { isZoneModel, type ZoneModel } from '../../core/model/zone/zone';
import type { LanguageService } from '../../core/service';
import type { ZoneEntry } from '../../core/syntax/masterFile/entry';
import { Type } from '../../core/syntax/masterFile/fastRdata';
import { nameHash } from '../../core/syntax/masterFile/nameHash';
import type { SourceText } from '../../core/text/sourceText';
import { absoluteName, isWithin, plainName } from '../../core/values/domainName';
import type { Moment } from '../../core/values/serial';
import { addressesOf, reportersOf } from './circumstances';

/** A document that may tell something. */
export interface TellingDocument {
  readonly uri: string;
  readonly languageId: string | undefined;
  readonly text: SourceText;
}

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
 * What open documents tell of a domain's circumstances: zones, main.cf and opendkim.conf.
 * @param domain without final dot; where it is not stated, that of the first zone
 */
export function knownOf(
  service: LanguageService,
  documents: readonly TellingDocument[],
  domain: string | undefined,
): Known {
  const zones = documents.flatMap(({ uri }) => {
    const model = service.model(uri);
    return model !== undefined && isZoneModel(model) ? [model] : [];
  });
  const [first] = zones;
  const apex = first === undefined ? '.' : zoneApex(first);
  const own = domain ?? (apex === '.' ? undefined : plainName(apex));
  const all = zones.flatMap((zone) => recordsIn(zone, own));
  const records = own === undefined ? [] : all.filter(({ owner }) => isWithin(owner, own));
  const mailServers = records
    .filter(({ owner, type, value }) => owner === `${own}.` && type === 'MX' && value !== '.')
    .sort((a, b) => (a.preference ?? 0) - (b.preference ?? 0))
    .map(({ value }) => plainName(value));
  const [policyFile] = texts(documents, 'mta-sts-policy');
  return {
    now: presentMoment(),
    ...(own !== undefined && { domain: own }),
    ...(mailServers.length > 0 && { mailServers }),
    addresses: addressesOf(texts(documents, 'postfix-main')),
    signing: [
      ...signingKeys(texts(documents, 'opendkim')),
      ...tableKeys(texts(documents, 'opendkim-keytable')),
    ],
    reporters: own === undefined ? [] : reportersOf(all, own),
    ...(policyFile !== undefined && { policyFile }),
    // Without a zone that holds the domain, nobody knows what it publishes.
    ...(zones.some((zone) => holds(zone, own)) && { records }),
  };
}

function holds(zone: ZoneModel, domain: string | undefined): boolean {
  const apex = zoneApex(zone);
  return domain !== undefined && (apex === '.' || isWithin(`${domain}.`, apex));
}

function texts(documents: readonly TellingDocument[], language: string): string[] {
  return documents
    .filter(({ languageId }) => languageId === language)
    .map(({ text }) => text.chunks.map((chunk) => chunk.text).join(''));
}

/** A zone may have a million texts; so many are looked at. */
const MOST_TEXTS = 20_000;

/** The texts and mail servers of a zone, and where the policy host of the domain lies. */
function recordsIn({ sections }: ZoneModel, domain: string | undefined): GivenRecord[] {
  const host = domain === undefined ? undefined : `mta-sts.${domain}.`;
  const hash = host === undefined ? undefined : nameHash(host);
  const found: GivenRecord[] = [];
  for (const section of sections) {
    const { rows, type, owner } = section.table;
    for (let row = 0; row < rows && found.length < MOST_TEXTS; row++) {
      const wanted = type[row] === Type.TXT || type[row] === Type.MX;
      if (!wanted && (owner[row] !== hash || rowOwner(section, row) !== host)) continue;
      const record = givenRecord(rowEntry(section, row));
      if (record !== undefined) found.push(record);
    }
  }
  return found;
}

const TYPES: ReadonlySet<string> = new Set<GeneratedType>(['TXT', 'MX', 'CNAME', 'A', 'AAAA']);

/** An entry as a record; undefined for other types and for data that is not in order. */
export function givenRecord(entry: ZoneEntry): GivenRecord | undefined {
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

/** The domains and selectors of KeyTable: `name domain:selector:path` (opendkim.conf(5)). */
function tableKeys(tables: readonly string[]): SigningKey[] {
  return tables.flatMap((text) =>
    [...text.matchAll(/^[^#\s]\S*[ \t]+([\w.-]+):([\w.-]+):/gm)].map(([, domain = '', selector = '']) => ({
      domain: domain.toLowerCase().replace(/\.$/, ''),
      selector,
    })),
  );
}
