// Makes a fresh clone ready to run. Only Node's own modules here: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's own folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Ends the process with a word on it where this Node.js is older than package.json's `engines` asks. */
export function requireNode() {
  const wanted = readJson('package.json').engines.node.replace(/^>=/, '').split('.').map(Number);
  const own = process.versions.node.split('.').map(Number);
  const older = own[0] < wanted[0] || (own[0] === wanted[0] && own[1] < (wanted[1] ?? 0));
  if (!older) return;
  console.error(`Node.js ${wanted.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the dependencies where they are missing or not those of the lockfile; throws where npm fails. */
export function installDependencies() {
  const reason = whyInstall();
  if (reason === undefined) return;
  console.log(`Installing dependencies (${reason})…`);
  runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Bundles the extension into dist/. */
export function build() {
  console.log('Building…');
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the build failed');
}

function whyInstall() {
  let installed;
  try {
    installed = readJson('node_modules/.package-lock.json').packages;
  } catch {
    return 'none are there';
  }
  for (const [path, locked] of Object.entries(readJson('package-lock.json').packages)) {
    if (path === '') continue;
    const found = installed[path];
    // Packages for other systems are optional, and absent.
    if (found === undefined && locked.optional) continue;
    if (found?.version !== locked.version) return `${path.replace(/^.*node_modules\//, '')} is out of date`;
  }
  return undefined;
}

function runNpm(args) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  const shell = command === 'npm' && process.platform === 'win32';
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell,
  });
  if (error || status !== 0) throw new Error(`npm ${args[0]} failed${error ? `: ${error.message}` : ''}`);
}

function readJson(path) {
  return JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));
}
