import { KNOWN_OWNERS, ownerMeaning } from '../../../facts/rr/ownerLabels';
import type { RrType } from '../../../facts/rr/kinds';
import { USUAL_TTLS, USUAL_TYPES } from '../../../facts/rr/suggestions';
import { RR_TYPES } from '../../../facts/rrTypes';
import { ttlSeconds } from '../../../syntax/masterFile/characters';
import type { Candidate } from '../../../text/cursor';
import { message, type Localized } from '../../../text/message';
import { periodWords } from '../../../values/period';
import { shortName, type Near } from './namesNear';

/** No list that a person looks through is longer; typing on asks again. */
export const MOST_NAMES = 200;

/** Classes (RFC 1035 §3.2.4); all but the first are history, or a server's answers about itself. */
const CLASSES: readonly (readonly [string, Localized])[] = [
  ['IN', { en: 'the Internet', ja: 'インターネット' }],
  ['CH', { en: 'Chaos: a server’s answers about itself', ja: 'Chaos。サーバー自身の情報に使用' }],
  ['HS', { en: 'Hesiod', ja: 'Hesiod' }],
];

/** Directives as snippets: RFC 1035 §5.1, RFC 2308 §4, and BIND's $GENERATE. */
const DIRECTIVES: readonly (readonly [string, string, Localized])[] = [
  [
    '$ORIGIN',
    '\\$ORIGIN ${1:example.com.}',
    { en: 'the domain that completes relative names', ja: '相対名を補うドメイン' },
  ],
  ['$TTL', '\\$TTL ${1:3600}', { en: 'TTL of the records that state none', ja: 'TTL のないレコードの TTL' }],
  ['$INCLUDE', '\\$INCLUDE ${1:file}', { en: 'read another file here', ja: 'ここで別のファイルを読み込む' }],
  [
    '$GENERATE',
    '\\$GENERATE ${1:1-10} ${2:host-\\$} ${3:A} ${4:192.0.2.\\$}',
    { en: 'many records from a pattern (BIND)', ja: 'パターンから多数のレコードを作る (BIND)' },
  ],
];

/** What an owner's column may begin with besides a name. */
export function directiveCandidates(): Candidate[] {
  return DIRECTIVES.map(([label, insert, detail]) => ({
    label,
    kind: 'directive',
    insert,
    snippet: true,
    detail: message(detail),
  }));
}

/**
 * Owners for column 0, relative to the origin in force: `@`, those that the zone has, and those that mail and the
 * web look for.
 */
export function ownerCandidates(found: Near, origin: string): Candidate[] {
  const candidates: Candidate[] = [
    { label: '@', kind: 'name', detail: message({ en: '{origin}', ja: '{origin}' }, { origin }) },
  ];
  const labels = new Set(['@']);
  for (const { name, types } of found.owners.values()) {
    const label = shortName(name, origin);
    if (labels.has(label)) continue;
    labels.add(label);
    candidates.push({ label, kind: 'name', detail: typesOf(types) });
  }
  for (const { name, type, meaning } of KNOWN_OWNERS) {
    if (labels.has(name)) continue;
    candidates.push({
      label: name,
      kind: 'reference',
      detail: message({ en: '{type}: {meaning}', ja: '{type}: {meaning}' }, { type, meaning }),
    });
  }
  return candidates;
}

/** The types of an owner's records, beside its name. */
export function typesOf(types: ReadonlySet<string>): NonNullable<Candidate['detail']> {
  return message({ en: '{types}', ja: '{types}' }, { types: [...types].join(' ') });
}

/** Times to live: what was typed with each unit, else the usual ones; each said in words. */
export function ttlCandidates(typed: string, usual: readonly number[] = USUAL_TTLS): Candidate[] {
  const periods = /^\d+$/.test(typed)
    ? [typed, ...['m', 'h', 'd', 'w'].map((unit) => `${typed}${unit}`)].filter(
        (p) => ttlSeconds(p) <= 0x7fffffff,
      )
    : usual.flatMap((seconds) => [String(seconds), ...withUnit(seconds)]);
  return periods.map((label) => ({
    label,
    kind: 'value',
    detail: message({ en: '{words}', ja: '{words}' }, { words: periodWords(ttlSeconds(label)) }),
  }));
}

function withUnit(seconds: number): string[] {
  for (const [unit, length] of [
    ['w', 604_800],
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ] as const) {
    if (seconds % length === 0) return [`${seconds / length}${unit}`];
  }
  return [];
}

export function classCandidates(): Candidate[] {
  return CLASSES.map(([label, detail]) => ({ label, kind: 'value', detail: message(detail) }));
}

/** The class's meaning, where it is one with a name. */
export function classMeaning(name: string): Localized | undefined {
  return CLASSES.find(([label]) => label === name.toUpperCase())?.[1];
}

/**
 * Types, the usual ones of such an owner first; those that are no data in zones are left out.
 * @param owner absolute
 * @param taken types that are not offered again (a type list)
 */
export function typeCandidates(owner: string, taken: ReadonlySet<string> = new Set()): Candidate[] {
  const order = [...typesFor(owner), ...USUAL_TYPES];
  const types = [...order.flatMap((name) => RR_TYPES.get(name) ?? []), ...inUse(), ...obsolete()];
  return [...new Set(types)].filter(({ name }) => !taken.has(name)).map(typeCandidate);
}

function inUse(): RrType[] {
  return [...RR_TYPES.values()].filter(({ status }) => status === undefined || status === 'experimental');
}

function obsolete(): RrType[] {
  return [...RR_TYPES.values()].filter(({ status }) => status === 'obsolete');
}

function typesFor(owner: string): string[] {
  if (/\.(?:in-addr|ip6)\.arpa\.$/.test(owner)) return ['PTR'];
  const meaning = ownerMeaning(owner);
  const known = KNOWN_OWNERS.find(
    ({ name, meaning: own }) =>
      own === meaning || owner.startsWith(`${name}.`) || owner.includes(`.${name}.`),
  );
  if (known !== undefined) return [known.type];
  if (/\._domainkey\./.test(owner)) return ['TXT', 'CNAME'];
  if (/^_[^.]+\._(?:tcp|udp|tls)\./.test(owner)) return ['SRV', 'TLSA'];
  return [];
}

function typeCandidate({ name, meaning, reference, fields, status }: RrType): Candidate {
  return {
    label: name,
    kind: 'type',
    detail: message(meaning),
    documentation: message(
      {
        en: '`{name} {fields}`\n\n{meaning}\n\n{reference}',
        ja: '`{name} {fields}`\n\n{meaning}\n\n{reference}',
      },
      { name, meaning, reference, fields: fields.map((field) => field.name).join(' ') },
    ),
    ...(status === 'obsolete' && { deprecated: true }),
  };
}
