// npm run bench: what a keystroke costs at three sizes of zone, and what a full check costs beside named-checkzone
// in the same run. It prints ratios and asserts nothing: a machine's speed is no property of the project.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanguageService } from '../../core/service';
import { edited, sourceText, type SourceText } from '../../core/text/sourceText';
import { root } from '../support/shared';
import { zoneText } from './zoneText';

const KEYSTROKES = 300;

/** Milliseconds of one call. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Where a person might type: inside the RDATA of a record somewhere in chunk `index`. */
function placeIn(text: SourceText, index: number): number {
  const chunk = text.chunks[index]!;
  const line = chunk.lineStarts[Math.floor(chunk.lineStarts.length / 2)]!;
  return text.starts[index]! + Math.max(0, chunk.text.indexOf('\n', line) - 1);
}

interface Keystrokes {
  readonly records: number;
  readonly mean: number;
  readonly worst: number;
}

/** Types and takes back single characters all over the zone; each time all findings are there again. */
function keystrokes(records: number): Keystrokes {
  const service = createLanguageService();
  let text = sourceText(zoneText(records));
  service.open('zone', 'dns-zone', text, { fileName: 'example.com.zone' });
  const times: number[] = [];
  const type = (offset: number, taken: number, inserted: string): number =>
    timed(() => {
      text = edited(text, { span: { start: offset, end: offset + taken }, text: inserted });
      service.update('zone', text);
      service.findings('zone', 1000);
    });
  for (let i = 0; i < KEYSTROKES; i++) {
    const offset = placeIn(text, (i * 37) % text.chunks.length);
    const there = type(offset, 0, '1');
    const back = type(offset, 1, '');
    // The first ones warm the machine up.
    if (i >= KEYSTROKES / 10) times.push(there, back);
  }
  const mean = times.reduce((sum, t) => sum + t, 0) / times.length;
  return { records, mean, worst: Math.max(...times) };
}

interface Run {
  readonly user: number;
  readonly wall: number;
}

/** User and wall seconds of a command and its children; undefined where it cannot be run. */
function run(command: string, args: readonly string[]): Run | undefined {
  const script = 'TIMEFORMAT="%U %R"; time "$@" > /dev/null 2>&1';
  const { stderr, error } = spawnSync('bash', ['-c', script, command, command, ...args], {
    encoding: 'utf8',
  });
  const match = /([\d.]+) ([\d.]+)\s*$/.exec(stderr);
  if (error !== undefined || match === null) return undefined;
  return { user: Number(match[1]), wall: Number(match[2]) };
}

function installed(command: string): boolean {
  return spawnSync('bash', ['-c', `command -v ${command}`]).status === 0;
}

function fullCheck(): void {
  const folder = mkdtempSync(join(tmpdir(), 'mail-auth-bench-'));
  try {
    const file = join(folder, 'example.com.zone');
    const text = zoneText(1_000_000);
    writeFileSync(file, text);
    console.log(`\nFull check of 1,000,000 records, ${(text.length / 1e6).toFixed(0)} MB`);
    const cli = join(root, 'dist/cli.js');
    if (!existsSync(cli)) {
      console.log('  dist/cli.js is not built: npm run build');
      return;
    }
    const ours = run(process.execPath, [cli, 'check', '--fail-on', 'never', file]);
    const theirs = installed('named-checkzone')
      ? run('named-checkzone', ['-i', 'none', 'example.com', file])
      : undefined;
    const show = (name: string, r: Run | undefined): void => {
      console.log(
        `  ${name.padEnd(26)} ${r === undefined ? 'not installed' : `${r.user.toFixed(2)} s user, ${r.wall.toFixed(2)} s wall`}`,
      );
    };
    show('mail-auth check', ours);
    show('named-checkzone -i none', theirs);
    if (ours !== undefined && theirs !== undefined) {
      console.log(`  ratio (user)               ${(ours.user / theirs.user).toFixed(2)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log('A keystroke in a zone: edit, read again, judge again, gather the findings');
const sizes = [10_000, 100_000, 1_000_000].map(keystrokes);
for (const { records, mean, worst } of sizes) {
  console.log(
    `  ${String(records).padStart(9)} records  ${mean.toFixed(2)} ms on average, ${worst.toFixed(1)} ms at worst`,
  );
}
console.log(`  ratio 1,000,000 : 10,000   ${(sizes[2]!.mean / sizes[0]!.mean).toFixed(2)}`);
fullCheck();
