import { rrTypeCode, rrTypeName } from '../../../facts/rrTypes';
import { comparableName } from '../../../syntax/masterFile/names';
import type { Block } from '../block';
import { blockAt } from '../locate';
import { ownerWord, rowEntry, rowOwner } from '../rows';
import type { ZoneModel } from '../zone';
import { readData } from './rdata';

/** How many blocks are looked through: those around the cursor, and those at the file's beginning. */
const BLOCKS_AROUND = 6;
const BLOCKS_AT_START = 4;

/** How many rows above the cursor come before all others: a long list is cut. */
const ROWS_ABOVE = 100;

/** Of how many records the data is read for what is used already. */
const MOST_READ = 100;

/** How an absolute name of the index is written shortest under an origin: `@`, relative, or in full. */
export function shortName(name: string, origin: string): string {
  if (name === origin) return '@';
  if (origin === '.') return name.slice(0, -1);
  const end = name.length - origin.length;
  return end > 1 && name.endsWith(origin) && name[end - 1] === '.' && name[end - 2] !== '\\'
    ? name.slice(0, end - 1)
    : name;
}

/** What is typed of a name, and how names are written there. */
export interface Begun {
  readonly typed: string;
  /** Absolute: names are written relative to it; undefined where they are to be written in full. */
  readonly origin: string | undefined;
}

/** An owner near the cursor. */
export interface NearOwner {
  /** Absolute, lower case. */
  readonly name: string;
  /** The types of its records, in upper case. */
  readonly types: Set<string>;
}

/** Owners near a place of a zone. */
export interface Near {
  /** By name, the nearest first. */
  readonly owners: ReadonlyMap<string, NearOwner>;
  /** Whether those are all of the zone that fit. */
  readonly complete: boolean;
}

/** What records near a place of a zone hold in one field. */
export interface Used {
  /** As written; names absolute. */
  readonly words: ReadonlySet<string>;
  /** Whether those are all of the zone that fit. */
  readonly complete: boolean;
}

interface Gathered {
  readonly byName: Map<string, NearOwner>;
  /** The first of each hash: other names with it are found by name. */
  readonly byHash: Map<number, NearOwner>;
  readonly begun: Begun;
  readonly most: number;
  cut: boolean;
}

/** Where a block has what is typed. */
interface Search {
  /** The block's text in lower case. */
  readonly text: string;
  readonly typed: string;
  /** The last search began here and hit there; behind all text where it hit nothing. */
  from: number;
  hit: number;
}

function searchIn({ chunk: { text } }: Block, typed: string): Search {
  const lower = typed === '' ? text : text.toLowerCase();
  // A few letters have more code units in lower case.
  return { text: lower.length === text.length ? lower : text, typed, from: 0, hit: -1 };
}

/** Whether the text of a row that begins there holds what is typed; a row that runs into the next block may. */
function mayHold(search: Search, at: number, end: number): boolean {
  if (end > search.text.length) return true;
  if (at < search.from || at > search.hit) {
    const found = search.text.indexOf(search.typed, at);
    search.from = at;
    search.hit = found < 0 ? Infinity : found;
  }
  return search.hit < end;
}

/**
 * Owners around a place and at the file's beginning that fit what is typed. The work does not grow with the file, and
 * names that do not fit are not put together.
 * @param except the beginning of an entry that is being written, and does not count
 * @param most how many
 */
export function near(
  model: ZoneModel,
  offset: number,
  except: number | undefined,
  { typed, origin }: Begun,
  most: number,
): Near {
  const text = typed.toLowerCase();
  const begun: Begun = { typed: text === '@' ? '' : text, origin };
  const found: Gathered = { byName: new Map(), byHash: new Map(), begun, most, cut: false };
  const indices = blocksNear(model, offset);
  for (const index of indices) {
    const block = model.sections[index]!;
    const { rows, type, statedBy, at } = block.table;
    const base = model.text.starts[index]!;
    const first = Math.max(0, rowBehind(block, offset - base) - ROWS_ABOVE);
    let owner: NearOwner | undefined;
    let stated = -2;
    const search = searchIn(block, begun.typed);
    for (let i = 0; i < rows; i++) {
      const row = first + i < rows ? first + i : first + i - rows;
      // A line without a type is no record yet, or something else that was pasted: a key, for one.
      if (type[row] === 0 || base + at[row]! === except) continue;
      if (statedBy[row] !== stated) {
        stated = statedBy[row]!;
        owner = ownerIn(found, block, row, search);
      }
      owner?.types.add(rrTypeName(type[row]!));
    }
  }
  return { owners: found.byName, complete: indices.size === model.sections.length && !found.cut };
}

