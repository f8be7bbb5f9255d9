import assert from 'node:assert/strict';
import { RULES } from '../../core/rules/index.generated';
import type { Rule } from '../../core/rules/rule';
import { recogniseRecord } from '../../core/records/recognise';
import { parseEntry } from '../../core/syntax/masterFile/parse';
import { encodeCharacters } from '../../core/values/characterString';

/** How many records are tried; `MAIL_AUTH_FUZZ=2000000` for a long run. */
const RUNS = Number(process.env['MAIL_AUTH_FUZZ'] ?? 20_000);

const RECORDS = [
  'v=spf1 include:_spf.google.com include:spf.protection.outlook.com ip4:192.0.2.0/24 ip6:2001:db8::/32 -all',
  'v=spf1 a mx ptr a:mail.example.com/24//64 mx:example.net exists:%{ir}.%{l1r+-}._spf.%{d2} ~all',
  'v=spf1 redirect=_spf.example.com exp=explain.example.com x=%{s}',
  'v=spf1 +ip4:198.51.100.7 ?include:example.org. -ip6:::ffff:192.0.2.1/128 all',
];

const PIECES = [
  ' ',
  '  ',
  '\t',
  ',',
  ';',
  ':',
  '=',
  '/',
  '//',
  '%',
  '%{',
  '}',
  '%{d}',
  '+',
  '-',
  '~',
  '?',
  '"',
  '\\',
  '.',
  '..',
  '@',
  'all',
  '-all',
  'a',
  'mx',
  'ptr',
  'include:',
  'ip4:',
  'ip6:',
  'exists:',
  'redirect=',
  'exp=',
  'v=spf1',
  'spf',
  '192.0.2.1',
  '::',
  '24',
  '129',
  '0',
  '–',
  '“',
  'ü',
  '\u00a0',
  '\u200b',
  '\0',
  '😀',
  '\ud800',
  'x'.repeat(64),
];

/** Numbers that look random and come again with the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** A record with some slips, written as a zone entry with splits and escapes. */
function mutated(pick: (below: number) => number): string {
  let text = RECORDS[pick(RECORDS.length)]!;
  for (let slips = pick(5); slips >= 0; slips--) {
    const at = pick(text.length + 1);
    const piece = pick(4) === 0 ? '' : PIECES[pick(PIECES.length)]!;
    text = text.slice(0, at) + piece + text.slice(at + pick(6));
  }
  const cut = pick(text.length + 1);
  const strings = pick(3) === 0 ? [text.slice(0, cut), text.slice(cut)] : [text];
  const written = strings.map((part) => {
    const inner = pick(2) === 0 ? encodeCharacters(part, true) : part.replace(/["\\]/g, '\\$&');
    return `"${inner}"`;
  });
  return pick(4) === 0 ? `@ TXT ( ${written.join(' ; note\n  ')} )` : `@ TXT ${written.join(' ')}`;
}

describe('mutated SPF records', () => {
  it(`are judged without a slip, and none takes long (${RUNS} of them)`, function () {
    this.timeout(0);
    const rules = RULES.filter((rule): rule is Rule<'spf-record'> => rule.on === 'spf-record');
    assert.ok(rules.length > 20);
    const pick = numbers(7208);
    let judged = 0;
    let found = 0;
    const started = process.cpuUsage().user;
    for (let run = 0; run < RUNS; run++) {
      const line = mutated(pick);
      const record = recogniseRecord(parseEntry(line, { origin: 'example.com.' }));
      if (record?.kind !== 'spf-record') continue;
      judged++;
      const { start, end } = record.value.entry.rdata;
      const inside = (span: { start: number; end: number }): boolean =>
        start <= span.start && span.start <= span.end && span.end <= end;
      for (const rule of rules) {
        rule.check(record.value, ({ span, fixes }) => {
          found++;
          if (!inside(span))
            assert.fail(`${rule.name} at ${span.start}-${span.end} of ${JSON.stringify(line)}`);
          for (const { edits } of fixes ?? []) {
            if (!edits.every((edit) => inside(edit.span)))
              assert.fail(`${rule.name} mends outside of ${line}`);
          }
        });
      }
    }
    const average = (process.cpuUsage().user - started) / 1000 / RUNS;
    assert.ok(judged > RUNS / 2, `${judged} were SPF records`);
    assert.ok(found > judged, 'slips are found');
    assert.ok(average < 1, `${average.toFixed(3)} ms a record`);
  });
});
