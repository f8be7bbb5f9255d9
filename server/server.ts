import {
  DidChangeConfigurationNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Connection,
  type Hover,
  type InitializeResult,
} from 'vscode-languageserver';
import type { Expectation } from '../core/text/cursor';
import { createLanguageService } from '../core/service';
import { offsetAt, type SourceText } from '../core/text/sourceText';
import { readAbilities, type Abilities } from './abilities';
import { actionKinds, codeActions } from './actions';
import { completionDocumentation, toCompletionList, triggerCharacters } from './completion';
import { diagnosticsOf, pullAnnouncer, pushAnnouncer, type Announcer } from './diagnostics';
import { documentStore, whole, type OpenDocument } from './documents';
import { answerGenerator } from './generator';
import { toHover } from './hover';
import { asObject, readSettings } from './settings';

declare const MAIL_AUTH_VERSION: string;

/** How long the client may take to state its settings before the defaults stand in for them. */
const settingsPatience = 3000;

/**
 * Serves one client over a connection (stdio, IPC, a socket, a worker's messages) until it ends.
 * All knowledge is the language service's; what is here is LSP's words for it.
 */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(documentStore);
  const service = createLanguageService({
    onError(rule, problem) {
      connection.console.error(`rule ${rule}: ${describe(problem)}`);
    },
  });
  let abilities: Abilities = readAbilities({ capabilities: {} });
  let announcer: Announcer | undefined;
  /** The text of each document that the service holds. */
  const held = new Map<string, SourceText>();
  let settled: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (settled = resolve));

  /** A failure of ours is the log's business: the client gets the answer that says "nothing". */
  const guarded = <T>(what: string, fallback: T, work: () => T): T => {
    try {
      return work();
    } catch (problem) {
      connection.console.error(`${what}: ${describe(problem)}`);
      return fallback;
    }
  };

  const configure = (section: unknown): void => {
    guarded('settings', undefined, () => {
      service.configure(readSettings(section));
    });
    announcer?.everything();
  };

  const askSettings = async (): Promise<void> => {
    if (!abilities.answersConfiguration) return;
    const asked: Promise<unknown> = connection.workspace.getConfiguration('mailAuth');
    // A client that fails to answer, or answers nothing, leaves what stands.
    const section = await asked.catch(() => undefined);
    if (section !== undefined && section !== null) configure(section);
  };

  connection.onInitialize((params): InitializeResult => {
    abilities = readAbilities(params);
    announcer = abilities.pullsDiagnostics
      ? pullAnnouncer(connection, documents, abilities)
      : pushAnnouncer(connection, documents, service, abilities, ready);
    configure(abilities.settings);
    setTimeout(settled, settingsPatience);
    return {
      serverInfo: { name: 'Mail Auth', version: MAIL_AUTH_VERSION },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters, resolveProvider: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: actionKinds },
        ...(abilities.pullsDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'mail-auth',
                interFileDependencies: true,
                workspaceDiagnostics: false,
              },
            }
          : {}),
      },
    };
  });

  connection.onInitialized(() => {
    if (abilities.registersConfiguration) {
      const registered = connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'mailAuth',
      });
      registered.catch(() => undefined);
    }
    void askSettings().then(settled);
  });

  connection.onDidChangeConfiguration((params) => {
    if (abilities.answersConfiguration) void askSettings();
    else configure(asObject(asObject(params).settings).mailAuth);
  });

  const open = ({ uri, languageId, text, fileName }: OpenDocument): void => {
    if (languageId === undefined) return;
    guarded(`opening ${uri}`, undefined, () => {
      service.open(uri, languageId, text, { fileName });
      held.set(uri, text);
    });
  };

  documents.onDidOpen(({ document }) => {
    held.delete(document.uri);
    open(document);
  });

  documents.onDidChangeContent(({ document }) => {
    const { uri, text } = document;
    // What could not be updated is read afresh: a slip of ours in one edit must not leave the file stale.
    if (held.get(uri) !== text) {
      const updated = guarded(`updating ${uri}`, false, () => {
        if (!held.has(uri)) return false;
        service.update(uri, text);
        held.set(uri, text);
        return true;
      });
      if (!updated) open(document);
    }
    announcer?.changed();
  });

  documents.onDidClose(({ document: { uri } }) => {
    if (held.delete(uri)) {
      guarded(`closing ${uri}`, undefined, () => {
        service.close(uri);
      });
    }
    announcer?.closed(uri);
  });

  /** The document that a request is about, if the service holds it. */
  const heldDocument = (params: { textDocument: { uri: string } }): OpenDocument | undefined =>
    held.has(params.textDocument.uri) ? documents.get(params.textDocument.uri) : undefined;

  connection.languages.diagnostics.on(async (params, token) => {
    await ready;
    const { uri } = params.textDocument;
    const items = token.isCancellationRequested
      ? []
      : guarded(`diagnostics of ${uri}`, [], () => diagnosticsOf(uri, documents, service, abilities));
    return { kind: 'full', items };
  });

  /** The last list of candidates, for the questions about its documentation. */
  let offered: { readonly list: number; readonly expectation: Expectation } | undefined;

  connection.onCompletion((params): CompletionList | null =>
    guarded('completion', null, () => {
      const document = heldDocument(params);
      if (document === undefined) return null;
      const offset = offsetAt(document.text, whole(params.position));
      const expectation = service.complete(document.uri, offset);
      if (expectation === undefined || expectation.candidates.length === 0) return null;
      offered = { list: (offered?.list ?? 0) + 1, expectation };
      return toCompletionList(expectation, document.text, offset, offered.list, abilities);
    }),
  );

  connection.onCompletionResolve((item): CompletionItem =>
    guarded('completion documentation', item, () => {
      const { list, index } = asObject(item.data);
      if (offered === undefined || list !== offered.list || typeof index !== 'number') return item;
      const documentation = offered.expectation.candidates[index]?.documentation;
      if (documentation === undefined) return item;
      return { ...item, documentation: completionDocumentation(documentation, abilities) };
    }),
  );

  connection.onHover((params): Hover | null =>
    guarded('hover', null, () => {
      const document = heldDocument(params);
      if (document === undefined) return null;
      const described = service.hover(document.uri, offsetAt(document.text, whole(params.position)));
      return described === undefined ? null : toHover(described, document.text, abilities);
    }),
  );

  connection.onCodeAction((params): CodeAction[] =>
    guarded('code actions', [], () => {
      const document = heldDocument(params);
      return document === undefined ? [] : codeActions(service, document, params, abilities.locale);
    }),
  );

  answerGenerator(connection, service);
  documents.listen(connection);
  connection.listen();
}

/** A problem with where it came from, for the log. */
function describe(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