/** The owner of a row as one of those that were gathered, or are now; undefined where it does not fit. */
function ownerIn(found: Gathered, block: Block, row: number, search: Search): NearOwner | undefined {
  const { byName, byHash, begun, most } = found;
  const hash = block.table.owner[row]!;
  const known = byHash.get(hash);
  if (known === undefined) {
    if (byName.size >= most) {
      found.cut = true;
      return undefined;
    }
    if (surelyUnfit(block, row, begun, search)) return undefined;
  }
  const name = rowOwner(block, row);
  if (known?.name === name) return known;
  const there = byName.get(name);
  if (there !== undefined) return there;
  if (byName.size >= most || !fits(name, begun)) return undefined;
  const owner: NearOwner = { name, types: new Set() };
  byName.set(name, owner);
  if (known === undefined) byHash.set(hash, owner);
  return owner;
}

/** Whether it is seen from what is written alone that the owner does not fit. */
function surelyUnfit(block: Block, row: number, { typed, origin }: Begun, search: Search): boolean {
  const { statedBy, at, end, origin: originOf, origins } = block.table;
  const stated = statedBy[row]!;
  if (typed === '' || stated < 0) return false;
  const dotted = typed.includes('.');
  const sameOrigin = origins[originOf[stated]!] === origin;
  if (sameOrigin && !dotted && !mayHold(search, at[stated]!, end[stated]!)) return true;
  const word = ownerWord(block, stated);
  const isAbsolute = word.endsWith('.');
  // Of a name that is completed, some of the origin may be typed.
  if (!isAbsolute && (!sameOrigin || dotted)) return false;
  const name = word.toLowerCase();
  if (!name.includes(typed)) return true;
  return isAbsolute && !fits(name, { typed, origin });
}

/** Whether a name, as it would be written, holds what is typed; who types dots may mean the name in full. */
function fits(name: string, { typed, origin }: Begun): boolean {
  if (typed === '') return true;
  if (origin === undefined || typed.includes('.')) return name.includes(typed);
  return shortName(name, origin).includes(typed);
}

/** The blocks to look through, the nearest first. */
function blocksNear(model: ZoneModel, offset: number): Set<number> {
  const here = blockAt(model, offset);
  const count = model.sections.length;
  const indices = new Set<number>([here]);
  for (let away = 1; away <= BLOCKS_AROUND; away++) {
    if (here >= away) indices.add(here - away);
    if (here + away < count) indices.add(here + away);
  }
  for (let i = 0; i < Math.min(count, BLOCKS_AT_START); i++) indices.add(i);
  return indices;
}

/** The first row that begins at an offset of the block or behind it; 0 where that lies outside of the block. */
function rowBehind({ chunk, table: { at, rows } }: Block, offset: number): number {
  if (offset < 0 || offset > chunk.text.length) return 0;
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What records of a type hold in a field, near a place and at the file's beginning.
 * @param except the beginning of an entry that is being written, and does not count
 * @param field its number, and whether what it holds is a domain name
 * @param begun what is typed of it; a zone that is looked through in whole is not sifted
 */
export function usedNear(
  model: ZoneModel,
  offset: number,
  except: number,
  field: { readonly type: string; readonly index: number; readonly isName: boolean },
  { typed, origin }: { readonly typed: string; readonly origin: string },
): Used {
  const indices = blocksNear(model, offset);
  let complete = indices.size === model.sections.length;
  const text = complete ? '' : typed.replace(/^["@]+/, '').toLowerCase();
  const code = rrTypeCode(field.type);
  const words = new Set<string>();
  // The same data is read once under each origin.
  const read = new Map<string, Set<number>>();
  let count = 0;
  for (const index of indices) {
    const block = model.sections[index]!;
    const { type, data, at, end, origin: originOf, origins } = block.table;
    const base = model.text.starts[index]!;
    let search: Search | undefined;
    for (
      let row = code === undefined ? -1 : type.indexOf(code);
      row >= 0;
      row = type.indexOf(code!, row + 1)
    ) {
      if (base + at[row]! === except) continue;
      if (count >= MOST_READ) {
        complete = false;
        break;
      }
      const under = origins[originOf[row]!]!;
      // Under another origin, names are written at greater length here than there.
      const sifted = text !== '' && (!field.isName || under === origin);
      if (sifted && !mayHold((search ??= searchIn(block, text)), at[row]!, end[row]!)) continue;
      let known = read.get(under);
      if (known === undefined) read.set(under, (known = new Set()));
      if (known.has(data[row]!)) continue;
      known.add(data[row]!);
      count++;
      const entry = rowEntry(block, row);
      const word = readData(entry).words.find((one) => one.index === field.index);
      if (word !== undefined) words.add(field.isName ? comparableName(word.text, entry.origin) : word.text);
    }
  }
  return { words, complete };
}
