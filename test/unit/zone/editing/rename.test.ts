import assert from 'node:assert/strict';
import fc from 'fast-check';
import { READERS } from '../../../../core/languages';
import type { Model } from '../../../../core/model/model';
import { entriesBetween } from '../../../../core/model/zone/lookup';
import { isZoneModel } from '../../../../core/model/zone/zone';
import { dataNames } from '../../../../core/model/zone/editing/rdata';
import { render } from '../../../../core/text/message';
import { sourceText } from '../../../../core/text/sourceText';
import { applyEdits } from '../../../../core/text/span';
import { marked, opened } from './marked';

const zone = `$TTL 3600
@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600
  IN NS ns1
  IN MX 10 mail
  IN MX 20 mail.example.com.
ns1 IN A 192.0.2.53
mail IN A 192.0.2.25
     IN AAAA 2001:db8::25
_25._tcp.mail IN TLSA 3 1 1 00
webmail IN CNAME mail
note IN TXT "mail mail.example.com."
$ORIGIN sub.example.com.
@ IN NS mail.example.com.
www IN CNAME mail.example.com.
`;

/** The zone with the cursor at the nth place of a text (inside it). */
function at(text: string, place: string, nth = 0): string {
  let from = -1;
  for (let i = 0; i <= nth; i++) from = text.indexOf(place, from + 1);
  assert.ok(from >= 0, place);
  return `${text.slice(0, from + 1)}|${text.slice(from + 1)}`;
}

/** What a rename at the cursor makes of a zone, or why it is refused. */
function renamed(text: string, to: string, locale: 'en' | 'ja' = 'en'): string {
  const here = marked(text);
  const renaming = here.editing.rename?.(here.at, to);
  assert.ok(renaming);
  return 'refused' in renaming
    ? `refused: ${render(renaming.refused, locale)}`
    : applyEdits(here.text, renaming.edits);
}

