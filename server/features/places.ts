import type { CancellationToken, Location, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Editing } from '../../core/model/editing';
import { sharedFolders } from '../../core/model/openDocuments';
import type { LineAndCharacter } from '../../core/text/sourceText';
import { offsetAt } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import { toRange } from '../convert';
import { whole, type OpenDocument } from '../documents';
import type { Host } from '../host';

/** A document that a question is about, with what its model answers. */
export interface Asked {
  readonly open: OpenDocument;
  readonly editing: Editing;
}

/** The document that a request names; undefined where it is not ours, or its language has no answers. */
export function asked(host: Host, { uri }: TextDocumentIdentifier): Asked | undefined {
  const open = host.document(uri);
  const editing = open && host.service.model(uri)?.editing;
  return editing && { open, editing };
}

/**
 * The same once the document is open, for answers that a client keeps (an outline, folds): it would not ask again.
 * @param cancel whether the client has lost interest meanwhile
 */
export async function askedInTime(
  host: Host,
  document: TextDocumentIdentifier,
  cancel: CancellationToken,
): Promise<Asked | undefined> {
  await host.settled(document.uri);
  return cancel.isCancellationRequested ? undefined : asked(host, document);
}

/** The other open documents that can answer. */
export function others(host: Host, uri: string): Asked[] {
  return host.documents().flatMap((open) => {
    const editing = open.uri === uri ? undefined : host.service.model(open.uri)?.editing;
    return editing === undefined ? [] : [{ open, editing }];
  });
}

/**
 * The other open documents that can mean the same by a name: of a set of files (main.cf and master.cf of one mail
 * server) only those that are of the same set.
 */
export function related(host: Host, here: Asked): Asked[] {
  const all = others(host, here.open.uri);
  if (here.editing.inSet !== true) return all;
  const scopes = new Map<string, string[]>();
  for (const { open, editing } of [here, ...all]) {
    const scope = editing.inSet === true ? editing.scope?.() : undefined;
    if (scope !== undefined) scopes.set(scope, [...(scopes.get(scope) ?? []), open.uri]);
  }
  const several = [...scopes.values()].filter((uris) => uris.length > 1);
  const own = several.map((uris) => nearest(uris, here.open.uri));
  return all.filter(
    ({ open, editing }) =>
      editing.inSet !== true ||
      several.every((uris, index) => nearest(uris, open.uri).some((uri) => own[index]!.includes(uri))),
  );
}

/** Of some documents the one itself, else those whose paths have most in common with its own. */
function nearest(uris: readonly string[], own: string): readonly string[] {
  if (uris.includes(own)) return [own];
  const most = Math.max(...uris.map((uri) => sharedFolders(uri, own)));
  return uris.filter((uri) => sharedFolders(uri, own) === most);
}

/** The offset of a position as a client sends it. */
export function offsetOf({ text }: OpenDocument, position: LineAndCharacter): number {
  return offsetAt(text, whole(position));
}

/** The span of a range as a client sends it; a reversed one is turned round. */
export function spanOf(open: OpenDocument, range: { start: LineAndCharacter; end: LineAndCharacter }): Span {
  const from = offsetOf(open, range.start);
  const to = offsetOf(open, range.end);
  return { start: Math.min(from, to), end: Math.max(from, to) };
}

/** A place of a document. */
export function locationOf({ uri, text }: OpenDocument, span: Span): Location {
  return { uri, range: toRange(text, span) };
}
