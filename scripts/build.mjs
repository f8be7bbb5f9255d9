// Bundles every door of the extension with esbuild into dist/ (see docs/architecture.md, "Doors").
import { build, context } from 'esbuild';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
  legalComments: 'linked',
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
  await Promise.all(bundles.map((options) => build(options)));
}
