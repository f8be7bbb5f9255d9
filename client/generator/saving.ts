import * as vscode from 'vscode';
import type { GeneratedFile } from '../../core/generator/form';
import { dkimKeyOf } from '../../core/generator/dkimKey';
import type { WantedKey } from '../../core/generator/newKey';
import { signingLines, type SigningLines } from '../../core/generator/signing';
import type { KeyFiles } from './keyFiles';
import { makeKeyPair } from './keys';
import { pick } from './steps';
import { heading } from './words';
import { wrapped } from './wrapping';

/** Asks where a file goes, and writes it. @returns where it lies; undefined where it was not written */
export async function saveFile(file: GeneratedFile, near?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const defaultUri = near === undefined ? undefined : vscode.Uri.joinPath(near, '..', file.name);
  const place = await vscode.window.showSaveDialog({
    // Whoever takes a file that is there is asked by the dialog itself.
    ...(defaultUri !== undefined && defaultUri.scheme !== 'untitled' && { defaultUri }),
    title: file.name,
  });
  if (place === undefined) return undefined;
  try {
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(file.text));
    return place;
  } catch (problem) {
    tellUnwritten(place, problem instanceof vscode.FileSystemError ? problem.code : String(problem));
    return undefined;
  }
}

/** A pair of keys that was made; the private one lies in its file. */
export interface SavedKey {
  /** PEM of SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** Where the private key lies. */
  readonly place: vscode.Uri;
  /** What a signer needs to use it; empty where the path cannot stand in its files. */
  readonly lines: readonly SigningLines[];
  /** Whether a text holds the public key, as one does that publishes it. */
  readonly isIn: (text: string) => boolean;
  /** Removes the file where it still is what was written, and says so. */
  readonly removeAgain: () => Promise<void>;
  /** Asks whether to. */
  readonly offerRemoval: () => Promise<void>;
}

/**
 * Asks where the private key goes, makes the pair, and writes it. Before the place is agreed on, nothing is made; a file
 * that is there is never overwritten; the private key is shown nowhere.
 * @returns undefined where nothing was written
 */
export async function makeAndSaveKey(
  { keyFiles }: { readonly keyFiles: KeyFiles },
  { algorithm, domain, selector }: WantedKey,
): Promise<SavedKey | undefined> {
  const place = await placeForKey(keyFiles, `${selector}.${domain}.private`);
  if (place === undefined) return undefined;
  const title = vscode.l10n.t('Making a pair of keys');
  const pair = await vscode.window
    .withProgress({ location: vscode.ProgressLocation.Window, title }, () => makeKeyPair(algorithm))
    .then(
      (made) => made,
      () => undefined,
    );
  if (pair === undefined) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('No keys of this kind can be made here. Choose another algorithm.'),
    );
    return undefined;
  }
  const written = await keyFiles.write(place, pair.privateKey);
  if (written !== 'written') {
    if (written === 'exists') tellExists(place);
    else tellUnwritten(place, written.failed);
    return undefined;
  }
  const path = place.scheme === 'file' ? place.fsPath : '';
  const published = dkimKeyOf(pair.publicKey)?.base64 ?? pair.publicKey;
  return {
    publicKey: pair.publicKey,
    place,
    lines: signingLines({ domain, selector, path }) ?? [],
    isIn: (text) => text.replace(/["\\\s]/g, '').includes(published),
    removeAgain: () => removeAgain(place, pair.privateKey),
    offerRemoval: () => offerRemoval(place, pair.privateKey),
  };
}

/** For where the record may have been taken by hand, or the key is in use already: no file is removed unasked. */
async function offerRemoval(place: vscode.Uri, text: string): Promise<void> {
  const remove = vscode.l10n.t('Remove the File');
  const question = vscode.l10n.t(
    'The record of the private key in {0} was neither inserted nor copied. Nobody can verify what a key signs whose record is not published.',
    shownPath(place),
  );
  if ((await vscode.window.showWarningMessage(question, remove)) === remove) await removeAgain(place, text);
}

/** Nobody can verify what is signed with a key whose record is not published: its file is not left lying about. */
async function removeAgain(place: vscode.Uri, text: string): Promise<void> {
  try {
    const there = new TextDecoder().decode(await vscode.workspace.fs.readFile(place));
    // Somebody may have put something else there since.
    if (there !== text) return;
    await vscode.workspace.fs.delete(place);
  } catch (problem) {
    // Somebody took it away already, or moved it to where it is used.
    if (problem instanceof vscode.FileSystemError && problem.code === 'FileNotFound') return;
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The private key in {0} has no published record and could not be removed. Delete it.',
        shownPath(place),
      ),
    );
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0} was removed again: the record of this private key was not published.',
      shownPath(place),
    ),
  );
}