describe('rename in zone files', () => {
  it('changes an owner, what lies below it and what points at it, each as it is written', () => {
    const expected = zone
      .replace('10 mail', '10 mx1')
      .replace('20 mail.', '20 mx1.')
      .replace('\nmail IN A', '\nmx1 IN A')
      .replace('_tcp.mail', '_tcp.mx1')
      .replace('CNAME mail\n', 'CNAME mx1\n')
      .replace('NS mail.', 'NS mx1.')
      .replace('www IN CNAME mail.', 'www IN CNAME mx1.');
    assert.equal(renamed(at(zone, 'mail IN A'), 'mx1'), expected);
    assert.equal(renamed(at(zone, 'mail.example.com.'), 'mx1.example.com.'), expected);
    assert.equal(
      renamed(at(zone, 'mail.example.com.'), 'mx1.example.com'),
      expected,
      'the dot may be left out',
    );
  });

  it('leaves text, comments and longer names alone', () => {
    const text = 'a.mail-2 A 192.0.2.1 ; mail\nmail A 192.0.2.2\nx.mail.other.example. A 192.0.2.3\n';
    assert.equal(renamed(at(text, 'mail A'), 'mx'), text.replace('\nmail A', '\nmx A'));
  });

  it('keeps the letters of what it does not rename', () => {
    const text = 'Mail A 192.0.2.1\nWWW.Mail A 192.0.2.2\nx CNAME WWW.MAIL.Example.COM.\n';
    assert.equal(
      renamed(at(text, 'Mail A'), 'Mx'),
      'Mx A 192.0.2.1\nWWW.Mx A 192.0.2.2\nx CNAME WWW.Mx.example.com.\n',
    );
  });

  it('renames a domain in its $ORIGIN, and what is relative to it follows', () => {
    const expected = zone.replace('$ORIGIN sub.', '$ORIGIN dept.');
    assert.equal(renamed(at(zone, 'sub.example.com.'), 'dept.example.com.'), expected);
    const relative = '$ORIGIN sub\nwww A 192.0.2.1\nx CNAME www.sub.example.com.\n';
    assert.equal(
      renamed(at(relative, 'sub'), 'dept'),
      '$ORIGIN dept\nwww A 192.0.2.1\nx CNAME www.dept.example.com.\n',
    );
    const atSign = '$ORIGIN sub\n@ A 192.0.2.1\n$ORIGIN example.com.\nx CNAME sub\n';
    assert.equal(renamed(at(atSign, '@'), 'dept.example.com.'), atSign.replaceAll('sub', 'dept'));
  });

  it('moves a name out of an origin by writing it in full', () => {
    const text = '$ORIGIN sub.example.com.\nwww A 192.0.2.1\na.www A 192.0.2.2\nx CNAME www\n';
    assert.equal(
      renamed(at(text, 'www'), 'www.example.com.'),
      '$ORIGIN sub.example.com.\nwww.example.com. A 192.0.2.1\na.www.example.com. A 192.0.2.2\nx CNAME www.example.com.\n',
    );
  });

  it('refuses with a reason', () => {
    assert.match(renamed(at(zone, '@ IN SOA'), 'x'), /^refused: “example\.com” is the zone itself/);
    assert.match(renamed(at(zone, 'mail IN A'), 'ns1'), /^refused: “ns1\.example\.com” has records already/);
    assert.match(renamed(at(zone, 'mail IN A'), 'a..b'), /^refused: .*two dots/);
    assert.match(renamed(at(zone, 'mail IN A'), 'a b'), /^refused: .*backslash/);
    assert.match(renamed(at(zone, 'mail IN A'), ''), /^refused: A name is needed/);
    assert.match(renamed(at(zone, 'mail IN A'), 'x'.repeat(64)), /^refused: .*63/);
    assert.match(renamed(at(zone, 'mail IN A'), 'メール'), /^refused: .*xn--/);
    assert.match(renamed(at(zone, 'mail IN A'), 'mail.example.net.'), /^refused: .*outside of the zone/);
    assert.match(renamed(at(zone, 'mail IN A'), '$x'), /^refused: .*backslash/);
    assert.match(renamed(at(zone, '3600'), 'x'), /^refused: There is no domain name/);
    assert.match(renamed(at(zone, 'mail IN A'), 'ns1', 'ja'), /すでにレコードがあります/);
  });

  it('does not take its own old name for a stranger’s', () => {
    assert.match(renamed(at(zone, 'mail IN A'), 'a.mail'), /\na\.mail IN A/);
    assert.equal(renamed(at(zone, 'mail IN A'), 'MAIL'), zone);
  });

  it('lets a name without records become one that has some', () => {
    const text = '@ SOA ns h 1 2 3 4 5\n@ MX 10 mial\nmail A 192.0.2.1\n';
    assert.equal(renamed(at(text, 'mial'), 'mail'), text.replace('mial', 'mail'));
  });

  it('does the same in another document that writes the name', () => {
    const other = opened('x CNAME mail.example.com.\ny MX 1 mail\n', 'example.net.zone');
    const edits = other.editing.renamed?.('mail.example.com.', 'mx1.example.com.') ?? [];
    assert.equal(applyEdits(other.text, edits), 'x CNAME mx1.example.com.\ny MX 1 mail\n');
    assert.deepEqual(opened('@ A 192.0.2.1\n').editing.renamed?.('example.com.', 'x.com.'), []);
  });

  it('keeps every record but for the name', function () {
    this.timeout(60_000);
    const label = fc.constantFrom(
      'a',
      'b',
      'c',
      'mail',
      '@',
      'a.b',
      'b.example.com.',
      'mail.example.com.',
      'x.',
    );
    const owner = fc.oneof(label, fc.constant(''));
    const record = fc.oneof(
      fc.tuple(owner, fc.constantFrom('CNAME', 'NS', 'PTR'), label).map((parts) => parts.join(' ')),
      fc.tuple(owner, label).map(([o, target]) => `${o} MX 10 ${target}`),
      fc.tuple(owner, label).map(([o, target]) => `${o} SRV ( 0 0\n 25 ${target} ) ; a`),
      owner.map((o) => `${o} TXT "a b mail"`),
      fc.constantFrom('$ORIGIN a', '$ORIGIN mail.example.com.', '$ORIGIN example.com.', '; a b'),
    );
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 12 }), fc.nat(), (lines, pick) => {
        const text = `@ SOA ns h 1 2 3 4 5\n${lines.join('\n')}\n`;
        const offset = pick % text.length;
        const renaming = read(text).editing?.rename?.(offset, 'new.name.example.com.');
        assert.ok(renaming);
        if ('refused' in renaming) return;
        const { edits, from, to } = renaming;
        const change = (name: string): string =>
          name === from || name.endsWith(`.${from}`) ? name.slice(0, -from.length) + to : name;
        assert.deepEqual(records(applyEdits(text, edits)), records(text, change));
      }),
      { numRuns: 600 },
    );
  });
});

