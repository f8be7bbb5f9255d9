import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableForm } from '../../core/syntax/lookupTable/line';
import { TABLE_VERDICTS } from '../support/tableVerdicts';

const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`;

const COMMANDS: Readonly<Record<TableForm, (file: string) => readonly [string, ...string[]]>> = {
  keyed: (file) => ['postmap', `hash:${file}`],
  aliases: (file) => ['postalias', `hash:${file}`],
  patterns: (file) => ['postmap', '-q', 'nobody', `regexp:${file}`],
  networks: (file) => ['postmap', '-q', '192.0.2.255', `cidr:${file}`],
};

/** Complaints that say nothing of the line. */
const BESIDES = /alias file\?|symlink/;

describe('lookup tables, as the installed Postfix reads them', function () {
  this.timeout(120_000);
  let folder: string | undefined;

  before(function () {
    if (spawnSync('postmap', ['-m'], { env: { ...process.env, PATH } }).error !== undefined) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'ma-tables-'));
  });
  after(() => {
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  for (const form of Object.keys(COMMANDS) as TableForm[]) {
    it(form, () => {
      const file = join(folder!, form);
      const said = TABLE_VERDICTS.filter(([of]) => of === form).map(([, line, taken]) => {
        writeFileSync(file, `${line}\n`);
        const [command, ...rest] = COMMANDS[form](file);
        const { stderr } = spawnSync(command, rest, {
          encoding: 'utf8',
          env: { ...process.env, PATH, LC_ALL: 'C' },
        });
        const complaints = stderr
          .split('\n')
          .filter((one) => /warning|fatal/.test(one) && !BESIDES.test(one));
        return { line, frozen: taken, now: complaints.length === 0 };
      });
      assert.deepEqual(
        said.filter(({ frozen, now }) => frozen !== now),
        [],
      );
    });
  }
});
