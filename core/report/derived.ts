import type { ListColumn, ReportStore } from './store';
import type { DkimAuthResult, PolicyOverrideReason, SpfAuthResult } from './types';
import { organizationalDomain } from '../values/publicSuffix';

interface Items {
  readonly reasons: PolicyOverrideReason;
  readonly dkimResults: DkimAuthResult;
  readonly spfResults: SpfAuthResult;
}

/**
 * What is worked out of a store's dictionaries: for each different text once, and kept, so that asking again after
 * more rows came costs only what is new. Arrays are at the dictionary's numbers.
 */
export interface Derived {
  /** The items of a list column. */
  items<Name extends ListColumn>(name: Name): readonly (readonly Items[Name][])[];
  /** The Organizational Domain of a name by the public suffix list; the name itself where it has none. Lower-case. */
  readonly organization: (name: string) => string;
  /** A value of the caller's own under a name of its own, made anew where `state` (e.g. the number of rows) changed. */
  keep<T>(name: string, state: number, make: () => T): T;
}

/** Derives from a store; made once with it. */
export function derived(store: Pick<ReportStore, 'list'>): Derived {
  const lists: Record<ListColumn, unknown[][]> = { reasons: [], dkimResults: [], spfResults: [] };
  const organizations = new Map<string, string>();
  const kept = new Map<string, { readonly state: number; readonly value: unknown }>();
  return {
    items<Name extends ListColumn>(name: Name) {
      const done = lists[name];
      const { texts } = store.list[name].dictionary;
      for (let n = done.length; n < texts.length; n++) {
        done.push(texts[n] === '' ? [] : (JSON.parse(texts[n]!) as unknown[]));
      }
      return done as unknown as readonly (readonly Items[Name][])[];
    },
    organization(name) {
      const known = organizations.get(name);
      if (known !== undefined) return known;
      const plain = name.trim().toLowerCase().replace(/\.$/, '');
      const found = plain === '' ? '' : (organizationalDomain(plain) ?? plain);
      organizations.set(name, found);
      return found;
    },
    keep<T>(name: string, state: number, make: () => T): T {
      const known = kept.get(name);
      if (known?.state === state) return known.value as T;
      const value = make();
      kept.set(name, { state, value });
      return value;
    },
  };
}
