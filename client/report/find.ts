import * as vscode from 'vscode';
import type { ClientPlatform } from '../platform';
import type { Source, Unread } from './feed';
import type { Slice } from './protocol';

/** Something to be opened: a file or folder, or a file that was dropped and has no place from which to read it again. */
export type Opening =
  { readonly uri: vscode.Uri } | { readonly name: string; readonly bytes: () => PromiseLike<Uint8Array> };

/** Bytes of a piece: large enough to be fast, small enough to be held several at a time. */
export const pieceLength = 2 * 2 ** 20;
/** Bytes of the first one: few enough that first rows come at once. */
const firstLength = 2 ** 18;

/** Folders that hold copies of other people's files, or a version control system's own. */
const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);
const deepest = 100;
/** Files of one folder with all that is in it. */
const mostFiles = 100_000;

/**
 * The files that were named and those in the folders that were named, in their order, within a folder by name. Whatever
 * is in a folder is read, for names of reports say little; only hidden files are passed over.
 */
export async function* sourcesOf(
  openings: readonly Opening[],
  platform: ClientPlatform,
): AsyncGenerator<Source | Unread> {
  for (const opening of openings) {
    if (!('uri' in opening)) {
      yield droppedSource(opening.name, opening.bytes);
      continue;
    }
    const { uri } = opening;
    const name = nameOf(uri);
    let type: vscode.FileType;
    try {
      ({ type } = await vscode.workspace.fs.stat(uri));
    } catch (problem) {
      yield { name, reason: reasonOf(problem) };
      continue;
    }
    if ((type & vscode.FileType.Directory) !== 0) yield* folder(uri, name, platform);
    // A device or a pipe would never end.
    else if ((type & vscode.FileType.File) === 0) yield { name, reason: reasonOf(noFile()) };
    else yield fileSource(uri, name, platform);
  }
}

interface Entry {
  readonly uri: vscode.Uri;
  readonly name: string;
  /** The path without links, where that can be told. */
  readonly real: string | undefined;
  readonly depth: number;
}

async function* folder(
  root: vscode.Uri,
  rootName: string,
  platform: ClientPlatform,
): AsyncGenerator<Source | Unread> {
  const realOf = async (uri: vscode.Uri): Promise<string | undefined> =>
    uri.scheme !== 'file'
      ? undefined
      : platform.realPath?.(uri.fsPath).then(
          (path) => path.replaceAll('\\', '/'),
          () => undefined,
        );
  // What is met by several ways, by links, is read once; links also may lead in a circle.
  const met = new Set<string>();
  let files = 0;

  async function* search({ uri, name, real, depth }: Entry): AsyncGenerator<Source | Unread> {
    if (depth > deepest) {
      yield { name, reason: vscode.l10n.t('Folders are nested too deeply.') };
      return;
    }
    let inside: [string, vscode.FileType][];
    try {
      inside = await vscode.workspace.fs.readDirectory(uri);
    } catch (problem) {
      yield { name, reason: reasonOf(problem) };
      return;
    }
    for (const [entry, type] of inside.sort(byName)) {
      if (entry.startsWith('.') || skipped.has(entry)) continue;
      const child = vscode.Uri.joinPath(uri, entry);
      const linked = (type & vscode.FileType.SymbolicLink) !== 0;
      const reached = linked ? await realOf(child) : real && `${real}/${entry}`;
      // A link whose end is not known would be followed for ever, or counted twice.
      if (linked && reached === undefined) continue;
      if (reached !== undefined) {
        if (met.has(reached)) continue;
        met.add(reached);
      }
      const childName = `${name}/${entry}`;
      if ((type & vscode.FileType.Directory) !== 0) {
        yield* search({ uri: child, name: childName, real: reached, depth: depth + 1 });
      } else if ((type & vscode.FileType.File) !== 0) {
        if (++files > mostFiles) return;
        yield fileSource(child, childName, platform);
      }
      if (files > mostFiles) return;
    }
  }

  const real = await realOf(root);
  if (real !== undefined) met.add(real);
  yield* search({ uri: root, name: rootName, real, depth: 0 });
  if (files === 0) yield { name: rootName, reason: vscode.l10n.t('There is no file in the folder.') };
  if (files > mostFiles) {
    const most = mostFiles.toLocaleString(vscode.env.language);
    const reason = vscode.l10n.t('The folder has more than {0} files; the others were not opened.', most);
    yield { name: rootName, reason };
  }
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fileSource(uri: vscode.Uri, name: string, platform: ClientPlatform): Source {
  const key = uri.toString();
  const { small, pieces, slice } = platform;
  /** Size and time of the last change when it was read. */
  let stamp = '';
  if (uri.scheme === 'file' && small !== undefined && pieces !== undefined && slice !== undefined) {
    return {
      name,
      key,
      async small(most) {
        const { size, modified, bytes } = await small(uri.fsPath, most);
        stamp = `${size} ${modified}`;
        return bytes;
      },
      async again(from, length) {
        const { size, modified, bytes } = await slice(uri.fsPath, from, length);
        return stamp === `${size} ${modified}` ? { bytes, more: from + bytes.length < size } : undefined;
      },
      pieces: () => pieces(uri.fsPath, pieceLength, firstLength),
    };
  }
  const whole = async (): Promise<Uint8Array> => own(await vscode.workspace.fs.readFile(uri));
  return {
    name,
    key,
    async small(most) {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      stamp = `${size} ${mtime}`;
      return size <= most ? whole() : undefined;
    },
    async again(from, length) {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      return stamp === `${size} ${mtime}` ? sliceOf(await whole(), from, length) : undefined;
    },
    pieces: () => cut(whole),
  };
}

function droppedSource(name: string, bytes: () => PromiseLike<Uint8Array>): Source {
  const whole = async (): Promise<Uint8Array> => own(await bytes());
  return {
    name,
    key: undefined,
    async small(most) {
      const all = await whole();
      return all.length <= most ? all : undefined;
    },
    again: async (from, length) => sliceOf(await whole(), from, length),
    pieces: () => cut(whole),
  };
}

async function* cut(whole: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = await whole();
  let at = 0;
  for (let length = firstLength; at < bytes.length; at += length, length = pieceLength) {
    yield bytes.slice(at, at + length);
  }
}

function sliceOf(bytes: Uint8Array, from: number, length: number): Slice {
  return { bytes: bytes.slice(from, from + length), more: from + length < bytes.length };
}

/** A copy in memory of its own: what lies beside the bytes, or is a Buffer, does not go well into the page. */
function own(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

function noFile(): Error {
  return new Error(vscode.l10n.t('neither a file nor a folder'));
}

/** Why a file cannot be read, as a sentence. */
export function reasonOf(problem: unknown): string {
  const reason = problem instanceof Error ? problem.message : String(problem);
  return vscode.l10n.t('The file could not be read: {0}', reason);
}

/** The last part of a path. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.replace(/\/+$/, '').replace(/^.*\//, '');
}
