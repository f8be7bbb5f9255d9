import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate';
import type { CreateClient, ServerControl } from './server';

/** The one thing of the web's `Worker` that is asked for here; the client's types have no DOM. */
declare const Worker: new (url: string) => { terminate(): void };

let server: ServerControl | undefined;
let worker: { terminate(): void } | undefined;

/** VS Code calls this in a browser, where extensions run in a worker. */
export function activate(context: vscode.ExtensionContext): void {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  const createClient: CreateClient = (options) => {
    // LSP's `exit` does not end a worker.
    worker?.terminate();
    const started = new Worker(script);
    worker = started;
    // The worker itself, not a function that gives it: of those the client asks `instanceof Worker`, which VS Code's
    // workers within its extension host are not.
    return new LanguageClient('mailAuth', 'Mail Auth', started, options);
  };
  server = activateWith(context, createClient, {});
}

/** VS Code waits for this before it ends the extension host. */
export async function deactivate(): Promise<void> {
  await server?.stop();
  worker?.terminate();
}
