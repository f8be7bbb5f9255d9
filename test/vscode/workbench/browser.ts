// Finds the browser that shows the workbench: named, installed, installable from Debian, or out of a package.
import { execFile } from 'node:child_process';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { cached, unpack } from './cache';
import { chromiumPin } from './pins';

const run = promisify(execFile);

export interface FoundBrowser {
  readonly path: string;
  /** Why this one, for people. */
  readonly why: string;
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * Finds a browser, installing one where there is none; throws where that fails as well.
 * @param say is told what is being installed, as that takes a while
 */
export async function findBrowser(say: (line: string) => void = () => undefined): Promise<FoundBrowser> {
  for (const variable of ['MAIL_AUTH_BROWSER', 'CHROME_PATH']) {
    const path = process.env[variable];
    if (path === undefined || path === '') continue;
    if (!(await executable(path))) throw new Error(`${variable} names ${path}, which cannot be run`);
    return { path, why: `named by ${variable}` };
  }
  const installed = await installedBrowser();
  if (installed !== undefined) return { path: installed, why: 'installed on this machine' };
  const fromDebian = await debianBrowser(say).catch((error: unknown) => {
    say(`Debian's chromium could not be installed: ${firstLine(error)}`);
    return undefined;
  });
  if (fromDebian !== undefined) return { path: fromDebian, why: "installed just now from Debian's package" };
  return { path: await packagedBrowser(say), why: `out of the npm package ${chromiumPin.name}` };
}

/** Starts a browser without a window; the caller closes it. It ends with this process in any case. */
export async function launchBrowser(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: [
      '--no-sandbox', // root, as in containers, cannot have one; only our own server's pages are shown
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function executable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function installedBrowser(): Promise<string | undefined> {
  return (
    (await onPath(names)) ?? (process.platform === 'darwin' ? await firstProgram(macApplications) : undefined)
  );
}

/** The first of the programs that is on the PATH, by its path. */
export async function onPath(programs: readonly string[]): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return firstProgram(programs.flatMap((name) => folders.map((folder) => join(folder, name))));
}

async function firstProgram(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if ((await executable(path)) && (await stat(path)).isFile()) return path;
  }
  return undefined;
}

async function debianBrowser(say: (line: string) => void): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const aptGet = await onPath(['apt-get']);
  if (aptGet === undefined) return undefined;
  say("no browser is installed: installing Debian's chromium…");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    run(aptGet, ['-qq', ...args], { env, timeout: 240_000, maxBuffer: 1 << 26 });
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', 'chromium');
  // Pictures with Japanese want its glyphs; the tests do not.
  await apt('install', '-y', '--no-install-recommends', 'fonts-noto-cjk').catch((error: unknown) => {
    say(`without Japanese glyphs: ${firstLine(error)}`);
  });
  return installedBrowser();
}

/** The packaged chromium expects its libraries beside it; a start script says where they and a font are. */
async function packagedBrowser(say: (line: string) => void): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no browser found: install chromium, or name one in MAIL_AUTH_BROWSER');
  }
  const folder = await cached(`chromium-${chromiumPin.version}`, async (place) => {
    say(`no browser is installed: taking the one in ${chromiumPin.name}…`);
    await unpack(chromiumPin, place, 'package/bin');
    await inflate(join(place, 'chromium.br'), join(place, 'chrome'));
    await chmod(join(place, 'chrome'), 0o755);
    for (const [archive, into] of [
      ['al2023', '.'],
      ['swiftshader', '.'],
      ['fonts', 'fonts'],
    ] as const) {
      const tar = join(place, `${archive}.tar`);
      await inflate(`${tar}.br`, tar);
      await mkdir(join(place, into), { recursive: true });
      await run('tar', ['-xf', tar, '-C', join(place, into)]);
      await rm(tar);
    }
    const script = join(place, 'chromium');
    await writeFile(script, startScript);
    await chmod(script, 0o755);
  });
  return join(folder, 'chromium');
}

const startScript = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib:$here\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chrome" "$@"
`;

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
  await rm(from);
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  const text = stderr !== undefined && stderr.trim() !== '' ? stderr : message;
  return (text ?? String(error)).trim().split('\n')[0] ?? '';
}
