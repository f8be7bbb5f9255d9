import type { DocumentLink } from 'vscode-languageserver';
import { toRange } from '../convert';
import type { Feature, Host } from '../host';
import { askedInTime } from './places';

/** `textDocument/documentLink` */
export const links: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  answer(host) {
    host.connection.onDocumentLinks(async (params, token): Promise<DocumentLink[]> => {
      const here = await askedInTime(host, params.textDocument, token);
      return host.guarded('links', [], () =>
        (here?.editing.links?.() ?? []).flatMap(({ span, path }) => {
          const target = targetOf(host, here!.open.uri, path);
          return target === undefined ? [] : [{ range: toRange(here!.open.text, span), target }];
        }),
      );
    });
  },
};

/**
 * The URI of the file that a link leads to: where it was found, else where it would be.
 * @param uri the document's
 * @param by the file in which the link stands: the document, or one that it includes
 */
export function targetOf(host: Host, uri: string, path: string, by = uri): string | undefined {
  return host.zones.target(uri, path, by) ?? linkTarget(by, path);
}

/**
 * The URI of a file that a document names.
 * @param uri the document's; a path that is not absolute counts from its folder
 * @param path as written, with `/` between its parts
 */
function linkTarget(uri: string, path: string): string | undefined {
  const escaped = path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  // A drive's letter is part of a path, not a scheme.
  const written = /^[a-z]%3A\//i.test(escaped) ? `/${escaped}` : escaped;
  try {
    return written === '' ? undefined : new URL(written, uri).href;
  } catch {
    return undefined;
  }
}
