import type { ZoneEntry } from '../../syntax/masterFile/entry';
import type { Member } from '../model';
import type { ZoneView } from './view';

/** A record of an owner. */
export interface OwnerRecord extends Member<ZoneEntry> {
  /** The time to live in force for it, in seconds: its own, or one from above; absent where none is known. */
  readonly ttl?: number;
}

/** All records of one owner name in one zone file, in file order. */
export interface OwnerRecords {
  /** Absolute, lower case, with the final dot. */
  readonly name: string;
  readonly records: readonly OwnerRecord[];
  /** The zone around them. */
  readonly zone: ZoneView;
}
