import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replacing, zoneLine } from '../../../core/generator/publish/zone';
import { recordPlace, zoneApex } from '../../../core/model/zone/place';
import { entryAt } from '../../../core/model/zone/locate';
import { isZoneModel, zoneReader, type ZoneModel } from '../../../core/model/zone/zone';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { insertionOf } from '../../../server/generator/putInto';

const record = { owner: '_dmarc.example.com.', type: 'TXT', value: 'v=DMARC1; p=reject', ttl: 3600 } as const;

function zone(text: string, fileName = 'example.com.zone'): ZoneModel {
  const model = zoneReader.open(sourceText(text), { fileName });
  assert.ok(isZoneModel(model));
  return model;
}

/** The zone with the record put in its place. */
function inserted(text: string): string {
  const place = insertionOf(recordPlace(zone(text), record.owner));
  const line = `${place.breakBefore ? '\n' : ''}${zoneLine(record, place)}\n`;
  return text.slice(0, place.offset) + line + text.slice(place.offset);
}

/** Owner, type and data of every record, in file order. */
function records(text: string): string[] {
  const model = zone(text);
  const found: string[] = [];
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1 || text.length) {
    const located = entryAt(model, at);
    if (located?.start === at)
      found.push(
        `${located.entry.owner.name} ${located.entry.typeName} ${located.entry.strings?.text ?? ''}`,
      );
  }
  return found;
}

