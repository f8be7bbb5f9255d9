import * as vscode from 'vscode';
import type { Server } from '../../server';
import { openZones } from '../publish';
import { fileName } from '../words';
import type { ZoneFile } from './protocol';

/** The document of a zone file, opened where it is not; undefined where it cannot be, or is no zone file. */
export async function zoneDocument(uri: string): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  try {
    const document = open ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)));
    return document.languageId === 'dns-zone' ? document : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The zone files that are open.
 * @param wanted the URI of one that comes first, and is opened where it is not open: editors that a reload of the
 *   window brings back hold no document before they are looked at
 */
export async function zoneFiles(server: Server, wanted: string | undefined): Promise<readonly ZoneFile[]> {
  if (wanted !== undefined) await zoneDocument(wanted);
  const files = (await openZones(server)).map(({ document: { uri }, origin }) => ({
    uri: uri.toString(),
    name: fileName(uri),
    ...(origin !== undefined && { origin }),
  }));
  return files.sort((a, b) => Number(b.uri === wanted) - Number(a.uri === wanted));
}
