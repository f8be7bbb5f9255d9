import * as vscode from 'vscode';
import { pageHtml, pageOptions } from './page';
import type { FromPage, ToPage } from './protocol';

/** Bytes a message to the page: large enough to be fast, small enough that first rows come at once. */
const chunkLength = 2 * 2 ** 20;

/** A panel that shows the report page. */
export interface ReportSession {
  /** Reads the files one after the other and gives them to the page. */
  open(uris: readonly vscode.Uri[]): Promise<void>;
}

/**
 * Puts the report page into a panel.
 * @param openSamples what the page's button for sample reports does
 */
export function startSession(
  panel: vscode.WebviewPanel,
  extension: vscode.Uri,
  openSamples: (session: ReportSession) => void,
): ReportSession {
  const { webview } = panel;
  let closed = false;
  panel.onDidDispose(() => {
    closed = true;
  });
  let nextId = 1;
  const held = new Set<vscode.Uri>();
  let ready = false;
  let queue: Promise<void> = Promise.resolve();

  // A panel may be closed at any time; what is then still on its way is of no use to anybody.
  const post = async (message: ToPage): Promise<void> => {
    if (!closed) await webview.postMessage(message);
  };
  const enqueue = (uris: readonly vscode.Uri[]): Promise<void> => {
    queue = queue.then(async () => {
      await keep();
      for (const uri of uris) if (!closed) await send(uri);
    });
    return queue;
  };

  const keep = (): Promise<void> => {
    const files = [...held].map((uri) => ({ name: nameOf(uri), uri: uri.toString() }));
    return post({ type: 'kept', files });
  };
  const send = async (uri: vscode.Uri): Promise<void> => {
    const name = nameOf(uri);
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await post({ type: 'failed', name, reason: vscode.l10n.t('The file could not be read: {0}', reason) });
      return;
    }
    const id = nextId++;
    await post({ type: 'open', id, name, left: 0 });
    for (let at = 0; at < bytes.length && !closed; at += chunkLength) {
      // A copy, as plain bytes: on Node `bytes` is a Buffer, which does not survive the way into the page.
      await post({ type: 'chunk', id, bytes: new Uint8Array(bytes.subarray(at, at + chunkLength)) });
    }
    await post({ type: 'end', id });
  };

  const session: ReportSession = {
    open(uris) {
      for (const uri of uris) held.add(uri);
      return ready ? enqueue(uris) : Promise.resolve();
    },
  };

  webview.options = pageOptions(extension);
  webview.onDidReceiveMessage((message: FromPage) => {
    switch (message.type) {
      case 'ready':
        // The page says so again where it was thrown away and made anew: it then needs everything again.
        ready = true;
        void enqueue([...held]);
        return;
      case 'cleared':
        held.clear();
        return;
      case 'openSamples':
        openSamples(session);
        return;
    }
  });
  webview.html = pageHtml(webview, extension);
  return session;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
