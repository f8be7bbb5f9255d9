// Runs the suites inside VS Code's extension host: `host.ts node` in Node.js, `host.ts web` as a web extension.
import { build } from 'esbuild';
import { runTests } from '@vscode/test-electron';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesInVsix } from '../../scripts/lib/vsix';
import { root } from '../support/shared';
import { chooseTarget } from './workbench/install';

const bundle = join(root, 'out/vscode-suite.js');

async function bundleSuites(): Promise<void> {
  const folder = join(import.meta.dirname, 'suite');
  const suites = (await readdir(folder)).filter((name) => name.endsWith('.test.ts')).sort();
  await build({
    entryPoints: [join(folder, 'index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'suites',
    // mocha's build sets `module.exports` as it loads; what VS Code shall find there comes last.
    footer: { js: 'module.exports = suites;' },
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [
      {
        name: 'all suites',
        setup(bundling) {
          bundling.onResolve({ filter: /^mail-auth-suites$/ }, () => ({ path: 'all', namespace: 'suites' }));
          bundling.onLoad({ filter: /./, namespace: 'suites' }, () => ({
            contents: suites.map((name) => `import './${name}';`).join('\n'),
            resolveDir: folder,
          }));
        },
      },
    ],
  });
}

/** The stand-in for VS Code's executable, its path, or undefined for a downloaded desktop VS Code. */
async function executable(): Promise<string | undefined> {
  const standIn = join(import.meta.dirname, 'workbench/codeWeb.ts');
  const wanted = process.env['MAIL_AUTH_VSCODE'] ?? '';
  if (wanted === 'web') return standIn;
  if (wanted === 'desktop') return undefined;
  if (wanted !== '') return wanted;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) return standIn;
  const reachable = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    method: 'HEAD',
    signal: AbortSignal.timeout(3000),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
  return reachable ? undefined : standIn;
}

/** The extension as it is packaged, unpacked into the folder; where the run made no package, the work tree. */
async function extensionIn(folder: string): Promise<string> {
  const vsix = process.env['MAIL_AUTH_VSIX'];
  if (vsix === undefined) return root;
  for (const [path, bytes] of filesInVsix(await readFile(vsix))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

async function main(kind: string): Promise<void> {
  if (kind !== 'node' && kind !== 'web') throw new Error('wanted: host.ts node|web');
  await bundleSuites();
  const path = await executable();
  console.log(path === undefined ? 'VS Code: downloaded for the desktop' : `VS Code: ${path}`);
  const home = await mkdtemp(join(tmpdir(), 'mail-auth-host-'));
  const workspace = join(home, 'workspace');
  try {
    const extension = await extensionIn(join(home, 'extension'));
    console.log(`Mail Auth: ${extension === root ? 'the work tree' : 'as packaged'}`);
    await cp(join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
    await runTests({
      ...(path === undefined ? { version: chooseTarget().vscode } : { vscodeExecutablePath: path }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: bundle,
      launchArgs: [
        workspace,
        '--disable-extensions',
        ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

main(process.argv[2] ?? 'node').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
