// Holds our findings against what a program says of every keyword with every value.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeywordTable } from '../../core/facts/keywordTable';
import { findingsIn } from '../support/configuration';
import { root } from '../support/shared';
import { around, fromTable, lineOf, probe, RUN, toTable, version, type Probe } from './daemons';

/** What only a running system tells: names of users, groups and services, and files. */
const OF_THE_SYSTEM = /^run (?:Socket\tinet:nosuchservice@localhost|UserID\t)/;

/** Whether we find an error, in what the program was given. */
function refused(language: 'opendmarc' | 'opendkim', { keyword, value }: Probe): boolean {
  const name = keyword.replace(/^run /, '');
  const line = lineOf(name, value.replace('FOLDER', '/tmp/x'));
  const text = keyword.startsWith('run ') ? around(name, line, '/tmp/x') : `${line}\n`;
  return findingsIn(language, text).some(({ severity }) => severity === 'error');
}

/**
 * Describes the comparison of a program with our rules, by its verdicts as they were frozen.
 * @param live whether these are also held against the program, where it is installed in the same version
 */
export function heldAgainst(language: 'opendmarc' | 'opendkim', table: KeywordTable, live: boolean): void {
  const kept = readFileSync(join(root, `test/differential/frozen/${language}.tsv`), 'utf8');

  describe(`${language}’s own verdicts`, function () {
    this.timeout(300_000);

    it('agree with ours: what it refuses is an error, what it takes is none', () => {
      const apart: string[] = [];
      let compared = 0;
      for (const one of fromTable(kept)) {
        const known = table.keywords.get(one.keyword.toLowerCase());
        if (one.verdict === 'files' || OF_THE_SYSTEM.test(`${one.keyword}\t${one.value}`)) continue;
        // With -n these are not looked at; they are tried by running the program.
        if (Object.keys(RUN).some((name) => name.toLowerCase() === one.keyword.toLowerCase())) continue;
        // Whether a program has a feature, its file does not tell; there is a note instead of an error.
        if (known?.feature !== undefined && table.unbuilt.has(known.feature)) continue;
        compared++;
        if (refused(language, one) !== (one.verdict === 'refused')) {
          apart.push(`${one.verdict}: ${one.keyword} ${one.value.slice(0, 40)}`);
        }
      }
      assert.deepEqual(apart, []);
      assert.ok(compared > 700, String(compared));
    });

    if (!live) return;

    it('are as they were frozen', async function () {
      const installed = version(language);
      const frozen = /^# \w+ (\S+):/.exec(kept)?.[1];
      if (installed === undefined || installed !== frozen) this.skip();
      const now = toTable(`${table.program} ${installed}`, await probe(language, table));
      assert.deepEqual(now.split('\n'), kept.split('\n'));
    });
  });
}
