import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryOf } from '../../../core/model/zone/anchor';
import { allGroups } from '../../../core/model/zone/groups';
import { entryAt, stateAt } from '../../../core/model/zone/locate';
import { isZoneModel, zoneReader, type ZoneModel } from '../../../core/model/zone/zone';
import { edited, slice, sourceText } from '../../../core/text/sourceText';

function zone(text: string, origin = 'example.com'): ZoneModel {
  const model = zoneReader.open(sourceText(text), { origin });
  assert.ok(isZoneModel(model));
  return model;
}

/** Every judged entry with its place, and every group: what two ways of reading must agree on. */
function picture(model: ZoneModel): unknown {
  const entries = model.sections.flatMap((section, i) =>
    section.placed.map(({ at, anchor }) => {
      const entry = entryOf(anchor);
      const start = model.sectionStart(i) + at;
      if (entry !== undefined) return [start, entry.text, entry.owner.name, entry.origin, entry.problems];
      const facet = anchor.facets[0]!;
      assert.equal(facet.kind, 'zone-directive');
      return [start, facet.value.text, facet.value.origin];
    }),
  );
  const groups = [...allGroups(model)].sort();
  const tables = model.sections.map(({ table }) => table);
  return { entries, groups, tables, apex: model.apex };
}

function strings(text: string): string[] {
  return zone(text).sections.flatMap((s) =>
    s.placed.flatMap(({ anchor }) => entryOf(anchor)?.strings?.text ?? []),
  );
}

describe('the master-file reader', () => {
  it('inherits owner, origin and TTL as RFC 1035 §5.1 has it', () => {
    const text = [
      '$TTL 1h',
      '@ IN SOA ns1 host 1 2 3 4 5',
      '_dmarc 300 IN TXT "a"',
      '  TXT "b" ; inherits its owner',
      '$ORIGIN sub',
      '@ TXT "c"',
      '',
    ].join('\n');
    const model = zone(text);
    const at = (needle: string) => entryAt(model, text.indexOf(needle))!;
    assert.equal(at('"a"').entry.owner.name, '_dmarc.example.com.');
    assert.equal(at('"a"').ttl, 300);
    assert.equal(at('"b"').entry.owner.name, '_dmarc.example.com.');
    assert.equal(at('"b"').ttl, 3600);
    assert.equal(at('"c"').entry.owner.name, 'sub.example.com.');
    assert.deepEqual(stateAt(model, text.length), { origin: 'sub.example.com.', ttl: 3600 });
  });

  it('reads several strings, escapes and parentheses as one text', () => {
    assert.deepEqual(strings('a TXT ( "v=DMARC1\\; " ; comment "\n "p=\\110one" ) \n'), ['v=DMARC1; p=none']);
    assert.deepEqual(strings('a TXT one two "three"\n'), ['onetwothree']);
    assert.deepEqual(strings('a in txt "x"\nb 5 IN TXT "y"\nc IN 5m TXT "z"\n'), ['x', 'y', 'z']);
  });

  it('takes only what is in force for an inherited owner when owners are put together late', () => {
    assert.deepEqual(
      zone('foo A 192.0.2.1\n$ORIGIN other.example.\n TXT "x"\n').sections[0]!.placed.flatMap(
        ({ anchor }) => entryOf(anchor)?.owner.name ?? [],
      ),
      ['foo.example.com.'],
    );
  });

  it('ends an unclosed parenthesis where the next record begins, but reads on where it is closed', () => {
    const open = zone('a IN TXT ( "x"\nb IN TXT "y"\nc IN TXT "z"\n');
    const entries = open.sections[0]!.placed.map(({ anchor }) => entryOf(anchor)!);
    assert.deepEqual(
      entries.map((e) => [e.owner.name, e.problems.map((p) => p.kind)]),
      [
        ['a.example.com.', ['unclosed-parenthesis']],
        ['b.example.com.', []],
        ['c.example.com.', []],
      ],
    );
    const closed = zone('a IN NSEC ( b.example.com.\nA NS TXT\nMX A NS )\nb IN TXT "y"\n');
    assert.deepEqual(
      closed.sections[0]!.placed.map(({ anchor }) => entryOf(anchor)!.problems),
      [[]],
    );
  });

  it('ends an unclosed quote with its line', () => {
    const model = zone('a IN TXT "x\nb IN TXT "y"\n');
    const kinds = model.sections[0]!.placed.map(({ anchor }) => entryOf(anchor)!.problems.map((p) => p.kind));
    assert.deepEqual(kinds, [['unclosed-quote'], []]);
  });

  it('takes the origin from the file name, and from a shorter one where the SOA record says so', () => {
    const origin = (fileName: string, text: string): string =>
      stateAt(zoneReader.open(sourceText(text), { fileName }) as ZoneModel, 0).origin;
    assert.equal(origin('example.jp.zone', '@ SOA ns1 host 1 2 3 4 5\n'), 'example.jp.');
    assert.equal(origin('db.example.jp', ''), 'example.jp.');
    assert.equal(
      origin('example.jp.internal.zone', '@ SOA ns1.example.jp. h.example.jp. 1 2 3 4 5\n'),
      'example.jp.',
    );
    assert.equal(origin('zone.txt', '@ SOA ns1.example.jp. h.example.jp. 1 2 3 4 5\n'), 'example.jp.');
    assert.equal(origin('', ''), '.');
  });

  it('reads entries that run over chunk ends', () => {
    const filler = 'www IN A 192.0.2.1\n'.repeat(510);
    const text = `${filler}_dmarc IN TXT ( "a"\n${' "b"\n'.repeat(700)} ) ; end\nnext IN TXT "c"\n`;
    const entries = zone(text).sections.flatMap((s) => s.placed.map(({ anchor }) => entryOf(anchor)!));
    assert.deepEqual(
      entries.map((e) => [e.owner.name, e.strings?.text.length]),
      [
        ['_dmarc.example.com.', 701],
        ['next.example.com.', 1],
      ],
    );
  });
});

