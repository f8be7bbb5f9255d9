// What the suites share. They run in Node.js and in a web worker: nothing of Node.js here, and no path assumed.
import * as vscode from 'vscode';

/** Throws where two values are not the same; objects are compared as JSON. */
export function same(actual: unknown, expected: unknown, what = 'value'): void {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== wanted) throw new Error(`${what}: ${is}, expected ${wanted}`);
}

/** Throws where a text does not hold another. */
export function contains(text: string, wanted: string): void {
  if (!text.includes(wanted)) throw new Error(`no “${wanted}” in: ${text}`);
}

/** Asks again and again until there is an answer; throws with `what` where there is none within a minute. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A file of the open folder. */
export function file(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Shows a file of the open folder in an editor. */
export async function show(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
}

/** Shows a text that is no file yet. */
export async function showNew(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Closes every editor; what was changed in them is lost. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // A next untitled document would take the name of one that is not quite gone, and its text.
  await until('closed editors', () =>
    vscode.workspace.textDocuments.some(({ isUntitled, isClosed }) => isUntitled && !isClosed)
      ? undefined
      : true,
  );
}

/** Waits for a finding about exactly this text of a document. */
export async function finding(document: vscode.TextDocument, text: string): Promise<vscode.Diagnostic> {
  return until(`a finding about “${text}” among ${ids(document)}`, () =>
    vscode.languages.getDiagnostics(document.uri).find(({ range }) => document.getText(range) === text),
  );
}

/** The ids of the rules that found something in a document. */
export function ids(document: vscode.TextDocument): string {
  return vscode.languages.getDiagnostics(document.uri).map(ruleOf).join(', ');
}

/** The id of the rule behind a finding. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The place named by the text around it, `|` where it is: `p=rej|ect`. */
export function placeOf(document: vscode.TextDocument, place: string): vscode.Position {
  const start = document.getText().indexOf(place.replace('|', ''));
  if (start < 0) throw new Error(`no “${place}” in the document`);
  return document.positionAt(start + place.indexOf('|'));
}

/** The suggestions at a place. */
export async function suggestionsAt(
  document: vscode.TextDocument,
  place: string,
): Promise<readonly vscode.CompletionItem[]> {
  return until(`suggestions at “${place}”`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      placeOf(document, place),
    );
    return items.length > 0 ? items : undefined;
  });
}

/** The label of a suggestion, without what is shown beside it. */
export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** What the hover at a place says, in Markdown. */
export async function hoverAt(document: vscode.TextDocument, place: string): Promise<string> {
  return until(`a hover at “${place}”`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, place),
    );
    const said = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    return said === '' ? undefined : said;
  });
}

/** The quick fixes for a finding. */
export async function fixesFor(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<readonly vscode.CodeAction[]> {
  return until('quick fixes', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    return actions.length > 0 ? actions : undefined;
  });
}
