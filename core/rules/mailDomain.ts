// What an owner's records say of its mail: whether it takes any, and whether anyone may send it.
import type { OwnerRecords } from '../model/zone/owner';
import type { SpfRecord } from '../records/spf';
import type { SpfTerm } from '../syntax/spf/term';
import { targetsOf } from './zoneRecords';

/** Whether the owner's records name a mail server. */
export function isMailDomain(owner: OwnerRecords): boolean {
  return owner.once(exchangesOf).some((name) => name !== '.');
}

/** Whether the owner says that it takes no mail (RFC 7505). */
export function hasNullMx(owner: OwnerRecords): boolean {
  const exchanges = owner.once(exchangesOf);
  return exchanges.length > 0 && exchanges.every((name) => name === '.');
}

/** Where the MX records lead; those that cannot be read are left out. */
function exchangesOf({ records }: OwnerRecords): string[] {
  return records.flatMap(({ value }) => {
    const target = value.typeName === 'MX' ? targetsOf(value)[0]?.name : undefined;
    return target === undefined ? [] : [target];
  });
}

/** Whether a term may let somebody send. */
export function permits(term: SpfTerm): boolean {
  if (term.kind === 'modifier') return term.modifier === 'redirect';
  return term.kind === 'directive' && term.qualifier === '+';
}

/** Whether an SPF record reads `v=spf1 -all`, and says no more than that but for an `exp`. */
export function permitsNobody({ syntax: { terms } }: SpfRecord): boolean {
  const [first, ...others] = terms;
  if (first?.kind !== 'directive' || first.mechanism !== 'all' || first.qualifier !== '-') return false;
  return others.every((term) => term.kind === 'modifier' && term.modifier === 'exp');
}
