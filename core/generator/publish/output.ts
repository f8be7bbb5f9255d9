import type { Localized } from '../../text/message';
import type { GeneratedRecord } from '../form';
import type { GivenRecord } from '../known';

/** For which zone something is written, and what it takes the place of. */
export interface OutputContext {
  /** The zone's name; where it is absent, each record's own domain. */
  readonly zone?: string;
  /** Records that are published now and have to go. */
  readonly replaced?: readonly GivenRecord[];
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
