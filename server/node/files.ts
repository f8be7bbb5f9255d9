import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
} from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from './decode';
import { publicHalfOf } from './privateKeys';
import type { FileRead, FileReader } from '../files';

/** What VS Code itself hands to extensions at most; a zone is seldom cut into greater files. */
const EDITOR_LIMIT = 50 * 1024 * 1024;

/** A private key in PEM is far shorter. */
const LARGEST_KEY = 64 * 1024;

/**
 * Reads files through Node.
 * @param limit the most octets of a file that is read
 * @param toText makes a text of octets
 */
export function nodeFiles(limit = EDITOR_LIMIT, toText = decode): FileReader {
  return {
    read: (path, folders, most = limit) => readWithin(path, folders, Math.min(most, limit), toText),
    publicKey(path, folders) {
      const found = readWithin(path, folders, LARGEST_KEY, publicHalfOf);
      return 'problem' in found || found.text === '' ? undefined : found.text;
    },
    real: realOr,
    list(folder) {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    },
    listWithin,
    pathOf(uri) {
      if (!/^file:\/\/\/(?!\/)/i.test(uri)) return undefined;
      try {
        return acceptable(fileURLToPath(uri));
      } catch {
        return undefined;
      }
    },
    uriOf: (path) => pathToFileURL(path).href,
    join: (folder, path) => (isOwn(path) ? acceptable(resolve(folder, path)) : undefined),
    folderOf: dirname,
  };
}

/** Not a name that Windows fetches from elsewhere (`\\server\share`) or a device (`\\.\pipe`), nor one with a NUL. */
function isOwn(path: string): boolean {
  return path !== '' && !path.includes('\0') && !/^[\\/]{2}/.test(path);
}

function acceptable(path: string): string | undefined {
  return isOwn(path) ? path : undefined;
}

function readWithin(
  path: string,
  folders: readonly string[],
  limit: number,
  toText: (bytes: Uint8Array) => string,
): FileRead {
  if (!isOwn(path) || !folders.some((folder) => contains(folder, path))) return { problem: 'unreadable' };
  let file: number;
  let real: string;
  try {
    real = realpathSync(path);
    // A link may lead out of the folders, and a folder may itself be a link.
    if (!folders.some((folder) => contains(realOr(folder), real))) return { problem: 'unreadable' };
    // Without O_NONBLOCK a pipe that nobody writes to would hold the server for ever.
    file = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (problem) {
    return { problem: problemOf(problem) };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { problem: 'not-a-file' };
    if (stats.size > limit) return { problem: 'too-large' };
    const bytes = readUpTo(file, stats.size, limit);
    return bytes === undefined ? { problem: 'too-large' } : { text: toText(bytes), path: real };
  } catch (problem) {
    return { problem: problemOf(problem) };
  } finally {
    closeSync(file);
  }
}

/** How many names of one folder are looked at. */
const MOST_NAMES = 5000;

function listWithin(folder: string, folders: readonly string[]): string[] {
  const isIn = (place: string, each: string): boolean => place === each || contains(each, place);
  if (!isOwn(folder)) return [];
  const place = resolve(folder);
  try {
    if (!folders.some((each) => isIn(place, each))) return [];
    // A link may lead out of the folders, and a folder may itself be a link.
    const real = realpathSync(place);
    if (!folders.some((each) => isIn(real, realOr(each)))) return [];
    const entries = readdirSync(real, { withFileTypes: true }).slice(0, MOST_NAMES);
    return entries.flatMap((entry) => shownName(real, entry));
  } catch {
    return [];
  }
}

/** The name of what can be named in a configuration: no pipes, no devices. */
function shownName(folder: string, entry: Dirent): string[] {
  const { name } = entry;
  if (entry.isDirectory()) return [`${name}/`];
  if (entry.isFile() || entry.isSocket()) return [name];
  if (!entry.isSymbolicLink()) return [];
  // One that leads nowhere is as good as none.
  try {
    const target = statSync(resolve(folder, name));
    if (target.isDirectory()) return [`${name}/`];
    return target.isFile() || target.isSocket() ? [name] : [];
  } catch {
    return [];
  }
}

/** All of a file; undefined where it has grown beyond the limit since it was measured. */
function readUpTo(file: number, size: number, limit: number): Uint8Array | undefined {
  let buffer = Buffer.alloc(size + 1);
  let filled = 0;
  for (;;) {
    const count = readSync(file, buffer, filled, buffer.length - filled, null);
    if (count === 0) return buffer.subarray(0, filled);
    filled += count;
    if (filled > limit) return undefined;
    if (filled === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(buffer.length)]);
  }
}

function problemOf(problem: unknown): 'missing' | 'not-a-file' | 'unreadable' {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  // Sockets and devices without a driver.
  return code === 'ENXIO' || code === 'EISDIR' ? 'not-a-file' : 'unreadable';
}

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether a path lies in a folder or below. */
function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
