import * as vscode from 'vscode';
import type { Gathered } from './gather';

/** Milliseconds before the first word, and between two. */
const patience = 1000;
/** Fewer files are not worth a word: the page itself tells how far it is, and has a button to stop. */
const many = 100;

/**
 * Waits until work is done. While many files are still to be read, the status bar counts them, as the page may be
 * hidden.
 * @param files what is to be read
 */
export async function showProgress(work: Promise<void>, files: Gathered<unknown>): Promise<void> {
  let through = false;
  const done = work.then(() => {
    through = true;
  });
  const rest = (): Promise<unknown> =>
    Promise.race([done, new Promise((resolve) => setTimeout(resolve, patience))]);
  const over = (): boolean => through;
  // A search that has just begun does not know yet how much there is.
  do {
    await rest();
    if (over()) return;
  } while (files.left() < many);
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window }, async (progress) => {
    while (!over()) {
      const left = files.left().toLocaleString(vscode.env.language);
      progress.report({ message: vscode.l10n.t('Opening DMARC reports: {0} files left', left) });
      await rest();
    }
  });
}
