// VS Code's server on a loopback port, with folders of its own that vanish with it.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Installation } from './install';

export interface ServerOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** User settings over the quiet defaults below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Without it nobody is asked whether the workspace is trusted. */
  readonly workspaceTrust?: boolean;
  /**
   * VS Code's test driver: the page reports what tests print and how they end, and a current VS Code loads development
   * extensions for it only, but shows it no notifications.
   */
  readonly automation?: boolean;
  /** An extension to be installed as users have it: a .vsix, or a folder to be taken as it stands. */
  readonly extension?: string;
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

  const places = ['--server-data-dir', join(home, 'server'), '--user-data-dir', user];
  places.push('--extensions-dir', join(home, 'extensions'));
  try {
    if (options.extension !== undefined) await installExtension(vscode, home, places, options.extension);
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }

  const guard = join(import.meta.dirname, 'guard.mjs');
  const args = [
    join(vscode.folder, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...['--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--disable-update-check'],
    ...(options.automation === true ? ['--enable-smoke-test-driver'] : []),
    ...(options.workspaceTrust === true ? [] : ['--disable-workspace-trust']),
    ...places,
  ];
  const child = spawn(vscode.node, [guard, home, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that all of it can be ended at once
    env: environment(home),
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

/** Its sockets go where they vanish with the rest. */
function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, EXTENSIONS_GALLERY: '{}', TMPDIR: home, XDG_RUNTIME_DIR: home };
}

async function installExtension(
  vscode: Installation,
  home: string,
  places: readonly string[],
  extension: string,
): Promise<void> {
  const folder = join(home, 'extensions');
  await mkdir(folder);
  if (!extension.endsWith('.vsix')) {
    // What VS Code finds in this folder when it starts for the first time counts as installed.
    await symlink(extension, join(folder, basename(extension)), 'junction');
    return;
  }
  const args = [join(vscode.folder, 'out/server-main.js'), ...places, '--accept-server-license-terms'];
  const { stdout, stderr } = await promisify(execFile)(
    vscode.node,
    [...args, '--install-extension', extension],
    { env: environment(home), timeout: 60_000 },
  );
  if (!/was successfully installed/.test(stdout)) {
    throw new Error(`VS Code does not install ${extension}:\n${stdout}\n${stderr}`);
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
