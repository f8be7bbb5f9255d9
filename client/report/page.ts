import * as vscode from 'vscode';
import { newNonce, pageDocument } from './pageDocument';

/** The HTML of the report page; see `pageDocument`. */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const resource = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  return pageDocument({
    language: vscode.env.language,
    title: vscode.l10n.t('DMARC Reports'),
    script: resource('webview.js'),
    style: resource('webview.css'),
    worker: resource('webview.worker.js'),
    source: webview.cspSource,
    nonce: newNonce(),
  });
}

/** What a webview that shows the page may do. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
}
