// The MX hosts of the domain whose MTA-STS policy a file holds.
import type { PublishedPolicy } from '../model/mtaStsPolicyDomain';
import { policyValue, type JudgedPolicy, type PolicyFieldLine } from '../model/mtaStsPolicyFile';
import type { Elsewhere } from '../model/mailSystem';
import type { Member } from '../model/model';
import { plainName } from '../values/domainName';
import { mxPatternProblem } from '../values/mxPattern';
import { valueOf, type PolicyValue } from './policyLines';

/** A host that an MX record of the domain names. */
export interface MxHost {
  /** Without final dot. */
  readonly name: string;
  /** Where its record stands. */
  readonly place: Elsewhere | undefined;
}

/** A pattern that can match a host. */
export interface Pattern {
  readonly member: Member<PolicyFieldLine>;
  readonly value: PolicyValue;
}

/** A policy beside the MX hosts of its domain. */
export interface ComparedPolicy extends PublishedPolicy {
  readonly mode: string | undefined;
  /** At least one, each once. */
  readonly hosts: readonly MxHost[];
  readonly patterns: readonly Pattern[];
}

/** The policy beside the MX hosts of its domain; undefined where the one or the other is not known. */
export function comparedPolicy(file: JudgedPolicy): ComparedPolicy | undefined {
  const patterns = (file.meant.get('mx') ?? []).flatMap((member): Pattern[] => {
    const value = valueOf(member.value, 'mx');
    return value === undefined || mxPatternProblem(value.text) !== undefined ? [] : [{ member, value }];
  });
  const published = file.published();
  if (published === undefined) return undefined;
  const { domain, zone } = published;
  const hosts = new Map<string, MxHost>();
  for (const entry of zone.entries(domain, 'MX')) {
    const field = entry.data.fields.find(({ name }) => name !== undefined);
    // A null MX: the domain takes no mail (RFC 7505).
    if (field?.name === undefined || field.name === '.') continue;
    const name = plainName(field.name);
    if (hosts.has(name)) continue;
    hosts.set(name, { name, place: zone.place(entry, { start: 0, end: entry.text.trimEnd().length }) });
  }
  if (hosts.size === 0) return undefined;
  return { ...published, mode: policyValue(file, 'mode'), hosts: [...hosts.values()], patterns };
}
