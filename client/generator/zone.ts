import * as vscode from 'vscode';
import type { GeneratedRecord } from '../../core/generator/form';
import {
  PUT_RECORDS,
  ZONE_CONTEXT,
  type PutRecordsParams,
  type PutRecordsResult,
  type Replacement,
  type ZoneContext,
  type ZoneContextParams,
} from '../../core/generator/protocol';
import { revealed } from '../../core/text/visible';
import { RAISE_SERIAL, type RaiseSerialParams, type RaiseSerialResult } from '../../core/zoneProtocol';
import type { Server } from '../server';
import { showDifference } from './difference';
import { answered, pick, type StepEnd } from './steps';
import { fileName, heading, inWords } from './words';
import { wrapped } from './wrapping';

/** A zone file that is open and can be written to. */
export interface OpenZone {
  readonly document: vscode.TextDocument;
  /** The zone's name without its final dot; absent where nothing tells it. */
  readonly origin?: string;
}

/** The zone file in the active editor. */
export function activeZone(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isZoneFile(document) ? document : undefined;
}

/** Whether a document is a zone file that can be written to; what a comparison shows is none. */
function isZoneFile({ languageId, uri }: vscode.TextDocument): boolean {
  if (languageId !== 'dns-zone') return false;
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** So many open zone files are asked for their names. */
const MOST_ZONES = 50;

/** The zone files that are open, the active editor's first. */
export async function openZones(server: Server): Promise<OpenZone[]> {
  const active = activeZone();
  const visible = vscode.window.visibleTextEditors.map(({ document }) => document);
  const rank = (document: vscode.TextDocument): number =>
    document === active ? 0 : visible.includes(document) ? 1 : 2;
  const documents = vscode.workspace.textDocuments
    .filter(isZoneFile)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_ZONES);
  return Promise.all(
    documents.map(async (document) => {
      const origin = await originOf(server, document);
      return { document, ...(origin !== undefined && { origin }) };
    }),
  );
}

/** The name of a zone, without its final dot. */
async function originOf(server: Server, document: vscode.TextDocument): Promise<string | undefined> {
  const params: ZoneContextParams = { uri: document.uri.toString() };
  const context = await server.request<ZoneContext | null>(ZONE_CONTEXT, params).catch(() => null);
  const origin = context?.origin;
  return origin === undefined || origin === '.' ? undefined : origin.replace(/\.$/, '');
}

/** The open zone files in whose zone at least one of the records lies; the active editor's first. */
export async function zonesFor(server: Server, records: readonly GeneratedRecord[]): Promise<OpenZone[]> {
  const zones = await openZones(server);
  return zones.filter(({ origin }) => records.some(({ owner }) => isWithin(owner, origin)));
}

function isWithin(owner: string, origin: string | undefined): boolean {
  if (origin === undefined) return true;
  const name = `${origin.toLowerCase()}.`;
  return owner.toLowerCase() === name || owner.toLowerCase().endsWith(`.${name}`);
}

/** What a zone file would be changed to. */
export interface ZonePlan {
  readonly document: vscode.TextDocument;
  /** Of the document that the edits are for. */
  readonly version: number;
  /** The serial's among them. */
  readonly edits: readonly vscode.TextEdit[];
  /** Entries that go or change, but for the SOA record. */
  readonly replaced: readonly Pick<Replacement, 'before' | 'after'>[];
  /** What is left out and why. */
  readonly notes: readonly string[];
}

/**
 * What putting records into a zone would change; its `edits` are none where the records are there already.
 * @returns words for the user where that cannot be told
 */
export async function planFor(
  server: Server,
  document: vscode.TextDocument,
  records: readonly GeneratedRecord[],
): Promise<ZonePlan | string> {
  const params: PutRecordsParams = { uri: document.uri.toString(), records };
  const result = await server.request<PutRecordsResult | null>(PUT_RECORDS, params).catch(() => null);
  if (result === null) {
    return vscode.l10n.t(
      'The language server does not answer, so the place for the record is not known. Copy the record instead.',
    );
  }
  const { version, edits, replaced, notes } = result;
  if (version !== document.version) return changedMeanwhile();
  return {
    document,
    version,
    edits: edits.map(({ span, text }) => {
      const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
      return vscode.TextEdit.replace(range, text);
    }),
    replaced,
    notes: notes.map(inWords),
  };
}

function changedMeanwhile(): string {
  return vscode.l10n.t('The file was changed meanwhile. Please try again.');
}

/**
 * The edits that raise a zone's serial for a change that is about to be made; none where it was raised already since
 * the file was saved, or where there is no serial.
 */
export async function raisedSerial(
  server: Server,
  document: vscode.TextDocument,
): Promise<vscode.TextEdit[]> {
  const params: RaiseSerialParams = { uri: document.uri.toString(), when: 'changing' };
  const result = await server.request<RaiseSerialResult | null>(RAISE_SERIAL, params).catch(() => null);
  if (result === null || 'refused' in result || result.version !== document.version) return [];
  return result.edits.map(({ range: { start, end }, newText }) =>
    vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
  );
}