describe('the place for a record', () => {
  it('is behind the TXT records of its domain, and no inherited owner changes by it', () => {
    const text =
      '$TTL 1h\n@ IN SOA ns1 host 1 2 3 4 5\n  IN TXT "v=spf1 -all"\n\n  ; still the apex\n  IN MX 10 mail\nmail IN A 192.0.2.1\n';
    const after = inserted(text);
    assert.ok(after.includes('  IN MX 10 mail\n_dmarc IN TXT "v=DMARC1; p=reject"\nmail IN A'), after);
  });

  it('is behind other records of its own owner first', () => {
    const after = inserted('$TTL 1h\n_dmarc IN TXT "token"\n@ IN TXT "v=spf1 -all"\n');
    assert.equal(
      after,
      '$TTL 1h\n_dmarc IN TXT "token"\n_dmarc IN TXT "v=DMARC1; p=reject"\n@ IN TXT "v=spf1 -all"\n',
    );
  });

  it('is the end of the file otherwise, behind a line break', () => {
    assert.equal(
      inserted('$TTL 1h\nmail IN A 192.0.2.1'),
      '$TTL 1h\nmail IN A 192.0.2.1\n_dmarc IN TXT "v=DMARC1; p=reject"\n',
    );
    assert.equal(inserted(''), '_dmarc\t3600\tIN\tTXT\t"v=DMARC1; p=reject"\n');
  });

  it('is behind records of other types of its owner where there is no text, in their columns', () => {
    const text =
      '$TTL 1h\n@       IN SOA ns1 host 1 2 3 4 5\n        IN MX  10 mail\nmail    IN A   192.0.2.1\n';
    const spf = { ...record, owner: 'example.com.', value: 'v=spf1 mx -all' };
    const wanted = { type: 'TXT', kind: 'spf-record' } as const;
    const place = insertionOf(recordPlace(zone(text), spf.owner, wanted));
    const after = `${text.slice(0, place.offset)}${zoneLine(spf, place)}\n${text.slice(place.offset)}`;
    assert.ok(after.includes('10 mail\n@       IN TXT "v=spf1 mx -all"\nmail    IN A'), after);
    // Among records of several types, those of its own come first.
    const mixed = recordPlace(zone(`$TTL 1h\n@ IN MX 10 a\n@ IN TXT "x"\n`), spf.owner, {
      type: 'MX',
      kind: undefined,
    });
    assert.equal(mixed.neighbour?.typeName, 'MX');
  });

  it('asks for the owner form of the origin in force there', () => {
    assert.ok(
      inserted('$TTL 1h\n$ORIGIN sub.example.com.\nx IN A 192.0.2.1\n').includes(
        '\n_dmarc.example.com. IN TXT "',
      ),
    );
    assert.ok(
      inserted('$TTL 1h\n$ORIGIN sub.example.com.\n').endsWith(
        '\n_dmarc.example.com.\tIN\tTXT\t"v=DMARC1; p=reject"\n',
      ),
    );
    assert.ok(
      inserted('$TTL 1h\n$ORIGIN com.\nexample TXT "v=spf1 -all"\n$ORIGIN org.\n').includes(
        '\n_dmarc.example TXT "v=DMARC1',
      ),
    );
  });

  it('never changes what the other records are', () => {
    const lines = fc.constantFrom(
      '@ IN TXT "v=spf1 -all"',
      '  IN TXT "more"',
      '  IN MX 10 mail',
      '_dmarc.sub IN TXT ( "v=DMARC1;"\n "p=none" )',
      '$ORIGIN sub',
      '$ORIGIN example.com.',
      '; comment',
      '',
      '\t300 IN A 192.0.2.1',
      'k._domainkey IN TXT "v=DKIM1; p="',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), fc.boolean(), (chosen, open) => {
        const text = ['@ IN SOA ns1 host 1 2 3 4 5', ...chosen].join('\n') + (open ? '' : '\n');
        const before = records(text);
        const after = records(inserted(text));
        const own = after.indexOf('_dmarc.example.com. TXT v=DMARC1; p=reject');
        assert.ok(own >= 0, inserted(text));
        assert.deepEqual(after.toSpliced(own, 1), before, inserted(text));
      }),
      { numRuns: 300 },
    );
  }).timeout(120_000);

  it('knows the policy that is there already, and replaces its data alone', () => {
    const text = '$TTL 1h\n_dmarc 300 IN TXT ( "v=DMARC1; " ; old\n  "p=none" ) ; keep me\n';
    const { existing } = recordPlace(zone(text), record.owner);
    assert.equal(existing.length, 1);
    const { start, entry } = existing[0]!;
    assert.equal(start, 8);
    const data = { start: start + entry.rdata.start, end: start + entry.rdata.end };
    const edits = replacing(record, {
      text: entry.text,
      owner: entry.owner.name,
      data,
      origin: entry.origin,
    });
    const after = applyEdits(text, edits);
    assert.deepEqual(records(after), ['_dmarc.example.com. TXT v=DMARC1; p=reject']);
    assert.ok(after.endsWith('; keep me\n'), after);
  });

  it('knows a policy whose owner lacks its final dot, and mends the owner', () => {
    const text = '_dmarc.example.com 300 IN TXT "v=DMARC1; p=none"\n';
    const { start, entry } = recordPlace(zone(text), record.owner).existing[0]!;
    const edits = replacing(record, {
      text: entry.text,
      owner: entry.owner.name,
      ownerSpan: entry.owner.span!,
      data: { start: start + entry.rdata.start, end: start + entry.rdata.end },
      origin: entry.origin,
    });
    assert.equal(applyEdits(text, edits), '_dmarc 300 IN TXT "v=DMARC1; p=reject"\n');
  });

  it('takes other texts at the name and other domains’ policies for what they are', () => {
    const text =
      '_dmarc IN TXT "token"\n_dmarc.sub IN TXT "v=DMARC1; p=none"\nx._report._dmarc IN TXT "v=DMARC1"\n';
    assert.deepEqual(recordPlace(zone(text), record.owner).existing, []);
  });
});

describe('the zone’s own name', () => {
  it('is the owner of its SOA record', () => {
    assert.equal(
      zoneApex(zone('$ORIGIN example.net.\n@ IN SOA a. b. 1 2 3 4 5\n', 'zones.txt')),
      'example.net.',
    );
    assert.equal(zoneApex(zone('; head\nexample.net. IN SOA a. b. 1 2 3 4 5\n', 'x.txt')), 'example.net.');
  });

  it('is the origin that file and file name tell otherwise', () => {
    assert.equal(zoneApex(zone('mail IN A 192.0.2.1\n')), 'example.com.');
    assert.equal(zoneApex(zone('$ORIGIN example.net.\nmail IN A 192.0.2.1\n', 'x.txt')), 'example.net.');
    assert.equal(zoneApex(zone('', 'x.txt')), '.');
  });
});
