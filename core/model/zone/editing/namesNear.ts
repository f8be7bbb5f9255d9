import { rrTypeCode, rrTypeName } from '../../../facts/rrTypes';
import { comparableName } from '../../../syntax/masterFile/names';
import { blockAt } from '../locate';
import { rowEntry, rowOwner } from '../rows';
import type { ZoneModel } from '../zone';
import { readData } from './rdata';

/** How many blocks are looked through: those around the cursor, and those at the file's beginning. */
const BLOCKS_AROUND = 6;
const BLOCKS_AT_START = 4;

/** Of how many records the data is read for what is used already. */
const MOST_READ = 200;

/** How an absolute name of the index is written shortest under an origin: `@`, relative, or in full. */
export function shortName(name: string, origin: string): string {
  if (name === origin) return '@';
  if (origin === '.') return name.slice(0, -1);
  const end = name.length - origin.length;
  return end > 1 && name.endsWith(origin) && name[end - 1] === '.' && name[end - 2] !== '\\'
    ? name.slice(0, end - 1)
    : name;
}

/** An owner near the cursor. */
export interface NearOwner {
  /** Absolute, lower case. */
  readonly name: string;
  /** The types of its records, in upper case. */
  readonly types: Set<string>;
}

/** What stands near a place of a zone. */
export interface Near {
  readonly owners: ReadonlyMap<string, NearOwner>;
  /** What records of the asked type hold in the asked field, names made absolute. */
  readonly used: ReadonlySet<string>;
  /** Whether that is all of the zone. */
  readonly complete: boolean;
}

/**
 * Owners around a place and at the file's beginning. The work does not grow with the file.
 * @param except the beginning of an entry that is being written, and does not count
 * @param wanted whose words to collect: records of `type`, their field number `index`
 */
export function near(
  model: ZoneModel,
  offset: number,
  except: number | undefined,
  wanted?: { readonly type: string; readonly index: number; readonly isName: boolean },
): Near {
  const here = blockAt(model, offset);
  const count = model.sections.length;
  // The nearest come first: a long list is cut.
  const indices = new Set<number>([here]);
  for (let away = 1; away <= BLOCKS_AROUND; away++) {
    if (here >= away) indices.add(here - away);
    if (here + away < count) indices.add(here + away);
  }
  for (let i = 0; i < Math.min(count, BLOCKS_AT_START); i++) indices.add(i);
  const owners = new Map<string, NearOwner>();
  const used = new Set<string>();
  const code = wanted === undefined ? undefined : rrTypeCode(wanted.type);
  let read = 0;
  for (const index of indices) {
    const block = model.sections[index]!;
    const { rows, type, statedBy, at } = block.table;
    const base = model.text.starts[index]!;
    let owner: NearOwner | undefined;
    let stated = -2;
    for (let row = 0; row < rows; row++) {
      // A line without a type is no record yet, or something else that was pasted: a key, for one.
      if (base + at[row]! === except || type[row] === 0) continue;
      if (owner === undefined || statedBy[row] !== stated) {
        stated = statedBy[row]!;
        const name = rowOwner(block, row);
        owner = owners.get(name);
        if (owner === undefined) owners.set(name, (owner = { name, types: new Set() }));
      }
      owner.types.add(rrTypeName(type[row]!));
      if (wanted === undefined || type[row] !== code || read >= MOST_READ) continue;
      read++;
      const entry = rowEntry(block, row);
      const word = readData(entry).words.find((one) => one.index === wanted.index);
      if (word !== undefined) used.add(wanted.isName ? comparableName(word.text, entry.origin) : word.text);
    }
  }
  return { owners, used, complete: indices.size === count };
}
