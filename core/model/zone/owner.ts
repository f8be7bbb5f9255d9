import type { SpfBudget } from '../../evaluate/spf/budget';
import type { SpfRecord } from '../../records/spf';
import type { RecognisedRecord } from '../../records/recognise';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { labelsOf } from '../../values/domainName';
import { isMeantAsSpf } from '../../syntax/spf/version';
import type { Anchor, Member } from '../model';
import type { RecordReading } from './nameRecords';
import { budgetIn } from './resolver';
import type { ZoneView } from './view';

/** A record of an owner. */
export interface OwnerRecord extends Member<ZoneEntry> {
  /** The time to live in force for it, in seconds: its own, or one from above; absent where none is known. */
  readonly ttl?: number;
  /** The line break behind it; empty at the end of the file. */
  readonly lineBreak: string;
  /** The mail-authentication record that it is; told once, when it is first asked for. */
  readonly recognised: RecognisedRecord | undefined;
}

/** An SPF record of an owner: one that receivers take for SPF. */
export interface OwnerSpf {
  readonly anchor: Anchor;
  readonly record: SpfRecord;
  /** What its lookups cost, as far as the open zones tell; counted once, when it is first asked for. */
  readonly budget: SpfBudget;
}

/** All records of one owner name in one zone file, in file order. */
export interface OwnerRecords {
  /** Absolute, lower case, with the final dot. */
  readonly name: string;
  /** The labels of the name, ASCII letters in lower case; read when they are first asked for. */
  readonly labels: readonly string[];
  readonly records: readonly OwnerRecord[];
  /** Those of them that are SPF records; told once, when they are first asked for. */
  readonly spf: readonly OwnerSpf[];
  /** The zone around them. */
  readonly zone: ZoneView;
  /** What `tell` makes of them, told once for all rules that ask with the same `tell`. */
  once<T>(tell: (owner: OwnerRecords) => T): T;
}

/** A record as it was read, with its anchor and the time to live in force. */
export function ownerRecord(
  anchor: Anchor,
  reading: RecordReading,
  ttl: number | undefined,
  lineBreak: string,
): OwnerRecord {
  return {
    anchor,
    value: reading.entry,
    lineBreak,
    ...(ttl !== undefined && { ttl }),
    get recognised() {
      return reading.recognised;
    },
  };
}

/** The records of an owner. */
export function ownerRecords(name: string, records: readonly OwnerRecord[], zone: ZoneView): OwnerRecords {
  let labels: readonly string[] | undefined;
  let spf: readonly OwnerSpf[] | undefined;
  const known = new Map<unknown, unknown>();
  return {
    name,
    records,
    zone,
    get labels() {
      return (labels ??= labelsOf(name));
    },
    get spf() {
      return (spf ??= spfOf(records, zone));
    },
    once<T>(tell: (owner: OwnerRecords) => T): T {
      if (!known.has(tell)) known.set(tell, tell(this));
      return known.get(tell) as T;
    },
  };
}

function spfOf(records: readonly OwnerRecord[], zone: ZoneView): OwnerSpf[] {
  return records.flatMap((one): OwnerSpf[] => {
    const { anchor, value } = one;
    // Most TXT records are others, and telling their kind takes time.
    if (value.strings === undefined || !isMeantAsSpf(value.strings.text)) return [];
    // At `_dmarc` it is no SPF record, whatever it says.
    const { recognised } = one;
    if (recognised?.kind !== 'spf-record' || !recognised.value.accepted) return [];
    const record = recognised.value;
    let budget: SpfBudget | undefined;
    return [
      {
        anchor,
        record,
        get budget() {
          return (budget ??= budgetIn(zone, record));
        },
      },
    ];
  });
}
