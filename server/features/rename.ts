import {
  ErrorCodes,
  ResponseError,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { render, type Localized } from '../../core/text/message';
import { slice } from '../../core/text/sourceText';
import { toRange, toTextEdits } from '../convert';
import type { Feature, Host } from '../host';
import { linkedDocuments } from './linked';
import { targetOf } from './links';
import { asked, offsetOf, related, type Asked } from './places';

const nothingHere: Localized = {
  en: 'There is no name here that can be renamed.',
  ja: 'ここには名前を変更できるものがありません。',
};

/** `textDocument/prepareRename`, `textDocument/rename` */
export const rename: Feature = {
  capabilities: () => ({ renameProvider: { prepareProvider: true } }),
  answer(host) {
    const { connection, guarded, abilities } = host;

    connection.onPrepareRename((params): { range: Range; placeholder: string } | null =>
      guarded('rename', null, () => {
        const here = asked(host, params.textDocument);
        const span = here?.editing.nameAt?.(offsetOf(here.open, params.position))?.span;
        if (here?.editing.rename === undefined || span === undefined) return null;
        const { text } = here.open;
        return { range: toRange(text, span), placeholder: slice(text, span.start, span.end) };
      }),
    );

    connection.onRenameRequest((params): WorkspaceEdit | ResponseError => {
      const done = guarded('rename', undefined, () => {
        const here = asked(host, params.textDocument);
        return here && renamed(host, here, offsetOf(here.open, params.position), params.newName);
      });
      return done ?? new ResponseError(ErrorCodes.InvalidParams, nothingHere[abilities().locale]);
    });
  },
};

function renamed(
  host: Host,
  here: Asked,
  offset: number,
  to: string,
): WorkspaceEdit | ResponseError | undefined {
  const renaming = here.editing.rename?.(offset, to);
  if (renaming === undefined) return undefined;
  if ('refused' in renaming) {
    return new ResponseError(ErrorCodes.InvalidParams, render(renaming.refused, host.abilities().locale));
  }
  const changes: Record<string, TextEdit[]> = {
    [here.open.uri]: toTextEdits(here.open.text, renaming.edits),
  };
  const open = related(host, here).filter((other) => !sameThing(host, here, other));
  for (const other of [...open, ...linkedDocuments(host, here)]) {
    const edits = other.editing.renamed?.(renaming.from, renaming.to) ?? [];
    if (edits.length > 0) changes[other.open.uri] = toTextEdits(other.open.text, edits);
  }
  return { changes };
}

/** Whether two documents are two versions of one thing, such as a zone's inner and outer view: each keeps its names. */
function sameThing(host: Host, a: Asked, b: Asked): boolean {
  if (a.editing.scope?.() !== b.editing.scope?.()) return false;
  return !leadsTo(host, a, b) && !leadsTo(host, b, a);
}

function leadsTo(host: Host, from: Asked, to: Asked): boolean {
  const links = from.editing.links?.() ?? [];
  return links.some(({ path }) => targetOf(host, from.open.uri, path) === to.open.uri);
}
