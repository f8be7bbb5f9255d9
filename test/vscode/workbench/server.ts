// VS Code's server on a loopback port, with folders of its own that vanish with it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from './install';

export interface ServerOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** User settings over the quiet defaults below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Without it nobody is asked whether the workspace is trusted. */
  readonly workspaceTrust?: boolean;
  /** Where the page reports what tests print and how they end; needs VS Code's test driver. */
  readonly automation?: boolean;
}

export interface Server {
  readonly port: number;
  /** Ends it and removes its folders; may be called more than once. */
  stop(): Promise<void>;
  /** Settles when the server ends on its own, with what it had printed. */
  readonly ended: Promise<string>;
}

/** The web's defaults differ from the desktop's (autosave is on); these make the two alike, and quiet. */
const quietSettings = {
  'files.autoSave': 'off',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'window.autoDetectColorScheme': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
};

const startLimit = 30_000;

/** Starts the server; throws with its output where it does not listen within 30 seconds. */
export async function startServer(vscode: Installation, options: ServerOptions = {}): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), 'mail-auth-'));
  const user = join(home, 'user');
  await mkdir(join(user, 'User'), { recursive: true });
  const settings = { ...quietSettings, ...options.settings };
  await writeFile(join(user, 'User/settings.json'), JSON.stringify(settings, null, 2));

  const guard = join(import.meta.dirname, 'guard.mjs');
  const args = [
    join(vscode.folder, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...['--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--disable-update-check'],
    ...(options.automation === false ? [] : ['--enable-smoke-test-driver']),
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...['--server-data-dir', join(home, 'server'), '--user-data-dir', user],
    ...['--extensions-dir', join(home, 'extensions')],
  ];
  const child = spawn(vscode.node, [guard, home, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that all of it can be ended at once
    // Its sockets go where they vanish with the rest.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', TMPDIR: home, XDG_RUNTIME_DIR: home },
  });
  let printed = '';
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(String(error));
    });
    child.once('exit', () => {
      resolve(printed);
    });
  });
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= endGroup(child, home));

  const listening = new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve(Number(port));
      // It would otherwise go on without a port.
      const refused = /^.*\blisten (E[A-Z]+)\b.*$/m.exec(printed);
      if (refused)
        reject(new Error(`VS Code's server cannot listen: ${refused[0].replace(/^\[[\d:]+\] /, '')}`));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const timer = new AbortController();
  try {
    const port = await Promise.race([
      listening,
      ended.then((log) => Promise.reject(new Error(`VS Code's server ended while starting:\n${log}`))),
      sleep(startLimit, undefined, { signal: timer.signal }).then(() =>
        Promise.reject(new Error(`VS Code's server did not listen in time:\n${printed}`)),
      ),
    ]);
    return { port, stop, ended };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    timer.abort();
  }
}

async function endGroup(child: ChildProcess, home: string): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // the group is gone already
    }
  };
  if (child.exitCode === null && child.signalCode === null) {
    signal('SIGTERM');
    await Promise.race([gone, sleep(1000)]);
  }
  signal('SIGKILL');
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
