import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { LanguageService } from '../core/service';
import type { Abilities } from './abilities';
import { toDiagnostic, type DocumentAt } from './convert';
import type { OpenDocument } from './documents';

/** VS Code shows no more of one file; the rest of a broken file would only be sent to be thrown away. */
export const mostDiagnostics = 1000;

/** How long typing may rest before findings are sent: as long as a fast typist's keys lie apart. */
const rest = 120;

/** The diagnostics of a document as they stand now; none for one that is not ours. */
export function diagnosticsOf(
  uri: string,
  documents: TextDocuments<OpenDocument>,
  service: LanguageService,
  abilities: Abilities,
): Diagnostic[] {
  const document = documents.get(uri);
  if (document?.languageId === undefined) return [];
  const at: DocumentAt = (other) => documents.get(other);
  return service
    .findings(uri, mostDiagnostics)
    .map((finding) => toDiagnostic(finding, document, abilities, at));
}

/** Tells the client that findings may have changed. */
export interface Announcer {
  /** A document was opened, changed or closed. */
  changed(): void;
  /** Settings changed: every document's findings may be others. */
  everything(): void;
  closed(uri: string): void;
}

/**
 * For a client that asks for diagnostics. It asks again by itself about what changes; what it cannot know is that
 * another document, or a setting, changed what there is to say.
 */
export function pullAnnouncer(
  connection: Connection,
  documents: TextDocuments<OpenDocument>,
  abilities: Abilities,
): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    if (!abilities.refreshesDiagnostics) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void connection.sendRequest('workspace/diagnostic/refresh').catch(() => undefined);
    }, rest);
  };
  const known = new Set<string>();
  return {
    changed() {
      // An edit is asked about by the client itself (`interFileDependencies`); a newly opened file is not.
      const uris = documents.keys();
      const grown = uris.some((uri) => !known.has(uri));
      for (const uri of uris) known.add(uri);
      if (grown && uris.length > 1) refresh();
    },
    everything: refresh,
    closed(uri) {
      known.delete(uri);
      if (known.size > 0) refresh();
    },
  };
}

/**
 * For a client that waits to be told. All open documents are looked at once typing rests (a change in one may
 * change another's findings, and what did not change is not computed again), and only what differs is sent.
 */
export function pushAnnouncer(
  connection: Connection,
  documents: TextDocuments<OpenDocument>,
  service: LanguageService,
  abilities: Abilities,
  ready: Promise<unknown>,
): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sent = new Map<string, string>();

  const publish = async () => {
    await ready;
    for (const { uri, version } of documents.all()) {
      try {
        const diagnostics = diagnosticsOf(uri, documents, service, abilities);
        const written = JSON.stringify(diagnostics);
        if (sent.get(uri) === written) continue;
        sent.set(uri, written);
        await connection.sendDiagnostics({ uri, version, diagnostics });
      } catch (problem) {
        connection.console.error(`diagnostics of ${uri}: ${String(problem)}`);
      }
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void publish(), rest);
  };
  return {
    changed: later,
    everything: later,
    closed(uri) {
      sent.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
      later();
    },
  };
}
