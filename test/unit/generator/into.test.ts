import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { sourceText } from '../../../core/text/sourceText';
import { applyEdits } from '../../../core/text/span';
import { circumstancesOf } from '../../../server/circumstances';
import { difference, putInto } from '../../../server/cli/generate/into';
import { editsBetween } from '../../../server/generator/lineDifference';
import { putRecordsInto } from '../../../server/generator/putInto';
import { graveFindings, paths, walk } from './support';

const ZONE = [
  '$TTL 1h',
  '@       IN SOA ns1 hostmaster 2020010101 7200 3600 1209600 3600',
  '        IN NS  ns1',
  '        IN NS  ns2',
  '        IN A   192.0.2.79',
  '        IN MX  10 mail',
  '        IN TXT "v=spf1 mx -all" ; senders',
  '        IN TXT "token"',
  'ns1     IN A   192.0.2.53',
  'ns2     IN A   198.51.100.53',
  'mail    IN A   192.0.2.25',
  'mta-sts IN A   192.0.2.80',
  '_dmarc  IN TXT "v=DMARC1; p=reject"',
  '',
].join('\n');

function into(kind: string, given: Record<string, string>, zone = ZONE) {
  const form = formFor(kind)!;
  const { records } = form.generate(completed(form, { domain: 'example.com', ...given }));
  return putInto(zone, 'example.com.zone', records);
}

function serialOf(zone: string): string | undefined {
  return /SOA \S+ \S+ (\d+)/.exec(zone)?.[1];
}

