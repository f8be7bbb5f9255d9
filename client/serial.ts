import * as vscode from 'vscode';
import { RAISE_SERIAL, type RaiseSerialParams, type RaiseSerialResult } from '../core/zoneProtocol';
import type { Server } from './server';

/** Sets up the command that raises a zone's serial, and the raising on save for those who want it. */
export function registerSerial(context: vscode.ExtensionContext, server: Server): void {
  context.subscriptions.push(
    vscode.commands.registerTextEditorCommand('mailAuth.bumpSerial', ({ document }) => {
      void raiseSerial(server, document);
    }),
    vscode.workspace.onWillSaveTextDocument((event) => {
      const { document, reason } = event;
      if (document.languageId !== 'dns-zone' || !document.isDirty) return;
      // While VS Code saves by itself, a person is still at work: each pause would count as a version.
      if (reason !== vscode.TextDocumentSaveReason.Manual) return;
      const settings = vscode.workspace.getConfiguration('mailAuth', document);
      if (settings.get('zone.bumpSerialOnSave') !== true) return;
      event.waitUntil(
        editsOf(server, document, 'changed').then((edits) => (typeof edits === 'string' ? [] : edits)),
      );
    }),
  );
}

/** Raises the serial of an open zone file; says why, where that cannot be done. */
async function raiseSerial(server: Server, document: vscode.TextDocument): Promise<void> {
  const edits = await editsOf(server, document, 'now');
  if (typeof edits === 'string') {
    void vscode.window.showWarningMessage(edits);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  await vscode.workspace.applyEdit(edit);
}

/** The edits that raise the serial, or words that say why there are none. */
async function editsOf(
  server: Server,
  document: vscode.TextDocument,
  when: RaiseSerialParams['when'],
): Promise<vscode.TextEdit[] | string> {
  const params: RaiseSerialParams = { uri: document.uri.toString(), when };
  const result = await server.request<RaiseSerialResult | null>(RAISE_SERIAL, params).catch(() => null);
  if (result === null)
    return vscode.l10n.t('The serial was not raised: this is no zone file that Mail Auth has read.');
  if ('refused' in result) return result.refused;
  if (result.version !== document.version) {
    return vscode.l10n.t('The serial was not raised: the file has changed meanwhile. Try again.');
  }
  return result.edits.map(({ range: { start, end }, newText }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return vscode.TextEdit.replace(range, newText);
  });
}
