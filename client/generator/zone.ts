import * as vscode from 'vscode';
import type { GeneratedRecord } from '../../core/generator/form';
import {
  ZONE_CONTEXT,
  type ExistingRecord,
  type ZoneContext,
  type ZoneContextParams,
} from '../../core/generator/protocol';
import { replacing, zoneLine } from '../../core/generator/publish';
import type { Server } from '../server';

/** The zone file that a record would go into: the one in the active editor. */
export function activeZone(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'dns-zone' ? document : undefined;
}

/** What the language server says of a zone; undefined where it cannot answer. */
async function contextOf(
  server: Server,
  document: vscode.TextDocument,
  owner?: string,
): Promise<ZoneContext | undefined> {
  const params: ZoneContextParams = { uri: document.uri.toString(), ...(owner !== undefined && { owner }) };
  return (await server.request<ZoneContext | null>(ZONE_CONTEXT, params).catch(() => null)) ?? undefined;
}

/** The name of the zone in the active editor, without its final dot. */
export async function zoneOrigin(server: Server): Promise<string | undefined> {
  const document = activeZone();
  const origin = document && (await contextOf(server, document))?.origin;
  return origin === undefined || origin === '.' ? undefined : origin.replace(/\.$/, '');
}

/**
 * Puts the record into a zone file, in place of one that is there if the user agrees.
 * @returns whether it is there now
 */
export async function insertRecord(
  server: Server,
  document: vscode.TextDocument,
  record: GeneratedRecord,
): Promise<boolean> {
  const found = await contextOf(server, document, record.owner);
  if (found === undefined) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The language server does not answer, so the place for the record is not known. Copy the record instead.',
      ),
    );
    return false;
  }
  const [existing] = found.existing;
  // What was asked about is what will be changed, or nothing is.
  const { version } = document;
  if (existing !== undefined && !(await agreed(existing, found.existing.length, record))) return false;
  if (document.version !== version) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file was changed meanwhile. Please try again.'));
    return false;
  }
  const { insertion } = found;
  const line = zoneLine(record, insertion);
  const edits =
    existing === undefined
      ? [
          {
            span: { start: insertion.offset, end: insertion.offset },
            text: `${insertion.breakBefore ? '\n' : ''}${line}\n`,
          },
        ]
      : replacing(record, existing);
  const change = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) {
    change.replace(
      document.uri,
      new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)),
      text,
    );
  }
  if (!(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The record could not be written into the file.'));
    return false;
  }
  const start = existing?.data.start ?? insertion.offset + (insertion.breakBefore ? 1 : 0);
  await reveal(document, start);
  return true;
}

/** Asks whether an existing record may be replaced, showing both. */
async function agreed(existing: ExistingRecord, count: number, record: GeneratedRecord): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const question =
    count > 1
      ? vscode.l10n.t('There are {0} DMARC records at this name already. Replace the first?', count)
      : vscode.l10n.t('There is a DMARC record at this name already. Replace it?');
  const detail = [vscode.l10n.t('Now:'), existing.text.trim(), '', vscode.l10n.t('New:'), record.value].join(
    '\n',
  );
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, replace)) === replace;
}

/** Shows the line that was written, with the cursor in it. */
async function reveal(document: vscode.TextDocument, offset: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const { line } = document.positionAt(offset);
  const { range } = document.lineAt(line);
  editor.selection = new vscode.Selection(range.end, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
