import type { Locale, Localized } from '../../text/message';
import type { GeneratedRecord } from '../form';
import { recognised, type GivenRecord } from '../known';

/** For which zone something is written, and what it takes the place of. */
export interface OutputContext {
  /** The zone's name; where it is absent, each record's own domain. */
  readonly zone?: string;
  /** Records that are published now and have to go. */
  readonly replaced?: readonly GivenRecord[];
  /** Records that are published now and stay, of the same names and types: programs that write whole sets need them. */
  readonly beside?: readonly GivenRecord[];
  /** The language of comments; English where it is absent. */
  readonly locale?: Locale;
}

/**
 * What records that are published now become when others are: of the same names and types, those of the same kind go,
 * the others stay.
 */
export function outputContext(
  records: readonly GeneratedRecord[],
  published: readonly GivenRecord[],
  zone?: string,
): OutputContext {
  const replaced: GivenRecord[] = [];
  const beside: GivenRecord[] = [];
  for (const old of published) {
    const own = records.filter(({ owner, type }) => owner === old.owner && type === old.type);
    if (own.length === 0 || own.some((record) => isSame(record, old))) continue;
    const kind = recognised(old)?.kind;
    const goes = old.type !== 'TXT' || own.some((record) => recognised(record)?.kind === kind);
    (goes && (old.type !== 'TXT' || kind !== undefined) ? replaced : beside).push(old);
  }
  return { replaced, beside, ...(zone !== undefined && { zone }) };
}

function isSame(a: GivenRecord, b: GivenRecord): boolean {
  return a.value === b.value && (a.preference ?? 0) === (b.preference ?? 0);
}

/** The records with those that stay beside them, as whole sets want them. */
export function withThoseBeside(
  records: readonly GeneratedRecord[],
  { beside = [] }: OutputContext,
): GeneratedRecord[] {
  const kept = beside.flatMap((old) => {
    const own = records.find(({ owner, type }) => owner === old.owner && type === old.type);
    return own === undefined ? [] : [{ ...old, ttl: own.ttl }];
  });
  return [...records, ...kept];
}

/** One way to hand records to a program. */
export interface Output {
  readonly id: string;
  readonly title: Localized;
  /** The VS Code language of the text. */
  readonly language: string;
  /** The text for the records, with a line break at its end. */
  readonly write: (records: readonly GeneratedRecord[], context: OutputContext) => string;
}

/** Groups in the order of their first members. */
export function grouped<T>(members: readonly T[], key: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const own = groups.get(key(member));
    if (own === undefined) groups.set(key(member), [member]);
    else own.push(member);
  }
  return groups;
}
