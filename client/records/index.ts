import * as vscode from 'vscode';
import { isSpfQuestion, readSpfAnswers, spfCheckForm } from '../../core/generator/spfCheck';
import type { Answers } from '../../core/generator/form';
import type { Page } from '../../core/text/page';
import {
  CHECK_SPF,
  EXPLAIN_RECORD,
  SPF_DOMAIN,
  type CheckSpfParams,
  type CheckSpfResult,
  type ExplainRecordParams,
  type ExplainRecordResult,
  type SpfDomain,
} from '../../core/recordProtocol';
import { ask } from '../generator/wizard';
import { inWords } from '../generator/words';
import type { Server } from '../server';
import { createPagePanel, type PagePanel } from './pagePanel';

/** Puts the commands in place that show pages about records. */
export function registerRecords(context: vscode.ExtensionContext, server: Server): void {
  const checks = createPagePanel('mailAuth.spfCheck');
  const explanations = createPagePanel('mailAuth.explanation');
  context.subscriptions.push(
    checks,
    explanations,
    vscode.commands.registerCommand('mailAuth.checkSpf', (about?: unknown) =>
      checkSpf(server, checks, about),
    ),
    vscode.commands.registerCommand('mailAuth.explainRecord', (about?: unknown) =>
      explainRecord(server, explanations, about),
    ),
    vscode.commands.registerCommand('mailAuth.openPlace', openPlace),
  );
}

/** Asks for an address and a sender, and shows what SPF makes of them. Nothing happens before the last answer. */
async function checkSpf(server: Server, panel: PagePanel, about: unknown): Promise<void> {
  const { domain = await domainHere(server) } = fields(about);
  const initial: Answers = typeof domain === 'string' ? { from: domain } : {};
  await ask(
    spfCheckForm,
    initial,
    async (answers) => {
      const read = readSpfAnswers(answers);
      // What was typed first may not fit what was typed last.
      if (!isSpfQuestion(read)) {
        void vscode.window.showWarningMessage(inWords(read));
        return { kind: 'back' };
      }
      const { ip = '', from = '', helo = '' } = answers;
      await shown(panel, () => checkedPage(server, { ip, from, helo }));
      return { kind: 'answer', value: undefined };
    },
    false,
  );
}

async function checkedPage(server: Server, params: CheckSpfParams): Promise<Page | undefined> {
  const result = await server.request<CheckSpfResult | null>(CHECK_SPF, params);
  return result !== null && 'page' in result ? result.page : undefined;
}

/** The domain that the record at the cursor is about, or the zone's. */
async function domainHere(server: Server): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'dns-zone') return undefined;
  const params = { uri: editor.document.uri.toString(), position: positionOf(editor.selection.active) };
  const found = await server.request<SpfDomain | null>(SPF_DOMAIN, params).catch(() => null);
  return found?.domain;
}

/**
 * Explains the record at the cursor, or the one that a code action or link names. While the page is open it follows
 * the record through edits.
 */
async function explainRecord(server: Server, panel: PagePanel, about: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const named = fields(about);
  const uri = typeof named['uri'] === 'string' ? named['uri'] : editor?.document.uri.toString();
  let at = (named['at'] ?? (editor && positionOf(editor.selection.active))) as
    ExplainRecordParams['at'] | undefined;
  const load = async (): Promise<Page | undefined> => {
    if (uri === undefined || at === undefined) return undefined;
    const params: ExplainRecordParams = { uri, at };
    const result = await server.request<ExplainRecordResult | null>(EXPLAIN_RECORD, params);
    if (result === null) return undefined;
    at = result.record;
    return result.page;
  };
  await shown(panel, load);
}

/** Shows a page; where there is none, or nobody answers, says so. */
async function shown(panel: PagePanel, load: () => Promise<Page | undefined>): Promise<void> {
  const there = await panel.show(load).catch(() => undefined);
  if (there === true) return;
  void vscode.window.showInformationMessage(
    there === undefined
      ? vscode.l10n.t('The language server does not answer, so there is nothing to show.')
      : vscode.l10n.t('There is no record of mail authentication at the cursor.'),
  );
}

/** Shows a line of a document, in an editor that has it open already where there is one. */
async function openPlace(uri: unknown, line: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number') return;
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const at = document.lineAt(Math.max(0, Math.min(Math.trunc(line), document.lineCount - 1))).range.start;
    const editor = vscode.window.visibleTextEditors.find((open) => open.document === document);
    await vscode.window.showTextDocument(document, {
      viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(at, at),
    });
  } catch {
    void vscode.window.showInformationMessage(vscode.l10n.t('The file cannot be opened any more.'));
  }
}

function positionOf({ line, character }: vscode.Position) {
  return { line, character };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
