import * as vscode from 'vscode';
import { namedTables } from '../../core/syntax/milterTables';

/** A configuration is looked through so far. */
const LARGEST = 1 << 18;

/**
 * Makes KeyTables, SigningTables and host lists of documents that VS Code takes for plain text, where an open
 * opendkim.conf or opendmarc.conf names a file of that name.
 */
export function registerMilterTables(context: vscode.ExtensionContext): void {
  /** A language is proposed once: who chooses another one has decided. */
  const proposed = new Set<string>();

  const look = (): void => {
    const { textDocuments } = vscode.workspace;
    const plain = textDocuments.filter(
      ({ languageId, uri }) => languageId === 'plaintext' && !proposed.has(uri.toString()),
    );
    if (plain.length === 0) return;
    const named = new Map(
      textDocuments
        .filter(({ languageId }) => languageId === 'opendkim' || languageId === 'opendmarc')
        .flatMap((document) => [...namedTables(document.getText().slice(0, LARGEST))]),
    );
    for (const document of plain) {
      const { path } = document.uri;
      const language = named.get(path.slice(path.lastIndexOf('/') + 1));
      if (language === undefined) continue;
      proposed.add(document.uri.toString());
      // A document may be gone by now.
      void vscode.languages.setTextDocumentLanguage(document, language).then(undefined, () => undefined);
    }
  };
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(look));
  look();
}
