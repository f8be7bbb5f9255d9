import assert from 'node:assert/strict';
import type { OutlineNode } from '../../../../core/model/editing';
import { marked, opened } from './marked';

const zone = `$TTL 3600
@ IN SOA ns1 hostmaster (
  2026112201 ; serial
  7200 3600 1209600 3600 )
  IN NS ns1
; the hosts
; of the zone
ns1 IN A 192.0.2.53
mail IN A 192.0.2.25
  IN AAAA 2001:db8::25
$ORIGIN sub.example.com.
www 300 IN CNAME mail.example.com.
_dmarc TXT "v=DMARC1; p=none" ; watch
`;

function tree(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap(({ name, detail, kind, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === undefined ? '' : `: ${detail}`}`,
    ...tree(children ?? [], depth + 1),
  ]);
}

describe('the outline of a zone file', () => {
  it('has the owners in full and their records by type, with directives between', () => {
    const { editing } = opened(zone);
    assert.deepEqual(tree(editing.outline?.() ?? []), [
      'directive $TTL: 3600',
      'zone example.com: SOA NS',
      '  record SOA: ns1 hostmaster 2026112201 7200 3600 1209600 3600',
      '  record NS: ns1',
      'owner ns1.example.com: A',
      '  record A: 192.0.2.53',
      'owner mail.example.com: A AAAA',
      '  record A: 192.0.2.25',
      '  record AAAA: 2001:db8::25',
      'directive $ORIGIN: sub.example.com.',
      'owner www.sub.example.com: CNAME',
      '  record CNAME: mail.example.com.',
      'owner _dmarc.sub.example.com: TXT',
      '  record TXT: "v=DMARC1; p=none"',
    ]);
  });

  it('keeps every selection inside its node, and every child inside its parent', () => {
    const { editing } = opened(zone);
    const check = (nodes: readonly OutlineNode[], start: number, end: number): void => {
      for (const { span, selection, children, name } of nodes) {
        assert.ok(name !== '' && start <= span.start && span.end <= end);
        assert.ok(span.start <= selection.start && selection.end <= span.end, name);
        check(children ?? [], span.start, span.end);
      }
    };
    check(editing.outline?.() ?? [], 0, zone.length);
  });

  it('ends somewhere in a huge zone, and what is left is one node', function () {
    this.timeout(30_000);
    const text = Array.from({ length: 60_000 }, (_, i) => `h${i} IN A 192.0.2.1`).join('\n');
    const nodes = opened(text).editing.outline?.() ?? [];
    assert.ok(nodes.length < 25_000);
    assert.equal(nodes.at(-1)?.name, '…');
    assert.equal(nodes.at(-1)?.span.end, text.length);
  });
});

describe('the search over zones', () => {
  const found = (query: string, limit = 100): string[] =>
    (opened(zone).editing.search?.(query, limit) ?? []).map(({ name }) => name);

  it('finds owners by any part of their full name, each once', () => {
    assert.deepEqual(found('WWW'), ['www.sub.example.com']);
    assert.deepEqual(found('www.sub'), ['www.sub.example.com']);
    assert.deepEqual(found('sub.ex'), ['www.sub.example.com', '_dmarc.sub.example.com']);
    assert.equal(found('').length, 5);
    assert.equal(found('example', 2).length, 2);
    assert.deepEqual(found('nowhere'), []);
  });

  it('takes time in proportion to the zone: with the square of it, this would not end', function () {
    this.timeout(60_000);
    const text = Array.from({ length: 300_000 }, (_, i) => `host${i} IN A 192.0.2.1`).join('\n');
    const { editing } = opened(text);
    assert.equal(editing.search?.('host299999', 10).length, 1);
  });
});

describe('folding in zone files', () => {
  it('folds long records, comments, the records of an owner and what an $ORIGIN rules', () => {
    const lines = (opened(zone).editing.folds?.() ?? [])
      .map(({ span, kind }) => {
        const line = (at: number): number => zone.slice(0, at).split('\n').length - 1;
        return `${line(span.start)}-${line(span.end)}${kind === undefined ? '' : ` ${kind}`}`;
      })
      .sort();
    assert.deepEqual(lines, ['1-3', '10-12 region', '5-6 comment', '8-9']);
  });

  it('does not fold single lines', () => {
    assert.deepEqual(opened('; one\n\n; two\na A 192.0.2.1\nb A 192.0.2.2\n').editing.folds?.(), []);
  });
});

describe('selections in zone files', () => {
  it('grow from a string’s text to the records of the owner', () => {
    const { editing, at, text } = marked(
      'mail A 192.0.2.25\na TXT "one| two" "three"\n  A 192.0.2.1\nb A 192.0.2.2\n',
    );
    const spans = editing.selections?.(at) ?? [];
    assert.deepEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
      [
        'one two',
        '"one two"',
        '"one two" "three"',
        'a TXT "one two" "three"',
        'a TXT "one two" "three"\n  A 192.0.2.1',
      ],
    );
  });

  it('grow in directives and have nothing on blank lines', () => {
    const { editing, at, text } = marked('$INCLUDE "h|osts" sub\n\n');
    assert.deepEqual(
      editing.selections?.(at).map(({ start, end }) => text.slice(start, end)),
      ['hosts', '"hosts"', '"hosts" sub', '$INCLUDE "hosts" sub'],
    );
    assert.deepEqual(editing.selections(text.length), []);
  });
});

describe('semantic tokens of zone files', () => {
  const words = (text: string): string[] =>
    (opened(text).editing.tokens?.({ start: 0, end: text.length }) ?? []).map(
      ({ span, type, modifiers }) =>
        `${text.slice(span.start, span.end)} ${[type, ...(modifiers ?? [])].join('.')}`,
    );

  it('tell what each word is', () => {
    assert.deepEqual(words('a 300 IN MX 10 mail ; note'), [
      'a variable.declaration',
      '300 number',
      'IN keyword',
      'MX type.defaultLibrary',
      '10 number',
      'mail variable',
      '; note comment',
    ]);
    assert.deepEqual(words('@ HTTPS 1 . alpn=h2').slice(-3), ['alpn property', '= operator', 'h2 string']);
    assert.deepEqual(words('@ NSEC b A MX').slice(-2), ['A type.defaultLibrary', 'MX type.defaultLibrary']);
    assert.deepEqual(words('@ SPF "x"')[1], 'SPF type.defaultLibrary.deprecated');
    assert.deepEqual(words('@ DS 1 RSASHA256 2 00')[3], 'RSASHA256 enumMember');
    assert.deepEqual(words('@ TYPE999 \\# 1 00').slice(-3), ['\\# operator', '1 number', '00 number']);
  });

  it('tell the tags of a DMARC record from their values', () => {
    assert.deepEqual(words('_dmarc TXT "v=DMARC1; p=none; fo=1:d; pct=5; x=y"').slice(2), [
      '" string',
      'v property',
      '= operator',
      'DMARC1 enumMember',
      ';  string',
      'p property',
      '= operator',
      'none enumMember',
      ';  string',
      'fo property',
      '= operator',
      '1 enumMember',
      ': string',
      'd enumMember',
      ';  string',
      'pct property',
      '= operator',
      '5 number',
      ';  string',
      'x variable',
      '= operator',
      'y" string',
    ]);
  });

  it('tell the terms of an SPF record, also in split strings', () => {
    assert.deepEqual(words('@ TXT ( "v=spf1 inc" ; note\n "lude:%{d}.example" " ~a/24" )').slice(2), [
      '( operator',
      '" string',
      'v property',
      '= operator',
      'spf1 enumMember',
      '  string',
      'inc keyword',
      '" string',
      '; note comment',
      '" string',
      'lude keyword',
      ': operator',
      '%{d} macro',
      '.example variable',
      '" string',
      '"  string',
      '~ operator',
      'a keyword',
      '/24 number',
      '" string',
      ') operator',
    ]);
  });

  it('tell directives and their words', () => {
    assert.deepEqual(words('$ORIGIN a.\n$TTL 1h\n$INCLUDE f b.'), [
      '$ORIGIN macro',
      'a. namespace',
      '$TTL macro',
      '1h number',
      '$INCLUDE macro',
      'f string',
      'b. namespace',
    ]);
    assert.deepEqual(words('$GENERATE 1-2 h$ 60 IN A 192.0.2.$'), [
      '$GENERATE macro',
      '1-2 number',
      'h$ variable',
      '60 number',
      'IN keyword',
      'A type',
      '192.0.2.$ string',
    ]);
  });

  it('of a stretch are those of the entries that it touches', () => {
    const { editing } = opened(zone);
    const at = zone.indexOf('2001:db8::25');
    const tokens = editing.tokens?.({ start: at, end: at + 5 }) ?? [];
    assert.deepEqual(
      tokens.map(({ span }) => zone.slice(span.start, span.end)),
      ['2001:db8::25'],
    );
  });
});

describe('inlay hints in zone files', () => {
  it('say the owner that is inherited, what completes a name, and the TTL', () => {
    const { editing } = opened(zone);
    const hints = editing.hints?.({ start: 0, end: zone.length }) ?? [];
    let text = '';
    let from = 0;
    for (const { offset, label } of [...hints].sort((a, b) => a.offset - b.offset)) {
      assert.ok(typeof label === 'string');
      text += `${zone.slice(from, offset)}«${label}»`;
      from = offset;
    }
    const lines = text.split('\n');
    assert.equal(lines[3], '  7200 3600 1209600 3600 )');
    assert.equal(lines[4], '«example.com.»  «3600 »IN NS ns1«.example.com.»');
    assert.equal(lines[8], 'mail«.example.com.» «3600 »IN A 192.0.2.25');
    assert.equal(lines[9], '«mail.example.com.»  «3600 »IN AAAA 2001:db8::25');
    assert.equal(lines[11], 'www«.sub.example.com.» 300 IN CNAME mail.example.com.');
  });

  it('belong to settings of their own', () => {
    const { editing } = opened(zone);
    const settings = new Set(editing.hints?.({ start: 0, end: zone.length }).map(({ setting }) => setting));
    assert.deepEqual([...settings].sort(), ['zone.inlayHints.owner', 'zone.inlayHints.ttl']);
  });
});

describe('links in zone files', () => {
  it('are the files that $INCLUDE names', () => {
    const text = '$INCLUDE hosts/a.zone\n$INCLUDE "b c.zone" sub\na A 192.0.2.1\n';
    const links = opened(text).editing.links?.() ?? [];
    assert.deepEqual(
      links.map(({ path, span }) => [path, text.slice(span.start, span.end)]),
      [
        ['hosts/a.zone', 'hosts/a.zone'],
        ['b c.zone', 'b c.zone'],
      ],
    );
    assert.equal(opened(text).editing.links?.({ start: 30, end: 30 }).length, 1);
  });
});