/** A place for a private key that the user agreed to; asked for again while it will not do. */
async function placeForKey(keyFiles: KeyFiles, name: string): Promise<vscode.Uri | undefined> {
  let folder = keyFiles.home ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  for (;;) {
    const place = await vscode.window.showSaveDialog({
      ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
      title: vscode.l10n.t('Where should the private key go?'),
      saveLabel: vscode.l10n.t('Save Private Key'),
    });
    if (place === undefined) return undefined;
    folder = vscode.Uri.joinPath(place, '..');
    if (await isThere(place)) {
      tellExists(place);
      continue;
    }
    const doubts = await doubtsAbout(keyFiles, place);
    if (doubts.length === 0) return place;
    const chosen = await askAnyway(doubts);
    if (chosen === 'save') return place;
    if (chosen !== 'other') return undefined;
  }
}

/** Asks about a place that a private key should rather not have. */
async function askAnyway(doubts: readonly string[]): Promise<'save' | 'other' | undefined> {
  const other: vscode.QuickPickItem = { label: `$(arrow-left) ${vscode.l10n.t('Choose Another Place')}` };
  const save: vscode.QuickPickItem = { label: `$(warning) ${vscode.l10n.t('Save There Anyway')}` };
  const lines = doubts.flatMap((doubt) => [heading(''), ...wrapped(doubt).map((label) => ({ label }))]);
  const frame = { title: vscode.l10n.t('Where should the private key go?'), back: true };
  for (;;) {
    const question = vscode.l10n.t('Should the private key really go there?');
    const end = await pick([other, save, ...lines], frame, question);
    if (end.kind !== 'answer') return end.kind === 'back' ? 'other' : undefined;
    if (end.value === other) return 'other';
    if (end.value === save) return 'save';
  }
}

async function doubtsAbout(keyFiles: KeyFiles, place: vscode.Uri): Promise<string[]> {
  const doubts: string[] = [];
  const repository = await keyFiles.repositoryAround(place);
  if (repository !== undefined) {
    doubts.push(
      vscode.l10n.t(
        '{0} is under version control: whoever gets hold of the repository gets the key and can sign in the domain’s name.',
        repository,
      ),
    );
  }
  if (!keyFiles.restricts(place)) {
    doubts.push(
      vscode.l10n.t(
        'The file cannot be limited to its owner from here. See to it that nobody else can read it (mode 0600).',
      ),
    );
  }
  return doubts;
}

async function isThere(place: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(place).then(
    () => true,
    () => false,
  );
}

function shownPath(place: vscode.Uri): string {
  return place.scheme === 'file' ? place.fsPath : place.toString(true);
}

function tellExists(place: vscode.Uri): void {
  void vscode.window.showErrorMessage(
    vscode.l10n.t('{0} is there already; a private key never takes the place of a file.', shownPath(place)),
  );
}

function tellUnwritten(place: vscode.Uri, code: string): void {
  void vscode.window.showErrorMessage(vscode.l10n.t('{0} cannot be written ({1}).', shownPath(place), code));
}