describe('putting records into a zone file', () => {
  it('replaces the record of the same kind alone, and raises the serial', () => {
    const { before, after } = into('spf', { mx: 'y', addresses: '192.0.2.25' });
    assert.deepEqual(
      difference(before, after).map((line) => line.replace(/ (?:20\d{8}) 7200/, ' SERIAL 7200')),
      [
        '-@       IN SOA ns1 hostmaster SERIAL 7200 3600 1209600 3600',
        '+@       IN SOA ns1 hostmaster SERIAL 7200 3600 1209600 3600',
        '-        IN TXT "v=spf1 mx -all" ; senders',
        '+        IN TXT "v=spf1 ip4:192.0.2.25 mx ~all" ; senders',
      ],
    );
    assert.ok(after.includes('"token"'));
  });

  it('puts a null MX in the place of the MX record', () => {
    const { after } = into('no-mail', {});
    assert.match(after, /\n {8}IN MX {2}0 \.\n/);
    assert.match(after, /\n\*\._domainkey\s+IN\s+TXT\s+"v=DKIM1; p="\n/);
    assert.ok(!after.includes('10 mail'));
  });

  it('puts several records of a set beside each other', () => {
    const { after, notes } = into('authorisation', { for: 'example.net, example.org' });
    assert.ok(after.includes('example.net._report._dmarc') && after.includes('example.org._report._dmarc'));
    assert.deepEqual(notes, []);
    const host = into('mta-sts', { host: '192.0.2.81, 2001:db8::81' });
    assert.match(host.after, /mta-sts\s+IN\s+A\s+192\.0\.2\.81\n/);
    assert.match(host.after, /mta-sts\s+IN\s+AAAA\s+2001:db8::81\n/);
    assert.ok(!host.after.includes('192.0.2.80'));
  });

  it('changes nothing, not even the serial, where the records are there already', () => {
    const first = into('spf', { mx: 'y' }).after;
    const { before, after } = into('spf', { mx: 'y' }, first);
    assert.equal(after, before);
  });

  it('leaves out what cannot stand beside what is there, and says so', () => {
    const { after, notes } = into('mta-sts', { host: 'web.example.net' });
    assert.ok(!after.includes('CNAME') && after.includes('_mta-sts'));
    assert.deepEqual(
      notes.map(({ values }) => values?.['type']),
      ['CNAME'],
    );
  });

  it('puts one record in the place of several of its kind', () => {
    const twice = `${ZONE}_dmarc IN TXT "v=DMARC1; p=none" ; old\n        IN TXT "token"\n`;
    const { after, notes } = into('dmarc', { p: 'quarantine' }, twice);
    assert.deepEqual(notes, []);
    assert.equal(after.match(/v=DMARC1/g)?.length, 1);
    assert.match(after, /; old\n/);
    // What took its owner from the one that went states it now.
    assert.match(after, /\n_dmarc {2}IN TXT "token"\n/);
  });

  it('puts a null MX in the place of all MX records', () => {
    const { after } = into(
      'no-mail',
      {},
      ZONE.replace('MX  10 mail\n', 'MX  10 mail\n        IN MX  20 ns1\n'),
    );
    assert.equal(after.match(/\bMX\b/g)?.length, 1);
    assert.match(after, /\bMX {2}0 \.\n/);
  });

  it('leaves a record that says the same as it is written', () => {
    const wide = ZONE.replace('"v=spf1 mx -all"', '( "v=spf1 mx"\n  " ~all" )');
    const { before, after } = into('spf', { mx: 'y', addresses: '', all: '~all' }, wide);
    assert.equal(after, before);
  });

  it('leaves out what lies in another zone, and says so', () => {
    const { before, after, notes } = into('dmarc', { domain: 'example.net' });
    assert.equal(after, before);
    assert.deepEqual(
      notes.map(({ values }) => values?.['owner']),
      ['_dmarc.example.net.'],
    );
  });

  it('leaves an alias alone that stands at the name', () => {
    const aliased = ZONE.replace(
      '_dmarc  IN TXT "v=DMARC1; p=reject"',
      '_dmarc  IN CNAME _dmarc.example.net.',
    );
    const { before, after, notes } = into('dmarc', {}, aliased);
    assert.equal(after, before);
    assert.equal(notes[0]?.values?.['other'], 'CNAME');
  });

  it('raises the serial once for what was put in since the file was saved', () => {
    const saved = sourceText(ZONE);
    const circumstances = circumstancesOf(undefined);
    const form = formFor('tls-rpt')!;
    const { records } = form.generate(completed(form, { domain: 'example.com' }));
    const context = { fileName: 'example.com.zone', saved };
    const first = putRecordsInto(ZONE, records, context, circumstances);
    assert.notEqual(serialOf(first.after), serialOf(ZONE));
    const dmarc = formFor('dmarc')!;
    const more = dmarc.generate(completed(dmarc, { domain: 'example.com' })).records;
    const second = putRecordsInto(first.after, more, context, circumstances);
    assert.notEqual(second.after, first.after);
    assert.equal(serialOf(second.after), serialOf(first.after));
  });

  it('gives edits that make the one text from the other, whatever was answered', () => {
    fc.assert(
      fc.property(paths, fc.constantFrom('\n', '\r\n'), (picks, lineEnd) => {
        const form = formFor('domain')!;
        const answers = completed(form, { ...walk(form, picks), domain: 'example.com' });
        const zone = ZONE.replaceAll('\n', lineEnd);
        const { before, after } = putInto(zone, 'example.com.zone', form.generate(answers).records);
        assert.equal(applyEdits(before, editsBetween(before, after)), after);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ab\n\r]{0,30}$/),
        fc.stringMatching(/^[abc\n\r]{0,30}$/),
        (old, now) => {
          assert.equal(applyEdits(old, editsBetween(old, now)), now);
        },
      ),
    );
  }).timeout(120_000);

  it('keeps the line ends of the file', () => {
    const { after } = into('tls-rpt', {}, ZONE.replaceAll('\n', '\r\n'));
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
    assert.ok(after.includes('_smtp._tls'));
  });

  it('leaves a zone without an error or a warning, whatever was answered', function () {
    this.timeout(600_000);
    for (const kind of ['dmarc', 'spf', 'dkim', 'tls-rpt', 'mta-sts', 'bimi', 'authorisation']) {
      const form = formFor(kind)!;
      // A host for policies without the record that announces one is a warning of its own.
      const zone = kind === 'mta-sts' ? ZONE : ZONE.replace(/^mta-sts .*\n/m, '');
      fc.assert(
        fc.property(paths, (picks) => {
          const answers = completed(form, { ...walk(form, picks), domain: 'example.com' });
          const { after } = putInto(zone, 'example.com.zone', form.generate(answers).records);
          assert.deepEqual(graveFindings(after), [], after);
        }),
        { numRuns: 15 },
      );
    }
  });

  it('shows as a difference what makes the one text from the other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }),
        fc.array(fc.constantFrom('a', 'b', 'd', ''), { maxLength: 12 }),
        (old, now) => {
          const [before, after] = [old, now].map((lines) => lines.map((line) => `${line}\n`).join(''));
          const lines = difference(before!, after!);
          const gone = lines.filter((line) => line.startsWith('-')).length;
          const come = lines.filter((line) => line.startsWith('+')).length;
          assert.equal(old.length - gone, now.length - come);
          assert.equal(before === after, lines.length === 0);
        },
      ),
    );
  }).timeout(120_000);
});
