import assert from 'node:assert/strict';
import { recogniseRecord } from '../../core/records/recognise';
import { describedInRecord, expectedInRecord } from '../../core/records/cursor';
import { RULES } from '../../core/rules/index.generated';
import { rulesByKind } from '../../core/rules/registry';
import type { Report } from '../../core/rules/rule';
import type { SubjectKind } from '../../core/model/subject';
import { parseEntry } from '../../core/syntax/masterFile/parse';
import { render } from '../../core/text/message';
import { applyEdits } from '../../core/text/span';
import { ED25519, RSA1024, RSA2048 } from '../unit/dkim/keys';

/** `MAIL_AUTH_FUZZ_RUNS=2000000` for the full measure. */
const runs = Number(process.env.MAIL_AUTH_FUZZ_RUNS ?? 20_000);
const firstSeed = Number(process.env.MAIL_AUTH_FUZZ_SEED ?? 1);

const SEEDS = [
  `s2026._domainkey IN TXT ( "v=DKIM1; h=sha256; k=rsa; t=y:s; s=email; n=note; "\n\t"p=${RSA2048.slice(0, 250)}" ; half\n\t"${RSA2048.slice(250)}" )`,
  `s._domainkey 300 IN TXT "v=DKIM1\\; k=ed25519\\; p=${ED25519}\\;"`,
  `s TXT "k=rsa; g=*; p=${RSA1024}"`,
  `s._domainkey TXT "p=-----BEGIN PUBLIC KEY-----${RSA1024}-----END PUBLIC KEY-----"`,
  '_adsp._domainkey TXT "dkim=discardable; x=1"',
  '_mta-sts IN TXT "v=STSv1; id=20261122T0900;"',
  '_smtp._tls IN TXT "v=TLSRPTv1\\; rua=mailto:tls@example.com,https://example.com/tls"',
  'default._bimi IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/m.pem; avp=brand"',
];

/** What has broken readers of keys before. */
const SHARDS = [
  ...[';', '=', '==', '"', '\\', '" "', '\\;', '\\n', '\\061', ' ', '\t', '(', ')', ',', ':', '-', '_', '.'],
  ...['v=DKIM1', 'p=', 'k=', 'k=ed25519', 'h=sha1', 't=', 's=', 'g=', 'n=', 'P=', 'id=', 'rua=', 'l=', 'a='],
  ...[
    'MII',
    'MIGf',
    'AAAA',
    'AwEAAQ',
    '-----BEGIN ',
    'KEY-----',
    'ssh-rsa ',
    '…',
    '“',
    '\u3000',
    '\0',
    '\ud800',
  ],
  ...[
    'mailto:',
    'https://',
    'http:',
    '@',
    '!',
    '//',
    'x'.repeat(300),
    '='.repeat(200),
    '-'.repeat(300),
    ' '.repeat(400),
  ],
];

/** Numbers below a limit that a seed determines (mulberry32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  };
}

/** A record with a few accidents: inserted shards, lost and doubled stretches, single characters changed. */
function mutated(seed: number): string {
  const below = numbers(seed);
  let text = SEEDS[below(SEEDS.length)]!;
  for (let count = 1 + below(4); count > 0; count--) {
    const at = below(text.length + 1);
    const kind = below(10);
    const far = Math.min(text.length, at + below(kind === 9 ? 120 : 6));
    if (kind < 5) text = text.slice(0, at) + SHARDS[below(SHARDS.length)]! + text.slice(at);
    else if (kind < 8) text = text.slice(0, at) + text.slice(far);
    else text = text.slice(0, far) + text.slice(at);
  }
  return text;
}

const byKind = rulesByKind(RULES);

function judge(kind: SubjectKind, value: unknown, seed: number): Report[] {
  const found: Report[] = [];
  for (const rule of byKind.get(kind) ?? []) {
    try {
      rule.check(value as never, (report) => found.push(report));
    } catch (error) {
      throw new Error(`${rule.name}, seed ${seed}`, { cause: error });
    }
  }
  return found;
}

describe('key records and their kin with accidents', () => {
  it(`are read and judged: no crash, no finding outside, none slow (${runs} records)`, function () {
    this.timeout(0);
    let slowest = 0;
    const before = process.cpuUsage();
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const line = mutated(seed);
      const start = performance.now();
      const entry = parseEntry(line, { origin: 'example.com.' });
      const record = recogniseRecord(entry);
      const found = [
        ...judge('zone-entry', entry, seed),
        ...(record === undefined ? [] : judge(record.kind, record.value, seed)),
      ];
      const took = performance.now() - start;
      slowest = Math.max(slowest, took);
      for (const { span, message, fixes } of found) {
        const inside = (s: { start: number; end: number }): boolean =>
          0 <= s.start && s.start <= s.end && s.end <= line.length;
        assert.ok(inside(span), `seed ${seed}`);
        assert.ok(render(message, 'en') !== '' && render(message, 'ja') !== '');
        for (const { edits } of fixes ?? []) {
          assert.ok(
            edits.every((edit) => inside(edit.span)),
            `seed ${seed}`,
          );
          assert.notEqual(
            applyEdits(line, edits),
            line,
            `a fix that changes nothing, seed ${seed}: ${render(message, 'en')} ${line}`,
          );
        }
      }
      if (record === undefined || seed % 8 !== 0) continue;
      const at = seed % (line.length + 1);
      const described = describedInRecord(record, at);
      if (described !== undefined) assert.ok(described.span.end <= line.length, `seed ${seed}`);
      const expected = expectedInRecord(record, at);
      if (expected !== undefined) assert.ok(expected.replace.end <= line.length, `seed ${seed}`);
    }
    // Of the processor, not of the clock: other tests may run beside.
    const used = process.cpuUsage(before);
    const average = (used.user + used.system) / 1000 / runs;
    // A few records only measure how the engine warms up.
    if (runs >= 5000) assert.ok(average < 1, `${average.toFixed(3)} ms a record`);
    assert.ok(slowest < 2000, `the slowest took ${slowest.toFixed(0)} ms`);
  });
});
