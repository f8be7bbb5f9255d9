import * as vscode from 'vscode';
import {
  NAMED_FILES,
  type ConfigurationText,
  type NamedFilesParams,
  type NamedFilesResult,
} from '../../core/namedFilesProtocol';
import { isOurs } from '../languages';
import type { ServerControl } from '../server';
import { comparable, readFiles, readWithChanges } from '../workspaceFiles';

/** The configurations that name files whose own names do not say what they are. */
const CONFIGURATIONS = '**/{main.cf,master.cf,opendkim.conf,opendmarc.conf}';
const NAMING = ['postfix-main', 'postfix-master', 'opendkim', 'opendmarc'];

const MOST_FILES = 50;

/**
 * Makes lookup tables, key tables and host lists of documents that VS Code takes for plain text, where a configuration
 * that is open or lies in the workspace names them; those of milters also by the name of the file alone, wherever it lies.
 */
export function registerNamedFiles(context: vscode.ExtensionContext, server: ServerControl): void {
  let named: ReadonlyMap<string, string> = new Map();
  /** By the names of the files without folders. */
  let byName: ReadonlyMap<string, string> = new Map();
  /** A language is proposed once: who chooses another one has decided. */
  const proposed = new Set<string>();

  const look = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    if (document.languageId !== 'plaintext' || proposed.has(key)) return;
    const { path } = document.uri;
    const language = named.get(comparable(document.uri)) ?? byName.get(path.slice(path.lastIndexOf('/') + 1));
    if (language === undefined || !isOurs(language)) return;
    proposed.add(key);
    // A document may be gone by now.
    void vscode.languages.setTextDocumentLanguage(document, language).then(undefined, () => undefined);
  };

  const readConfigurations = async (): Promise<void> => {
    const open = vscode.workspace.textDocuments.filter(({ languageId }) => NAMING.includes(languageId));
    const uris = await vscode.workspace.findFiles(CONFIGURATIONS, '**/node_modules/**', MOST_FILES);
    const texts = new Map<string, ConfigurationText>();
    for (const file of await readFiles(uris)) texts.set(file.uri, file);
    // What is open in the editor counts in place of the file.
    for (const document of open) {
      const uri = document.uri.toString();
      texts.set(uri, { uri, text: document.getText(), open: document.languageId });
    }
    if (texts.size === 0 && named.size + byName.size === 0) return;
    const params: NamedFilesParams = { files: [...texts.values()] };
    const { files, names } = await server.request<NamedFilesResult>(NAMED_FILES, params);
    named = new Map(files.map(({ uri, language }) => [comparable(vscode.Uri.parse(uri)), language]));
    byName = new Map(names.map(({ name, language }) => [name, language]));
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
