import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { message, type Localized } from '../../core/text/message';
import { decode } from '../node/decode';
import { readNameServers } from '../nameServers';
import { codeOf, type Found, type FoundConfiguration, type Unread } from './find';

/** What the configurations of name servers add to the files that were found. */
export interface NamedFiles {
  /** The configuration files themselves and those that they take in, for {@link Zones.setNameServers}. */
  readonly configurations: readonly { readonly uri: string; readonly text: string }[];
  /** Zone files that were not found by their own names. */
  readonly files: readonly Found[];
  readonly unread: readonly Unread[];
}

const unreadable: Localized = { en: 'cannot be read ({code})', ja: '読めません ({code})' };

/** How deep configuration files take in others, and how long one may be. */
const deepest = 5;
const longest = 64 * 1024 * 1024;

/**
 * Reads configuration files of name servers.
 * @param found of a configuration that was met in a folder, only zone files of that folder count: the rest is the
 * server's, not the project's
 */
export function namedFiles(found: readonly FoundConfiguration[], known: readonly Found[]): NamedFiles {
  const unread: Unread[] = [];
  const files: Found[] = [];
  const configurations: { uri: string; text: string }[] = [];
  const seen = new Set(known.map(({ path }) => realpathSync(path)));
  for (const { path, within } of found) {
    try {
      const own = withIncludes(path, within);
      configurations.push(...own);
      for (const place of readNameServers(own).result.zones) {
        const file = fileURLToPath(place);
        if (!isWithin(file, within) || !isFile(file) || seen.has(realpathSync(file))) continue;
        seen.add(realpathSync(file));
        files.push({ path: file, languageId: 'dns-zone' });
      }
    } catch (problem) {
      unread.push({ path, message: message(unreadable, { code: codeOf(problem) }) });
    }
  }
  return { configurations, files, unread };
}

function withIncludes(path: string, within: string | undefined): { uri: string; text: string }[] {
  const read = [{ uri: pathToFileURL(path).href, text: decode(readFileSync(path)) }];
  for (let depth = 0; depth < deepest; depth++) {
    const more = readNameServers(read).result.wanted.map((uri) => fileURLToPath(uri));
    const there = more.filter((file) => isWithin(file, within) && isFile(file));
    if (there.length === 0) break;
    for (const file of there) read.push({ uri: pathToFileURL(file).href, text: decode(readFileSync(file)) });
  }
  return read;
}

export function isWithin(file: string, folder: string | undefined): boolean {
  if (folder === undefined) return true;
  const top = resolve(folder);
  return file.startsWith(top.endsWith(sep) ? top : top + sep);
}

export function isFile(path: string): boolean {
  if (!existsSync(path)) return false;
  const stats = statSync(path);
  return stats.isFile() && stats.size <= longest;
}
