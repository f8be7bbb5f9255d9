// What happens to generated records, whoever asked for them. Nothing is written before a person agreed to it.
import * as vscode from 'vscode';
import type { GeneratedRecord } from '../../core/generator/form';
import type { Known } from '../../core/generator/known';
import { outputContext, type Output } from '../../core/generator/publish/output';
import { localeOf } from '../../core/text/message';
import type { Server } from '../server';
import type { KeyFiles } from './keyFiles';

/** What publishing needs of the window. */
export interface Doors {
  readonly server: Server;
  readonly keyFiles: KeyFiles;
}

export { factLines, knownFor, reviewed } from './circumstances';
export { keyFilesOf, type KeyFiles } from './keyFiles';
export { makeAndSaveKey, saveFile, type SavedKey } from './saving';
export {
  activeZone,
  carryOut,
  insertRecords,
  openZones,
  planFor,
  raisedSerial,
  zonesFor,
  type OpenZone,
  type ZoneEnd,
  type ZonePlan,
} from './zone';

/**
 * Records as one of the programs takes them that publish records.
 * @param known tells what they replace, and what else stands at their names
 * @param zone the name of the zone that is managed; without it, each record's own domain
 */
export function textAs(
  output: Output,
  records: readonly GeneratedRecord[],
  known: Known,
  zone?: string,
): string {
  const { records: published } = known;
  return output.write(records, {
    ...(published !== undefined && outputContext(records, published)),
    ...(zone !== undefined && { zone: zone.endsWith('.') ? zone : `${zone}.` }),
    locale: localeOf(vscode.env.language),
  });
}

/** Puts a text where it can be pasted from. */
export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied to the clipboard'), 3000);
}

/** Shows a text in an editor that has no file yet. */
export async function openText(text: string, language: string): Promise<void> {
  // A language that no extension brings would be refused.
  const languages = await vscode.languages.getLanguages();
  const known = languages.includes(language) ? language : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ content: text, language: known });
  await vscode.window.showTextDocument(document, { preview: false });
}
