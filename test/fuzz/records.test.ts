import assert from 'node:assert/strict';
import type { Finding } from '../../core/features/finding';
import { recogniseRecord } from '../../core/records/recognise';
import type { DocumentContext } from '../../core/model/model';
import { RULES } from '../../core/rules/index.generated';
import { rulesByKind } from '../../core/rules/registry';
import { DMARC_READERS, type DmarcReaders, type Report } from '../../core/rules/rule';
import { createLanguageService, type LanguageService } from '../../core/service';
import { parseEntry } from '../../core/syntax/masterFile/parse';
import { render, type Message } from '../../core/text/message';
import { edited, sourceText, type SourceText } from '../../core/text/sourceText';
import { applyEdits, type Edit, type Span } from '../../core/text/span';
import { encodeCharacters } from '../../core/values/characterString';
import { holdsPrivateKey } from '../../core/values/privateKey';
import { dice, oneOf, withAccidents, type Dice } from '../support/mutate';
import { BREAKS, COMMON, KINDS, PRIVATE_BODY, SEEDS, type Kind } from './recordSeeds';

/** How many mutants in all; `MAIL_AUTH_FUZZ_RUNS=2000000` for the full measure. */
const runs = Number(process.env.MAIL_AUTH_FUZZ_RUNS ?? 8000);
const firstSeed = Number(process.env.MAIL_AUTH_FUZZ_SEED ?? 1);

/** Every so many mutants one is judged within a zone as well, which takes twenty times as long. */
const ZONE_EACH = 8;

/** So many mutants are typed into one zone, one after another; then another one is opened. */
const SESSION = 4000;

const context: DocumentContext = { origin: 'example.com.' };
const byKind = rulesByKind(RULES);

/** A zone with something for every rule that looks beyond the record; the mutant stands between the two halves. */
const BEFORE = `$TTL 3600
@ IN SOA ns1 hostmaster 1 7200 900 1209600 3600
@ IN NS ns1
@ IN NS ns2
@ IN MX 10 mail
@ IN TXT "v=spf1 mx include:_spf.example.com -all"
_spf IN TXT "v=spf1 ip4:192.0.2.0/24 ?all"
loop IN TXT "v=spf1 include:loop.example.com -all"
_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
_dmarc.sub IN TXT "v=DMARC1; p=none"
s2025._domainkey IN TXT "v=DKIM1; k=ed25519; p=/3BUaIIbx0mqdZ9CWscSGAGc2LiKXq7rgLLRN1CmsCs="
ns1 IN A 192.0.2.2
ns2 IN A 192.0.2.3
`;
const AFTER = `mail IN A 192.0.2.4
explain IN TXT "see %{o}"
sub IN MX 10 mail
`;

