import assert from 'node:assert/strict';
import type { Program } from '../../core/facts/rrTypes';
import { writeRdata } from '../../core/syntax/masterFile/rdata/write';
import { parseEntry } from '../../core/syntax/masterFile/parse';
import { createLanguageService } from '../../core/service';
import { sourceText } from '../../core/text/sourceText';
import { dice, mutatedRecords, TYPES, validRecords, type MadeRecord } from './madeRecords';
import { missingTools, openTools, type Tools } from './tools';

const PROGRAMS: readonly Program[] = ['BIND', 'NSD', 'Knot'];
const HEAD =
  '$ORIGIN example.com.\n$TTL 3600\n@ IN SOA ns1 host 1 7200 3600 1209600 3600\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
const HEAD_LINES = 5;

/** How many records go into a file at once: the tools are quick, starting them is not. */
const BATCH = 250;

/** What every program and we say of a record. */
interface Judged extends MadeRecord {
  readonly accepts: ReadonlySet<Program>;
  readonly error: boolean;
  /** The RDATA as we write it, where we know it. */
  readonly ours: string | undefined;
}

/** A zone of records with a blank line behind each: NSD names the line below where it misses something at the end. */
function zoneOf(records: readonly (MadeRecord | undefined)[]): string {
  return (
    HEAD + records.map((record, i) => (record === undefined ? '\n\n' : `r${i} ${record.text}\n\n`)).join('')
  );
}

/** Which record of such a zone stands at a line or right above it. */
function recordAtLine(line: number): number {
  return Math.floor((line - HEAD_LINES - 1) / 2);
}

/**
 * Which records of a batch a program takes: those that it complains of are taken out until it takes the rest. Where
 * it names none (it may crash), each half is tried by itself.
 */
function acceptedBy(
  tools: Tools,
  program: Program,
  records: readonly (MadeRecord | undefined)[],
): Set<number> {
  const left = [...records];
  const present = (): number[] => left.flatMap((record, i) => (record === undefined ? [] : [i]));
  for (;;) {
    const verdict = tools.check(program, zoneOf(left));
    if (verdict.accepted) return new Set(present());
    const guilty = verdict.lines.map(recordAtLine).filter((i) => left[i] !== undefined);
    if (guilty.length === 0) break;
    for (const i of guilty) left[i] = undefined;
  }
  const rest = present();
  if (rest.length <= 1) return new Set();
  const middle = rest[rest.length >> 1]!;
  const halves = [(i: number): boolean => i < middle, (i: number): boolean => i >= middle];
  return new Set(
    halves.flatMap((inHalf) => [
      ...acceptedBy(
        tools,
        program,
        left.map((record, i) => (inHalf(i) ? record : undefined)),
      ),
    ]),
  );
}

function judgeAll(tools: Tools, records: readonly MadeRecord[]): Judged[] {
  const judged: Judged[] = [];
  for (let at = 0; at < records.length; at += BATCH) {
    const batch = records.slice(at, at + BATCH);
    const taken = new Map(PROGRAMS.map((program) => [program, acceptedBy(tools, program, batch)]));
    batch.forEach((record, i) => {
      const text = `r${i} ${record.text}`;
      const { data } = parseEntry(text, { origin: 'example.com.' });
      judged.push({
        ...record,
        accepts: new Set(PROGRAMS.filter((program) => taken.get(program)!.has(i))),
        error: errorsOf(text),
        ours: data.octets === undefined ? undefined : writeRdata(data.type, data.octets),
      });
    });
  }
  return judged;
}

/** Whether a rule on the record itself reports an error. */
function errorsOf(text: string): boolean {
  const service = createLanguageService();
  service.open('zone', 'dns-zone', sourceText(`${HEAD}${text}\n`), { origin: 'example.com' });
  return service
    .findings('zone')
    .some(
      ({ rule, severity, span }) =>
        severity === 'error' && rule.startsWith('zone-') && span.start >= HEAD.length,
    );
}

function told(records: readonly Judged[]): string {
  return records
    .slice(0, 60)
    .map(({ text, ours }) => `${text.slice(0, 160)}   (we: ${ours ?? 'no data'})`)
    .join('\n');
}

describe('records of every type, as BIND, NSD and Knot take them', function () {
  this.timeout(600_000);
  let tools: Tools | undefined;

  before(function () {
    const missing = missingTools();
    if (missing.length === 0) {
      tools = openTools('example.com');
      console.log(`      ${tools.versions.join(' | ')}`);
      return;
    }
    console.log(`      skipped: ${missing.join(', ')} not installed`);
    this.skip();
  });
  after(() => tools?.close());

  it('are no error where all take them, and one where none does', () => {
    const roll = dice(2026);
    const judged = judgeAll(tools!, [...validRecords(roll, 12), ...mutatedRecords(roll)]);
    const count = (programs: number): number =>
      judged.filter(({ accepts }) => accepts.size === programs).length;
    console.log(
      `      ${judged.length} records of ${TYPES.length} types: ${count(3)} taken by all, ${count(0)} by none`,
    );
    // What was read before may tell in a batch (Knot), so what looks wrong is tried by itself.
    const alone = (record: Judged): number =>
      PROGRAMS.filter((program) => tools!.check(program, zoneOf([record])).accepted).length;
    const strict = judged.filter(({ accepts, error }) => accepts.size === 3 && error);
    assert.equal(told(strict.filter((record) => alone(record) === 3)), '');
    const blind = judged.filter(({ accepts, error }) => accepts.size === 0 && !error);
    assert.equal(told(blind.filter((record) => alone(record) === 0)), '');
    // Where they differ it is no error as a rule; strings of over 255 octets are one, though Knot divides them.
    const harsh = judged.filter(({ accepts, error }) => accepts.size > 0 && accepts.size < 3 && error);
    console.log(`      ${harsh.length} of those on which they differ are errors of ours`);
  });

  it('have the RDATA that BIND writes', () => {
    const roll = dice(1035);
    const made = validRecords(roll, 40);
    const taken = [...acceptedBy(tools!, 'BIND', made)].map((i) => made[i]!);
    assert.ok(taken.length > made.length / 2);
    const lines = tools!.compile(zoneOf(taken));
    const written = new Map<number, string>();
    for (const line of lines ?? []) {
      const match = /^r(\d+)\.example\.com\.\s+\d+\s+IN\s+\S+(?:\s+(.*?))?(?: ; resign=\d+)?$/.exec(line);
      if (match !== null) written.set(Number(match[1]), (match[2] ?? '').trimEnd());
    }
    assert.equal(written.size, taken.length);
    const differ = taken.flatMap(({ text }, i) => {
      const { data } = parseEntry(`r${i} ${text}`, { origin: 'example.com.' });
      const ours = data.octets === undefined ? undefined : writeRdata(data.type, data.octets);
      return ours === written.get(i)
        ? []
        : [`${text}\n  ours ${ours ?? 'no data'}\n  BIND ${written.get(i)!}`];
    });
    assert.equal(differ.slice(0, 30).join('\n'), '');
    console.log(`      ${taken.length} records of ${TYPES.length} types`);
  });
});
