import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate';
import { files } from './node/files';
import { keyFiles } from './node/keyFiles';
import { names } from './node/names';
import type { ServerControl } from './server';

let server: ServerControl | undefined;

/** VS Code calls this on a desktop or a remote machine, where extensions run on Node. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const transport = TransportKind.ipc;
  server = activateWith(
    context,
    (options) =>
      new LanguageClient(
        'mailAuth',
        'Mail Auth',
        {
          run: { module, transport },
          debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
        },
        options,
      ),
    { ...files, ...names, keyFiles },
  );
}

/** VS Code waits for this before it ends the extension host. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
