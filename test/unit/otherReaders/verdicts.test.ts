import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareDkim, compareDmarc, compareSpf, type Comparison } from '../../support/otherReaders';

/** What was asked and what the program said, as `npm run differential` wrote it down. */
function rows(name: string): [unknown, string][] {
  const lines = readFileSync(join(import.meta.dirname, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as [unknown, string]);
}

function holds(name: string, compare: (one: never, theirs: string) => Comparison): void {
  const all = rows(name);
  assert.ok(all.length >= 200);
  const found = all.map(([one, theirs]) => ({ one, said: compare(one as never, theirs) }));
  const unknown = found.filter(({ said }) => typeof said === 'object' && 'differs' in said);
  assert.deepEqual(unknown, []);
  assert.ok(found.filter(({ said }) => said === 'same').length > all.length / 3);
}

describe('what other programs said of the same records', () => {
  it('of SPF: pyspf 2.0.14', () => {
    holds('pyspf', compareSpf);
  }).timeout(120_000);
  it('of DKIM keys: dkimpy 1.1.4', () => {
    holds('dkimpy', compareDkim);
  }).timeout(120_000);
  it('of DMARC: libopendmarc 1.4.2', () => {
    holds('opendmarc', compareDmarc);
  }).timeout(120_000);
});
