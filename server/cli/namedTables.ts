import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../node/decode';
import { namedPlaces } from '../namedFiles';
import type { Found, Unread } from './find';
import { isFile, isWithin } from './named';

/** Configurations longer than this name nothing that counts. */
const LONGEST = 16 * 1024 * 1024;

/**
 * Files that the configurations of mail servers name and whose own names do not say what they are: those in the
 * folders that are checked, and those that were named on the command line.
 * @param paths as given on the command line
 * @param unread what could not be told; what is known now is left out of the answer
 */
export function namedTables(
  paths: readonly string[],
  known: readonly Found[],
  unread: readonly Unread[],
): { readonly files: readonly Found[]; readonly unread: readonly Unread[] } {
  const texts = known.flatMap(({ path, languageId }) => {
    const names = /^postfix-(?:main|master)$|^open(?:dkim|dmarc)$/.test(languageId);
    const text = names ? textOf(path) : undefined;
    return text === undefined ? [] : [{ uri: pathToFileURL(path).href, text }];
  });
  if (texts.length === 0) return { files: [], unread };
  const folders = paths.filter(isFolder);
  const seen = new Set(known.map(({ path }) => realpathSync(path)));
  const stated = new Map(unread.map(({ path }) => [realOf(path), path]));
  const files: Found[] = [];
  const told = new Set<string>();
  for (const { uri, language } of namedPlaces(texts)) {
    const place = fileURLToPath(uri);
    if (!isFile(place)) continue;
    const real = realpathSync(place);
    const given = stated.get(real);
    const folder = folders.find((one) => isWithin(place, one));
    const path = given ?? (folder && join(folder, relative(resolve(folder), place)));
    if (seen.has(real) || path === undefined) continue;
    seen.add(real);
    if (given !== undefined) told.add(given);
    files.push({ path, languageId: language });
  }
  return { files, unread: unread.filter(({ path }) => !told.has(path)) };
}

/** The text of a configuration; undefined where it cannot be read, which is told when it is opened. */
function textOf(path: string): string | undefined {
  try {
    return statSync(path).size > LONGEST ? undefined : decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
