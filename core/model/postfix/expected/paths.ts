import type { Expectation } from '../../../text/cursor';
import { homesOf } from '../../namedFolders';
import { pathExpected, type PathManner } from '../../pathExpected';
import { readExpansion } from '../../../values/expansion';
import { resolved, valueOf } from '../resolve';
import type { ValuePlace } from './place';

/** Words of main.cf end at blanks, commas and braces; a `$` begins a name. */
const PARTED = /[\s,{}$]/;

/** The names that the path at the cursor may go on with: `path` is what is written of it before the cursor. */
export function pathIn(
  place: ValuePlace,
  path: string,
  more: Pick<PathManner, 'foldersOnly' | 'passed'> = {},
): Expectation | undefined {
  const { view, name, rest } = place;
  const meant = (beginning: string): string | undefined => {
    // What nobody sets stands for nothing, and leads to nowhere that was meant.
    const names = readExpansion(beginning).references;
    if (names.some((one) => valueOf(view, one.name) === undefined)) return undefined;
    const plain = resolved(view, beginning, name);
    if (typeof plain === 'string') return undefined;
    // main.cf stands in /etc/postfix, wherever the folder was copied to.
    const folder = plain.text.replace(/^\$(?:config_directory|\{config_directory\})(?=\/)/, '/etc/postfix');
    return folder.includes('$') ? undefined : folder;
  };
  return pathExpected(
    view.around?.().paths,
    { homes: homesOf('postfix-main')!, parted: PARTED, meant, ...more },
    path,
    place.span(path.length, rest.length),
  );
}
