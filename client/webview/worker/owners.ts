import type { OrganisationOf } from '../../../core/report';
import type { AddressOwner } from '../../report/protocol';

/** Who owns which address, as far as somebody looked that up. */
export interface Owners {
  readonly of: (address: string) => AddressOwner | undefined;
  readonly organisationOf: OrganisationOf;
  /** Changes whenever something is learnt. */
  readonly version: () => number;
  learn(owners: readonly (readonly [address: string, owner: AddressOwner])[]): void;
}

/** Nobody is known yet. What is learnt later adds to what was: a host name here, an organisation there. */
export function createOwners(): Owners {
  const known = new Map<string, AddressOwner>();
  let version = 0;
  return {
    of: (address) => known.get(address),
    organisationOf: (address) => known.get(address)?.organisation,
    version: () => version,
    learn(owners) {
      version++;
      for (const [address, owner] of owners) known.set(address, { ...known.get(address), ...owner });
    },
  };
}
