import * as vscode from 'vscode';
import type { RecordPlaceInFile, ZoneChange } from '../../../core/generator/zoneProtocol';
import { carryOut } from '../../generator/publish';
import { showPlace } from './record';

/**
 * Makes a change that was agreed to, in one step that can be undone at once, and shows the record.
 * @returns whether it was made; where not, it was told why
 */
export async function makeChange({ files }: ZoneChange, place: RecordPlaceInFile): Promise<boolean> {
  const open = await Promise.all(
    files.map(async ({ uri, version, edits }) => ({
      document: await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)),
      version,
      edits: edits.map(({ range: { start, end }, newText }) => {
        const range = new vscode.Range(start.line, start.character, end.line, end.character);
        return vscode.TextEdit.replace(range, newText);
      }),
    })),
  );
  const [first, ...others] = open;
  if (first === undefined) return false;
  if (others.length === 0) {
    const done = await carryOut({ ...first, replaced: [], notes: [] }, '');
    if (done === 'inserted') await showPlace(beginning(place));
    return done === 'inserted';
  }
  // The record stands in a file that the one with the serial includes.
  if (open.some(({ document, version }) => document.version !== version)) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file was changed meanwhile. Please try again.'));
    return false;
  }
  const change = new vscode.WorkspaceEdit();
  for (const { document, edits } of open) change.set(document.uri, edits);
  if (!(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The record could not be written into the file.'));
    return false;
  }
  await showPlace(beginning(place));
  return true;
}

/** Where the record begins; it may end elsewhere now. */
function beginning({ range: { start }, ...place }: RecordPlaceInFile): RecordPlaceInFile {
  return { ...place, range: { start, end: start } };
}
