import { comparableName } from '../../../syntax/masterFile/names';
import { HEAD_WORDS } from '../../../syntax/masterFile/scan';
import { blockAt, walkOf } from '../locate';
import { nextEntry, ownerBefore, wordHere } from '../walk';
import type { ZoneModel } from '../zone';

/** How many blocks are looked through: those around the cursor, and those at the file's beginning. */
const BLOCKS_AROUND = 3;
const BLOCKS_AT_START = 3;

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
  /** Words of RDATA of the asked type, by their place in it, names made absolute by `absolute`. */
  readonly used: ReadonlySet<string>;
  /** Whether that is all of the zone. */
  readonly complete: boolean;
}

/**
 * Owners around a place and at the file's beginning. The work does not grow with the file.
 * @param except the beginning of an entry that is being written, and does not count
 * @param wanted whose words to collect: records of `type`, word `index` of their RDATA
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
  for (const index of indices) {
    const base = model.text.starts[index]!;
    const walk = walkOf(model, index);
    while (nextEntry(walk)) {
      const { head } = walk;
      if (head.kind !== 'record' || head.type < 0 || base + walk.at === except) continue;
      const name = head.owner ? comparableName(wordHere(walk, 0), walk.origin) : ownerBefore(walk)?.name;
      const type = wordHere(walk, head.type).toUpperCase();
      if (name !== undefined) {
        const owner = owners.get(name);
        if (owner === undefined) owners.set(name, { name, types: new Set([type]) });
        else owner.types.add(type);
      }
      if (wanted?.type !== type) continue;
      const at = head.type + 1 + wanted.index;
      if (at >= Math.min(walk.scan.wordCount, HEAD_WORDS)) continue;
      const word = wordHere(walk, at);
      used.add(wanted.isName ? comparableName(word, walk.origin) : word);
    }
  }
  return { owners, used, complete: indices.size === count };
}
