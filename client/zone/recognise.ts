import * as vscode from 'vscode';
import { beginsLikeMtaStsPolicy } from '../../core/syntax/mtaStsPolicyNames';
import { beginsLikeZone, isNameServerFile, mayBeZone } from '../../core/syntax/zoneNames';
import {
  NAME_SERVER_FILES,
  type NameServerFilesParams,
  type NameServerFilesResult,
} from '../../core/zoneProtocol';
import type { ServerControl } from '../server';
import { comparable, readFiles, readWithChanges } from '../workspaceFiles';

/** Where name servers' configurations may be; the name alone decides, so the search is for the names' beginnings. */
const CONFIGURATIONS = '**/{named,nsd,knot}.*';

/** A workspace with more configurations than this has them from elsewhere. */
const MOST_FILES = 200;

/** How deep configurations take in others. */
const DEEPEST = 5;

/** As much of a document as is looked at to tell what it is. */
const HEAD_LINES = 200;

/**
 * Makes zone files of documents that VS Code takes for plain text: those whose first lines say so, where their names
 * allow it, and those that a name server's configuration in the workspace names. Likewise MTA-STS policies, which say
 * so in their first line.
 */
export function registerRecognition(context: vscode.ExtensionContext, server: ServerControl): void {
  let named: ReadonlySet<string> = new Set();
  /** A language is proposed once: who chooses another one has decided. */
  const proposed = new Set<string>();

  const look = (document: vscode.TextDocument): void => {
    const { uri, languageId } = document;
    const key = uri.toString();
    if (languageId === 'dns-zone' || proposed.has(key)) return;
    const isNamed = named.has(comparable(uri));
    const language = isNamed ? 'dns-zone' : languageId === 'plaintext' ? looksLike(document) : undefined;
    if (language === undefined) return;
    proposed.add(key);
    // A document may be gone by now.
    void vscode.languages.setTextDocumentLanguage(document, language).then(undefined, () => undefined);
  };

  const readConfigurations = async (): Promise<void> => {
    const uris = await vscode.workspace.findFiles(CONFIGURATIONS, '**/node_modules/**', MOST_FILES);
    const files = await readFiles(
      uris.filter(({ path }) => isNameServerFile(path.slice(path.lastIndexOf('/') + 1))),
    );
    if (files.length === 0 && named.size === 0) return;
    let result = await tell(files);
    for (let depth = 0; depth < DEEPEST && result.wanted.length > 0; depth++) {
      // A configuration can name any file of this computer; those of the workspace are meant to be read.
      const wanted = result.wanted.map((uri) => vscode.Uri.parse(uri));
      const more = await readFiles(
        wanted.filter((uri) => vscode.workspace.getWorkspaceFolder(uri) !== undefined),
      );
      if (more.length === 0) break;
      files.push(...more);
      result = await tell(files);
    }
    named = new Set(result.zones.map((uri) => comparable(vscode.Uri.parse(uri))));
    vscode.workspace.textDocuments.forEach(look);
  };
  const tell = (files: NameServerFilesParams['files']): Promise<NameServerFilesResult> =>
    server.request(NAME_SERVER_FILES, { files });

  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(look));
  vscode.workspace.textDocuments.forEach(look);
  readWithChanges(context, server, CONFIGURATIONS, readConfigurations);
}

/** What the first lines of a document say that it is. */
function looksLike(document: vscode.TextDocument): 'dns-zone' | 'mta-sts-policy' | undefined {
  const { path } = document.uri;
  const head = document.getText(new vscode.Range(0, 0, HEAD_LINES, 0));
  if (mayBeZone(path.slice(path.lastIndexOf('/') + 1)) && beginsLikeZone(head)) return 'dns-zone';
  return beginsLikeMtaStsPolicy(head) ? 'mta-sts-policy' : undefined;
}
