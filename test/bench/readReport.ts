// Reads the report named on the command line and does with it what the view does: a line of JSON for each step. It runs
// by itself, bundled, so that its use of memory is that of the reader.
import { closeSync, openSync, readSync } from 'node:fs';
import {
  defaultLimits,
  filterRows,
  groupRows,
  judging,
  kindsOf,
  loadFile,
  moreSortColumns,
  orderAhead,
  overview,
  parseQuery,
  platformOf,
  readiness,
  reportStore,
  sortColumns,
  sortRows,
  type GroupKey,
  type SortColumn,
} from '../../core/report';

/** What one step cost, in milliseconds; `memory` is the most that the process had so far, in MB. */
export interface Step {
  readonly name: string;
  readonly user: number;
  readonly wall: number;
  readonly memory: number;
}

function now(): { readonly user: number; readonly wall: number } {
  return { user: process.cpuUsage().user / 1000, wall: performance.now() };
}

function tell(name: string, since: ReturnType<typeof now>): void {
  const { user, wall } = now();
  const memory = process.resourceUsage().maxRSS / 1024;
  const step: Step = { name, user: user - since.user, wall: wall - since.wall, memory };
  console.log(JSON.stringify(step));
}

function step(name: string, work: () => unknown): void {
  const since = now();
  work();
  tell(name, since);
}

function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  for (;;) {
    const buffer = new Uint8Array(2 ** 18);
    const length = readSync(file, buffer);
    if (length === 0) break;
    yield buffer.subarray(0, length);
  }
  closeSync(file);
}

/** Columns that may have a different text in each record. */
const slowColumns = [
  'sourceIp',
  'headerFrom',
  'envelopeFrom',
  'spfResults',
  'reasons',
] as const satisfies readonly SortColumn[];

async function main(path: string): Promise<void> {
  const store = reportStore();
  const begin = now();
  let first = true;
  for await (const count of loadFile(store, path, piecesOf(path), platformOf(globalThis), defaultLimits)) {
    if (first && count > 0) tell('first rows', begin);
    first = false;
  }
  tell('read', begin);
  const all = filterRows(store, undefined);
  for (const query of [
    'spf=fail',
    'count>10 and spf=fail and from:example.com',
    'ip=*.2?',
    'ip=10.0.0.0/8',
    'm1',
    'c7z',
    'from=m1.example.com',
    'comment:c7z',
    'spf-domain=*c7*',
    'has:reason',
  ]) {
    step(`filter ${query}`, () => filterRows(store, parseQuery(query).expression));
  }
  // Sorting at once, and when the worker had a moment before.
  for (const column of slowColumns) {
    step(`first sort ${column}`, () => sortRows(store, all, [{ column, descending: true }]));
  }
  step('order of all columns ahead', () => {
    for (const ahead = orderAhead(store); ahead.next().done !== true;);
  });
  for (const column of [...sortColumns, ...moreSortColumns]) {
    step(`sort ${column}`, () => sortRows(store, all, [{ column, descending: true }]));
  }
  const keys: readonly GroupKey[] = ['network', 'source', 'organisation'];
  for (const by of keys) {
    step(`group ${by}`, () => {
      const grouping = groupRows(store, all, by);
      return Array.from({ length: Math.min(50, grouping.length) }, (_, index) => grouping.group(index));
    });
  }
  const networks = groupRows(store, all, 'network');
  step('kinds of all sources', () => kindsOf(store, networks));
  step('judge 50 sources', () => {
    const judge = judging(store, networks);
    return Array.from({ length: Math.min(50, networks.length) }, (_, index) => judge(index));
  });
  step('overview', () => overview(store, all, { most: 100 }));
  step('readiness', () => readiness(store, all, { p: 'reject' }, { most: 100 }));
}

const [, , path] = process.argv;
if (path === undefined) throw new Error('which report?');
void main(path);
