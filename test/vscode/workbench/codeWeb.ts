#!/usr/bin/env -S node --import tsx
// Stands in for the desktop's VS Code executable: takes the arguments that @vscode/test-electron gives it, runs
// the tests in the workbench in a browser without a window, and exits with their status.
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { workbenchAddress } from './address';
import { findBrowser, launchBrowser } from './browser';
import { startFront } from './front';
import { installWorkbench } from './install';
import { openLonelyPage } from './page';
import { startServer } from './server';

/** The workbench's own messages on the console, which say nothing about a test. */
const noise = new RegExp(
  `^(?:${[
    'Resolv(?:ing|ed) connection token',
    'Creating a socket',
    'Ignoring fetching additional',
    'Updating additional builtin',
    'Loading development extension',
    'Timed out waiting for authentication provider',
    "Request to '[^']*package\\.nls",
    'Creation of workbench contribution',
    'ChatSessionStore',
    'Extension host \\([A-Za-z ]+\\) is ',
    'No search provider registered',
    '\\[(?:Service Worker|chat-stt|DefaultAccount|ChatModel|AgentHost|AccountPolicyGate|reconnection-grace|RemoteAgentHost)',
  ].join('|')})`,
);

interface Arguments {
  readonly extensions: readonly string[];
  readonly tests: string;
  readonly asWebExtension: boolean;
  readonly folder?: string;
}

function readArguments(args: readonly string[]): Arguments {
  const path = (value: string) => (value.startsWith('file:') ? fileURLToPath(value) : resolve(value));
  const values = (name: string) =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const [tests] = values('extensionTestsPath');
  const [folder] = args.filter((arg) => !arg.startsWith('-'));
  const extensions = values('extensionDevelopmentPath').map(path);
  if (tests === undefined || extensions.length === 0) {
    throw new Error('wanted: --extensionDevelopmentPath=PATH --extensionTestsPath=PATH [FOLDER]');
  }
  return {
    extensions,
    tests: path(tests),
    asWebExtension: values('extensionDevelopmentKind').includes('web'),
    ...(folder === undefined ? {} : { folder: path(folder) }),
  };
}

/** Runs the tests named by the arguments; gives the status with which they ended, 0 where all passed. */
async function main(args: readonly string[]): Promise<number> {
  const { extensions, tests, asWebExtension, folder } = readArguments(args);
  const limit = Number(process.env['MAIL_AUTH_SUITE_SECONDS'] ?? 240) * 1000;
  const vscode = await installWorkbench();
  const found = await findBrowser(console.error);
  const undo: (() => Promise<void>)[] = [];
  try {
    const server = await startServer(vscode, { automation: true });
    undo.push(() => server.stop());
    let port = server.port;
    if (asWebExtension) {
      const [extension = '.'] = extensions;
      const front = await startFront(port, extension, tests);
      undo.push(() => front.stop());
      port = front.port;
    }
    const browser = await launchBrowser(found.path);
    undo.push(() => browser.close());
    const { page, refused } = await openLonelyPage(browser);

    const finished = new Promise<number>((status, fail) => {
      const expose = page.exposeFunction.bind(page);
      expose('codeAutomationExit', status).catch(fail);
      expose('codeAutomationLog', (type: string, parts: readonly unknown[]) => {
        if (noise.test(String(parts[0]))) return;
        (type === 'error' ? console.error : console.log)(...parts);
      }).catch(fail);
      page.once('crash', () => {
        fail(new Error('the page crashed'));
      });
      void server.ended.then((log) => {
        fail(new Error(`VS Code's server ended:\n${log}`));
      });
    });
    const target = asWebExtension ? {} : { extensions, tests };
    await page.goto(workbenchAddress(port, { ...target, ...(folder === undefined ? {} : { folder }) }));
    const status = await Promise.race([
      finished,
      sleep(limit, undefined, { ref: false }).then(() =>
        Promise.reject(new Error(`the tests did not end within ${limit / 1000} s`)),
      ),
    ]);
    if (refused.size > 0) console.error(`Requests refused, to: ${[...refused].join(', ')}`);
    return status;
  } finally {
    for (const step of undo.reverse()) await step().catch(console.error);
  }
}

// Whatever ends this process, even a signal, the server's guard and the browser's pipe end those.
main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error);
    process.exit(70);
  },
);
