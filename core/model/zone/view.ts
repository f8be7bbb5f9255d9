import type { RecognisedRecord } from '../../records/recognise';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import type { MailSystem } from '../mailSystem';
import type { Anchor, Member } from '../model';

/**
 * What a rule may ask of the zone around an owner's records. Names are absolute, in the form of `comparableName`.
 * Every question is remembered: when the answer may have changed, whoever asked is judged again.
 */
export interface ZoneView {
  /** The zone's own name: the owner of its first SOA record, else the origin where file or user tell it. */
  readonly apex: string | undefined;
  /** Whether all of the zone has been read; where not (an `$INCLUDE` that could not be), absence proves nothing. */
  readonly complete: boolean;
  /** Whether a name lies at or below the apex; false where no apex is known. */
  isInZone(name: string): boolean;
  /** The mnemonics of the records that stand at a name itself; wildcards are not applied. */
  types(name: string): ReadonlySet<string>;
  /** Whether a name has records or lies above one that has (an empty non-terminal, RFC 9499 §7). */
  exists(name: string): boolean;
  /** The wildcard owner that answers for a name which does not exist (RFC 4592 §3.3). */
  wildcardFor(name: string): string | undefined;
  /** The names that records of `type` at `name` hold: `targets(n, 'CNAME')`, `targets(n, 'NS')`. */
  targets(name: string, type: string): readonly string[];
  /** The records of `type` that stand at a name itself; wildcards are not applied. */
  entries(name: string, type: string): readonly ZoneEntry[];
  /** What the TXT records that stand at a name itself are, as far as they authenticate mail; wildcards are not applied. */
  recognised(name: string): readonly RecognisedRecord[];
  /** The owner of NS records at or above a name, below the apex: the zone cut behind which others answer. */
  delegation(name: string): string | undefined;
  /**
   * Whether anything in the zone can make mail pass DMARC: an SPF record, or a name at or below a `_domainkey`; also
   * where there are too many records to look.
   */
  authenticates(): boolean;
  /**
   * The names below a name at which TXT records stand, in file order; undefined where so many records that may
   * authenticate mail stand around them that looking would take long.
   */
  textOwnersBelow(name: string): readonly string[] | undefined;
  /** All that is open together, this zone included. */
  readonly system: MailSystem;
  /** What `tell` makes of the zone, told once for all that look through this view and ask with the same `tell`. */
  once<T>(tell: (zone: ZoneView) => T): T;
}

/** A zone file as a whole. */
export interface ZoneFile {
  /** Stands at the beginning of the document, also of an empty one. */
  readonly anchor: Anchor;
  readonly zone: ZoneView;
  /** The SOA records of this file, in file order. */
  readonly soas: readonly Member<ZoneEntry>[];
  /** How many records the file itself holds. */
  readonly records: number;
  /** The zone's name where somebody stated it (a setting, named.conf, `--origin`): absolute. */
  readonly statedOrigin?: string;
  /** Whether there is a `$TTL`. */
  readonly hasDefaultTtl: boolean;
  /** The first record for which no TTL is known: no `$TTL` and no record with a TTL before it. */
  readonly firstWithoutTtl?: Member<ZoneEntry>;
  /** Whether records changed since the file was saved, and the serial says nothing of it; absent where none can tell. */
  isSerialStale?(): boolean;
  /** Whether another file is known to `$INCLUDE` this one. */
  readonly included: boolean;
}
