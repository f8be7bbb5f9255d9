import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensEdit,
} from 'vscode-languageserver';
import { SEMANTIC_TOKEN_MODIFIERS, SEMANTIC_TOKEN_TYPES, type SemanticToken } from '../../core/model/editing';
import { lineStart, positionAt, type SourceText } from '../../core/text/sourceText';
import type { Feature, Host } from '../host';
import { askedInTime, spanOf, type Asked } from './places';

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
    /** The last answer about each document, to say what changed since. */
    const kept = new Map<string, Required<SemanticTokens>>();
    let answers = 0;

    const full = async (
      params: { textDocument: { uri: string }; previousResultId?: string },
      token: CancellationToken,
    ): Promise<Answer> => {
      const { uri } = params.textDocument;
      const here = await askedInTime(host, params.textDocument, token);
      if (here === undefined || here.open.text.lineCount > mostLines) {
        kept.delete(uri);
        return null;
      }
      const tokens = await inSlices(host, here, token);
      if (tokens instanceof ResponseError) return tokens;
      const before = kept.get(uri);
      const now = { resultId: String(++answers), data: encoded(tokens, here.open.text) };
      kept.delete(uri);
      kept.set(uri, now);
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
      const known = before !== undefined && before.resultId === params.previousResultId;
      return known ? { resultId: now.resultId, edits: changes(before.data, now.data) } : now;
    };

    // The library's own handlers may not answer "nothing", which makes a client ask for what it shows.
    connection.onRequest('textDocument/semanticTokens/full', full);
    connection.onRequest('textDocument/semanticTokens/full/delta', full);
    connection.languages.semanticTokens.onRange(async (params, token): Promise<SemanticTokens> => {
      const here = await askedInTime(host, params.textDocument, token);
      return guarded('semantic tokens', { data: [] }, () => {
        if (here === undefined) return { data: [] };
        const tokens = here.editing.tokens?.(spanOf(here.open, params.range)) ?? [];
        return { data: encoded(tokens, here.open.text) };
      });
    });
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

/** Five numbers a token, its place counted from the one before (LSP 3.17, "Integer Encoding for Tokens"). */
function encoded(tokens: readonly SemanticToken[], text: SourceText): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifiers } of tokens) {
    const at = positionAt(text, span.start);
    const bits = (modifiers ?? []).reduce(
      (sum, one) => sum | (1 << SEMANTIC_TOKEN_MODIFIERS.indexOf(one)),
      0,
    );
    data.push(
      at.line - line,
      at.line === line ? at.character - character : at.character,
      span.end - span.start,
      SEMANTIC_TOKEN_TYPES.indexOf(type),
      bits,
    );
    ({ line, character } = at);
  }
  return data;
}

/** What stands between the parts that two answers have in common. */
function changes(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === now[now.length - 1 - kept]) kept++;
  if (start === before.length && start === now.length) return [];
  return [{ start, deleteCount: before.length - start - kept, data: now.slice(start, now.length - kept) }];
}
