import * as vscode from 'vscode';
import {
  RESPONSIBLE_RECORD,
  type LookedFor,
  type RecordPlaceInFile,
  type ResponsibleRecord,
  type ResponsibleResult,
} from '../../../core/generator/zoneProtocol';
import { answersAt } from '../../../core/generator/answersAt';
import { revealed } from '../../../core/text/visible';
import { inWords } from '../../generator/words';
import type { Done } from '../protocol';
import type { WorkspaceZones } from './workspaceZones';
import { patiently } from './patiently';

type Found = Extract<ResponsibleResult, { readonly state: 'found' }>;
type NotFound = Extract<ResponsibleResult, { readonly state: 'missing' | 'elsewhere' }>;

/** Opens the zone file at the record that is responsible; says where it would be, and offers to make it. */
export async function goToRecord(zones: WorkspaceZones, wanted: ResponsibleRecord): Promise<Done> {
  const outcome = await patiently(lookingFor(wanted.domain), (cancel) => responsible(zones, wanted, cancel));
  if (outcome === 'cancelled') return { done: false };
  if (outcome === undefined) return { done: false, said: noAnswer() };
  if (outcome.state !== 'found') {
    offerGenerator(wanted.mechanism, outcome);
    return { done: false };
  }
  await showPlace(outcome);
  const said = outcome.said.map(inWords).join(' ');
  return { done: true, ...(said !== '' && { said }) };
}

/** What the responsible record says and where it stands; undefined where no zone file has it. Shows nothing. */
export async function findRecord(
  zones: WorkspaceZones,
  wanted: ResponsibleRecord,
): Promise<{ readonly text: string; readonly place: string } | undefined> {
  const found = await responsible(zones, wanted).catch(() => undefined);
  if (found?.state !== 'found') return undefined;
  const text = found.type === 'TXT' ? found.text : `${found.type} ${found.text}`;
  return { text, place: placeName(found) };
}

/** Asks the open zones, then those of the workspace, and then what they include. */
async function responsible(
  zones: WorkspaceZones,
  wanted: ResponsibleRecord,
  cancel?: vscode.CancellationToken,
): Promise<Found | NotFound | undefined> {
  const ask = (): Promise<ResponsibleResult | null> =>
    zones.server.request<ResponsibleResult | null>(RESPONSIBLE_RECORD, wanted);
  const found = await reaching(zones, ask, waysOn, cancel);
  return found === null || found.state === 'included' ? undefined : found;
}

function waysOn(result: ResponsibleResult | null): Way {
  if (result?.state === 'elsewhere') return { names: [result.owner] };
  return result?.state === 'included' ? { files: result.uris } : undefined;
}

/** What may lead to a better answer: zones of names that no open zone holds, files that an open zone includes. */
export type Way = { readonly names: readonly string[] } | { readonly files: readonly string[] } | undefined;

/** An alias may lead into one zone after the other. */
const MOST_STEPS = 5;

/**
 * Asks again for as long as there are files to open that may tell more.
 * @param next which these are, by an answer; undefined where it is final
 */
export async function reaching<T>(
  zones: WorkspaceZones,
  ask: () => Promise<T>,
  next: (answer: T) => Way,
  cancel?: vscode.CancellationToken,
): Promise<T> {
  let answer = await ask();
  for (let left = MOST_STEPS; left > 0 && cancel?.isCancellationRequested !== true; left--) {
    const way = next(answer);
    if (way === undefined) break;
    const more = 'names' in way ? await zones.reach(way.names, cancel) : await zones.open(way.files);
    if (!more) break;
    answer = await ask();
  }
  return answer;
}

/** What is said while files are looked through. */
export function lookingFor(domain: string): string {
  return vscode.l10n.t('Looking for the zone file of {0}…', revealed(domain));
}

export function noAnswer(): string {
  return vscode.l10n.t('The zone files cannot be asked: the language server does not answer.');
}

/** `example.com.zone, line 12`. */
export function placeName({ uri, range }: RecordPlaceInFile): string {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return vscode.l10n.t('{0}, line {1}', path, range.start.line + 1);
}

/** Shows a record in its file, selected. */
export async function showPlace({ uri, range }: RecordPlaceInFile): Promise<vscode.TextEditor | undefined> {
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await vscode.window.showTextDocument(document, {
      ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }),
      selection,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return editor;
  } catch {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file cannot be opened any more.'));
    return undefined;
  }
}

const GENERATORS = {
  spf: 'mailAuth.generate.spf',
  dkim: 'mailAuth.generate.dkim',
  dmarc: 'mailAuth.generate.dmarc',
};

/** Says that there is no record, or no zone file to look in, and offers what can be done. Waits for nobody. */
export function offerGenerator(
  mechanism: ResponsibleRecord['mechanism'],
  missing: LookedFor & Pick<NotFound, 'said'> & { readonly uri?: string },
): void {
  const { owner, uri } = missing;
  const more = missing.said.map(inWords).join(' ');
  const make = vscode.l10n.t('Generate Record…');
  const copy = vscode.l10n.t('Copy Name');
  const said =
    uri === undefined
      ? vscode.l10n.t(
          'No zone file at hand answers for {0}: open the one that does. The record is the TXT record at this name.',
          owner,
        )
      : vscode.l10n.t('The zone file has no such record: there should be a TXT record at {0}.', owner);
  const text = more === '' ? said : `${said} ${more}`;
  const offers = uri === undefined ? [copy] : [make, copy];
  void vscode.window.showWarningMessage(text, ...offers).then(async (chosen) => {
    if (chosen === copy) await vscode.env.clipboard.writeText(owner);
    if (chosen !== make || uri === undefined) return;
    // The generator puts the record into the zone of the active editor.
    await vscode.window.showTextDocument(vscode.Uri.parse(uri));
    await vscode.commands.executeCommand(GENERATORS[mechanism], answersAt(mechanism, owner));
  });
}
