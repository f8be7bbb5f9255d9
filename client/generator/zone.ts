import * as vscode from 'vscode';
import type { GeneratedRecord } from '../../core/generator/form';
import {
  ZONE_CONTEXT,
  type ExistingRecord,
  type ZoneContext,
  type ZoneContextParams,
} from '../../core/generator/protocol';
import { replacing, zoneLine } from '../../core/generator/publish/zone';
import type { Localized } from '../../core/text/message';
import type { Server } from '../server';
import { pick, type StepEnd } from './wizard';
import { heading, inWords, wrapped } from './words';

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
 * Puts the record into a zone file, in place of one that is there if the user agrees. Ends with Back where nothing
 * was written and something else may be done with the record.
 */
export async function insertRecord(
  server: Server,
  document: vscode.TextDocument,
  record: GeneratedRecord,
  title: Localized,
): Promise<StepEnd<void>> {
  const found = await contextOf(server, document, record.owner);
  if (found === undefined) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The language server does not answer, so the place for the record is not known. Copy the record instead.',
      ),
    );
    return { kind: 'back' };
  }
  const [existing] = found.existing;
  // What was asked about is what will be changed, or nothing is.
  const { version } = document;
  if (existing !== undefined) {
    const agreed = await askToReplace(existing, found.existing.length, record, title);
    if (agreed.kind !== 'answer') return agreed;
  }
  if (document.version !== version) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file was changed meanwhile. Please try again.'));
    return { kind: 'back' };
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
    return { kind: 'back' };
  }
  const start = existing?.data.start ?? insertion.offset + (insertion.breakBefore ? 1 : 0);
  await reveal(document, start);
  return { kind: 'answer', value: undefined };
}

/** Asks whether an existing record may be replaced, showing both. */
async function askToReplace(
  existing: ExistingRecord,
  count: number,
  record: GeneratedRecord,
  title: Localized,
): Promise<StepEnd<void>> {
  const replace: vscode.QuickPickItem = { label: `$(replace) ${vscode.l10n.t('Replace')}` };
  const question =
    count > 1
      ? vscode.l10n.t('There are {0} DMARC records at this name already. Replace the first?', count)
      : vscode.l10n.t('There is a DMARC record at this name already. Replace it?');
  const lines = (text: string): vscode.QuickPickItem[] => wrapped(text.trim()).map((label) => ({ label }));
  const items = [
    replace,
    heading(vscode.l10n.t('Now')),
    ...existing.text.split('\n').flatMap(lines),
    heading(vscode.l10n.t('New')),
    ...lines(record.value),
  ];
  const frame = { title: `${inWords(title)}: ${vscode.l10n.t('Replace')}`, back: true };
  for (;;) {
    const end = await pick(items, frame, question, replace);
    if (end.kind !== 'answer') return end;
    // The other lines only show what is at stake.
    if (end.value === replace) return { kind: 'answer', value: undefined };
  }
}

/** Shows the line that was written, with the cursor in it. */
async function reveal(document: vscode.TextDocument, offset: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const { line } = document.positionAt(offset);
  const { range } = document.lineAt(line);
  editor.selection = new vscode.Selection(range.end, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
