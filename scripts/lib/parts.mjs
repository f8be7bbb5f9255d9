// Runs one part of the tests as a process group of its own, within a time limit, and counts what it did.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './ensure.mjs';

/** The line by which mocha, wherever it runs, tells its counts and failures; see `reporter.mjs` and test/vscode/suite. */
export const resultsMark = '[mail-auth results] ';

/**
 * @typedef {{ name: string, command: readonly string[], seconds: number, env?: Record<string, string>,
 *   counts: boolean }} Part `command`: a script for Node.js and its arguments; `counts`: whether it tells
 *   mocha's counts (else it is one check, which passes by exit status 0)
 * @typedef {{ passed: number, failed: number, skipped: number, wrong: readonly string[] }} Counts `wrong`: what
 *   failed, each with its name in the first line and its message below
 */

const running = new Set();

/** Ends all that still runs, at once. For the end of the process, however it comes. */
export function endAll() {
  for (const pid of running) endGroup(pid, 'SIGKILL');
}

/**
 * @param {Part} part
 * @returns {Promise<Counts>} a part that ends badly without a failed test counts as one failed
 */
export async function runPart({ name, command, seconds, env = {}, counts }) {
  console.log(`\n━━ ${name} ${'━'.repeat(Math.max(3, 70 - name.length))}`);
  const started = Date.now();
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child.pid);
  const told = [];
  const show = (stream, out) =>
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
      const at = line.indexOf(resultsMark);
      if (at < 0) out.write(`${line}\n`);
      else told.push(JSON.parse(line.slice(at + resultsMark.length)));
    });
  show(child.stdout, process.stdout);
  show(child.stderr, process.stderr);

  let late = false;
  const timer = setTimeout(() => {
    late = true;
    console.log(`${name}: not done within ${seconds} s, ended.`);
    endGroup(child.pid, 'SIGTERM');
    setTimeout(() => endGroup(child.pid, 'SIGKILL'), 3000).unref();
  }, seconds * 1000);
  const status = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.log(`${name}: ${error.message}`);
      resolve(1);
    });
    // What a part leaves behind would hold its pipes open: that is ended with the part.
    child.once('exit', (code) => {
      endGroup(child.pid, 'SIGKILL');
      child.once('close', () => resolve(code ?? 1));
    });
  });
  clearTimeout(timer);
  running.delete(child.pid);

  const sum = told.reduce(add, nothing);
  const good = status === 0 && !late;
  let result = sum;
  const ended = late ? `not done within ${seconds} s` : `ended with status ${status}`;
  if (!counts) result = add(sum, good ? { ...nothing, passed: 1 } : oneWrong(`${name}: ${ended}`));
  else if ((!good && sum.failed === 0) || sum.passed + sum.failed + sum.skipped === 0) {
    const wrong = `${name}: ${ended} and ${told.length === 0 ? 'without results' : 'no failure'}`;
    console.log(wrong);
    result = add(sum, oneWrong(wrong));
  }
  console.log(`${name}: ${inWords(result)} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

export const nothing = Object.freeze({ passed: 0, failed: 0, skipped: 0, wrong: [] });

/** Something failed that is no test. @param {string} what in words @returns {Counts} */
export const oneWrong = (what) => ({ ...nothing, failed: 1, wrong: [what] });

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    wrong: [...a.wrong, ...(b.wrong ?? [])],
  };
}

/** `3 passed, 0 failed`, and the skipped where there are any. @param {Counts} counts */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // gone already
  }
}
