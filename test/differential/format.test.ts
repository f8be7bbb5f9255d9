import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, shared } from '../support/shared';
import { formatted } from '../support/zone';

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
});
