import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import {
  csv,
  explain,
  filterRows,
  groupKeys,
  groupRows,
  jsonRecord,
  kindsOf,
  moreSortColumns,
  overview,
  parseQuery,
  readiness,
  rowAt,
  sortColumns,
  sortRows,
  summarise,
  type ReportStore,
} from '../../core/report';
import { dice, oneOf, type Dice } from '../support/mutate';
import { memoryHeld } from '../support/memory';
import { load, told } from '../unit/report/support';
import { reportSeeds, reportShards } from './reportSeeds';

/** `MAIL_AUTH_FUZZ_RUNS=50000` for the full measure. */
const runs = Number(process.env.MAIL_AUTH_FUZZ_RUNS ?? 1500);
const firstSeed = Number(process.env.MAIL_AUTH_FUZZ_SEED ?? 1);

/** What a file of some kilobytes may be unpacked to, so that accidents in sizes stay small ones. */
const limits = { inflatedBytes: 8 * 2 ** 20, compressedBytes: 8 * 2 ** 20 };

/** A file with a few accidents: octets changed, put in, lost or repeated; the end cut off; another file's middle. */
function mutated(seeds: readonly Uint8Array[], below: Dice): Uint8Array {
  let bytes = Buffer.from(oneOf(below, seeds));
  for (let count = 1 + below(6); count > 0; count--) {
    const at = below(bytes.length + 1);
    const far = Math.min(bytes.length, at + below(below(6) === 0 ? 2000 : 24));
    const [before, between, after] = [bytes.subarray(0, at), bytes.subarray(at, far), bytes.subarray(far)];
    switch (below(8)) {
      case 0:
      case 1:
        bytes = Buffer.concat([before, oneOf(below, reportShards), bytes.subarray(at)]);
        break;
      case 2:
        bytes = Buffer.concat([before, oneOf(below, reportShards), after]);
        break;
      case 3:
        bytes = Buffer.concat([before, after]);
        break;
      case 4:
        bytes = Buffer.concat([before, between, between, after]);
        break;
      case 5: {
        const other = oneOf(below, seeds);
        const from = below(other.length + 1);
        bytes = Buffer.concat([before, other.subarray(from, from + below(3000)), after]);
        break;
      }
      case 6:
        if (below(4) === 0) bytes = before;
        break;
      default:
        for (let i = below(8); i >= 0 && bytes.length > 0; i--) {
          const place = below(bytes.length);
          bytes[place] = below(3) === 0 ? below(256) : bytes[place]! ^ (1 << below(8));
        }
    }
  }
  return below(12) === 0 ? gzipSync(bytes) : bytes;
}

/** What holds of whatever was read; all that the view does with it comes to an end. */
function used(store: ReportStore, below: Dice): void {
  const { size, reports, failures, tlsReports, history, problems } = store;
  const whole = size + failures.length + tlsReports.length + history.length;
  assert.ok(whole > 0 || problems.length > 0, 'nothing, and nobody says why');
  const records = new Int32Array(reports.length);
  for (const report of store.report.values()) records[report]!++;
  reports.forEach(({ part }, number) => {
    const reason = problems.some((problem) => problem.part === part);
    assert.ok(records[number]! > 0 || reason, `report ${number} is empty, and nobody says why`);
  });
  const all = filterRows(store, undefined);
  const by = oneOf(below, groupKeys);
  const grouping = groupRows(store, all, by);
  assert.equal(
    grouping.groups.reduce((sum, group) => sum + group.records, 0),
    size,
  );
  assert.equal(kindsOf(store, grouping).length, grouping.length);
  const column = oneOf(below, [...sortColumns, ...moreSortColumns]);
  assert.equal(sortRows(store, all, [{ column, descending: below(2) === 0 }]).length, size);
  filterRows(store, parseQuery('10 or ip=192.0.2.* and not from:example has:reason').expression);
  overview(store, all, { most: 10 });
  readiness(store, all, { p: 'reject', adkim: 'strict', aspf: 'strict' }, { most: 10 });
  summarise(store);
  for (const row of all.subarray(0, 20)) {
    const record = rowAt(store, row);
    explain(record, reports[record.report]!, store.derived.organization);
    JSON.stringify(jsonRecord(record));
  }
  for (const line of csv(store, all.subarray(0, 20))) assert.ok(line.endsWith('\n'));
}

/** A store as plain data, for comparing. */
function content(store: ReportStore): unknown {
  const rows = Array.from({ length: store.size }, (_, row) => rowAt(store, row));
  const { reports, failures, tlsReports, history } = store;
  const all = told(store).sort();
  // Reading ends at a DOCTYPE: of octets behind it only those of the same piece are looked at.
  const same = all.includes('doctype') ? all.filter((name) => name !== 'invalidUtf8') : all;
  return { rows, reports, failures, tlsReports, history, told: same };
}

describe('damaged reports', function () {
  this.timeout(0);

  it(`are read to an end ${runs} times, never without a word, and the same in pieces as whole`, async () => {
    const seeds = reportSeeds();
    const before = memoryHeld();
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const below = dice(seed);
      const bytes = mutated(seeds, below);
      try {
        const store = await load(bytes, { file: 'damaged', limits });
        used(store, below);
        if (seed % 4 === 0) {
          const pieces = await load(bytes, { file: 'damaged', limits, chunk: 1 + below(700) });
          assert.deepEqual(content(pieces), content(store));
        }
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    const held = memoryHeld() - before;
    assert.ok(held < 2 ** 27, `${held} octets are still held`);
  });
});
