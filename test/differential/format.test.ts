import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zoneRefactorings } from '../../core/model/zone/editing/refactorings';
import { applyEdits } from '../../core/text/span';
import { root, shared } from '../support/shared';
import { formatted, zoneOf } from '../support/zone';

const circumstances = {
  now: { year: 2026, month: 11, day: 22, seconds: 1_795_348_800 },
  serialStyle: 'auto',
} as const;

/** The zone as BIND reads it, a record a line; undefined where it refuses it. */
function compiled(folder: string, zone: string): string | undefined {
  const flags = ['-q', '-k', 'ignore', '-n', 'ignore', '-m', 'ignore', '-M', 'ignore', '-S', 'ignore'];
  const integrity = ['-i', 'none', '-r', 'ignore', '-T', 'ignore', '-F', 'text', '-s', 'full'];
  try {
    return execFileSync(
      'named-compilezone',
      [...flags, ...integrity, '-w', folder, '-o', '-', 'example.com', zone],
      { encoding: 'latin1', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } catch {
    return undefined;
  }
}

function isInstalled(): boolean {
  try {
    execFileSync('named-compilezone', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a formatted zone, read by named-compilezone', function () {
  this.timeout(300_000);
  let folder: string;
  before(function () {
    if (!isInstalled()) {
      console.log('      skipped: named-compilezone is not installed');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-format-'));
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** Formats a file of the folder; whether BIND takes it, and reads the same of it then. */
  function same(name: string, tabs: boolean): boolean {
    const before = compiled(folder, name);
    if (before === undefined) return false;
    const text = readFileSync(join(folder, name), 'latin1');
    writeFileSync(join(folder, 'formatted'), formatted(text, { insertSpaces: !tabs }), 'latin1');
    assert.equal(compiled(folder, 'formatted'), before, name);
    return true;
  }

  it('says what it said before: our samples', () => {
    const sample = readFileSync(join(root, 'samples/example.com.zone'));
    writeFileSync(join(folder, 'sample.zone'), sample);
    for (const tabs of [false, true]) assert.ok(same('sample.zone', tabs));
  });

  it('says what it said before: the shared snippets that BIND takes', function () {
    const snippets = shared('corpora/zone-snippets');
    if (snippets === undefined) {
      console.log('      skipped: the shared snippets are not here');
      this.skip();
    }
    cpSync(snippets, folder, { recursive: true });
    const names = readdirSync(folder).filter((name) => name.endsWith('.zone'));
    const taken = names.filter((name) => same(name, false) && same(name, true));
    assert.ok(taken.length > 60, `only ${taken.length} of ${names.length} snippets were taken`);
    console.log(`      ${taken.length} of ${names.length} snippets are taken by BIND, formatted or not`);
  });

  it('says what it said before after every refactoring', function () {
    const snippets = shared('corpora/zone-snippets');
    const names = ['sample.zone'];
    if (snippets !== undefined) {
      cpSync(snippets, folder, { recursive: true });
      names.push(...readdirSync(snippets).filter((name) => name.endsWith('.zone')));
    }
    let compared = 0;
    for (const name of names) {
      const before = compiled(folder, name);
      if (before === undefined) continue;
      const text = readFileSync(join(folder, name), 'latin1');
      const all = { start: 0, end: text.length };
      for (const { title, whole, mends, edits } of zoneRefactorings(zoneOf(text), all, circumstances)) {
        // Splitting and joining strings keeps the text that they hold together, not each of them.
        if (whole === true || mends !== undefined || /^(?:Split|Join) /.test(title.text.en)) continue;
        writeFileSync(join(folder, 'rewritten'), applyEdits(text, edits()), 'latin1');
        assert.equal(compiled(folder, 'rewritten'), before, `${name}: ${title.text.en}`);
        compared++;
      }
    }
    assert.ok(compared >= 5, `only ${compared} rewritten zones`);
    console.log(`      ${compared} rewritten zones are read as the original`);
  });
});
