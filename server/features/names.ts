import type { DocumentHighlight, Location } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Occurrence } from '../../core/model/editing';
import { lineEnd, lineStart, positionAt } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import { toRange } from '../convert';
import type { OpenDocument } from '../documents';
import type { Feature, Host } from '../host';
import { linkedDocuments } from './linked';
import { targetOf } from './links';
import { asked, locationOf, offsetOf, related, type Asked } from './places';

/** How many lines around the cursor are looked through for places to mark; a client asks at each step of it. */
const nearby = 2000;

/** A list of places that nobody would read to its end. */
const mostPlaces = 20_000;

/** `textDocument/definition`, `textDocument/references`, `textDocument/documentHighlight` */
export const names: Feature = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  }),
  answer(host) {
    const { connection, guarded } = host;

    connection.onDefinition((params): Location[] =>
      guarded('definition', [], () => {
        const here = asked(host, params.textDocument);
        return here === undefined ? [] : definitions(host, here, offsetOf(here.open, params.position));
      }),
    );

    connection.onReferences((params): Location[] =>
      guarded('references', [], () => {
        const here = asked(host, params.textDocument);
        const name = here?.editing.nameAt?.(offsetOf(here.open, params.position))?.name;
        if (here === undefined || name === undefined) return [];
        const { includeDeclaration } = params.context;
        return [here, ...related(host, here), ...linkedDocuments(host, here)]
          .flatMap((place) => places(place, name, (o) => includeDeclaration || o.role === 'reference'))
          .slice(0, mostPlaces);
      }),
    );

    connection.onDocumentHighlight((params): DocumentHighlight[] =>
      guarded('highlights', [], () => {
        const here = asked(host, params.textDocument);
        if (here === undefined) return [];
        const { open, editing } = here;
        const name = editing.nameAt?.(offsetOf(open, params.position))?.name;
        if (name === undefined) return [];
        const found = editing.occurrences?.(name, around(open, params.position.line)) ?? [];
        return found.map(({ span, role }) => ({
          range: toRange(open.text, span),
          kind: role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
      }),
    );
  },
};

function definitions(host: Host, here: Asked, offset: number): Location[] {
  const { open, editing } = here;
  const own = editing.definitions?.(offset) ?? [];
  if (own.length > 0) return own.map((span) => locationOf(open, span));
  const line = positionAt(open.text, offset).line;
  const link = editing
    .links?.({ start: lineStart(open.text, line), end: lineEnd(open.text, line) })
    .find(({ span }) => span.start <= offset && offset <= span.end);
  const target = link && targetOf(host, open.uri, link.path);
  if (target !== undefined) {
    const begin = { line: 0, character: 0 };
    return [{ uri: target, range: { start: begin, end: begin } }];
  }
  const name = editing.nameAt?.(offset)?.name;
  if (name === undefined) return [];
  const isDefinition = ({ role }: Occurrence): boolean => role === 'definition';
  const elsewhere = related(host, here).flatMap((place) => places(place, name, isDefinition));
  if (elsewhere.length > 0) return elsewhere;
  return linkedDocuments(host, here).flatMap((place) => places(place, name, isDefinition));
}

function places({ open, editing }: Asked, name: string, wanted: (o: Occurrence) => boolean): Location[] {
  const found = editing.occurrences?.(name) ?? [];
  return found.filter(wanted).map(({ span }) => locationOf(open, span));
}

function around({ text }: OpenDocument, line: number): Span {
  return { start: lineStart(text, line - nearby), end: lineStart(text, line + nearby) };
}
