import type { Dictionary } from './columns';
import type { ListColumn, ReportStore } from './store';
import type { DkimAuthResult, PolicyOverrideReason, SpfAuthResult } from './types';
import { parseIp6 } from '../values/ipAddress';
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
  /** The source addresses as numbers. */
  addresses(): Addresses;
  /** The Organizational Domain of a name by the public suffix list; the name itself where it has none. Lower-case. */
  readonly organization: (name: string) => string;
  /** A value of the caller's own under a name of its own, made anew where `state` (e.g. the number of rows) changed. */
  keep<T>(name: string, state: number, make: () => T): T;
}

/** Source addresses at their dictionary's numbers. */
export interface Addresses {
  /** 4, 6, or 0 for what is no address. */
  readonly family: Uint8Array;
  /** IPv4 addresses as numbers. */
  readonly four: Uint32Array;
  /** The octets of IPv6 addresses; empty for others. */
  readonly six: readonly (readonly number[])[];
}

/** Derives from a store; made once with it. */
export function derived(store: Pick<ReportStore, 'list' | 'text'>): Derived {
  const lists: Record<ListColumn, unknown[][]> = { reasons: [], dkimResults: [], spfResults: [] };
  const organizations = new Map<string, string>();
  const kept = new Map<string, { readonly state: number; readonly value: unknown }>();
  let addresses: Addresses | undefined;
  const six: (readonly number[])[] = [];
  return {
    items<Name extends ListColumn>(name: Name) {
      const done = lists[name];
      const { texts } = store.list[name].dictionary;
      for (let n = done.length; n < texts.length; n++) {
        done.push(texts[n] === '' ? [] : (JSON.parse(texts[n]!) as unknown[]));
      }
      return done as unknown as readonly (readonly Items[Name][])[];
    },
    addresses() {
      const { dictionary } = store.text.sourceIp;
      if (addresses?.family.length !== dictionary.texts.length)
        addresses = readAddresses(dictionary, addresses, six);
      return addresses;
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

function readAddresses(
  { texts }: Dictionary,
  before: Addresses | undefined,
  six: (readonly number[])[],
): Addresses {
  const family = new Uint8Array(texts.length);
  const four = new Uint32Array(texts.length);
  if (before !== undefined) {
    family.set(before.family);
    four.set(before.four);
  }
  for (let n = before?.family.length ?? 0; n < texts.length; n++) {
    const text = texts[n]!;
    const number = fourOf(text);
    let octets: readonly number[] = [];
    if (number >= 0) {
      family[n] = 4;
      four[n] = number;
    } else {
      octets = parseIp6(text)?.octets ?? [];
      if (octets.length > 0) family[n] = 6;
    }
    six.push(octets);
  }
  return { family, four, six };
}

/** An IPv4 address in dotted decimals as a number; -1 for anything else. A million of them are read in a moment. */
export function fourOf(text: string): number {
  if (text.length < 7 || text.length > 15) return -1;
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2e) {
      if (octet < 0 || ++dots > 3) return -1;
      value = value * 256 + octet;
      octet = -1;
      continue;
    }
    if (code < 0x30 || code > 0x39) return -1;
    octet = (octet < 0 ? 0 : octet * 10) + code - 0x30;
    if (octet > 255) return -1;
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : -1;
}
