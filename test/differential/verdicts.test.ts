import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../../core/facts/rrTypes';
import { shared } from '../support/shared';
import { ACCEPTED, DISPUTED, REFUSED, SOUND } from '../unit/zone/verdicts';
import { missingTools, openTools, type Tools } from './tools';

const PROGRAMS: readonly Program[] = ['BIND', 'NSD', 'Knot'];

describe('the verdicts that the unit tests hold, tried again', function () {
  this.timeout(300_000);
  let tools: Tools | undefined;

  before(function () {
    const missing = missingTools();
    if (missing.length === 0) {
      tools = openTools('example.com');
      return;
    }
    console.log(`      skipped: ${missing.join(', ')} not installed`);
    this.skip();
  });
  after(() => tools?.close());

  const refusing = (zone: string | Buffer): string[] =>
    PROGRAMS.filter((program) => !tools!.check(program, zone).accepted);

  it('of zones that all take', () => {
    for (const text of ACCEPTED) {
      // Knot alone minds CR LF.
      const zone = SOUND + text;
      assert.deepEqual(refusing(zone), zone.includes('\r') ? ['Knot'] : [], text);
    }
  });

  it('of zones that none takes', () => {
    for (const text of REFUSED) assert.deepEqual(refusing(SOUND + text), PROGRAMS, text);
  });

  it('of zones on which they differ', () => {
    for (const [programs, text] of DISPUTED) assert.deepEqual(refusing(SOUND + text), programs, text);
  });

  it('of the snippets', function () {
    const folder = shared('corpora/zone-snippets');
    if (folder === undefined) {
      this.skip();
      return;
    }
    // Knot's own checks and the files that are included are left out here: what is looked at is one file's syntax.
    const rows = readFileSync(join(folder, 'verdicts.tsv'), 'utf8').trim().split('\n').slice(1);
    const syntax = rows
      .map((row) => row.split('\t'))
      .filter(([, group]) => group === 'lex' || group === 'type');
    const differ = syntax.flatMap(([name, , description, verdict]) => {
      const now = refusing(readFileSync(join(folder, `${name!}.zone`)));
      const then = PROGRAMS.filter((_, i) => verdict![i] === 'R');
      // What Knot minds in this one is its meaning, not its syntax.
      if (name === '272-ds-len') return [];
      return now.join() === then.join()
        ? []
        : [`${name!} ${description!}: ${now.join(', ')}; recorded ${then.join(', ')}`];
    });
    console.log(`      ${syntax.length} snippets`);
    assert.deepEqual(differ, []);
  });
});
