import { realpath, writeFile, access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { REPOSITORIES, webKeyFiles, type KeyFiles, type Written } from '../generator/keyFiles';

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function repositoryAround(path: string): Promise<string | undefined> {
  // A link may lead into a repository.
  let folder = await realpath(dirname(path)).catch(() => dirname(path));
  for (;;) {
    for (const name of REPOSITORIES) if (await isThere(join(folder, name))) return folder;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

async function write(path: string, text: string): Promise<Written> {
  try {
    // The mode holds from the moment in which the file comes to be.
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
    return 'written';
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '?';
    return code === 'EEXIST' ? 'exists' : { failed: code };
  }
}

/** Key files on this machine; other file systems are left to VS Code. */
export const nodeKeyFiles: KeyFiles = Object.freeze({
  // Windows has lists of rights in place of a mode.
  restricts: process.platform !== 'win32',
  home: vscode.Uri.file(homedir()),
  repositoryAround: (place: vscode.Uri) =>
    place.scheme === 'file' ? repositoryAround(place.fsPath) : webKeyFiles.repositoryAround(place),
  write: (place: vscode.Uri, text: string) =>
    place.scheme === 'file' ? write(place.fsPath, text) : webKeyFiles.write(place, text),
});