/** A record as an entry: in quotes or not, in one or several strings, on one or several lines. */
function written(below: Dice, owner: string, text: string): string {
  const parts: string[] = [];
  let rest = text;
  for (let cuts = below(3); cuts > 0; cuts--) {
    const at = below(rest.length + 1);
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  parts.push(rest);
  const style = below(4);
  const strings = parts.map((part) => {
    if (style === 0) return encodeCharacters(part, false);
    return `"${style === 1 ? encodeCharacters(part, true) : part.replace(/["\\]/g, '\\$&')}"`;
  });
  const middle = oneOf(below, ['IN TXT', 'TXT', '300 IN TXT', '\tTXT\t']);
  const data = below(4) === 0 ? `( ${strings.join(' ; note\n\t')} )` : strings.join(' ');
  return `${owner} ${middle} ${data}`;
}

/** The entry of one seed: its text with accidents, sometimes the way it is written as well. */
function mutant(kind: Kind, below: Dice): string {
  const { owners, texts, shards } = SEEDS[kind];
  const pieces = below(2) === 0 ? COMMON : shards;
  const text = withAccidents(below, oneOf(below, texts), pieces, 4);
  const line = written(below, oneOf(below, owners), text);
  return below(4) === 0 ? withAccidents(below, line, BREAKS, 2) : line;
}

function within(span: Span, length: number): boolean {
  return 0 <= span.start && span.start <= span.end && span.end <= length;
}

/** Nothing that moves a cursor, changes colours or the direction of text. */
const CONTROLS = new RegExp('[\\u0000-\\u001f\\u007f-\\u009f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]');

/** A stretch of a private key that is long enough to be of use to a thief. */
const STRETCH = 12;
const SECRETS = Array.from({ length: PRIVATE_BODY.length - STRETCH }, (_, at) =>
  PRIVATE_BODY.slice(at, at + STRETCH),
);

/** What is wrong with words that are shown: undefined where nothing is. */
function unfit(words: string, secret: boolean): string | undefined {
  if (words === '') return 'no words';
  if (CONTROLS.test(words)) return `control characters: ${JSON.stringify(words)}`;
  if (secret && SECRETS.some((part) => words.includes(part))) return `a private key: ${words}`;
  return undefined;
}

function checkMessage(m: Message, secret: boolean): void {
  for (const locale of ['en', 'ja'] as const) {
    const problem = unfit(render(m, locale), secret);
    if (problem !== undefined) assert.fail(`${locale}: ${problem}`);
  }
}

/** Same text again is no fix; what is made must stay within. */
function checkEdits(text: string, edits: readonly Edit[]): void {
  for (const { span } of edits) {
    if (!within(span, text.length)) assert.fail(`edits ${span.start}-${span.end} of ${text.length}`);
  }
  if (applyEdits(text, edits) === text) assert.fail('a fix that changes nothing');
}

/**
 * Judges an entry by itself: what its own rules say must stand within it, and be mended within it.
 * @returns milliseconds that reading and judging took
 */
function judgeAlone(line: string): number {
  const began = performance.now();
  const entry = parseEntry(line, { origin: 'example.com.' });
  const record = recogniseRecord(entry);
  const subjects = [
    ['zone-entry', entry] as const,
    ...(record ? [[record.kind, record.value] as const] : []),
  ];
  const said = subjects.flatMap(([kind, value]) =>
    (byKind.get(kind) ?? []).flatMap((rule) => {
      const reports: Report[] = [];
      inContext(rule.name, () => {
        rule.check(value, (report) => reports.push(report));
      });
      return reports.map((report) => ({ rule, report }));
    }),
  );
  const took = performance.now() - began;
  for (const { rule, report } of said) {
    inContext(rule.name, () => {
      const { span, message, fixes } = report;
      const { rdata } = entry;
      const data = rule.on !== 'zone-entry' && !OF_THE_OWNER.test(rule.name);
      if (!within(span, line.length) || (data && (span.start < rdata.start || span.end > rdata.end))) {
        assert.fail(`${span.start}-${span.end} of ${line.length}, data ${rdata.start}-${rdata.end}`);
      }
      checkMessage(message, false);
      for (const { title, edits } of fixes ?? []) {
        checkMessage(title, false);
        checkEdits(line, edits);
        recogniseRecord(parseEntry(applyEdits(line, edits), { origin: 'example.com.' }));
      }
    });
  }
  return took;
}

/** Rules that may mark the owner's name: it is no place for the record. */
const OF_THE_OWNER = /misplaced|foreign|unneeded|other-host/;

function inContext(what: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** A zone that is typed in again and again: the mutant of before is replaced by the next one. */
interface Bench {
  readonly readers: DmarcReaders;
  readonly service: LanguageService;
  text: SourceText;
  length: number;
}

function bench(readers: DmarcReaders): Bench {
  const service = createLanguageService({
    settings: { rules: {}, dmarcReaders: readers },
    onError: (rule, error) => {
      throw new Error(`rule ${rule}: ${String(error)}`, { cause: error });
    },
  });
  const text = sourceText(BEFORE + AFTER);
  service.open('zone', 'dns-zone', text, context);
  service.findings('zone');
  return { readers, service, text, length: 0 };
}

function type(on: Bench, line: string): readonly Finding[] {
  const start = BEFORE.length;
  on.text = edited(on.text, { span: { start, end: start + on.length }, text: line });
  on.length = line.length;
  on.service.update('zone', on.text);
  return on.service.findings('zone');
}

/** What is said of the zone with the mutant, and what an editor asks at some place of it. */
function judgeInZone(
  on: Bench,
  findings: readonly Finding[],
  zone: string,
  secret: boolean,
  below: Dice,
): void {
  for (const { rule, span, message, fixes, related } of findings) {
    inContext(rule, () => {
      if (!within(span, zone.length)) assert.fail(`${span.start}-${span.end} of ${zone.length}`);
      checkMessage(message, secret);
      for (const other of related) {
        if (!within(other.span, zone.length)) assert.fail('what is related lies outside');
        checkMessage(other.message, secret);
      }
      for (const { title, edits } of fixes) {
        checkMessage(title, secret);
        checkEdits(zone, edits);
      }
    });
  }
  const at = BEFORE.length + below(on.length + 1);
  inContext(`at ${at - BEFORE.length}`, () => {
    const expected = on.service.complete('zone', at);
    if (expected !== undefined) {
      if (!within(expected.replace, zone.length)) assert.fail('completion replaces what is outside');
      for (const { detail, documentation } of expected.candidates.slice(0, 3)) {
        if (detail !== undefined) checkMessage(detail, secret);
        if (documentation !== undefined) render(documentation, 'ja');
      }
    }
    const described = on.service.hover('zone', at);
    if (described !== undefined) {
      if (!within(described.span, zone.length)) assert.fail('hover tells of what is outside');
    }
    const { editing } = on.service.model('zone')!;
    const signature = editing?.signature?.(at);
    for (const { span } of signature?.parameters ?? []) {
      if (!within(span, signature!.label.length)) assert.fail('a parameter outside of its label');
    }
    for (const span of editing?.selections?.(at) ?? []) {
      if (!within(span, zone.length)) assert.fail('a selection outside');
    }
  });
}

/** Applies the fixes one by one and reads the zone afresh each time. */
function judgeFixes(findings: readonly Finding[], zone: string): void {
  for (const { rule, fixes } of findings) {
    for (const { edits } of fixes) {
      inContext(`${rule}, mended`, () => {
        const afresh = bench('both').service;
        const mended = applyEdits(zone, edits);
        afresh.open('mended', 'dns-zone', sourceText(mended), context);
        for (const { span } of afresh.findings('mended')) {
          if (!within(span, mended.length)) assert.fail('a finding outside');
        }
      });
    }
  }
}

/** Milliseconds of the processor: other programs may run beside. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe('mutated records', () => {
  for (const kind of KINDS) {
    const each = Math.ceil(runs / KINDS.length);
    it(`of ${kind} are judged without a slip, in a zone and by themselves (${each} records)`, function () {
      this.timeout(0);
      let benches = DMARC_READERS.map(bench);
      const failures = new Map<string, string>();
      let alone = 0;
      let inZone = 0;
      let worst = { took: 0, seed: 0 };
      let found = 0;
      let secrets = 0;
      const [clock, cpu] = [performance.now(), processor()];
      for (let seed = firstSeed; seed < firstSeed + each; seed++) {
        const below = dice(seed * KINDS.length + KINDS.indexOf(kind));
        const line = mutant(kind, below);
        if (seed % SESSION === 0) benches = DMARC_READERS.map(bench);
        try {
          const took = judgeAlone(line);
          alone += took;
          if (took > worst.took) {
            // Once more: the engine may have been cleaning up, or the machine may have been busy.
            const least = Math.min(took, judgeAlone(line), judgeAlone(line));
            if (least > worst.took) worst = { took: least, seed };
          }
          if (seed % ZONE_EACH > 0) continue;
          const secret =
            holdsPrivateKey(line) || holdsPrivateKey(parseEntry(line, { origin: '.' }).strings?.text ?? '');
          if (secret) secrets++;
          const on = oneOf(below, benches);
          const began = performance.now();
          const findings = type(on, `${line}\n`);
          inZone += performance.now() - began;
          found += findings.length;
          const zone = `${BEFORE}${line}\n${AFTER}`;
          judgeInZone(on, findings, zone, secret, below);
          if (below(8) > 0) continue;
          judgeFixes(findings, zone);
          const afresh = bench(on.readers).service;
          afresh.open('afresh', 'dns-zone', sourceText(zone), context);
          assert.deepEqual(findings, afresh.findings('afresh'), 'typed in and opened afresh agree');
        } catch (error) {
          const said = error instanceof Error ? error.message : String(error);
          const [alike] = said.split(/[\d`"]/, 1);
          failures.set(alike!, failures.get(alike!) ?? `seed ${seed}: ${said}\n${JSON.stringify(line)}`);
          benches = DMARC_READERS.map(bench);
        }
      }
      assert.equal(failures.size, 0, [...failures.values()].join('\n'));
      // Of the processor's time, not of the clock's: other programs may run beside.
      const share = (processor() - cpu) / (performance.now() - clock);
      const average = (alone / each) * Math.min(1, share);
      const said = `${average.toFixed(3)} ms a record, ${worst.took.toFixed(1)} ms at worst (seed ${worst.seed})`;
      if (process.env.MAIL_AUTH_FUZZ_RUNS !== undefined) {
        const zoned = ((inZone * ZONE_EACH) / each) * Math.min(1, share);
        console.log(
          `      ${said}; ${zoned.toFixed(2)} ms with all of a zone; ${found} findings, ${secrets} secrets`,
        );
      }
      assert.ok(found > each / ZONE_EACH, 'slips are found');
    });
  }
});
