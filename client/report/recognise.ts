import * as vscode from 'vscode';

/** Lines at the beginning of a text in which the root element of a report stands. */
const lines = 20;

/**
 * Tells the menus whether the text editor shows an aggregate report: its name may say nothing, as where a file was
 * dropped and VS Code opened it as text. Then the editor has a button that opens it as a report.
 */
export function registerReportTexts(context: vscode.ExtensionContext): void {
  const tell = (editor: vscode.TextEditor | undefined): void => {
    const isReport = editor !== undefined && looksLikeReport(editor.document);
    void vscode.commands.executeCommand('setContext', 'mailAuth.textIsReport', isReport);
  };
  context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(tell));
  tell(vscode.window.activeTextEditor);
}

function looksLikeReport(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'xml' && !/\.xml$/i.test(document.uri.path)) return false;
  const end = new vscode.Position(Math.min(lines, document.lineCount), 0);
  const start = document.getText(new vscode.Range(new vscode.Position(0, 0), end)).slice(0, 4096);
  // RFC 9990 puts the element into a namespace, which may have a prefix.
  return /<(?:[\w.-]+:)?feedback[\s>]/.test(start);
}
