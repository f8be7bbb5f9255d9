import type { ZoneEntry } from '../../syntax/masterFile/entry';
import type { Member } from '../model';

/** The judged records of one owner name in one zone file, in file order. */
export interface OwnerRecords {
  /** Absolute, lower case, with the final dot. */
  readonly name: string;
  readonly records: readonly Member<ZoneEntry>[];
}
