import * as vscode from 'vscode';
import { NAMED_FILES, type NamedFilesParams, type NamedFilesResult } from '../../core/namedFilesProtocol';
import { isOurs } from '../languages';
import type { ServerControl } from '../server';
import { comparable, readFiles, readWithChanges } from '../workspaceFiles';

/** The configurations that name files whose own names do not say what they are. */
const CONFIGURATIONS = '**/{main.cf,master.cf,opendkim.conf,opendmarc.conf}';
const NAMING = ['postfix-main', 'postfix-master', 'opendkim', 'opendmarc'];

const MOST_FILES = 50;

/**
 * Makes lookup tables, key tables and host lists of documents that VS Code takes for plain text, where a configuration
 * that is open or lies in the workspace names them.
 */
export function registerNamedFiles(context: vscode.ExtensionContext, server: ServerControl): void {
  let named: ReadonlyMap<string, string> = new Map();
  /** A language is proposed once: who chooses another one has decided. */
  const proposed = new Set<string>();

  const look = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    if (document.languageId !== 'plaintext' || proposed.has(key)) return;
    const language = named.get(comparable(document.uri));
    if (language === undefined || !isOurs(language)) return;
    proposed.add(key);
    // A document may be gone by now.
    void vscode.languages.setTextDocumentLanguage(document, language).then(undefined, () => undefined);
  };

  const readConfigurations = async (): Promise<void> => {
    const open = vscode.workspace.textDocuments.filter(({ languageId }) => NAMING.includes(languageId));
    const uris = await vscode.workspace.findFiles(CONFIGURATIONS, '**/node_modules/**', MOST_FILES);
    const texts = new Map<string, string>();
    for (const { uri, text } of await readFiles(uris)) texts.set(uri, text);
    // What is open in the editor counts in place of the file.
    for (const document of open) texts.set(document.uri.toString(), document.getText());
    if (texts.size === 0 && named.size === 0) return;
    const params: NamedFilesParams = { files: [...texts].map(([uri, text]) => ({ uri, text })) };
    const { files } = await server.request<NamedFilesResult>(NAMED_FILES, params);
    named = new Map(files.map(({ uri, language }) => [comparable(vscode.Uri.parse(uri)), language]));
    vscode.workspace.textDocuments.forEach(look);
  };

  const later = readWithChanges(context, server, CONFIGURATIONS, readConfigurations);
  const laterFor = (document: vscode.TextDocument): void => {
    if (NAMING.includes(document.languageId)) later();
    else look(document);
  };
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(laterFor),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (NAMING.includes(document.languageId)) later();
    }),
  );
}
