import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { OutlineNode } from '../../core/model/editing';
import type { SourceText } from '../../core/text/sourceText';
import { toRange } from '../convert';
import type { Feature } from '../host';
import { askedInTime, locationOf } from './places';

/** How many symbols a search gives; who finds more types on. */
const mostFound = 500;

const kinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  zone: SymbolKind.Package,
  owner: SymbolKind.Namespace,
  record: SymbolKind.Field,
  directive: SymbolKind.Constant,
  setting: SymbolKind.Property,
  service: SymbolKind.Event,
};

/** `textDocument/documentSymbol`, `workspace/symbol` */
export const symbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true, workspaceSymbolProvider: true }),
  answer(host) {
    const { connection, guarded, abilities } = host;

    connection.onDocumentSymbol(async (params, token): Promise<DocumentSymbol[] | SymbolInformation[]> => {
      const here = await askedInTime(host, params.textDocument, token);
      if (here === undefined) return [];
      const { open, editing } = here;
      return guarded('outline', [], () => {
        const nodes = editing.outline?.() ?? [];
        if (abilities().nestedSymbols) return nodes.map((node) => toSymbol(node, open.text));
        return nodes.flatMap((node) => [
          { name: node.name, kind: kinds[node.kind], location: locationOf(open, node.span) },
          ...(node.children ?? []).map((child) => ({
            name: child.name,
            kind: kinds[child.kind],
            location: locationOf(open, child.span),
            containerName: node.name,
          })),
        ]);
      });
    });

    connection.onWorkspaceSymbol(({ query }, token): SymbolInformation[] =>
      guarded('symbols', [], () => {
        const found: SymbolInformation[] = [];
        for (const open of host.documents()) {
          if (found.length >= mostFound || token.isCancellationRequested) break;
          const nodes = host.service.model(open.uri)?.editing?.search?.(query, mostFound - found.length);
          for (const { name, kind, span } of nodes ?? []) {
            found.push({
              name,
              kind: kinds[kind],
              location: locationOf(open, span),
              containerName: open.fileName,
            });
          }
        }
        return found;
      }),
    );
  },
};

function toSymbol(node: OutlineNode, text: SourceText): DocumentSymbol {
  return {
    name: node.name,
    kind: kinds[node.kind],
    range: toRange(text, node.span),
    selectionRange: toRange(text, node.selection),
    ...(node.detail !== undefined && { detail: node.detail }),
    ...(node.children && { children: node.children.map((child) => toSymbol(child, text)) }),
  };
}
