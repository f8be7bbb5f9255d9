import * as vscode from 'vscode';

/**
 * The page's HTML: an empty body, one script with a nonce, one style sheet, and a policy that lets nothing else run
 * or load. What reports say only comes in by messages.
 */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const resource = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  const nonce = newNonce();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    // The worker's script is fetched and run from a blob, as workers of another origin are refused.
    `worker-src blob:`,
    `connect-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(vscode.l10n.t('DMARC Reports'))}</title>
<link rel="stylesheet" href="${attribute(resource('webview.css'))}">
</head>
<body data-worker="${attribute(resource('webview.worker.js'))}">
<script nonce="${nonce}" src="${attribute(resource('webview.js'))}"></script>
</body>
</html>`;
}

/** What a webview that shows the page may do. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')] };
}

function newNonce(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
