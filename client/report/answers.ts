import * as vscode from 'vscode';
import type { Answers } from './link';
import type { HostQuestions } from './protocol';

/** The questions of the report page that VS Code itself answers. */
export type WindowQuestion = 'choose' | 'copy' | 'save' | 'openSetting';

/**
 * Answers of VS Code's window to a report page.
 * @param open opens in the page that asks
 */
export function windowAnswers(
  open: (uris: readonly vscode.Uri[]) => void,
): Pick<Answers<HostQuestions>, WindowQuestion> {
  return {
    async choose({ folder }) {
      const uris = await chooseReports(folder);
      if (uris.length > 0) open(uris);
      return { done: uris.length > 0 };
    },
    async copy({ text }) {
      await vscode.env.clipboard.writeText(text);
      return { done: true, said: vscode.l10n.t('Copied to the clipboard') };
    },
    save: ({ name, bytes }) => save(name, bytes),
    async openSetting({ setting }) {
      // Only settings of our own: what the page says is not taken for a search in all settings.
      if (!/^mailAuth\.[\w.]+$/.test(setting)) return { done: false };
      await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${setting}`);
      return { done: true };
    },
  };
}

/** Asks for files, or for folders; none where nothing is chosen. */
export async function chooseReports(folder: boolean): Promise<readonly vscode.Uri[]> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: true,
    canSelectFiles: !folder,
    canSelectFolders: folder,
    openLabel: folder ? vscode.l10n.t('Open Folder') : vscode.l10n.t('Open Reports'),
    title: folder ? vscode.l10n.t('Folder with DMARC Reports') : vscode.l10n.t('DMARC Reports'),
    ...(folder
      ? {}
      : {
          filters: {
            [vscode.l10n.t('DMARC Reports')]: ['xml', 'gz', 'zip', 'eml', 'mbox', 'json', 'dat'],
            [vscode.l10n.t('All files')]: ['*'],
          },
        }),
  });
  return chosen ?? [];
}

async function save(name: string, bytes: Uint8Array) {
  const safe = name.replaceAll(/[\p{C}/\\:*?"<>|]/gu, '_');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const where = folder === undefined ? vscode.Uri.file(`/${safe}`) : vscode.Uri.joinPath(folder.uri, safe);
  const uri = await vscode.window.showSaveDialog({ defaultUri: where, saveLabel: vscode.l10n.t('Export') });
  if (uri === undefined) return { done: false };
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    return { done: false, said: vscode.l10n.t('The file could not be written: {0}', reason) };
  }
  return { done: true, said: vscode.l10n.t('Saved as {0}', vscode.workspace.asRelativePath(uri)) };
}