function read(text: string): Model {
  return READERS['dns-zone'].open(sourceText(text), { fileName: 'example.com.zone' });
}

/** The records of a zone by their names, each name changed on the way. */
function records(text: string, change: (name: string) => string = (name) => name): string[] {
  const model = read(text);
  assert.ok(isZoneModel(model));
  return [...entriesBetween(model)].flatMap((standing) => {
    if (standing.kind !== 'record') return [];
    const { entry } = standing;
    const names = dataNames(entry);
    let data = '';
    let from = entry.rdata.start;
    for (const { span, name } of names) {
      data += entry.text.slice(from, span.start) + change(name);
      from = span.end;
    }
    return [
      `${change(entry.owner.name)} ${entry.typeName} ${data}${entry.text.slice(from, entry.rdata.end)}`,
    ];
  });
}

describe('names in zone files', () => {
  const places = (text: string, role?: string): string[] => {
    const here = marked(text);
    const name = here.editing.nameAt?.(here.at)?.name;
    assert.ok(name);
    return (here.editing.occurrences?.(name) ?? [])
      .filter((occurrence) => role === undefined || occurrence.role === role)
      .map(
        ({ span }) =>
          `${here.text.slice(0, span.start).split('\n').length}:${here.text.slice(span.start, span.end)}`,
      );
  };
  const defined = (text: string): string[] => {
    const here = marked(text);
    return (here.editing.definitions?.(here.at) ?? []).map(
      ({ start, end }) => `${here.text.slice(0, start).split('\n').length}:${here.text.slice(start, end)}`,
    );
  };

  it('are found as owners and in RDATA, however they are written', () => {
    assert.deepEqual(places(at(zone, 'mail IN A')), [
      '4:mail',
      '5:mail.example.com.',
      '7:mail',
      '10:mail',
      '13:mail.example.com.',
      '14:mail.example.com.',
    ]);
    assert.deepEqual(places(at(zone, 'mail IN A'), 'definition'), ['7:mail']);
    assert.deepEqual(places(at(zone, 'sub.example.com.')), ['12:sub.example.com.', '13:@']);
  });

  it('are found in a stretch of the document alone', () => {
    const { editing } = opened(zone);
    const start = zone.indexOf('webmail');
    const found = editing.occurrences?.('mail.example.com.', { start, end: start + 20 }) ?? [];
    assert.deepEqual(found, [{ role: 'reference', span: { start: start + 17, end: start + 21 } }]);
  });

  it('lead to their owners, else to the wildcard that answers for them', () => {
    assert.deepEqual(defined(at(zone, 'mail.example.com.', 2)), ['7:mail']);
    assert.deepEqual(defined(at(zone, 'mail', 0)), ['7:mail']);
    const wild = '@ SOA ns h 1 2 3 4 5\n*.a A 192.0.2.1\nx CNAME b.a\ny CNAME nowhere\n';
    assert.deepEqual(defined(at(wild, 'b.a')), ['2:*.a']);
    assert.deepEqual(defined(at(wild, 'nowhere')), []);
  });

  it('that are inherited lead to where they are stated last', () => {
    const text = 'a A 192.0.2.1\nb A 192.0.2.1\na A 192.0.2.2\n  A 192.0.2.3\n';
    assert.deepEqual(defined(at(text, '  A')), ['3:a']);
  });
});
