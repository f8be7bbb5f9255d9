import * as vscode from 'vscode';

/** Milliseconds after which somebody who waits is told what for. */
const QUICK = 600;

/**
 * Does what may take a while: after a moment a notification says what, and lets it be cancelled.
 * @returns `cancelled` where it was
 */
export async function patiently<T>(
  title: string,
  work: (cancel: vscode.CancellationToken) => Promise<T>,
): Promise<T | 'cancelled'> {
  const source = new vscode.CancellationTokenSource();
  const cancelled = new Promise<'cancelled'>((resolve) => {
    source.token.onCancellationRequested(() => {
      resolve('cancelled');
    });
  });
  const working = work(source.token);
  const outcome = Promise.race([working, cancelled]);
  const timer = setTimeout(() => {
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, (_, token) => {
      token.onCancellationRequested(() => {
        source.cancel();
      });
      return outcome.then(
        () => undefined,
        () => undefined,
      );
    });
  }, QUICK);
  try {
    return await outcome;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
