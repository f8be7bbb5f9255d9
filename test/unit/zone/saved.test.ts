import assert from 'node:assert/strict';
import { createLanguageService } from '../../../core/service';
import { recordsDiffer } from '../../../core/model/zone/saved';
import { isZoneModel } from '../../../core/model/zone/zone';
import { edited, slice, sourceText, type Chunk, type SourceText } from '../../../core/text/sourceText';

const circumstances = {
  now: { year: 2026, month: 11, day: 22, seconds: 1_795_348_800 },
  serialStyle: 'auto',
} as const;

const SMALL = `$TTL 1h
@ SOA ns1 host 2026112201 7200 900 1209600 3600
  NS ns1
ns1 A 192.0.2.1
www A 192.0.2.2 ; web
`;

/** An open zone with what a person does to it. */
function opened(zone: string) {
  const service = createLanguageService();
  let text: SourceText = sourceText(zone);
  service.open('z', 'dns-zone', text, { origin: 'example.com.', saved: text });
  return {
    replace(from: string, to: string) {
      const start = slice(text).indexOf(from);
      assert.ok(start >= 0, from);
      text = edited(text, { span: { start, end: start + from.length }, text: to });
      service.update('z', text);
    },
    save: () => service.saved('z'),
    isTold: () => service.findings('z').some(({ rule }) => rule === 'zone-serial-not-increased'),
    raise(when: 'now' | 'changed' | 'changing') {
      const done = service.model('z')!.editing!.raiseSerial!(circumstances, when);
      return 'refused' in done ? done.refused.text.en : done.edits.map((edit) => edit.text);
    },
  };
}

/** Texts whose chunks note that they are read; what two texts share, they still share. */
function watching() {
  const twins = new Map<Chunk, Chunk>();
  const read = new Set<Chunk>();
  const twin = (chunk: Chunk): Chunk => ({
    lineStarts: chunk.lineStarts,
    get text() {
      read.add(chunk);
      return chunk.text;
    },
  });
  const text = (original: SourceText): SourceText => ({
    ...original,
    chunks: original.chunks.map((chunk) => {
      const known = twins.get(chunk) ?? twin(chunk);
      twins.set(chunk, known);
      return known;
    }),
  });
  return { text, read };
}

describe('A zone since it was saved', () => {
  it('asks for a new serial when a record changes, until it has one', () => {
    const zone = opened(SMALL);
    assert.equal(zone.isTold(), false);
    assert.deepEqual(zone.raise('changed'), []);
    zone.replace('192.0.2.2', '192.0.2.3');
    assert.equal(zone.isTold(), true);
    assert.deepEqual(zone.raise('changed'), ['2026112202']);
    zone.replace('2026112201', '2026112202');
    assert.equal(zone.isTold(), false);
    assert.deepEqual(zone.raise('changed'), []);
    assert.deepEqual(zone.raise('now'), ['2026112203']);
  });

  it('gets a new serial for a change that is about to be made, once', () => {
    const zone = opened(SMALL);
    assert.deepEqual(zone.raise('changing'), ['2026112202']);
    zone.replace('2026112201', '2026112202');
    assert.deepEqual(zone.raise('changing'), []);
    zone.save();
    assert.deepEqual(zone.raise('changing'), ['2026112203']);
  });

  it('asks for nothing once it is saved, or all is as it was', () => {
    const zone = opened(SMALL);
    zone.replace('192.0.2.2', '192.0.2.3');
    assert.equal(zone.save(), true);
    assert.equal(zone.isTold(), false);
    zone.replace('192.0.2.3', '192.0.2.2');
    assert.equal(zone.isTold(), true);
    zone.replace('192.0.2.2', '192.0.2.3');
    assert.equal(zone.isTold(), false);
  });

  for (const [from, to] of [
    ['; web', '; the web'],
    ['www A', 'www      A'],
    ['  NS ns1\n', '@ 3600 IN ns ns1.example.com.\n'],
    ['ns1 A 192.0.2.1\nwww A 192.0.2.2 ; web\n', 'www A 192.0.2.2 ; web\nns1 A 192.0.2.1\n'],
    ['ns1 host 2026112201 7200 900 1209600 3600', 'ns1 host (\n 2026112201 2h 15m 2w 1h )'],
  ] as const) {
    it(`takes ${JSON.stringify(to)} for no change`, () => {
      const zone = opened(SMALL);
      zone.replace(from, to);
      assert.equal(zone.isTold(), false);
      assert.deepEqual(zone.raise('changed'), []);
    });
  }

  for (const [from, to] of [
    ['$TTL 1h', '$TTL 2h'],
    ['www A', 'web A'],
    ['www A', 'www 60 A'],
    ['www A', 'www CH A'],
    ['www A 192.0.2.2 ; web\n', ''],
    ['ns1 host', 'ns2 host'],
    ['1209600', '1209601'],
    ['  NS ns1\n', '  NS ns1\n$ORIGIN sub\n'],
    ['2026112201 7200', '2026112101 3600'],
  ] as const) {
    it(`takes ${JSON.stringify(to)} for a change`, () => {
      const zone = opened(SMALL);
      zone.replace(from, to);
      assert.equal(zone.isTold(), true);
    });
  }

  it('has nothing to raise without an SOA record, or with a serial that is none', () => {
    assert.match(String(opened('a A 192.0.2.1\n').raise('now')), /no SOA record/);
    assert.match(String(opened('@ SOA a b 99999999999 1 1 1 1\n').raise('now')), /32 bits/);
  });

  it('is compared where it was edited, however long it is', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `h${i} A 192.0.2.${i % 256}\n`).join('');
    const service = createLanguageService();
    const before = sourceText(SMALL + rows);
    service.open('z', 'dns-zone', before, { origin: 'example.com.' });
    const start = slice(before).indexOf('h30000 ');
    const after = edited(before, { span: { start, end: start + 1 }, text: 'x' });
    service.update('z', after);
    const model = service.model('z')!;
    assert.ok(isZoneModel(model));
    const watched = watching();
    assert.equal(recordsDiffer(watched.text(before), { ...model, text: watched.text(after) }), true);
    assert.ok(watched.read.size > 0 && watched.read.size < 6, `${watched.read.size} chunks were read`);
    const undone = edited(after, { span: { start, end: start + 1 }, text: 'h' });
    service.update('z', undone);
    const again = service.model('z')!;
    assert.ok(isZoneModel(again));
    assert.equal(recordsDiffer(before, again), false);
  });

  it('sees an entry that runs from one chunk into a changed one', () => {
    const rows = Array.from({ length: 508 }, (_, i) => `h${i} A 192.0.2.1\n`).join('');
    const tail = `t TXT ( "a"\n"b"\n"c" ) ; end\n`;
    for (const [from, differs] of [
      ['"c"', true],
      ['; end', false],
    ] as const) {
      const service = createLanguageService();
      const before = sourceText(SMALL + rows.slice(0, rows.lastIndexOf('h505')) + tail + rows);
      service.open('z', 'dns-zone', before, { origin: 'example.com.' });
      assert.ok(before.chunks.length > 1);
      const start = slice(before).indexOf(from);
      const after = edited(before, { span: { start: start + 1, end: start + 2 }, text: 'X' });
      service.update('z', after);
      const model = service.model('z')!;
      assert.ok(isZoneModel(model));
      assert.equal(recordsDiffer(before, model), differs, from);
    }
  });
});
