import type { InSteps } from './radix';
import { organizationalDomain } from '../values/publicSuffix';

/** Something that is worked out in steps, and kept. */
export interface Work<T> {
  /** Does a step of a few milliseconds. @returns whether anything is left to do */
  step(): boolean;
  /** What comes of it; what is left of the work is done at once. */
  value(): T;
}

/**
 * What is worked out of a store's dictionaries: for each different text once, and kept. Arrays are at the dictionary's
 * numbers.
 */
export interface Derived {
  /** The Organizational Domain of a name by the public suffix list; the name itself where it has none. Lower-case. */
  readonly organization: (name: string) => string;
  /** A value of the caller's own under a name of its own, made anew where `state` (e.g. the number of rows) changed. */
  keep<T>(name: string, state: number, make: () => T): T;
  /** The same for what is made in steps: who asks for it early gets it, and finds done what was done ahead. */
  keepWork<T>(name: string, state: number, make: () => InSteps<T>): Work<T>;
}

/** Nothing derived so far; made once with a store. */
export function derived(): Derived {
  const organizations = new Map<string, string>();
  const kept = new Map<string, { readonly state: number; readonly value: unknown }>();
  const keep = <T>(name: string, state: number, make: () => T): T => {
    const known = kept.get(name);
    if (known?.state === state) return known.value as T;
    const value = make();
    kept.set(name, { state, value });
    return value;
  };
  return {
    organization(name) {
      const known = organizations.get(name);
      if (known !== undefined) return known;
      const plain = name.trim().toLowerCase().replace(/\.$/, '');
      const found = plain === '' ? '' : (organizationalDomain(plain) ?? plain);
      organizations.set(name, found);
      return found;
    },
    keep,
    keepWork: (name, state, make) => keep(name, state, () => work(make)),
  };
}

function work<T>(make: () => InSteps<T>): Work<T> {
  // Steps are let go of when they are done: they hold all that they worked with.
  let left: InSteps<T> | undefined;
  let made: { readonly value: T } | undefined;
  const step = (): void => {
    const steps = (left ??= make());
    left = undefined; // should a step fail, the next one begins anew
    const next = steps.next();
    if (next.done === true) made = { value: next.value };
    else left = steps;
  };
  return {
    step() {
      if (made === undefined) step();
      return made === undefined;
    },
    value() {
      while (made === undefined) step();
      return made.value;
    },
  };
}
