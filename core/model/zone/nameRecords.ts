import { rrTypeCode, rrTypeName } from '../../facts/rrTypes';
import { recogniseRecord, type RecognisedRecord } from '../../records/recognise';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { nameHash } from '../../syntax/masterFile/nameHash';
import type { Block } from './block';
import { recall } from './recent';
import { ownerRows, rowEntry, rowOwner } from './rows';
import type { RecordTable } from './table';
import { blocksWith, type Row, type ZoneIndex } from './zoneIndex';

/** An entry, and the mail-authentication record that it is: told once, when it is first asked for. */
export interface RecordReading {
  readonly entry: ZoneEntry;
  readonly recognised: RecognisedRecord | undefined;
}

/** What an entry is, told when it is first asked for. */
export function recordReading(entry: ZoneEntry): RecordReading {
  let told: { readonly record: RecognisedRecord | undefined } | undefined;
  return {
    entry,
    get recognised() {
      return (told ??= { record: recogniseRecord(entry) }).record;
    },
  };
}

/** A record at a name; it is read when it is first asked for. */
export class NameRecord implements Row {
  private read: RecordReading | undefined;

  constructor(
    readonly block: Block,
    readonly row: number,
    /** Whether what was read is kept. */
    private readonly keeps: boolean,
  ) {}

  /** The code of its type; 0 for what is none. */
  get code(): number {
    return this.block.table.type[this.row]!;
  }

  /** The mnemonic of its type in upper case. */
  get type(): string {
    return this.code === 0 ? this.reading.entry.typeName : rrTypeName(this.code);
  }

  get reading(): RecordReading {
    if (this.read !== undefined) return this.read;
    const reading = recordReading(rowEntry(this.block, this.row));
    if (this.keeps) this.read = reading;
    return reading;
  }
}

/** All that stands at a name: the records of the document in its order, then those of included files. */
export interface NameRecords {
  readonly records: readonly NameRecord[];
  /** The mnemonics of their types. */
  readonly types: ReadonlySet<string>;
  /** Whether records stand at a name below. */
  readonly hasNamesBelow: boolean;
  /** The records at names below that may authenticate mail, in file order; undefined where too many stand around. */
  readonly authenticatingBelow: readonly Row[] | undefined;
}

/** The types of records that can: TXT, CNAME to another's key, NS of a delegated `_domainkey`. */
const AUTHENTICATING: ReadonlySet<number | undefined> = new Set(['TXT', 'CNAME', 'NS'].map(rrTypeCode));

/** Whether a record of this type may authenticate mail. */
export function mayAuthenticate(type: number): boolean {
  return AUTHENTICATING.has(type);
}

/** At a name with more records what was read of them is not kept: there may be a million. */
const MOST_KEPT = 64;

/** So many records below a name are looked at to learn which of them are texts. */
const MOST_BELOW = 100;

/**
 * What stands at a name. The groups of neighbours, and the many questions of each about itself, the names above it
 * and the mail servers of all, come to the same few names again and again: what was found at these is kept until the
 * zone changes.
 * @param name absolute, as `comparableName` gives it
 */
export function recordsAt(index: ZoneIndex, name: string): NameRecords {
  return recall(index.names, name, () => {
    const hash = nameHash(name);
    const rows = blocksWith(index, index.owners, hash).flatMap((block) =>
      ownerRows(block, hash, name).map((row) => ({ block, row })),
    );
    const records = rows.map(({ block, row }) => new NameRecord(block, row, rows.length <= MOST_KEPT));
    let types: ReadonlySet<string> | undefined;
    let below: boolean | undefined;
    let authenticating: { readonly below: readonly Row[] | undefined } | undefined;
    return {
      records,
      get types() {
        return (types ??= new Set(records.map(({ type }) => type)));
      },
      get hasNamesBelow() {
        return (below ??= hasNamesBelow(index, name, hash));
      },
      get authenticatingBelow() {
        return (authenticating ??= { below: authenticatingBelow(index, name, hash) }).below;
      },
    };
  });
}

function hasNamesBelow(index: ZoneIndex, name: string, hash: number): boolean {
  const suffix = `.${name}`;
  return blocksWith(index, index.above, hash).some((block) => {
    const { owners, owner } = block.table;
    return owners.some((below) => rowOwner(block, owner.indexOf(below)).endsWith(suffix));
  });
}

/** All such rows of the blocks around count: to look at the owner of each costs too much where a zone has many domains. */
function authenticatingBelow(index: ZoneIndex, name: string, hash: number): Row[] | undefined {
  const blocks = blocksWith(index, index.above, hash);
  let left = MOST_BELOW;
  for (const { table } of blocks) if ((left -= authenticating(table)) < 0) return undefined;
  const suffix = `.${name}`;
  const found: Row[] = [];
  for (const block of blocks) {
    const { type, rows } = block.table;
    for (let row = 0; row < rows; row++) {
      if (mayAuthenticate(type[row]!) && rowOwner(block, row).endsWith(suffix)) found.push({ block, row });
    }
  }
  return found;
}

/** How many records of a block may authenticate mail. */
function authenticating({ type, rows }: RecordTable): number {
  let count = 0;
  for (let row = 0; row < rows; row++) if (mayAuthenticate(type[row]!)) count++;
  return count;
}
