import type { AddressOwner } from '../../report/protocol';

/** What lookups need of their surroundings. */
export interface LookUpNeeds {
  /** @param names whether host names are asked for, which leaves this machine; else only a local database */
  readonly ask: (addresses: readonly string[], names: boolean) => Promise<readonly AddressOwner[]>;
  readonly learn: (owners: readonly (readonly [address: string, AddressOwner])[]) => void;
  readonly fail: (problem: unknown) => void;
}

/** Looks addresses up, each of them once, and a few at a time so that answers come early. */
export interface LookUps {
  /**
   * These are on show now. What was on show before and was not asked about yet does not wait any longer.
   * @param names of which host names are wanted
   * @param owners of which the database is asked
   */
  show(names: readonly string[], owners: readonly string[]): void;
  /** Host names that were asked for may be asked for again. */
  forgetNames(): void;
  /** The database is another one now. */
  forgetOwners(): void;
}

/** Addresses in a question: host names come slowly, the database answers at once. */
const slices = { names: 32, owners: 256 } as const;

export function createLookUps({ ask, learn, fail }: LookUpNeeds): LookUps {
  const asked = { names: new Set<string>(), owners: new Set<string>() };
  let waiting: Readonly<Record<keyof typeof asked, readonly string[]>> = { names: [], owners: [] };
  let busy = false;

  const next = ():
    { readonly kind: keyof typeof asked; readonly addresses: readonly string[] } | undefined => {
    // The database first: it is quick, and knows nothing of what the DNS is asked.
    for (const kind of ['owners', 'names'] as const) {
      const open = waiting[kind].filter((address) => !asked[kind].has(address));
      const addresses = [...new Set(open)].slice(0, slices[kind]);
      if (addresses.length > 0) return { kind, addresses };
    }
    return undefined;
  };

  const work = async (): Promise<void> => {
    busy = true;
    for (let slice = next(); slice !== undefined; slice = next()) {
      const { kind, addresses } = slice;
      for (const address of addresses) asked[kind].add(address);
      try {
        const found = await ask(addresses, kind === 'names');
        const known = addresses.flatMap((address, i) => {
          const owner = found[i];
          return owner === undefined || Object.keys(owner).length === 0 ? [] : [[address, owner] as const];
        });
        if (known.length > 0) learn(known);
      } catch (problem) {
        fail(problem);
      }
    }
    busy = false;
  };

  return {
    show(names, owners) {
      waiting = { names, owners };
      if (!busy) void work();
    },
    forgetNames() {
      asked.names.clear();
    },
    forgetOwners() {
      asked.owners.clear();
    },
  };
}
