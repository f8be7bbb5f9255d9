import type { Candidate, Expectation } from '../text/cursor';
import type { Span } from '../text/span';
import type { Around } from './around';
import { wayHome, type Homes } from './namedFolders';

/** Nobody reads on behind so many names. */
const MOST_NAMES = 300;

/** How a path is written where it stands. */
export interface PathManner {
  readonly homes: Homes;
  /** What may not be in a name, because the path would end there or mean something else. */
  readonly parted: RegExp;
  /** Names that stand beside what is meant: the indexes beside the texts of tables. */
  readonly passed?: RegExp;
  /** Only folders lead further. */
  readonly foldersOnly?: boolean;
  /** The folder that a written beginning stands for; undefined where it cannot be told. */
  readonly meant?: (beginning: string) => string | undefined;
}

/**
 * The names that a path may go on with. A whole path is put in the place of what is written, so that folder after
 * folder the same list goes on.
 * @param typed the path up to the cursor; empty where none is begun
 * @param replace the path as it is written, in the document
 * @returns undefined where no names are known
 */
export function pathExpected(
  paths: Around['paths'],
  manner: PathManner,
  typed: string,
  replace: Span,
): Expectation | undefined {
  if (paths === undefined) return undefined;
  const beginning = typed === '' ? manner.homes.usual : typed.slice(0, typed.lastIndexOf('/') + 1);
  const folder = plainFolder(manner.meant === undefined ? beginning : manner.meant(beginning));
  if (folder === undefined) return undefined;
  const hidden = typed.slice(beginning.length).startsWith('.');
  const names = [...new Set([...paths(folder), ...wayHome(folder, manner.homes)])].filter(
    (name) =>
      name.startsWith('.') === hidden &&
      !manner.parted.test(name) &&
      manner.passed?.test(name) !== true &&
      (manner.foldersOnly !== true || name.endsWith('/')),
  );
  if (names.length === 0) return undefined;
  const candidates = names
    .sort(byName)
    .slice(0, MOST_NAMES)
    .map((name): Candidate => ({
      label: beginning + name,
      kind: 'reference',
      ...(name.endsWith('/') && { again: true }),
    }));
  // Another folder has other names.
  return { replace, candidates, incomplete: true };
}

/** An absolute folder without ways up; undefined for any other. */
function plainFolder(folder: string | undefined): string | undefined {
  if (folder?.startsWith('/') !== true || !folder.endsWith('/')) return undefined;
  return /\/\.\.\//.test(folder) ? undefined : folder.replace(/\/(?:\.?\/)+/g, '/');
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
