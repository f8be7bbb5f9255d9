import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguageService } from '../../core/service';
import { zoneRefactorings } from '../../core/model/zone/editing/refactorings';
import { effectOf } from '../../core/model/zone/editing/rewrite/tags';
import { entriesBetween } from '../../core/model/zone/lookup';
import { recordKey } from '../../core/model/zone/saved';
import { sourceText } from '../../core/text/sourceText';
import { applyEdits } from '../../core/text/span';
import { dice } from '../support/mutate';
import { root, shared } from '../support/shared';
import { formatted, recordsIn, saidBy, uncovered, zoneOf } from '../support/zone';

const moment = {
  now: { year: 2026, month: 11, day: 22, seconds: 1_795_348_800 },
  serialStyle: 'auto',
} as const;

/** `MAIL_AUTH_FUZZ_RUNS=100000` for the full measure. */
const runs = Number(process.env.MAIL_AUTH_FUZZ_RUNS ?? 3000);
const firstSeed = Number(process.env.MAIL_AUTH_FUZZ_SEED ?? 1);

/** Every kind of line that the parser knows, in one zone. */
const OWN = `$ORIGIN example.com. ; origin
$TTL 1h
@ 3600 IN SOA ns1 host (
    2026112201 ; serial
\t2h 30m 2w ; timers

; a note
  1h )
 NS ns1
\tIN\tMX 10 mail ; first
   MX 5 mail2.example.net.
www.example.com. IN 300 A 192.0.2.1
*.w IN TXT "a;b" "c\\"d" e\\ f ; text
k._domainkey TXT ( "v=DKIM1; "
 "p=AAAA"
 )  ; key
_dmarc TXT v=DMARC1; p=none
x TYPE65400 \\# 4 0a000001
$GENERATE 1-4 h$ A 192.0.2.$
$INCLUDE other.zone sub
s IN SRV 0 5 5060 sip
n NSEC ( a
A NS ) 
`;

/** What has broken parsers before: structure, escapes, ends, odd characters, long runs. */
const SHARDS = [
  ...['(', ')', '"', '\\', ';', '$', '@', '\r', '\n', '\r\n', '\t', ' ', '\0', '\v', '\f', '.', '#'],
  ...['\n ', '\n\t(', ' ( ', ' ) ', '" "', '\\"', '\\;', '\\(', '\\\n', '\\\r\n', '\\2', '\\256', '\\ '],
  ...['\ud800', '\u202e', '😀', '\ufeff', '\u00a0', '\u2028', '日本'],
  ...[
    '$ORIGIN ',
    '$TTL ',
    '$INCLUDE x',
    '$GENERATE ',
    '\n$ORIGIN a.\n',
    'IN',
    ' 1h ',
    ' CH ',
    ' TXT ',
    ' A ',
  ],
  ...[
    '\nfoo A 192.0.2.1\n',
    '\n IN NS x\n',
    '\n\n\n',
    '\n;',
    ' ;',
    '\nfoo ( \n',
    '\n"a\nb" TXT c\n',
    'SOA (',
  ],
  ...[
    '('.repeat(70),
    ')'.repeat(9),
    '"'.repeat(31),
    `${'a'.repeat(63)}.`.repeat(5),
    ' '.repeat(1200),
    '\n'.repeat(99),
  ],
];

/** A zone with a few accidents: inserted shards, lost stretches, lines doubled or swapped. */
function mutated(sources: readonly string[], seed: number): string {
  const below = dice(seed);
  let text = sources[below(sources.length)]!;
  for (let count = 1 + below(5); count > 0; count--) {
    const at = below(text.length + 1);
    const far = at + below(below(5) < 4 ? 12 : 200);
    const kind = below(10);
    if (kind < 5) text = text.slice(0, at) + SHARDS[below(SHARDS.length)]! + text.slice(at);
    else if (kind < 7) text = text.slice(0, at) + text.slice(far);
    else if (kind < 8) text = text.slice(0, far) + text.slice(at);
    else {
      const lines = text.split('\n');
      const [line = ''] = lines.splice(below(lines.length), 1);
      lines.splice(below(lines.length), 0, ...(kind === 8 ? [line] : [line, line]));
      text = lines.join('\n');
    }
  }
  return text;
}

