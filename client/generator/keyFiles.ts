import * as vscode from 'vscode';
import { REPOSITORIES } from '../../core/generator/repositories';
import type { ClientPlatform, Written } from '../platform';

/** How private keys are kept. Only Node can set the mode of a file, so that its owner alone can read it. */
export interface KeyFiles {
  /** Whether a file at this place comes to be readable for its owner alone. */
  restricts(place: vscode.Uri): boolean;
  /** Where a new key is proposed to go: outside of what is open, which mostly is under version control. */
  readonly home: vscode.Uri | undefined;
  /** What is under version control around a file; what cannot be told counts as if it were. */
  repositoryAround(place: vscode.Uri): Promise<string | undefined>;
  /** Writes a new file; one that is there is never touched. */
  write(place: vscode.Uri, text: string): Promise<Written>;
}

/** The files of private keys, by what the platform can do. */
export function keyFilesOf({ keyFiles, home }: ClientPlatform): KeyFiles {
  const local = (place: vscode.Uri) => (place.scheme === 'file' ? keyFiles : undefined);
  return {
    restricts: (place) => local(place)?.restricts === true,
    home: home === undefined ? undefined : vscode.Uri.file(home),
    repositoryAround: (place) => local(place)?.repositoryAround(place.fsPath) ?? repositoryInWorkspace(place),
    write: (place, text) => local(place)?.write(place.fsPath, text) ?? writeNew(place, text),
  };
}

async function isThere(place: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(place).then(
    () => true,
    () => false,
  );
}

async function repositoryInWorkspace(place: vscode.Uri): Promise<string | undefined> {
  // A repository on the web has no folder that would show it.
  if (place.scheme !== 'file') return place.with({ path: '/' }).toString(true);
  for (let folder = vscode.Uri.joinPath(place, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    for (const name of REPOSITORIES) {
      if (await isThere(vscode.Uri.joinPath(folder, name))) return folder.fsPath;
    }
    if (folder.path === vscode.Uri.joinPath(folder, '..').path) return undefined;
  }
}

async function writeNew(place: vscode.Uri, text: string): Promise<Written> {
  if (await isThere(place)) return 'exists';
  try {
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(text));
    return 'written';
  } catch (problem) {
    return { failed: problem instanceof vscode.FileSystemError ? problem.code : String(problem) };
  }
}
