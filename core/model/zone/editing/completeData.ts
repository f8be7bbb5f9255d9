import type { FieldKind, KnownValue, RdataField, RrType } from '../../../facts/rr/kinds';
import { SERVICE_PARAMETERS } from '../../../facts/rr/serviceParameters';
import { CAA_VALUES, FIELD_VALUES, SOA_PERIODS, type Suggestion } from '../../../facts/rr/suggestions';
import { rrType } from '../../../facts/rrTypes';
import type { Candidate } from '../../../text/cursor';
import { message } from '../../../text/message';
import { plainName } from '../../../values/domainName';
import { MOST_NAMES, ttlCandidates, typeCandidates, typesOf } from './completeHead';
import { shortName, type Near, type Used } from './namesNear';
import type { DataWord } from './rdata';

/** The field that is being written, and what is around it. */
export interface DataPlace {
  readonly type: RrType;
  readonly field: RdataField;
  /** The other words of the RDATA. */
  readonly others: readonly DataWord[];
  readonly typed: string;
  /** Absolute. */
  readonly owner: string;
  readonly origin: string;
  /** Owners that fit what is typed, where {@link takesOwners}. */
  readonly near: Near;
  /** What such records hold in the field, where {@link takesUsed}. */
  readonly used: Used;
}

/** Among how many names are those looked for that suit the type best. */
export const MOST_RANKED = 500;

/** Whether a field may hold the name of an owner. */
export function takesOwners({ kind }: RdataField): boolean {
  return kind.is === 'gateway' || (kind.is === 'name' && kind.role !== 'mailbox');
}

/** Whether what other records hold in a field is worth offering. */
export function takesUsed({ kind: { is } }: RdataField): boolean {
  return is === 'gateway' || is === 'name' || is === 'text' || is === 'ipv4' || is === 'ipv6';
}

/** What a field may hold, the likeliest first. */
export function dataCandidates(place: DataPlace): Candidate[] {
  const { type, field } = place;
  const named = (FIELD_VALUES[`${type.name} ${field.name}`] ?? []).map(suggested);
  return unique([...named, ...ofKind(place, field.kind)]);
}

function ofKind(place: DataPlace, kind: FieldKind): Candidate[] {
  const { type, field, owner, typed, others } = place;
  switch (kind.is) {
    case 'number':
      return (kind.values ?? []).flatMap(knownValue);
    case 'name':
      return kind.role === 'mailbox' ? mailboxes(place) : targets(place, kind.role === 'host');
    case 'gateway':
      return others.find((word) => word.field?.name === kind.decidedBy)?.text === '3'
        ? targets(place, true)
        : [];
    case 'period':
      return ttlCandidates(typed, type.name === 'SOA' ? SOA_PERIODS[field.name] : undefined);
    case 'tag':
      return kind.words.map(({ word, meaning }) => ({ label: word, kind: 'tag', detail: message(meaning) }));
    case 'text':
      return [...texts(place), ...usedBefore(place)];
    case 'type':
      return typeCandidates(owner);
    case 'types':
      return typeCandidates('.', new Set(others.flatMap(({ text }) => rrType(text)?.name ?? [])));
    case 'svc-param':
      return serviceParameters(place);
    case 'ipv4':
    case 'ipv6':
      return usedBefore(place);
    case 'protocol':
      return [
        { label: 'TCP', kind: 'value' },
        { label: 'UDP', kind: 'value' },
      ];
    default:
      return [];
  }
}

/** A usual value as a candidate. */
export function suggested({ value, meaning }: Suggestion): Candidate {
  return { label: value, kind: 'value', ...(meaning && { detail: message(meaning) }) };
}

function knownValue({ value, mnemonic, meaning, unreadBy }: KnownValue): Candidate[] {
  const number: Candidate = { label: String(value), kind: 'value', detail: message(meaning) };
  // A word that some server does not read is not worth what it saves.
  if (mnemonic === undefined || (unreadBy?.length ?? 0) > 0) return [number];
  return [number, { label: mnemonic, kind: 'value', detail: message(meaning) }];
}

function usedBefore({ used }: DataPlace): Candidate[] {
  const detail = message({ en: 'used in this zone', ja: 'このゾーンで使用中' });
  return [...used.words].map((label) => ({ label, kind: 'value', detail }));
}