/** What became of a plan. `refused`: it was told why, and nothing was written. */
export type ZoneEnd = 'inserted' | 'unchanged' | 'refused' | 'back' | 'cancel';

/** Puts records into a zone file; where something is replaced or left out, only if the user agrees. */
export async function insertRecords(
  server: Server,
  document: vscode.TextDocument,
  records: readonly GeneratedRecord[],
  title: string,
): Promise<ZoneEnd> {
  const plan = await planFor(server, document, records);
  if (typeof plan !== 'string') return carryOut(plan, title);
  void vscode.window.showErrorMessage(plan);
  return 'refused';
}

/**
 * Changes a zone file as planned, in one step that can be undone at once, and shows the line. Where something is
 * replaced or left out, the user is asked first.
 */
export async function carryOut(plan: ZonePlan, title: string): Promise<ZoneEnd> {
  const { document, edits, notes, replaced } = plan;
  if (edits.length === 0) {
    const there = vscode.l10n.t('{0} has this already.', fileName(document.uri));
    void vscode.window.showInformationMessage(notes.length > 0 ? notes.join(' ') : there);
    return notes.length > 0 ? 'refused' : 'unchanged';
  }
  if (replaced.length > 0 || notes.length > 0) {
    const agreed = await askFor(plan, title);
    if (agreed.kind !== 'answer') return agreed.kind;
  }
  // What was asked about is what is changed, or nothing is.
  if (document.version !== plan.version) {
    void vscode.window.showErrorMessage(changedMeanwhile());
    return 'refused';
  }
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, [...edits]);
  if (!(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The record could not be written into the file.'));
    return 'refused';
  }
  await reveal(document, edits);
  return 'inserted';
}

/** Asks whether the change may be made, showing what goes and what comes. */
async function askFor(plan: ZonePlan, title: string): Promise<StepEnd<void>> {
  const { document, replaced, notes } = plan;
  const go: vscode.QuickPickItem =
    replaced.length > 0
      ? { label: `$(replace) ${vscode.l10n.t('Replace')}` }
      : { label: `$(insert) ${vscode.l10n.t('Insert the Others')}` };
  const compare: vscode.QuickPickItem = {
    label: `$(diff) ${vscode.l10n.t('Show the Difference')}`,
    detail: vscode.l10n.t('The whole file before and after, beside each other'),
  };
  const lines = (texts: readonly string[]): vscode.QuickPickItem[] =>
    texts
      .flatMap((text) => text.split('\n'))
      .flatMap((line) => wrapped(revealed(line.trim().replaceAll('\t', ' '))))
      .map((label) => ({ label }));
  const now = replaced.map(({ before }) => before);
  const then = replaced.map(({ after }) => after).filter((after) => after !== '');
  const items = [
    go,
    compare,
    ...(now.length === 0 ? [] : [heading(vscode.l10n.t('Now')), ...lines(now)]),
    ...(then.length === 0 ? [] : [heading(vscode.l10n.t('New')), ...lines(then)]),
    ...(notes.length === 0 ? [] : [heading(vscode.l10n.t('Left out')), ...lines(notes)]),
  ];
  const question =
    replaced.length > 1
      ? vscode.l10n.t('{0} records are replaced. Go ahead?', replaced.length)
      : replaced.length === 1
        ? vscode.l10n.t('A record of this kind is there already. Replace it?')
        : vscode.l10n.t('Not all records can go there. Insert the others?');
  const frame = { title: `${title}: ${vscode.l10n.t('Replace')}`, back: true };
  let close: (() => Promise<void>) | undefined;
  try {
    for (let active = go; ;) {
      const end = await pick(items, frame, question, active);
      if (end.kind !== 'answer') return end;
      if (end.value === go) return answered(undefined);
      // The other lines only show what is at stake.
      if (end.value !== compare) continue;
      close ??= await showDifference(document, plan.edits);
      active = go;
    }
  } finally {
    await close?.();
  }
}

/** Shows the first line that was written, with the cursor in it. */
async function reveal(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  // The serial is changed with almost anything, and is not what people look for.
  const isSerial = ({ newText }: vscode.TextEdit): boolean => /^\d*$/.test(newText);
  const ordered = [...edits].sort((a, b) => a.range.start.compareTo(b.range.start));
  const at = ordered.findIndex((edit) => !isSerial(edit));
  const before = ordered.slice(0, Math.max(at, 0));
  const shift = before.reduce((sum, { newText, range }) => sum + breaksIn(newText) - lineSpan(range), 0);
  const first = ordered[Math.max(at, 0)]!;
  // A text that begins with a line break stands in the line below.
  const own = /^\r?\n/.test(first.newText) ? 1 : 0;
  const line = Math.min(first.range.start.line + shift + own, document.lineCount - 1);
  const { range } = document.lineAt(line);
  // A key is longer than any window is wide: its beginning is what tells it.
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

function lineSpan({ start, end }: vscode.Range): number {
  return end.line - start.line;
}