describe('an edited zone', () => {
  const line = fc.constantFrom(
    'www IN A 192.0.2.1',
    '_dmarc IN TXT "v=DMARC1; p=none"',
    '  TXT "inherits"',
    '$ORIGIN sub.example.com.',
    '$TTL 60',
    'x IN TXT ( "a"',
    ' "b" )',
    ')',
    '"',
    'y TXT "unclosed',
    '; comment (',
    '',
  );

  it('reads the same as one read afresh', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      take: fc.nat(80),
      text: fc.oneof(
        line.map((l) => `${l}\n`),
        fc.constantFrom('(', ')', '"', 'a', '\n', ' ', '\\', ';'),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 40 }),
        fc.nat(40),
        fc.array(edit, { maxLength: 10 }),
        (lines, copies, edits) => {
          const text = `${lines.join('\n')}\n`.repeat(copies + 1);
          let model = zone(text);
          for (const { at, take, text: inserted } of edits) {
            const start = Math.floor(at * model.text.length);
            const next = edited(model.text, { span: { start, end: start + take }, text: inserted });
            model = zoneReader.update(model, next) as ZoneModel;
            assert.deepEqual(picture(model), picture(zone(slice(next))));
          }
        },
      ),
      { numRuns: 120 },
    );
  }).timeout(120_000);

  it('keeps every anchor but that of the edited record', () => {
    const text = 'a IN TXT "one"\nb IN TXT "two"\nc IN TXT "three"\n';
    const before = zone(text);
    const anchors = before.sections[0]!.placed.map((p) => p.anchor);
    const at = text.indexOf('two');
    const after = zoneReader.update(
      before,
      edited(before.text, { span: { start: at, end: at }, text: 'x' }),
    ) as ZoneModel;
    const now = after.sections[0]!.placed.map((p) => p.anchor);
    assert.deepEqual(
      now.map((anchor, i) => anchor === anchors[i]),
      [true, false, true],
    );
    assert.deepEqual([...after.changedGroups.keys], ['zone-file', 'zone-owner b.example.com.']);
  });
});
