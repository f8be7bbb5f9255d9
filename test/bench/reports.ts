import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { installed, run, runCli, show } from './run';
import type { Step } from './readReport';
import { smallReport, writeReport } from './reportText';
import { root } from '../support/shared';
import { zip } from '../unit/report/support';

const records = 1_000_000;

/** What it costs to read a report of a million records and to look at it, beside xmllint in the same run. */
export function millionRecords(): void {
  const folder = mkdtempSync(join(tmpdir(), 'mail-auth-bench-'));
  try {
    const reader = join(folder, 'readReport.mjs');
    buildSync({
      entryPoints: [join(root, 'test/bench/readReport.ts')],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: reader,
    });
    const file = join(folder, 'report.xml');
    for (const [addresses, ownTexts] of [
      [10_000, false],
      [10_000_000, false],
      [10_000, true],
    ] as const) {
      writeReport(file, { records, addresses, ownTexts });
      const size = (statSync(file).size / 1e6).toFixed(0);
      const drawn = addresses.toLocaleString('en');
      const differing = ownTexts ? ', each with names and a comment of its own' : '';
      console.log(`\nA report of 1,000,000 records, ${size} MB, from up to ${drawn} addresses${differing}`);
      const lint = installed('xmllint') ? run('xmllint', ['--noout', '--huge', file]) : undefined;
      show('xmllint --noout', lint);
      const { stdout } = spawnSync(process.execPath, [reader, file], { encoding: 'utf8' });
      const steps = stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Step);
      for (const { name, user, wall } of steps) {
        console.log(`  ${name.padEnd(46)} ${user.toFixed(0)} ms user, ${wall.toFixed(0)} ms wall`);
      }
      const read = steps.find(({ name }) => name === 'read');
      if (read === undefined) continue;
      if (lint !== undefined) {
        const ratio = (what: string, own: readonly Step[]): void => {
          const most = Math.max(...own.map(({ user }) => user)) / 1000 / lint.user;
          console.log(`  ${what.padEnd(46)} ${most.toFixed(2)}`);
        };
        const named = (beginning: string): readonly Step[] =>
          steps.filter(({ name }) => name.startsWith(beginning));
        ratio('user time of reading to xmllint’s', [read]);
        ratio('of the longest filter', named('filter'));
        ratio('of the longest sort by a column', named('sort'));
        ratio('of the longest sort with nothing done ahead', named('first sort'));
      }
      const most = steps.at(-1)!.memory.toFixed(0);
      console.log(
        `  memory after reading, after all                ${read.memory.toFixed(0)} MB, ${most} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it costs the command line to sum up ten thousand small files: plain, gzip and zip in turns. */
export function manyFiles(): void {
  const files = 10_000;
  const folder = mkdtempSync(join(tmpdir(), 'mail-auth-bench-'));
  try {
    mkdirSync(join(folder, 'reports'));
    for (let i = 0; i < files; i++) {
      const text = smallReport(i);
      const name = `receiver.example!example.com!${i}!${i + 1}`;
      const [suffix, content] = [
        ['.xml', text],
        ['.xml.gz', gzipSync(text)],
        ['.zip', zip([{ name: `${name}.xml`, content: text }])],
      ][i % 3] as [string, string | Uint8Array];
      writeFileSync(join(folder, 'reports', name + suffix), content);
    }
    console.log('\nA folder of 10,000 small reports, plain, gzip and zip');
    show('mail-auth report --summary', runCli(['report', '--summary', join(folder, 'reports')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
