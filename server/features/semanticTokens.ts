import {
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  type CancellationToken,
  type SemanticTokens,
  type SemanticTokensDelta,
} from 'vscode-languageserver';
import { SEMANTIC_TOKEN_MODIFIERS, SEMANTIC_TOKEN_TYPES, type SemanticToken } from '../../core/model/editing';
import { lineStart, positionAt, type SourceText } from '../../core/text/sourceText';
import type { Feature, Host } from '../host';
import { asked, spanOf, type Asked } from './places';

/** A longer document is only looked at where the client shows it. */
const mostLines = 50_000;

/** How many lines are read in one go, before others get their turn. */
const linesAtOnce = 2000;

/** Of how many documents the last answer is kept, to say what changed since. */
const mostKept = 16;

type Answer = SemanticTokens | SemanticTokensDelta | ResponseError | null;

/** `textDocument/semanticTokens/full`, `…/full/delta`, `…/range` */
export const semanticTokens: Feature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...SEMANTIC_TOKEN_TYPES], tokenModifiers: [...SEMANTIC_TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  }),
  answer(host) {
    const { connection, guarded } = host;
    const kept = new Map<string, SemanticTokensBuilder>();

    const full = async (
      params: { textDocument: { uri: string }; previousResultId?: string },
      token: CancellationToken,
    ): Promise<Answer> => {
      const { uri } = params.textDocument;
      const here = asked(host, params.textDocument);
      if (here === undefined || here.open.text.lineCount > mostLines) {
        kept.delete(uri);
        return null;
      }
      const builder = kept.get(uri) ?? new SemanticTokensBuilder();
      kept.delete(uri);
      if (params.previousResultId === undefined) builder.build();
      else builder.previousResult(params.previousResultId);
      const tokens = await inSlices(host, here, token);
      if (tokens instanceof ResponseError) return tokens;
      for (const each of tokens) push(builder, here.open.text, each);
      kept.set(uri, builder);
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
      return params.previousResultId === undefined ? builder.build() : builder.buildEdits();
    };

    // The library's own handlers may not answer "nothing", which makes a client ask for what it shows.
    connection.onRequest('textDocument/semanticTokens/full', full);
    connection.onRequest('textDocument/semanticTokens/full/delta', full);
    connection.languages.semanticTokens.onRange((params): SemanticTokens =>
      guarded('semantic tokens', { data: [] }, () => {
        const here = asked(host, params.textDocument);
        const builder = new SemanticTokensBuilder();
        if (here === undefined) return builder.build();
        for (const each of here.editing.tokens?.(spanOf(here.open, params.range)) ?? []) {
          push(builder, here.open.text, each);
        }
        return builder.build();
      }),
    );
  },
};

/** The tokens of a whole document, read a stretch at a time; an error where the document moved on meanwhile. */
async function inSlices(
  host: Host,
  { open, editing }: Asked,
  cancel: CancellationToken,
): Promise<SemanticToken[] | ResponseError> {
  const { text, uri } = open;
  const tokens: SemanticToken[] = [];
  let done = 0;
  for (let line = 0; line < text.lineCount; line += linesAtOnce) {
    if (line > 0) await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (cancel.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (host.document(uri)?.text !== text) {
      return new ResponseError(LSPErrorCodes.ContentModified, 'the document changed');
    }
    const span = { start: lineStart(text, line), end: lineStart(text, line + linesAtOnce) };
    const slice = host.guarded('semantic tokens', [], () => editing.tokens?.(span) ?? []);
    for (const each of slice) {
      // What runs over the edge of a stretch comes with both.
      if (each.span.start < done) continue;
      tokens.push(each);
      done = each.span.end;
    }
  }
  return tokens;
}

function push(builder: SemanticTokensBuilder, text: SourceText, token: SemanticToken): void {
  const { line, character } = positionAt(text, token.span.start);
  const modifiers = (token.modifiers ?? []).reduce(
    (bits, modifier) => bits | (1 << SEMANTIC_TOKEN_MODIFIERS.indexOf(modifier)),
    0,
  );
  const length = token.span.end - token.span.start;
  builder.push(line, character, length, SEMANTIC_TOKEN_TYPES.indexOf(token.type), modifiers);
}
