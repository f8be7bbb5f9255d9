// npm run bench: what a keystroke costs at three sizes of zone, what opening one costs in the built server, completion in
// a big one, what a full check costs (of hosts, of mail-auth records) beside named-checkzone and nsd-checkzone in the
// same run. It prints ratios and asserts nothing: a machine's speed is no property of the project.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLanguageService } from '../../core/service';
import { edited, sourceText, type SourceText } from '../../core/text/sourceText';
import { startEditor } from '../protocol/support/client';
import { manyFiles, millionRecords } from './reports';
import { installed, run, runCli, show } from './run';
import { brokenZoneText, mailZoneText, zoneText } from './zoneText';

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

/** What it costs to judge records of mail authentication, of which every one is read to its last tag. */
function mailRecords(): void {
  const customers = 10_000;
  const folder = mkdtempSync(join(tmpdir(), 'mail-auth-bench-'));
  try {
    const file = join(folder, 'example.com.zone');
    writeFileSync(file, mailZoneText(customers));
    console.log(`\nFull check of ${customers} domains with an MX, an SPF, a DKIM and a DMARC record each`);
    const ours = runCli(['check', '--fail-on', 'never', file]);
    const bind = installed('named-checkzone')
      ? run('named-checkzone', ['-i', 'none', 'example.com', file])
      : undefined;
    show('mail-auth check', ours);
    show('named-checkzone -i none', bind);
    if (ours !== undefined) {
      const each = (ours.user * 1e6) / (3 * customers);
      console.log(`  a record judged            ${each.toFixed(0)} µs of user time, all included`);
    }
    if (ours !== undefined && bind !== undefined) {
      console.log(`  user time to BIND's        ${(ours.user / bind.user).toFixed(2)}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fullCheck(): void {
  const folder = mkdtempSync(join(tmpdir(), 'mail-auth-bench-'));
  try {
    const file = join(folder, 'example.com.zone');
    const text = zoneText(1_000_000);
    writeFileSync(file, text);
    console.log(`\nFull check of 1,000,000 records, ${(text.length / 1e6).toFixed(0)} MB`);
    const ours = runCli(['check', '--fail-on', 'never', file]);
    const bind = installed('named-checkzone')
      ? run('named-checkzone', ['-i', 'none', 'example.com', file])
      : undefined;
    const nsd = installed('nsd-checkzone') ? run('nsd-checkzone', ['example.com', file]) : undefined;
    show('mail-auth check', ours);
    show('named-checkzone -i none', bind);
    show('nsd-checkzone', nsd);
    if (ours !== undefined && bind !== undefined) {
      console.log(`  user time to BIND's        ${(ours.user / bind.user).toFixed(2)}`);
    }
    if (ours !== undefined && nsd !== undefined) {
      console.log(`  user time to NSD's         ${(ours.user / nsd.user).toFixed(2)}`);
    }
    writeFileSync(file, brokenZoneText(1_000_000));
    console.log('\nThe same with something wrong in every line');
    show('mail-auth check', runCli(['check', '--fail-on', 'never', file]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Milliseconds from opening a zone to its diagnostics, as an editor sees them that talks to a new `dist/server.js`.
 * @param wait milliseconds that the server is up before
 */
async function firstDiagnosticsAfter(wait: number): Promise<number> {
  const uri = 'file:///zones/example.com.zone';
  const text = zoneText(1000);
  const editor = await startEditor();
  await new Promise((resolve) => setTimeout(resolve, wait));
  const start = performance.now();
  await editor.open(uri, 'dns-zone', text);
  await editor.pull(uri);
  const time = performance.now() - start;
  await editor.quit();
  return time;
}

/** What a person waits for who opens a zone: at the same moment as the editor, and a little later. */
async function firstDiagnostics(): Promise<void> {
  console.log('\nFirst diagnostics of a zone of 1,000 lines from a new server');
  // The editor's own code is new as well.
  await firstDiagnosticsAfter(0);
  for (const [said, wait] of [
    ['opened at once', 0],
    ['opened a second later', 1000],
  ] as const) {
    const times: number[] = [];
    while (times.length < 9) times.push(await firstDiagnosticsAfter(wait));
    times.sort((a, b) => a - b);
    console.log(
      `  ${said.padEnd(26)} ${times[0]!.toFixed(1)} to ${times[8]!.toFixed(1)} ms, ${times[4]!.toFixed(1)} ms in the middle`,
    );
  }
}

/** What completion costs in a zone of a million records, at an owner, a type, and a name in RDATA. */
function completion(): void {
  const service = createLanguageService();
  const source = zoneText(1_000_000);
  const middle = source.indexOf('\n', source.length / 2) + 1;
  const lines = ['host-', 'new ', 'new IN MX 10 ma', 'new IN CNAME host-00', '$'];
  console.log('\nCompletion in a zone of 1,000,000 records');
  for (const line of lines) {
    const text = sourceText(`${source.slice(0, middle)}${line}\n${source.slice(middle)}`);
    service.open('zone', 'dns-zone', text, { fileName: 'example.com.zone' });
    const offset = middle + line.length;
    let found = 0;
    const times = Array.from({ length: 20 }, () =>
      timed(() => {
        found = service.complete('zone', offset)?.candidates.length ?? 0;
      }),
    );
    const worst = Math.max(...times);
    console.log(
      `  ${JSON.stringify(line).padEnd(26)} ${times[0]!.toFixed(1)} ms at first, ${worst.toFixed(1)} ms at worst, ${found} candidates`,
    );
  }
}

function zones(): Promise<void> {
  console.log('A keystroke in a zone: edit, read again, judge again, gather the findings');
  const sizes = [10_000, 100_000, 1_000_000].map(keystrokes);
  for (const { records, mean, worst } of sizes) {
    console.log(
      `  ${String(records).padStart(9)} records  ${mean.toFixed(2)} ms on average, ${worst.toFixed(1)} ms at worst`,
    );
  }
  console.log(`  ratio 1,000,000 : 10,000   ${(sizes[2]!.mean / sizes[0]!.mean).toFixed(2)}`);
  return firstDiagnostics().then(() => {
    completion();
    mailRecords();
    fullCheck();
  });
}

function reports(): void {
  millionRecords();
  manyFiles();
}

// `npm run bench zones` or `npm run bench reports` for one of the two.
const [, , only] = process.argv;
if (only === 'reports') reports();
else {
  void zones().then(() => {
    if (only !== 'zones') reports();
  });
}
