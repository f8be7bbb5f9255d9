import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { READERS } from '../../../../core/languages';
import { positionAt, sourceText } from '../../../../core/text/sourceText';
import type { Span } from '../../../../core/text/span';
import { shared } from '../../../support/shared';

const PIECES = [
  ...[
    '@',
    'a',
    'mail',
    '*',
    '*.w',
    'sub.example.com.',
    '.',
    '\\.',
    '\\255',
    '_dmarc',
    '"',
    '"a b"',
    "'",
    '\\',
  ],
  ...[' ', '\t', '\n', '\r\n', '\n ', '\n\t', ' ( ', ' ) ', ' ; note\n', ';', '\0', '日本', '\ud83d'],
  ...[' IN ', ' 1h ', ' 300 ', ' CH ', ' 99999999999 '],
  ...[
    ' A 192.0.2.1',
    ' AAAA 2001:db8::1',
    ' MX 10 mail',
    ' SRV 0 0 25 mail',
    ' TXT "v=DMARC1; p=none"',
    ' CNAME a',
  ],
  ...[
    ' SOA a b ( 1 2\n 3 4 5 )',
    ' CAA 0 issue "x"',
    ' HTTPS 1 . alpn=h2 port=',
    ' NSEC b A MX',
    ' TLSA 3 1 1 00',
  ],
  ...[
    ' LOC 51 30 N 0 7 W 1m',
    ' TYPE999 \\# 2 0001',
    ' IPSECKEY 1 3 2 mail AAAA',
    ' DNSKEY 257 3 13 AAAA',
    ' SPF x',
  ],
  ...[
    '\n$ORIGIN ',
    '\n$ORIGIN a\n',
    '\n$TTL 1d\n',
    '\n$INCLUDE f b.\n',
    '\n$GENERATE 1-3 h$ A 192.0.2.$\n',
    '\n$',
  ],
];

/** Zones of the shared corpus where it is at hand, and always a few of our own. */
function zones(): string[] {
  const own = [
    '$TTL 1h\n@ SOA ns h 1 2 3 4 5\n NS ns\nns A 192.0.2.1\n_dmarc TXT "v=DMARC1; p=reject"\n',
    '$ORIGIN example.com.\n@ ( SOA ns h (1 2 ; a\n 3 4 5 ))\nx CNAME @\ny MX 0 .\n',
  ];
  const folder = shared('corpora/zone-snippets');
  if (folder === undefined) return own;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:zone|db)$/.test(name),
  );
  return [...own, ...files.map((name) => readFileSync(join(folder, name), 'utf8'))];
}

/**
 * Asks everything that an editor may ask, and holds the answers to their promises.
 * @param sound whether the zone's records are whole: names in broken ones need not be found again
 */
function askEverything(text: string, at: number, sound = false): void {
  const source = sourceText(text);
  const model = READERS['dns-zone'].open(source, { fileName: 'example.com.zone' });
  const { editing } = model;
  assert.ok(editing);
  const inside = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
  let last = 0;
  for (const { span } of editing.tokens?.({ start: 0, end: text.length }) ?? []) {
    assert.ok(inside(span) && span.start < span.end);
    assert.ok(span.start >= last, `tokens overlap at ${span.start} in ${JSON.stringify(text)}`);
    assert.equal(
      positionAt(source, span.start).line,
      positionAt(source, span.end).line,
      JSON.stringify(text),
    );
    last = span.end;
  }
  const expected = model.expected(at);
  if (expected !== undefined) {
    assert.ok(inside(expected.replace));
    assert.ok(expected.replace.start <= at && at <= expected.replace.end, JSON.stringify(text));
  }
  const hover = model.described(at);
  assert.ok(hover === undefined || inside(hover.span));
  const signature = editing.signature?.(at);
  assert.ok(signature === undefined || signature.active < signature.parameters.length);
  let inner: Span | undefined;
  for (const span of editing.selections?.(at) ?? []) {
    assert.ok(inside(span) && span.start <= at && at <= span.end);
    assert.ok(inner === undefined || (span.start <= inner.start && inner.end <= span.end));
    inner = span;
  }
  for (const node of editing.outline?.() ?? []) assert.ok(inside(node.span) && node.name !== '');
  for (const { span } of editing.folds?.() ?? []) {
    assert.ok(positionAt(source, span.end).line > positionAt(source, span.start).line);
  }
  for (const { offset } of editing.hints?.({ start: 0, end: text.length }) ?? []) {
    assert.ok(0 <= offset && offset <= text.length);
  }
  for (const { span } of editing.links?.() ?? []) assert.ok(inside(span));
  editing.search?.('a', 10);
  for (const span of editing.definitions?.(at) ?? []) assert.ok(inside(span));
  const name = editing.nameAt?.(at);
  if (name === undefined) return;
  const found = editing.occurrences?.(name.name) ?? [];
  assert.ok(
    !sound || found.some(({ span }) => span.start === name.span.start && span.end === name.span.end),
    `${name.name} is not found in ${JSON.stringify(text)}`,
  );
  assert.deepEqual(editing.occurrences?.(name.name, { start: 0, end: text.length }), found);
  const renaming = editing.rename?.(at, 'new');
  if (renaming !== undefined && 'edits' in renaming)
    for (const { span } of renaming.edits) assert.ok(inside(span));
}

describe('what an editor may ask of a zone file', () => {
  it('is answered for every zone of the corpus, at many places', function () {
    this.timeout(60_000);
    for (const text of zones().filter(({ length }) => length < 20_000)) {
      const step = Math.max(1, Math.floor(text.length / 5));
      for (let at = 0; at <= text.length; at += step) askEverything(text, at, true);
    }
  });

  it('is answered for text that is hardly a zone', function () {
    this.timeout(120_000);
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (zone, pick) => {
        askEverything(zone, pick % (zone.length + 1));
      }),
      { numRuns: 800 },
    );
  });

  it('is answered for zones with pieces put in and taken out', function () {
    this.timeout(120_000);
    const all = zones().filter(({ length }) => length < 5000);
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(20),
        fc.constantFrom(...PIECES),
        fc.nat(),
        (which, where, cut, piece, pick) => {
          const text = all[which % all.length]!;
          const at = where % (text.length + 1);
          const changed = text.slice(0, at) + piece + text.slice(at + cut);
          askEverything(
            changed,
            pick % 2 === 0 ? Math.min(changed.length, at + piece.length) : pick % (changed.length + 1),
          );
        },
      ),
      { numRuns: 800 },
    );
  });
});
