import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { SELECTOR } from './languages';

/** What the rest of the client may ask of the language server. */
export interface Server {
  /** Sends a request, starting the server if it does not run yet. Rejects where it cannot answer. */
  request<T>(method: string, params: unknown): Promise<T>;
  /** Hears what the server tells, in this run and all later ones. */
  onNotification(method: string, heard: (params: unknown) => void): vscode.Disposable;
  /** Called whenever a server has come up. */
  onStarted(called: () => void): vscode.Disposable;
}

/** The language server as a thing that can be started, stopped and asked. */
export interface ServerControl extends Server {
  dispose(): void;
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes a client for one run of the server: on Node it forks a process, in a browser it starts a worker. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Sets the language server up; it runs from the first `start` or `request` on. */
export function createServer(createClient: CreateClient): ServerControl {
  const log = vscode.window.createOutputChannel('Mail Auth', { log: true });
  const status = createStatus();
  const options: LanguageClientOptions = {
    documentSelector: SELECTOR,
    outputChannel: log,
    initializationOptions: {
      rulePage: 'command:mailAuth.openRulePage?%5B%22{rule}%22%5D',
      suggestCommand: 'editor.action.triggerSuggest',
      recordCommands: true,
    },
    // Hovers hold what files say, escaped; of commands only those are followed that show something.
    markdown: { isTrusted: { enabledCommands: ['mailAuth.explainRecord', 'mailAuth.checkSpf'] } },
  };
  const hearers = new Set<{ readonly method: string; readonly heard: (params: unknown) => void }>();
  const started = new vscode.EventEmitter<undefined>();
  let run: { readonly client: BaseLanguageClient; readonly started: Promise<void> } | undefined;

  const launch = () => {
    const client = createClient(options);
    for (const { method, heard } of hearers) client.onNotification(method, heard);
    status.show('starting');
    const up = client.start().then(
      () => {
        status.show('running');
        started.fire(undefined);
      },
      (problem: unknown) => {
        status.show('failed');
        tellFailure(log);
        throw problem;
      },
    );
    // Whoever needs the server awaits `started`; without anyone, the message above has said it.
    up.catch(() => undefined);
    return { client, started: up };
  };
  const stop = async () => {
    const ended = run;
    run = undefined;
    if (ended === undefined) return;
    // A client that never came up has nothing to stop, and says so by rejecting.
    await ended.started.then(() => ended.client.stop()).catch(() => undefined);
  };
  const start = () => (run ??= launch()).started;

  return {
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async request<T>(method: string, params: unknown): Promise<T> {
      const { client, started } = (run ??= launch());
      await started;
      return client.sendRequest<T>(method, params);
    },
    onNotification(method, heard) {
      const hearer = { method, heard };
      hearers.add(hearer);
      const now = run?.client.onNotification(method, heard);
      return new vscode.Disposable(() => {
        hearers.delete(hearer);
        now?.dispose();
      });
    },
    onStarted: (called) => started.event(called),
    dispose() {
      started.dispose();
      status.dispose();
      log.dispose();
    },
  };
}

function tellFailure(log: vscode.OutputChannel): void {
  const restart = vscode.l10n.t('Restart');
  const showLog = vscode.l10n.t('Show Log');
  const said = vscode.l10n.t(
    'The Mail Auth language server did not start, so nothing is checked or completed. The log says why.',
  );
  void vscode.window.showErrorMessage(said, restart, showLog).then((chosen) => {
    if (chosen === restart) void vscode.commands.executeCommand('mailAuth.restartServer');
    if (chosen === showLog) log.show(true);
  });
}

type State = 'starting' | 'running' | 'failed';

/** The entry in the language status (`{}` in the status bar) of our files. */
function createStatus(): { show(state: State): void; dispose(): void } {
  const item = vscode.languages.createLanguageStatusItem('mailAuth.server', SELECTOR);
  item.name = 'Mail Auth';
  item.command = { command: 'mailAuth.restartServer', title: vscode.l10n.t('Restart') };
  return {
    show(state) {
      item.busy = state === 'starting';
      item.severity =
        state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
      item.text = 'Mail Auth';
      item.detail = {
        starting: vscode.l10n.t('language server starting'),
        running: vscode.l10n.t('language server running'),
        failed: vscode.l10n.t('language server did not start'),
      }[state];
    },
    dispose() {
      item.dispose();
    },
  };
}
