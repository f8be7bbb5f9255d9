import { nameHash, namesAbove } from '../../syntax/masterFile/nameHash';
import type { Block } from './block';
import { FILE_ASKER, FILE_KEY, ownerKey } from './groups';
import { findPair } from './multimap';
import { namesWith, rowOwner, rowText, rowType } from './rows';
import { blocksWith, type ZoneIndex } from './zoneIndex';
import { mayAuthenticate } from './nameRecords';
import { authenticationKey, belowKey, contentKey, textsKey, TTL_KEY } from './zoneView';

/** What an edit did to the records of a zone. */
export interface ZoneChanges {
  /** The owners of which a record came, went or changed. */
  readonly owners: ReadonlySet<string>;
  /** Those of them with other types, or other names in their data: what others may have asked for. */
  readonly answers: ReadonlySet<string>;
  /** Those that have their first record now, or none any more. */
  readonly existence: ReadonlySet<string>;
  /** Those that have more or fewer records than before that may authenticate mail. */
  readonly texts: ReadonlySet<string>;
  /** Whether a `$TTL`, or a TTL that others inherit, changed. */
  readonly ttl: boolean;
  /** Whether a record came, went or changed that may authenticate mail. */
  readonly authentication: boolean;
}

/**
 * Compares the rows of the blocks that an edit took out with those of the blocks it brought.
 * @param ttlStated whether a `$TTL` is in force where they begin, so that the TTLs of records matter to no other
 */
export function changesBetween(
  removed: readonly Block[],
  added: readonly Block[],
  ttlStated: boolean,
): ZoneChanges {
  const before = rowsIn(removed);
  const after = rowsIn(added);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameRow(before[start]!, after[start]!)) start++;
  let kept = 0;
  while (
    kept < shorter - start &&
    sameRow(before[before.length - 1 - kept]!, after[after.length - 1 - kept]!)
  )
    kept++;
  const gone = before.slice(start, before.length - kept);
  const come = after.slice(start, after.length - kept);
  const owners = new Set<string>();
  const answers = new Set<string>();
  const existence = new Set<string>();
  const texts = new Set<string>();
  const [old, fresh] = [byOwner(gone), byOwner(come)];
  for (const name of new Set([...old.keys(), ...fresh.keys()])) {
    owners.add(name);
    if (answerOf(old.get(name)) !== answerOf(fresh.get(name))) answers.add(name);
    if (!old.has(name) || !fresh.has(name)) existence.add(name);
    if (authenticating(old.get(name)) !== authenticating(fresh.get(name))) texts.add(name);
  }
  const ttl = linesOf(removed) !== linesOf(added) || (!ttlStated && ttlsOf(gone) !== ttlsOf(come));
  const authentication = [...gone, ...come].some(isAuthenticating);
  return { owners, answers, existence, texts, ttl, authentication };
}

interface Row {
  readonly block: Block;
  readonly row: number;
}

function rowsIn(blocks: readonly Block[]): Row[] {
  return blocks.flatMap((block) => Array.from(block.table.at, (_, row) => ({ block, row })));
}

function sameRow(a: Row, b: Row): boolean {
  const [one, other] = [a.block.table, b.block.table];
  return (
    one.owner[a.row] === other.owner[b.row] &&
    one.origins[one.origin[a.row]!] === other.origins[other.origin[b.row]!] &&
    rowText(a.block, a.row) === rowText(b.block, b.row)
  );
}

function byOwner(rows: readonly Row[]): Map<string, Row[]> {
  const owners = new Map<string, Row[]>();
  for (const row of rows) {
    const name = rowOwner(row.block, row.row);
    const known = owners.get(name);
    if (known === undefined) owners.set(name, [row]);
    else known.push(row);
  }
  return owners;
}

function isAuthenticating({ block, row }: Row): boolean {
  return mayAuthenticate(block.table.type[row]!);
}

function authenticating(rows: readonly Row[] | undefined): number {
  return (rows ?? []).filter(isAuthenticating).length;
}

/** All that views answer of an owner's rows: their types, and the names in their data. */
function answerOf(rows: readonly Row[] | undefined): string {
  const answers = (rows ?? []).map(({ block, row }) => {
    const { target, targetRow } = block.table;
    const names = target.filter((_, i) => targetRow[i] === row);
    return `${rowType(block, row)} ${names.join()}`;
  });
  return answers.sort().join('\n');
}

function linesOf(blocks: readonly Block[]): string {
  return blocks.flatMap(({ ttlLines }) => ttlLines.map(({ seconds }) => seconds)).join();
}

function ttlsOf(rows: readonly Row[]): string {
  return rows.map(({ block, row }) => block.table.ttl[row]).join();
}

/** All changes together. */
export function together(all: readonly ZoneChanges[]): ZoneChanges {
  const union = (part: (of: ZoneChanges) => ReadonlySet<string>): Set<string> =>
    new Set(all.flatMap((changes) => [...part(changes)]));
  return {
    owners: union(({ owners }) => owners),
    answers: union(({ answers }) => answers),
    existence: union(({ existence }) => existence),
    texts: union(({ texts }) => texts),
    ttl: all.some(({ ttl }) => ttl),
    authentication: all.some(({ authentication }) => authentication),
  };
}

/** The keys of the questions whose answers the changes touch, whoever asked: this zone's rules or another's. */
export function* questionsOf(
  { owners, answers, existence, texts, authentication }: ZoneChanges,
  apex: string | undefined,
): Generator<number, undefined> {
  for (const name of owners) yield contentKey(nameHash(name));
  for (const name of answers) yield nameHash(name);
  for (const name of existence) {
    for (const above of namesAbove(name)) yield belowKey(nameHash(above));
  }
  for (const name of texts) {
    for (const above of namesAbove(name)) yield textsKey(nameHash(above));
  }
  if (authentication) yield authenticationKey(apex);
}

/** The keys of the groups that asked a question. */
export function* askersOf(index: ZoneIndex, question: number): Generator<string, undefined> {
  const seen = new Set<number>();
  for (
    let place = findPair(index.askers, question);
    place >= 0;
    place = findPair(index.askers, question, place)
  ) {
    const owner = index.askers.values[place]!;
    if (seen.has(owner)) continue;
    seen.add(owner);
    if (owner === FILE_ASKER) yield FILE_KEY;
    for (const block of blocksWith(index, index.owners, owner)) {
      for (const name of namesWith(block, owner)) yield ownerKey(name);
    }
  }
}

/** The keys of the groups that the changes may touch: to be judged again, or forgotten. */
export function touchedGroups(index: ZoneIndex, changes: ZoneChanges, apex: string | undefined): Set<string> {
  const keys = new Set<string>([FILE_KEY]);
  const addAskers = (question: number): void => {
    for (const key of askersOf(index, question)) keys.add(key);
  };
  for (const name of changes.owners) keys.add(ownerKey(name));
  for (const name of changes.answers) {
    const hash = nameHash(name);
    // Who points here may have become worth looking at.
    for (const block of blocksWith(index, index.targets, hash)) {
      const { target, targetRow } = block.table;
      target.forEach((found, i) => {
        if (found === hash) keys.add(ownerKey(rowOwner(block, targetRow[i]!)));
      });
    }
  }
  for (const question of questionsOf(changes, apex)) addAskers(question);
  if (changes.ttl) addAskers(TTL_KEY);
  return keys;
}
