import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalRecords } from '../../core/model/zone/canonical';
import type { Include } from '../../core/model/model';
import { sourceText } from '../../core/text/sourceText';

/** `MAIL_AUTH_FUZZ_RUNS=100000` for the full measure. */
const numRuns = Number(process.env.MAIL_AUTH_FUZZ_RUNS ?? 2000);

const include: Include = (path) =>
  path === 'loop'
    ? { text: sourceText('$INCLUDE loop\nloop A 192.0.2.1\n'), include }
    : path === 'inc'
      ? { text: sourceText(' TXT inside\n$ORIGIN deep\nb 7 A 192.0.2.1\n$TTL 9\n'), include }
      : { problem: 'missing' };

const line = fc.constantFrom(
  ...[
    '$ORIGIN sub',
    '$ORIGIN example.org.',
    '$ORIGIN .',
    '$TTL 1h',
    '$TTL 4294967295',
    '$TTL x',
    '$INCLUDE inc',
  ],
  ...[
    '$INCLUDE "inc" x.example.com.',
    '$INCLUDE loop',
    '$INCLUDE lost',
    '$GENERATE 1-4 g${0,3,x} 5 A 192.0.2.$',
  ],
  ...['$GENERATE 7-3 h$ A 192.0.2.$', '$GENERATE 9-12/2 ${0,5,n} PTR a\\$$', '$GENERATE 1-2 a$ TXT "\\"$ "'],
  ...[
    '@ IN SOA ns1 host 1 2h 3 4 77',
    '@ 5 SOA a b ( 1 2',
    '3 4 5 )',
    ' NS ns1',
    'a 10 A 192.0.2.1',
    'A 20 A 192.0.2.2',
    'a 30 4 A 192.0.2.3',
    'a 50 A IN 192.0.2.4',
  ],
  ...[
    'a.example.com. 30 IN A 192.0.2.1',
    'b MX 10 Mail',
    'b MX 10 mail',
    '\\097 TXT "a;b" c\\"d \\255\\000',
    '"q" A 192.0.2.3',
  ],
  ...[
    'é TXT é',
    'x TYPE65400 \\# 4 0a000001',
    'x TYPE1 \\# 4 0a000001',
    'y CH TXT z',
    'c CNAME @',
    '* A 192.0.2.9',
  ],
  ...[
    's 1 RRSIG A 8 2 3600 20300101000000 20200101000000 1 @ AAAA',
    'n NSEC \\@.b A TYPE65534',
    'l LOC 1 N 2 E 3m',
  ],
  ...[
    'h HTTPS 1 . alpn="h2,h3" port=443',
    'u URI 1 2 "x"',
    'o.example.org. 3 A 192.0.2.1',
    ' A 192.0.2.8',
    ')',
    '(',
    '"',
    ';',
  ],
);
const shard = fc.constantFrom(
  '(',
  ')',
  '"',
  '\\',
  ';',
  '$',
  '@',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\0',
  '.',
  '\ud800',
  '\ufeff',
  '\\300',
);

/** The records of a zone; each line is checked for its form. */
function records(text: string, origin: string): string[] {
  const found = [
    ...canonicalRecords({ text: sourceText(text), origin, apex: origin, include }, () => undefined),
  ];
  for (const one of found) assert.match(one, /^\S+ \d+ IN [A-Z0-9-]+(?: .*)?$/);
  return found;
}

describe('the records of mutated zones', function () {
  this.timeout(3_600_000);

  it('are left out where servers refuse them: a second TTL, a class behind the type', () => {
    const zone = 'a 20 A 192.0.2.2\na 30 4 A 192.0.2.3\na 30 IN IN A 192.0.2.4\na 30 A IN 192.0.2.5\n';
    assert.deepEqual(records(zone, 'example.com.'), ['a.example.com. 20 IN A 192.0.2.2']);
  });

  it('are printed without a slip, and are the same when they are read again', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(400), shard), { maxLength: 3 }),
        (lines, wounds) => {
          let text = lines.join('\n');
          for (const [at, piece] of wounds) text = text.slice(0, at) + piece + text.slice(at);
          const once = records(text, 'example.com.');
          assert.deepEqual(records(once.join('\n'), 'example.com.'), once);
        },
      ),
      { numRuns, seed: Number(process.env.MAIL_AUTH_FUZZ_SEED ?? 1) },
    );
  });
});
