import { rrTypeName } from '../../facts/rrTypes';
import type { ZoneEntry } from '../../syntax/masterFile/entry';
import { comparableName } from '../../syntax/masterFile/names';
import { parseEntry, type EntryContext } from '../../syntax/masterFile/parse';
import { wordEnd } from '../../syntax/masterFile/scan';
import type { Anchor } from '../model';
import { recordAnchor } from './anchor';
import type { Block } from './block';

/** The source of the record in a row, without its final line break. */
export function rowText(block: Block, row: number): string {
  const { at, end } = block.table;
  const { text } = block.chunk;
  const to = end[row]!;
  if (to <= text.length) return text.slice(at[row], to);
  return (text + block.overran.map((chunk) => chunk.text).join('')).slice(at[row], to);
}

/** The line break behind the record in a row; empty where the text ends with it. */
export function rowBreak(block: Block, row: number): string {
  const to = block.table.end[row]!;
  const { text } = block.chunk;
  const source = to < text.length ? text : text + block.overran.map((chunk) => chunk.text).join('');
  return /^\r?\n/.exec(source.slice(to, to + 2))?.[0] ?? '';
}

/** The owner of a row: absolute, in the form of `comparableName`. */
export function rowOwner(block: Block, row: number): string {
  const { table } = block;
  const stated = table.statedBy[row]!;
  // Before any owner is stated, the origin in force stands for it.
  if (stated < 0) return block.context.owner?.name ?? table.origins[table.origin[row]!]!;
  return comparableName(ownerWord(block, stated), table.origins[table.origin[stated]!]!);
}

/** The owner as the row states it, which is one that `statedBy` names. */
export function ownerWord(block: Block, row: number): string {
  const { text } = block.chunk;
  const at = block.table.at[row]!;
  // Nearly all owners are plain and have a blank behind them: lists of names read thousands.
  let plain = at;
  while (isPlain(text.charCodeAt(plain))) plain++;
  const behind = text.charCodeAt(plain);
  if (plain > at && (behind === 32 || behind === 9)) return text.slice(at, plain);
  const end = wordEnd(text, at, text.length);
  if (end > at) return text.slice(at, end);
  // A quote or a parenthesis stands before it.
  return parseEntry(rowText(block, row), { origin: '.' }).owner.written;
}

/** Letters, digits, `-`, `.`, `_` and `*`. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 45 && unit <= 57 && unit !== 47) ||
    (unit >= 65 && unit <= 90) ||
    unit === 95 ||
    unit === 42
  );
}

/** What counts for the record in a row. */
export function rowContext(block: Block, row: number): EntryContext {
  const { table } = block;
  const origin = table.origins[table.origin[row]!]!;
  const stated = table.statedBy[row]!;
  if (stated === row) return { origin };
  if (stated >= 0)
    return { origin, owner: { written: ownerWord(block, stated), name: rowOwner(block, row) } };
  const { owner } = block.context;
  return owner === undefined ? { origin } : { origin, owner };
}

/** The record in a row. */
export function rowEntry(block: Block, row: number): ZoneEntry {
  return parseEntry(rowText(block, row), rowContext(block, row));
}

/** The type of the record in a row: its mnemonic in upper case. */
export function rowType(block: Block, row: number): string {
  const code = block.table.type[row]!;
  return code === 0 ? rowEntry(block, row).typeName : rrTypeName(code);
}

/** The anchor of a row: the one that rules judge by itself, or a fresh one. */
export function rowAnchor(block: Block, row: number): Anchor {
  return placedAt(block, block.table.at[row]!) ?? recordAnchor(rowText(block, row), rowContext(block, row));
}

/** The anchor of the entry that begins at `at` in its block, where it has one. */
export function placedAt({ placed }: Block, at: number): Anchor | undefined {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placed[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  const found = placed[low];
  return found?.at === at ? found.anchor : undefined;
}

/** The rows of an owner in one block, in order: those with its hash whose name it is. */
export function ownerRows(block: Block, hash: number, name: string): number[] {
  const { owner, statedBy } = block.table;
  const rows: number[] = [];
  // Rows that share their statement share their name.
  let known = -2;
  let same = false;
  for (let row = owner.indexOf(hash); row >= 0; row = owner.indexOf(hash, row + 1)) {
    if (statedBy[row] !== known) {
      known = statedBy[row]!;
      same = rowOwner(block, row) === name;
    }
    if (same) rows.push(row);
  }
  return rows;
}

/** The distinct names of the rows with a hash in one block: almost always one. */
export function namesWith(block: Block, hash: number): string[] {
  const { owner } = block.table;
  const names: string[] = [];
  for (let row = owner.indexOf(hash); row >= 0; row = owner.indexOf(hash, row + 1)) {
    const name = rowOwner(block, row);
    if (!names.includes(name)) names.push(name);
  }
  return names;
}
