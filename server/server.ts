import {
  DidChangeConfigurationNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { createLanguageService } from '../core/service';
import type { SourceText } from '../core/text/sourceText';
import { readAbilities, type Abilities } from './abilities';
import { diagnosticsOf, pullAnnouncer, pushAnnouncer, type Announcer } from './diagnostics';
import { documentStore, type OpenDocument } from './documents';
import { FEATURES } from './features';
import { includedFilesWatcher, tellOrigins } from './features/zoneFiles';
import type { FileReader } from './files';
import type { Host } from './host';
import { machineFolders } from './machineFolders';
import { opening } from './opening';
import { asObject, readSettings } from './settings';
import { warmUp } from './warmUp';
import { INCLUDING_LANGUAGES, zoneFiles } from './zones';
import { zoneWatch } from './zoneWatch';

declare const MAIL_AUTH_VERSION: string;

/** How long the client may take to state its settings before the defaults stand in for them. */
const settingsPatience = 3000;

/** How long typing may rest before what is drawn in other documents is asked for again. */
const viewsRest = 500;

/**
 * Serves one client over a connection (stdio, IPC, a socket, a worker's messages) until it ends.
 * All knowledge is the language service's; what is here is LSP's words for it.
 * @param files reads the files that documents include; absent where there are none to read
 */
export function serve(connection: Connection, files?: FileReader): void {
  const documents = new TextDocuments(documentStore);
  const service = createLanguageService({
    onError(rule, problem) {
      connection.console.error(`rule ${rule}: ${describe(problem)}`);
    },
  });
  let abilities: Abilities = readAbilities({ capabilities: {} });
  let announcer: Announcer | undefined;
  let stated: unknown;
  /** The text of each document that the service holds. */
  const held = new Map<string, SourceText>();
  /** The text of each document as its file holds it, as far as we are told. */
  const saved = new Map<string, SourceText>();
  /** Ends the warming up. */
  let coolDown: () => void = () => undefined;
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

  const ours = (): readonly OpenDocument[] => documents.all().filter(({ uri }) => held.has(uri));
  const zones = zoneFiles(files, service, (uri) => documents.get(uri));
  const watch = zoneWatch({
    zones,
    open: () =>
      ours().flatMap(({ uri, languageId }) => (INCLUDING_LANGUAGES.includes(languageId) ? [uri] : [])),
    isOutdated(uri) {
      const document = documents.get(uri);
      return document !== undefined && zones.isOutdated(document);
    },
    reopen(uri) {
      const document = documents.get(uri);
      if (document !== undefined) open(document);
    },
    done() {
      announcer?.everything();
      tellOrigins({ connection });
      watchIncluded();
    },
  });
  const watchIncluded = includedFilesWatcher({ connection, abilities: () => abilities, zones });

  const configure = (section: unknown): void => {
    stated = section;
    guarded('settings', undefined, () => {
      service.configure(readSettings(section));
      zones.setStated(section);
      // Before the client has said what it wants, no key is read.
      const heard = section !== undefined || !abilities.answersConfiguration;
      zones.setKeyFiles(heard && asObject(asObject(section).opendkim).readKeyFiles !== false);
      watch.restated();
    });
    announcer?.everything();
  };

  const reconfigure = (section: unknown): void => {
    configure(section);
    refreshViews();
  };

  const askSettings = async (): Promise<void> => {
    if (!abilities.answersConfiguration) return;
    const asked: Promise<unknown> = connection.workspace.getConfiguration('mailAuth');
    // A client that fails to answer, or answers nothing, leaves what stands.
    const section = await asked.catch(() => undefined);
    if (section !== undefined && section !== null) reconfigure(section);
  };

  connection.onInitialize((params): InitializeResult => {
    abilities = readAbilities(params);
    zones.setFolders((params.workspaceFolders ?? []).map(({ uri }) => uri));
    announcer = abilities.pullsDiagnostics
      ? pullAnnouncer(connection, documents, abilities)
      : pushAnnouncer(connection, documents, service, abilities, ready);
    configure(abilities.settings);
    setTimeout(settled, settingsPatience);
    coolDown = warmUp((step) => guarded('warming up', false, step));
    return {
      serverInfo: { name: 'Mail Auth', version: MAIL_AUTH_VERSION },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...promised(abilities),
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
    for (const feature of FEATURES) feature.initialized?.(host);
    void askSettings().then(settled);
  });

  connection.onDidChangeConfiguration((params) => {
    if (abilities.answersConfiguration) void askSettings();
    else reconfigure(asObject(asObject(params).settings).mailAuth);
  });

  /** Asks for what is drawn in a document again, when the answers have become others without an edit. */
  const refreshViews = (): void => {
    if (abilities.refreshesInlayHints) connection.languages.inlayHint.refresh().catch(() => undefined);
    if (abilities.refreshesTokens) connection.languages.semanticTokens.refresh().catch(() => undefined);
  };

  let viewsTimer: ReturnType<typeof setTimeout> | undefined;
  /** What was typed in one document made others be judged again. */
  const othersChanged = (): void => {
    announcer?.everything();
    clearTimeout(viewsTimer);
    viewsTimer = setTimeout(refreshViews, viewsRest);
  };

  const openings = opening({
    steps(document) {
      const { uri, languageId, text, fileName } = document;
      if (languageId === undefined) return undefined;
      const context = {
        fileName,
        saved: saved.get(uri) ?? text,
        ...(INCLUDING_LANGUAGES.includes(languageId) && zones.surroundings(document)),
        ...machineFolders(files, () => zones.folders(), document),
      };
      return service.openInSteps(uri, languageId, text, context);
    },
    attempt: (what, work) =>
      guarded(what, false, () => {
        work();
        return true;
      }),
    done(uri, text, late) {
      // What was typed meanwhile is an edit like any other.
      const newest = documents.get(uri)?.text ?? text;
      service.update(uri, newest);
      held.set(uri, newest);
      if (!late) {
        if (held.size > 1) othersChanged();
        return;
      }
      watch.changed(uri);
      watchIncluded();
      announcer?.everything();
      refreshViews();
    },
  });

  const open = (document: OpenDocument): void => {
    held.delete(document.uri);
    openings.begin(document);
  };

  documents.onDidOpen(({ document }) => {
    coolDown();
    saved.set(document.uri, document.text);
    open(document);
  });

  documents.onDidChangeContent(({ document }) => {
    const { uri, text } = document;
    // What could not be updated is read afresh: a slip of ours in one edit must not leave the file stale.
    if (held.get(uri) !== text && !openings.isUnderWay(uri)) {
      const updated = guarded(`updating ${uri}`, false, () => {
        if (!held.has(uri)) return false;
        const others = service.update(uri, text);
        held.set(uri, text);
        if (others.length > 0) othersChanged();
        return true;
      });
      if (!updated) open(document);
    }
    watch.changed(uri);
    watchIncluded();
    announcer?.changed();
  });

  documents.onDidSave(({ document: { uri, text } }) => {
    saved.set(uri, text);
    if (guarded(`saving ${uri}`, false, () => service.saved(uri))) announcer?.everything();
  });

  documents.onDidClose(({ document: { uri } }) => {
    openings.cancel(uri);
    saved.delete(uri);
    if (held.delete(uri)) {
      guarded(`closing ${uri}`, undefined, () => {
        service.close(uri);
      });
      if (held.size > 0) othersChanged();
    }
    watch.closed(uri);
    watchIncluded();
    announcer?.closed(uri);
  });

  connection.languages.diagnostics.on(async (params, token) => {
    const { uri } = params.textDocument;
    await ready;
    await openings.settled(uri);
    const items = token.isCancellationRequested
      ? []
      : guarded(`diagnostics of ${uri}`, [], () => diagnosticsOf(uri, documents, service, abilities));
    return { kind: 'full', items };
  });

  const host: Host = {
    zones,
    watch,
    connection,
    service,
    abilities: () => abilities,
    document: (uri) => (held.has(uri) ? documents.get(uri) : undefined),
    settled: (uri) => openings.settled(uri),
    documents: ours,
    section: () => stated,
    guarded,
  };
  for (const feature of FEATURES) feature.answer(host);
  documents.listen(connection);
  connection.listen();
}

/** What the features promise a client. */
function promised(abilities: Abilities): ServerCapabilities {
  return FEATURES.reduce<ServerCapabilities>(
    (sum, feature) => ({ ...sum, ...feature.capabilities?.(abilities) }),
    {},
  );
}

/** A problem with where it came from, for the log. */
function describe(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
