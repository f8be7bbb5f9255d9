import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareDkim, compareDmarc, compareSpf, type Comparison } from '../support/otherReaders';
import { root } from '../support/shared';
import { madeText, spfCase } from './madeMailRecords';

/** How many records or questions of each kind. */
const runs = Number(process.env.MAIL_AUTH_DIFFERENTIAL_RUNS ?? 3000);

/** `MAIL_AUTH_FREEZE=1` writes the first answers down, for the unit tests where the programs are not installed. */
const frozen = process.env.MAIL_AUTH_FREEZE === undefined ? 0 : 250;

const programs = join(root, 'test/differential/programs');
const python = '/usr/bin/python3';

/** The lines that a program answers to the lines it is given; undefined where it cannot be run. */
function answers(command: string, args: readonly string[], lines: readonly string[]): string[] | undefined {
  const input = `${lines.join('\n')}\n`;
  const { status, stdout, error } = spawnSync(command, args, {
    input,
    encoding: 'latin1',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined || status !== 0) return undefined;
  const said = stdout.trimEnd().split('\n');
  assert.equal(said.length, lines.length);
  return said;
}

/** Compares all, tells how they went, and holds that every difference is known. */
function compareAll<T>(
  what: string,
  cases: readonly T[],
  theirs: readonly string[],
  compare: (one: T, theirs: string) => Comparison,
): void {
  const counts = new Map<string, number>();
  const unknown: string[] = [];
  cases.forEach((one, seed) => {
    const found = compare(one, theirs[seed]!);
    const name = typeof found === 'string' ? found : 'known' in found ? found.known : 'differs';
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (typeof found === 'object' && 'differs' in found)
      unknown.push(`seed ${seed}: ${found.differs}: ${JSON.stringify(one)}`);
  });
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  console.log(
    sorted
      .slice(0, 12)
      .map(([name, count]) => `      ${count} ${name}`)
      .join('\n'),
  );
  assert.deepEqual(unknown.slice(0, 20), [], `${unknown.length} of ${cases.length}`);
  if (frozen > 0) {
    const lines = cases.slice(0, frozen).map((one, seed) => JSON.stringify([one, theirs[seed]]));
    writeFileSync(join(root, `test/unit/otherReaders/${what}.jsonl`), `${lines.join('\n')}\n`);
  }
}

const seeds = Array.from({ length: runs }, (_, seed) => seed);

describe('records of mail authentication, as other programs read them', function () {
  this.timeout(600_000);

  it('SPF: check_host() as pyspf answers', function () {
    const cases = seeds.map(spfCase);
    const lines = cases.map((one) => JSON.stringify(one));
    const theirs = answers(python, [join(programs, 'pyspf.py')], lines);
    if (theirs === undefined) this.skip();
    compareAll('pyspf', cases, theirs, compareSpf);
  });

  it('DKIM: keys as dkimpy reads them', function () {
    const texts = seeds.map((seed) => madeText('dkim-key', seed));
    const lines = texts.map((text) => JSON.stringify(text));
    const theirs = answers(python, [join(programs, 'dkimpy.py')], lines);
    if (theirs === undefined) this.skip();
    compareAll('dkimpy', texts, theirs, compareDkim);
  });

  it('DMARC: Policy Records as libopendmarc reads them', function () {
    const folder = mkdtempSync(join(tmpdir(), 'mail-auth-dmarc-'));
    try {
      const program = join(folder, 'opendmarc');
      const compiled = spawnSync('cc', ['-o', program, join(programs, 'opendmarc.c'), '-lopendmarc']);
      if (compiled.status !== 0) this.skip();
      const texts = seeds.map((seed) => madeText('dmarc-policy', seed));
      const theirs = answers(program, [], texts);
      if (theirs === undefined) this.skip();
      compareAll('opendmarc', texts, theirs, compareDmarc);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
