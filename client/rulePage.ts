import * as vscode from 'vscode';

/**
 * Opens the page of a rule, as it ships with the extension, in the Markdown preview.
 * @param rule the rule's id; anything else is passed over, since links in files can name any argument
 */
export async function openRulePage(extension: vscode.Uri, rule: unknown): Promise<void> {
  if (typeof rule !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(rule)) return;
  const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`);
  try {
    await vscode.workspace.fs.stat(page);
  } catch {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no page about the rule “{0}”.', rule));
    return;
  }
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The built-in Markdown extension can be switched off; the page's text reads well as it is.
    await vscode.commands.executeCommand('vscode.open', page);
  }
}