/**
 * Names of the zone, and those that such records lead to already. Hosts are to have addresses, and may be no alias
 * (RFC 2181 §10.3), so such names come first.
 */
function targets({ near, used, origin, owner, type }: DataPlace, host: boolean): Candidate[] {
  const own = [...near.owners.values()].filter(({ name }) => name !== owner || type.name === 'MX');
  const hasAddress = (types: ReadonlySet<string>): boolean => types.has('A') || types.has('AAAA');
  const real = own.filter(({ name }) => !name.startsWith('*.') && (!host || !name.startsWith('_')));
  const ranked = host
    ? [
        ...real.filter(({ types }) => hasAddress(types)),
        ...real.filter(({ types }) => !hasAddress(types) && !types.has('CNAME')),
      ]
    : real;
  const others = [...used.words].filter((name) => !near.owners.has(name));
  const candidates: Candidate[] = [
    ...ranked.slice(0, MOST_NAMES).map(({ name, types }): Candidate => ({
      label: shortName(name, origin),
      kind: 'name',
      detail: typesOf(types),
    })),
    ...others.map((name): Candidate => ({
      label: shortName(name, origin),
      kind: 'name',
      detail: message({ en: 'used in this zone', ja: 'このゾーンで使用中' }),
    })),
  ];
  const absent = NOWHERE[type.name];
  return absent === undefined
    ? candidates
    : [...candidates, { label: '.', kind: 'value', detail: message(absent) }];
}

/** What a target of `.` says. */
const NOWHERE: Readonly<Record<string, { en: string; ja: string }>> = {
  MX: { en: 'takes no mail at all (RFC 7505)', ja: 'メールを受け取らない (RFC 7505)' },
  SRV: { en: 'there is no such service (RFC 2782)', ja: 'サービスがない (RFC 2782)' },
  SVCB: { en: 'the owner itself (RFC 9460)', ja: 'オーナー名自身 (RFC 9460)' },
  HTTPS: { en: 'the owner itself (RFC 9460)', ja: 'オーナー名自身 (RFC 9460)' },
  NAPTR: { en: 'none: the regexp gives the result', ja: 'なし（regexp の結果を使う）' },
};

function mailboxes({ origin, used }: DataPlace): Candidate[] {
  const names = [...used.words].map((name) => shortName(name, origin));
  return [...names, 'hostmaster', 'postmaster', 'admin'].map((label) => ({
    label,
    kind: 'value',
    detail: message({ en: '{mail}', ja: '{mail}' }, { mail: mailAddress(label, origin) }),
  }));
}

/** The mail address of a mailbox name: its first dot that no backslash guards stands for the `@` (RFC 1035 §8). */
export function mailAddress(written: string, origin: string): string {
  const name = written.endsWith('.') ? written : `${written}.${origin}`;
  const match = /^((?:\\.|[^.\\])+)\.(.*)$/.exec(plainName(name));
  return match === null ? plainName(name) : `${match[1]!.replaceAll('\\', '')}@${match[2]!}`;
}

/** Values of CAA, by the tag that stands before them (RFC 8659 §4.2). */
function texts({ type, others, owner }: DataPlace): Candidate[] {
  if (type.name !== 'CAA') return [];
  const tag = others.find(({ field }) => field?.kind.is === 'tag')?.text.toLowerCase() ?? '';
  const domain = plainName(owner);
  return (Object.hasOwn(CAA_VALUES, tag) ? CAA_VALUES[tag]! : []).map(({ value, meaning }) =>
    suggested({ value: value.replace('@"', `@${domain}"`), ...(meaning && { meaning }) }),
  );
}

function serviceParameters({ others }: DataPlace): Candidate[] {
  const present = new Set(others.map(({ text }) => text.split('=', 1)[0]!.toLowerCase()));
  return SERVICE_PARAMETERS.filter(({ key }) => !present.has(key)).map(
    ({ key, takesValue, example, meaning }) => ({
      label: takesValue ? `${key}=${example ?? ''}` : key,
      kind: 'parameter',
      detail: message(meaning),
    }),
  );
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ label }) => !seen.has(label) && seen.add(label));
}
