import type { Moment } from '../values/serial';
import type { RecognisedRecord } from './recognise';

/** A name of the zone around a record. */
export interface ZoneName {
  /** Without final dot. */
  readonly name: string;
  /** The types of its records, in upper case. */
  readonly types: ReadonlySet<string>;
}

/** An address that the zone has. */
export interface ZoneAddress {
  readonly address: string;
  /** Whose it is, without final dot. */
  readonly name: string;
  /** Whether mail for the domain that was asked about comes in there. */
  readonly mx: boolean;
}

/** What an SPF record of the zone costs. */
export interface SpfCost {
  /** Of the ten (RFC 7208 §4.6.4), the one that reads the record included. */
  readonly lookups: number;
  /** Whether the zone tells of all of them. */
  readonly complete: boolean;
}

/**
 * What completion inside a record may know of what is around it. Every answer is found in a time that does not grow
 * with the zone; names that are many are cut.
 */
export interface RecordSurroundings {
  /** The moment; absent where nobody told it. */
  readonly now?: Moment;
  /** Names near the record that hold `typed`, and whether those are all. */
  names(typed: string): { readonly names: readonly ZoneName[]; readonly complete: boolean };
  /** The records of mail authentication at names near the record that hold `part`; the record itself is none. */
  records(part: string): readonly RecognisedRecord[];
  /** Addresses of a family: those of the domain's mail servers first. @param domain absolute */
  addresses(domain: string, family: 4 | 6): readonly ZoneAddress[];
  /** What the SPF record of a name costs; undefined where the zone has none. @param name without final dot */
  spfCost(name: string): SpfCost | undefined;
}

/** Nothing is known: for records that stand alone. */
export const ALONE: RecordSurroundings = Object.freeze<RecordSurroundings>({
  names: () => ({ names: [], complete: true }),
  records: () => [],
  addresses: () => [],
  spfCost: () => undefined,
});
