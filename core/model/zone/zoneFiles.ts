import type { NameServerFile } from '../../syntax/namedConf';

/** A zone file that a name server's configuration names. */
export interface NamedZoneFile {
  /** Absolute, with `/` between its parts. */
  readonly path: string;
  /** The zone's name, absolute with its final dot. */
  readonly origin: string;
  /** Where the server counts relative file names from; for `$INCLUDE`. Absolute, with `/`. */
  readonly directory?: string;
  /** The less, the surer; 0 is the path as stated. */
  readonly doubt: number;
}

/** How many folders above a configuration file are taken for the root of the server's file system. */
const MOST_ROOTS = 8;

/**
 * The paths at which the zone files of a configuration may lie. The configuration speaks of the server's file system,
 * but here it often is a copy in a repository: `/var/named/example.com.zone` may be `var/named/example.com.zone` in
 * any folder above the configuration, or `example.com.zone` beside it.
 * @param path of the configuration file, absolute, with `/`
 */
export function* namedZoneFiles(
  { directory, zones }: NameServerFile,
  path: string,
): Generator<NamedZoneFile, undefined> {
  const folder = folderOf(path);
  const roots = foldersAbove(folder);
  for (const { name, file } of zones) {
    const origin = absolute(name);
    if (origin === undefined || file === '') continue;
    const stated = isAbsolute(file)
      ? file
      : directory === undefined
        ? joined(folder, file)
        : joined(directory, file);
    const seen = new Set<string>();
    let doubt = 0;
    for (const [base, rest] of candidates(stated, file, folder, roots)) {
      const candidate = joined(base, rest);
      if (candidate === undefined || seen.has(candidate)) continue;
      seen.add(candidate);
      const from = baseDirectory(candidate, stated, directory);
      yield { path: candidate, origin, doubt: doubt++, ...(from !== undefined && { directory: from }) };
    }
  }
}

function* candidates(
  stated: string | undefined,
  file: string,
  folder: string,
  roots: readonly string[],
): Generator<readonly [string, string], undefined> {
  if (stated === undefined) return;
  if (isAbsolute(stated)) {
    yield ['/', stated];
    for (const root of roots) yield [root, stated.replace(/^\/+/, '')];
  }
  if (!isAbsolute(file)) yield [folder, file];
  const parts = stated.split('/').filter((part) => part !== '');
  for (let from = Math.max(0, parts.length - 3); from < parts.length; from++) {
    yield [folder, parts.slice(from).join('/')];
  }
}

/** The server's working directory as it lies here: the stated path's `directory` where the file was found. */
function baseDirectory(
  found: string,
  stated: string | undefined,
  directory: string | undefined,
): string | undefined {
  if (stated === undefined || directory === undefined || !isAbsolute(directory)) return undefined;
  const [place, of] = [found.split('/'), stated.split('/')];
  // Both end alike as far as the file lies below the directory.
  const inner = of.length - directory.replace(/\/+$/, '').split('/').length;
  if (!stated.startsWith(`${directory.replace(/\/+$/, '')}/`) || inner < 1 || inner >= place.length)
    return undefined;
  const same = place.slice(-inner).join('/') === of.slice(-inner).join('/');
  return same ? place.slice(0, -inner).join('/') || '/' : undefined;
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function foldersAbove(folder: string): string[] {
  const above = [folder];
  while (above.length < MOST_ROOTS && above.at(-1) !== '/') above.push(folderOf(above.at(-1)!));
  return above.filter((root) => root !== '/');
}

/** One path behind another, `.` and `..` taken out; undefined where it would leave the root. */
export function joined(base: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of (isAbsolute(path) ? path : `${base}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return `/${parts.join('/')}`;
}

/** A zone's name with its final dot, in lower case; undefined for what is none. */
function absolute(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (!/^(?:\.|(?:[^\s.]{1,63}\.)*[^\s.]{1,63}\.?)$/.test(lower)) return undefined;
  return lower.endsWith('.') ? lower : `${lower}.`;
}
