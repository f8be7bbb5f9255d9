import * as vscode from 'vscode';
import type { ServerControl } from './server';

const LARGEST_FILE = 16 * 1024 * 1024;

/** The files that can be read, as text. */
export async function readFiles(uris: readonly vscode.Uri[]): Promise<{ uri: string; text: string }[]> {
  const read = await Promise.all(
    uris.map(async (uri) => {
      try {
        const { type, size } = await vscode.workspace.fs.stat(uri);
        // A device or a pipe would never end.
        if ((type & vscode.FileType.File) === 0 || size > LARGEST_FILE) return [];
        const bytes = await vscode.workspace.fs.readFile(uri);
        return [{ uri: uri.toString(), text: new TextDecoder().decode(bytes) }];
      } catch {
        // Gone meanwhile, or on the server alone.
        return [];
      }
    }),
  );
  return read.flat();
}

/** A URI in one spelling; the server writes some characters otherwise. */
export function comparable(uri: vscode.Uri): string {
  return uri.toString(true);
}

/** Milliseconds for which changes of configurations are gathered. */
const REST = 300;

/**
 * Has the configurations of the workspace read, once now and again a moment after any of them, the folders or the
 * server changed.
 * @param glob which files they are
 * @returns has them read in a moment, for changes that are seen elsewhere
 */
export function readWithChanges(
  context: vscode.ExtensionContext,
  server: ServerControl,
  glob: string,
  read: () => Promise<void>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void read().catch(() => undefined), REST);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  context.subscriptions.push(
    watcher,
    watcher.onDidCreate(later),
    watcher.onDidChange(later),
    watcher.onDidDelete(later),
    vscode.workspace.onDidChangeWorkspaceFolders(later),
    // A server that was started anew knows of nothing.
    server.onStarted(later),
    {
      dispose() {
        clearTimeout(timer);
      },
    },
  );
  later();
  return later;
}
