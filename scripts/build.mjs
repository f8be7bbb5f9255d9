// Bundles every door of the extension with esbuild into dist/ (see docs/architecture.md, "Doors").
import { build, context } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages, notices } from './lib/notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const watch = process.argv.includes('--watch');
const debug = watch || process.argv.includes('--debug');

const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  legalComments: 'none', // whole licences go along, in THIRD-PARTY-NOTICES.txt
  metafile: true,
  define: { MAIL_AUTH_VERSION: JSON.stringify(version) },
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };
const webWorker = { ...common, platform: 'browser', format: 'cjs', target: 'es2022', external: ['vscode'] };
const page = { ...common, platform: 'browser', format: 'iife', target: 'es2022' };

const bundles = [
  { ...node, entryPoints: { client: 'client/main.ts' } },
  { ...node, entryPoints: { server: 'server/main.ts' } },
  { ...node, entryPoints: { cli: 'server/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...webWorker, entryPoints: { 'client.web': 'client/main.web.ts' } },
  { ...page, entryPoints: { 'server.web': 'server/main.web.ts' } },
  {
    ...page,
    entryPoints: { webview: 'client/webview/main.ts', 'webview.worker': 'client/webview/worker.ts' },
  },
  { ...page, entryPoints: { generator: 'client/generatorPage/main.ts' } },
  {
    ...common,
    entryPoints: { webview: 'client/webview/style.css', generator: 'client/generatorPage/style.css' },
  },
].map((options) => ({ ...options, outdir: 'dist' }));

mkdirSync(`${root}/dist`, { recursive: true });
if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  const metafiles = (await Promise.all(bundles.map((options) => build(options)))).map(
    ({ metafile }) => metafile,
  );
  writeFileSync(`${root}/dist/THIRD-PARTY-NOTICES.txt`, notices(root, bundledPackages(metafiles)));
  // What another build left there would go into the package.
  const made = metafiles.flatMap(({ outputs }) => Object.keys(outputs).map((path) => basename(path)));
  for (const file of readdirSync(`${root}/dist`)) {
    if (![...made, 'THIRD-PARTY-NOTICES.txt'].includes(file)) rmSync(`${root}/dist/${file}`, { force: true });
  }
}
