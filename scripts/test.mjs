#!/usr/bin/env node
// `npm test`: installs what it needs and runs everything; `npm test -- PART…` runs some of it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, installDependencies, requireNode } from './lib/ensure.mjs';
import { add, endAll, inWords, nothing, oneWrong, runPart } from './lib/parts.mjs';

const tsx = ['--import', 'tsx'];
const mocha = (...specs) => [
  'node_modules/mocha/bin/mocha.js',
  ...['--reporter', 'scripts/lib/reporter.mjs'],
  ...specs,
];

// Everything that is started puts its temporary files here.
const temporary = mkdtempSync(join(tmpdir(), 'ma-'));
process.env.TMPDIR = temporary;
process.on('exit', () => {
  endAll();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
// The extension as users install it. The tests in VS Code take it from here.
const packaged = join(temporary, 'package');
const vsix = join(packaged, 'mail-auth.vsix');

/** A current VS Code, beside the oldest one that package.json admits. */
const current = { MAIL_AUTH_VSCODE_VERSION: '1.139' };
/** Where a person begins, and where VS Code does most for us: these journeys are made in both. */
const inBoth = ['configuration', 'generatorDkim', 'reports', 'zone'];

/** By name: what belongs to it (run in this order), and within which time each has to be done. */
const parts = {
  types: [{ name: 'Types', command: ['node_modules/typescript/bin/tsc', '-b'], seconds: 180, counts: false }],
  build: [{ name: 'Build', command: ['scripts/build.mjs'], seconds: 60, counts: false }],
  unit: [
    {
      name: 'Unit tests and rule fixtures',
      command: mocha('test/unit/**/*.test.ts'),
      seconds: 1800,
      counts: true,
    },
  ],
  fuzz: [{ name: 'Fuzz tests', command: mocha('test/fuzz/**/*.test.ts'), seconds: 900, counts: true }],
  protocol: [
    {
      name: 'Protocol: the built server',
      command: mocha('test/protocol/**/*.test.ts'),
      seconds: 900,
      counts: true,
    },
  ],
  package: [
    {
      name: 'Package',
      command: [...tsx, 'scripts/package.ts', vsix],
      seconds: 60,
      counts: false,
    },
  ],
  host: [
    {
      name: 'In the Node.js extension host',
      command: [...tsx, 'test/vscode/host.ts', 'node'],
      seconds: 400,
      counts: true,
    },
    {
      name: 'In the web extension host',
      command: [...tsx, 'test/vscode/host.ts', 'web'],
      seconds: 400,
      counts: true,
    },
    {
      name: 'In the Node.js extension host of a current VS Code',
      command: [...tsx, 'test/vscode/host.ts', 'node'],
      env: current,
      seconds: 400,
      counts: true,
    },
  ],
  // A window on a busy machine may miss a click once; what fails twice is broken.
  page: [
    {
      name: 'Pages: the built pages in a plain browser',
      command: mocha('--retries', '1', 'test/page/**/*.test.ts'),
      seconds: 600,
      counts: true,
    },
  ],
  journeys: [
    {
      name: 'Journeys',
      command: mocha('--retries', '1', 'test/vscode/journeys/**/*.test.ts'),
      seconds: 900,
      counts: true,
    },
    {
      name: 'Journeys in a current VS Code',
      command: mocha('--retries', '1', ...inBoth.map((name) => `test/vscode/journeys/${name}.test.ts`)),
      env: current,
      seconds: 400,
      counts: true,
    },
  ],
};

/** Asked for by name only: it needs the programs themselves (BIND, NSD, Postfix, OpenDMARC …), and takes its time. */
const byName = {
  differential: [
    {
      name: 'Differential: what the programs themselves say',
      command: mocha('test/differential/**/*.test.ts'),
      seconds: 3600,
      counts: true,
    },
  ],
};
const all = { ...parts, ...byName };
const needBuild = ['protocol', 'package', 'host', 'page', 'journeys'];
const needPackage = ['host', 'journeys'];
const needBrowser = ['host', 'page', 'journeys'];
const needWorkbench = ['host', 'journeys'];

const usage = `npm test               everything
npm test -- PART…      some of it: ${Object.keys(parts).join(', ')};
                       and by name only: ${Object.keys(byName).join(', ')}

The environment may name: MAIL_AUTH_BROWSER, the browser for the tests in VS Code; MAIL_AUTH_VSCODE=web|desktop|PATH,
the VS Code for the suites in its extension host; MAIL_AUTH_VSCODE_VERSION, its version (1.100, the default, or 1.139);
MAIL_AUTH_SCREENSHOTS=update, to take the pictures in docs/images/ anew; MAIL_AUTH_PAGE_PICTURES, a folder for pictures
of the pages; MAIL_AUTH_LARGE=1, for a page with a million records.`;

const chosen = process.argv.slice(2);
if (chosen.includes('--help') || chosen.some((name) => !Object.hasOwn(all, name))) {
  console.log(usage);
  process.exit(chosen.includes('--help') ? 0 : 2);
}
const wanted = chosen.length > 0 ? chosen : Object.keys(parts);
if (wanted.some((name) => needPackage.includes(name))) wanted.push('package');
const names = Object.keys(all).filter((name) => wanted.includes(name));

mkdirSync(packaged);
process.env.MAIL_AUTH_VSIX = vsix;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

const started = Date.now();
let sum = nothing;
requireNode();
try {
  installDependencies();
  if (!names.includes('build') && names.some((name) => needBuild.includes(name))) build();
  if (names.some((name) => needBrowser.includes(name))) {
    // Once, ahead of the parts and their time limits.
    const withWorkbench = names.some((name) => needWorkbench.includes(name));
    sum = add(
      sum,
      await runPart({
        name: withWorkbench ? 'Preparing VS Code' : 'Preparing a browser',
        command: [...tsx, 'test/vscode/prepare.ts', ...(withWorkbench ? [] : ['browser'])],
        seconds: 400,
        counts: false,
      }),
    );
  }
  for (const name of names) {
    for (const part of all[name]) sum = add(sum, await runPart(part));
  }
} catch (error) {
  sum = add(sum, oneWrong(error instanceof Error ? error.message : String(error)));
}
const left = readdirSync(temporary).filter((name) => !/^(tsx-|node-compile-cache|package$)/.test(name));
if (left.length > 0) console.log(`\nLeft behind by the tests, and removed: ${left.join(', ')}`);
console.log(`\nAll in ${((Date.now() - started) / 1000).toFixed(0)} s`);
// Once more, where whoever reads only the end of a long log sees it.
if (sum.wrong.length > 0) console.log(`What failed:\n${sum.wrong.join('\n').replace(/^/gm, '  ')}`);
console.log(inWords(sum));
process.exit(sum.failed > 0 ? 1 : 0);
