import * as vscode from 'vscode';
import { fileName } from './words';

/** Texts that only a comparison shows. */
const SCHEME = 'mail-auth-changed';

/** Puts in place what shows a file as it would be. */
export function registerDifference(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ query }) => texts.get(query) ?? '',
    }),
  );
}

const texts = new Map<string, string>();

/**
 * Shows a document as it is beside what edits would make of it.
 * @returns closes the comparison
 */
export async function showDifference(
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
): Promise<() => Promise<void>> {
  const { uri } = document;
  const query = String(Date.now());
  const changed = vscode.Uri.from({ scheme: SCHEME, path: uri.path, query });
  texts.set(query, withEdits(document, edits));
  const title = vscode.l10n.t('{0}: as it is and as it would be', fileName(uri));
  await vscode.commands.executeCommand('vscode.diff', uri, changed, title, {
    preview: true,
    preserveFocus: true,
  });
  return async () => {
    texts.delete(query);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === changed.toString(),
    );
    if (shown.length > 0) await vscode.window.tabGroups.close(shown, true);
  };
}

function withEdits(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  let text = document.getText();
  const backwards = [...edits].sort((a, b) => b.range.start.compareTo(a.range.start));
  for (const { range, newText } of backwards) {
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return text;
}
