// A VS Code without its update server: its own server and web workbench lie, built, inside the npm package
// code-server. No compiler and no install script is needed; the few native modules are replaced below.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, npm, unpack } from './cache';
import { nodePins, ripgrepPins, targets, type Target } from './pins';

/** An installed VS Code server: its folder (with `out/server-main.js`) and the Node.js to run it with. */
export interface Installation {
  readonly target: Target;
  readonly folder: string;
  readonly node: string;
}

/**
 * The VS Code version to test with.
 * @param wanted the beginning of a version (`1.139`); without it the environment's MAIL_AUTH_VSCODE_VERSION,
 *   else the default target
 */
export function chooseTarget(wanted = process.env['MAIL_AUTH_VSCODE_VERSION']): Target {
  if (wanted === undefined || wanted === '') return targets[0];
  const found = targets.find(({ vscode }) => vscode.startsWith(wanted));
  if (found) return found;
  const known = targets.map(({ vscode }) => vscode).join(', ');
  throw new Error(`VS Code ${wanted} is not pinned here; known: ${known}`);
}

/** Installs a target into the project's cache, or finds it there. Takes seconds; throws where npm cannot. */
export async function installWorkbench(target: Target = chooseTarget()): Promise<Installation> {
  const folder = await cached(`vscode-${target.vscode}`, async (place) => {
    await unpack(target.codeServer, place, 'package/lib/vscode');
    await npm(['install', '--omit=dev'], place);
    await replaceNativeModules(place);
  });
  return { target, folder, node: await nodeFor(target) };
}

/** Our own Node.js where it is new enough, else one out of a package. */
async function nodeFor(target: Target): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= target.nodeMajor) return process.execPath;
  const pin = process.platform === 'linux' ? nodePins[process.arch] : undefined;
  if (!pin) throw new Error(`VS Code ${target.vscode} needs Node.js ${target.nodeMajor} or newer here`);
  const folder = await cached(`node-${pin.version}`, (place) => unpack(pin, place));
  return join(folder, 'bin/node');
}

async function replaceNativeModules(place: string): Promise<void> {
  const module = (name: string) => join(place, 'node_modules', name);
  // The extension host does not start without its watchdog, which would end it when its parent dies;
  // the guard does that here.
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    if (!existsSync(module(name))) continue;
    await mkdir(join(module(name), 'build/Release'), { recursive: true });
    await writeFile(join(module(name), 'build/Release/watchdog.js'), 'exports.start = () => undefined;\n');
  }
  // The log writer is optional, but each log that misses it prints a stack trace.
  await mkdir(module('@vscode/spdlog'), { recursive: true });
  await writeFile(join(module('@vscode/spdlog'), 'index.js'), silentLog);
  const ripgrep = module('@vscode/ripgrep');
  const pin = process.platform === 'linux' ? ripgrepPins[process.arch] : undefined;
  if (pin && existsSync(ripgrep) && !existsSync(join(ripgrep, 'bin'))) {
    await mkdir(join(ripgrep, 'bin'));
    await unpack(pin, join(ripgrep, 'bin'), 'package/bin');
  }
}

// One `exports.` a name: that is the form in which Node.js finds the names for an `import { … }`.
const silentLog = `
const nothing = () => undefined;
const logger = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : nothing) });
exports.version = 0;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.shutdown = nothing;
exports.createRotatingLogger = async () => logger;
exports.createAsyncRotatingLogger = async () => logger;
`;
