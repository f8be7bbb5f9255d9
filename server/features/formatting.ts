import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type FormattingOptions,
  type Range,
  type TextDocumentIdentifier,
  type TextEdit,
} from 'vscode-languageserver';
import { FORMATTED } from '../../core/languages';
import { toTextEdits } from '../convert';
import type { Feature, Host } from '../host';
import { asked, spanOf } from './places';

/** How long formatting may keep the server from other work at a time, in milliseconds. */
const patience = 20;

type Answer = TextEdit[] | ResponseError | null;

/**
 * `textDocument/formatting`, `textDocument/rangeFormatting`
 *
 * Promised only for the languages that can be formatted, where the client takes such a promise: for the others it
 * would take us for a formatter that does nothing.
 */
export const formatting: Feature = {
  capabilities: ({ registersFormatting }) =>
    registersFormatting ? {} : { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  initialized({ connection, abilities }) {
    if (!abilities().registersFormatting) return;
    const documentSelector = FORMATTED.map((language) => ({ language }));
    const { client } = connection;
    client.register(DocumentFormattingRequest.type, { documentSelector }).catch(() => undefined);
    client.register(DocumentRangeFormattingRequest.type, { documentSelector }).catch(() => undefined);
  },
  answer(host) {
    host.connection.onDocumentFormatting((params, token) =>
      formatted(host, params.textDocument, params.options, undefined, token),
    );
    host.connection.onDocumentRangeFormatting((params, token) =>
      formatted(host, params.textDocument, params.options, params.range, token),
    );
  },
};

/** The edits of a whole document or of a range, made a slice at a time, so that others get their turn. */
async function formatted(
  host: Host,
  document: TextDocumentIdentifier,
  { tabSize, insertSpaces }: FormattingOptions,
  range: Range | undefined,
  cancel: CancellationToken,
): Promise<Answer> {
  await host.settled(document.uri);
  const here = asked(host, document);
  if (here?.editing.format === undefined) return null;
  const { open, editing } = here;
  const options = { tabSize, insertSpaces };
  const batches = host.guarded('formatting', undefined, () =>
    editing.format?.(options, range && spanOf(open, range))[Symbol.iterator](),
  );
  if (batches === undefined) return null;
  const edits: TextEdit[] = [];
  for (let began = performance.now(); ;) {
    const batch = host.guarded('formatting', undefined, () => batches.next());
    if (batch === undefined) return null;
    if (batch.done === true) return edits;
    for (const edit of toTextEdits(open.text, batch.value)) edits.push(edit);
    if (performance.now() - began < patience) continue;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    began = performance.now();
    if (cancel.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (host.document(open.uri)?.text !== open.text) {
      return new ResponseError(LSPErrorCodes.ContentModified, 'the document changed');
    }
  }
}
