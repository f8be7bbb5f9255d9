import * as vscode from 'vscode';

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