/** Our own zones, and the shared snippets where they are there (but for the few of tens of kilobytes). */
function sources(): string[] {
  const snippets = shared('corpora/zone-snippets');
  const files = [
    join(root, 'samples/example.com.zone'),
    join(root, 'samples/mistakes/example.org.zone'),
    ...(snippets === undefined
      ? []
      : readdirSync(snippets)
          .filter((name) => name.endsWith('.zone'))
          .map((name) => join(snippets, name))),
  ];
  const texts = files.map((file) => readFileSync(file, 'latin1')).filter((text) => text.length < 4000);
  return [OWN, OWN.replaceAll('\n', '\r\n'), OWN + texts[0]!, ...texts];
}

/** What holds of any text; `undefined`, or what does not. */
function broken(text: string, seed: number): string | undefined {
  const holes = uncovered(text);
  if (holes.length > 0) return `not covered: ${JSON.stringify(holes)}`;
  const options = { tabSize: 1 + (seed % 9), insertSpaces: seed % 2 > 0 };
  const once = formatted(text, options);
  if (once.replace(/[ \t]/g, '') !== text.replace(/[ \t]/g, '')) return 'more than blanks changed';
  const before = saidBy(text);
  const after = saidBy(once);
  const differs = before.findIndex((said, index) => said !== after[index]);
  if (differs >= 0 || before.length !== after.length) {
    return `says another thing: ${before[differs] ?? ''} → ${after[differs] ?? ''}`;
  }
  if (formatted(once, options) !== once) return 'formatting again changes it again';
  const start = seed % (text.length + 1);
  const part = saidBy(formatted(text, options, { start, end: start + 100 }));
  if (part.join('\n') !== before.join('\n')) return `formatting from ${start} on says another thing`;
  return undefined;
}

/** What each record does: of a tag list, its tags with the defaults that hold. */
function effectsIn(text: string): string[] {
  return [...entriesBetween(zoneOf(text), 0, text.length)].flatMap((one) =>
    one.kind === 'record' ? [effectOf(one.entry) ?? recordKey(one.entry, undefined)] : [],
  );
}

/** The text with lines taken out as long as it still fails. */
function shrunk(text: string, seed: number): string {
  let lines = text.split('\n');
  for (let i = lines.length - 1; i >= 0; i--) {
    const fewer = lines.toSpliced(i, 1);
    if (broken(fewer.join('\n'), seed) !== undefined) lines = fewer;
  }
  return lines.join('\n');
}

describe('a zone file with accidents', () => {
  it(`is covered by the tree, and formatting it is idempotent and changes no record (${runs} zones)`, function () {
    this.timeout(0);
    const from = sources();
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const text = mutated(from, seed);
      const problem = broken(text, seed);
      if (problem !== undefined) {
        const less = shrunk(text, seed);
        assert.fail(`seed ${seed}: ${broken(less, seed)!}\n${JSON.stringify(less)}`);
      }
    }
  });

  it(`says the same after every refactoring (${Math.ceil(runs / 20)} zones)`, function () {
    this.timeout(0);
    const from = sources();
    let changed = 0;
    for (let seed = firstSeed; seed < firstSeed + runs / 20; seed++) {
      const text = mutated(from, seed);
      for (const { title, edits, mends, rewords } of zoneRefactorings(
        zoneOf(text),
        { start: 0, end: text.length },
        moment,
      )) {
        if (mends !== undefined) continue;
        const made = edits();
        const said = rewords === true ? effectsIn : recordsIn;
        const before = said(text);
        const after = said(applyEdits(text, made));
        const differs = before.findIndex((said, index) => said !== after[index]);
        assert.ok(
          differs < 0 && before.length === after.length,
          `seed ${seed}, ${title.text.en}: ${before[differs] ?? ''} → ${after[differs] ?? ''}\n${JSON.stringify(text)}`,
        );
        changed += made.length;
      }
    }
    assert.ok(changed > runs / 20, 'something was rewritten');
  });

  it(`is judged by every rule without a slip (${Math.ceil(runs / 10)} zones)`, function () {
    this.timeout(0);
    const from = sources();
    const service = createLanguageService({
      onError: (rule, error) => {
        throw new Error(rule, { cause: error });
      },
    });
    for (let seed = firstSeed; seed < firstSeed + runs / 10; seed++) {
      const text = mutated(from, seed);
      service.open('zone', 'dns-zone', sourceText(text), { origin: 'example.com.' });
      for (const { span, rule } of service.findings('zone')) {
        assert.ok(
          0 <= span.start && span.start <= span.end && span.end <= text.length,
          `${rule}, seed ${seed}`,
        );
      }
    }
  });
});
