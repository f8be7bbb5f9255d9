/**
 * The HTML of a page in a webview, and what it may do. Pure, so that the tests show the very same in a plain browser.
 */

/** Addresses as the webview gives them, and words in the interface's language. */
export interface PageParts {
  /** BCP 47 */
  readonly language: string;
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** The worker's script, for a page that has one. */
  readonly worker?: string;
  /** From where the webview may load: a source of a Content Security Policy. */
  readonly source: string;
  /** Nobody can guess it: see `newNonce`. */
  readonly nonce: string;
}

/**
 * An empty body, one script with a nonce, one style sheet, and a policy that lets nothing else run or load. What is to
 * be shown only comes in by messages.
 */
export function pageDocument({ language, title, script, style, worker, source, nonce }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `style-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    // The worker's script is fetched and run from a blob, as workers of another origin are refused.
    ...(worker === undefined ? [] : [`worker-src blob:`, `connect-src ${source}`]),
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body${worker === undefined ? '' : ` data-worker="${attribute(worker)}"`}>
<script nonce="${nonce}" src="${attribute(script)}"></script>
</body>
</html>`;
}

/** 18 bytes of the platform's randomness in hexadecimal. */
export function newNonce(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(18));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
