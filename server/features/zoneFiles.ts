import {
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { zoneApex } from '../../core/model/zone/place';
import { isZoneModel } from '../../core/model/zone/zone';
import {
  NAME_SERVER_FILES,
  ORIGINS_CHANGED,
  ZONE_ORIGIN,
  type NameServerFilesResult,
  type ZoneOrigin,
} from '../../core/zoneProtocol';
import type { Feature, Host } from '../host';
import { asObject } from '../settings';

/** How zone files hang together: their origins, the configurations that name them, the files that they include. */
export const zoneFiles: Feature = {
  capabilities: () => ({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  initialized(host) {
    if (!host.abilities().changesFolders) return;
    host.connection.workspace.onDidChangeWorkspaceFolders(() => {
      void host.connection.workspace.getWorkspaceFolders().then(
        (folders) => {
          host.zones.setFolders((folders ?? []).map(({ uri }) => uri));
          host.watch.restated();
          host.watch.refolded();
        },
        () => undefined,
      );
    });
  },
  answer(host) {
    const { connection, service, zones, watch } = host;
    connection.onRequest(ZONE_ORIGIN, (params: unknown): ZoneOrigin | null =>
      host.guarded('origin', null, () => {
        const { uri } = asObject(params);
        const document = typeof uri === 'string' ? host.document(uri) : undefined;
        const model = document && service.model(document.uri);
        if (document === undefined || model === undefined || !isZoneModel(model)) return null;
        const origin = model.sections[0]?.context.origin ?? '.';
        const by = zones.by(document.uri);
        if (origin !== '.') return { origin, by };
        // A file that names its origin itself needs nobody else to.
        const apex = zoneApex(model);
        return { origin: apex, by: apex === '.' ? by : 'file' };
      }),
    );

    connection.onRequest(NAME_SERVER_FILES, (params: unknown): NameServerFilesResult =>
      host.guarded('configurations of name servers', { zones: [], wanted: [] }, () => {
        const { files } = asObject(params);
        const result = zones.setNameServers(
          (Array.isArray(files) ? files : []).flatMap((file: unknown) => {
            const { uri, text } = asObject(file);
            return typeof uri === 'string' && typeof text === 'string' ? [{ uri, text }] : [];
          }),
        );
        watch.restated();
        return result;
      }),
    );

    connection.onDidChangeWatchedFiles(({ changes }) => {
      host.guarded('changed files', undefined, () => {
        watch.onDisk(changes.map(({ uri }) => uri));
      });
    });
  },
};

/** Tells the client that origins may be others. */
export function tellOrigins({ connection }: Pick<Host, 'connection'>): void {
  void connection.sendNotification(ORIGINS_CHANGED).catch(() => undefined);
}

/** Keeps the client watching the files that documents include. Gives a function to call when these may be others. */
export function includedFilesWatcher({
  connection,
  abilities,
  zones,
}: Pick<Host, 'connection' | 'abilities' | 'zones'>): () => void {
  let watched = '';
  let registered: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return () => {
    if (!abilities().registersFileWatching) return;
    const names = zones.includedNames();
    const wanted = names.join('/');
    if (wanted === watched) return;
    watched = wanted;
    const watchers: FileSystemWatcher[] = names.map((name) => ({
      globPattern: `**/${name.replace(/[*?{}[\]\\,!]/g, '?')}`,
    }));
    const before = registered;
    registered = (async () => {
      (await before)?.dispose();
      if (watchers.length === 0) return undefined;
      return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    })().catch(() => undefined);
  };
}
