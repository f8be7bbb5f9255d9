import type { Include, Inclusion, InclusionProblem } from '../core/model/model';
import { sourceText, type SourceText } from '../core/text/sourceText';
import type { FileReader } from './files';

/** Where the files that a document includes are looked for. */
export interface IncludeWay {
  readonly files: FileReader;
  /** The document's path. */
  readonly path: string;
  /** The name server's working directory as it lies here, where it is known. */
  readonly directory: string | undefined;
  /** Folders whose files may be read. */
  readonly folders: readonly string[];
  /** The text of a path that is open in the editor: it counts in place of what is on the disk. */
  readonly open?: (path: string) => SourceText | undefined;
  /**
   * Where a file may lie here by its name as a document states it, the surest first; without it the name counts from the
   * directory or the including file. That a file is missing is believed of the surest place alone.
   */
  readonly places?: (written: string) => readonly string[];
  /** Told of every path that was looked for, whether it is there or not. */
  readonly asked?: (path: string) => void;
  /** Told of every file that is included: its path, how its name is written, and the path of the file that has that. */
  readonly found?: (path: string, written: string, by: string) => void;
}

/** How many files are looked for on behalf of one document. */
const MOST_FILES = 1000;

/** What the functions of one document share. */
interface Search {
  readonly way: IncludeWay;
  /** Texts by their true paths. */
  readonly texts: Map<string, SourceText>;
  looked: number;
}

/**
 * Finds the files of a document's $INCLUDE directives. A relative path counts from the name server's working
 * directory, as in BIND, else from the folder of the including file, as in Knot DNS. The same answer for as long as
 * the function lives.
 */
export function including(way: IncludeWay): Include {
  const chain = new Set([way.path, way.files.real(way.path)]);
  return from({ way, texts: new Map(), looked: 0 }, way.path, chain);
}

/** @param chain the paths of the including file and of those that include it */
function from(search: Search, path: string, chain: ReadonlySet<string>): Include {
  const known = new Map<string, Inclusion>();
  return (written) => {
    let found = known.get(written);
    if (found === undefined) {
      found = search.looked++ < MOST_FILES ? look(search, path, written, chain) : { problem: 'unreadable' };
      known.set(written, found);
    }
    return found;
  };
}

function look(search: Search, path: string, written: string, chain: ReadonlySet<string>): Inclusion {
  const { way } = search;
  let failure: Extract<Inclusion, { readonly problem: unknown }> | undefined;
  for (const candidate of candidatesOf(way, path, written)) {
    if (candidate === undefined) return { problem: 'unreadable' };
    way.asked?.(candidate);
    const found = find(search, candidate);
    if ('problem' in found) {
      failure ??= found;
      // A file that is known to be at its place in vain is not looked for at others.
      if (way.places !== undefined && failure.problem !== 'unreadable') return failure;
      continue;
    }
    if (chain.has(candidate) || chain.has(found.path)) return { problem: 'circular' };
    way.found?.(candidate, written, path);
    const include = from(search, candidate, new Set([...chain, candidate, found.path]));
    return { text: found.text, include };
  }
  return failure ?? { problem: 'unreadable' };
}

/** Where a file is looked for; undefined for what is no path of this computer. */
function candidatesOf(way: IncludeWay, path: string, written: string): readonly (string | undefined)[] {
  const own = way.files.folderOf(path);
  if (way.places !== undefined) return way.places(written).map((place) => way.files.join(own, place));
  return [...new Set([way.directory ?? own, own])].map((base) => way.files.join(base, written));
}

/** The text at a path, be it open or on the disk. */
function find(
  { way, texts }: Search,
  path: string,
): { readonly text: SourceText; readonly path: string } | { readonly problem: InclusionProblem } {
  const opened = way.open?.(path);
  if (opened !== undefined) return { text: opened, path };
  const known = texts.get(path);
  if (known !== undefined) return { text: known, path: way.files.real(path) };
  const read = way.files.read(path, way.folders);
  if ('problem' in read) return read;
  const text = sourceText(read.text);
  texts.set(path, text);
  return { text, path: read.path };
}
