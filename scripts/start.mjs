#!/usr/bin/env node
// `npm start`: installs what it needs, builds, and opens VS Code with the extension on samples/.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, installDependencies, requireNode, root } from './lib/ensure.mjs';

const usage = `npm start                   opens VS Code with Mail Auth on samples/: the \`code\` on the PATH if there is one,
                            else VS Code's workbench for the browser, at an address that it prints
npm start -- --browser      the browser workbench even where there is a \`code\`
npm start -- --port N       the same, on this port (default: a free one)
npm start -- --help         this text`;

/** @returns {{ browser: boolean, port: number }} ends the process where the options are not understood */
function readOptions() {
  const fail = (message) => {
    console.error(`${message}\n\n${usage}`);
    process.exit(2);
  };
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) < 65536)) {
      fail(`--port wants a number below 65536, not ${values.port}`);
    }
    return { browser: values.browser === true || values.port !== undefined, port: Number(values.port ?? 0) };
  } catch (error) {
    return fail(error.message);
  }
}

function desktopVSCode() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Runs a program with our terminal; its end is ours, and a signal to us is one to it. */
function become(command, args, shell = false) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell });
  // Ctrl-C reaches the child by itself; we only wait for it to clean up.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (status) => process.exit(status ?? 1));
}

requireNode();
const { browser, port } = readOptions();
try {
  installDependencies();
  build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const code = browser ? undefined : desktopVSCode();
if (code === undefined) {
  become(process.execPath, ['--import', 'tsx', 'test/vscode/serve.ts', String(port)]);
} else {
  console.log(`Opening ${code} on samples/ …`);
  become(code, [`--extensionDevelopmentPath=${root}`, join(root, 'samples')], process.platform === 'win32');
}
