import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../core/generator/form';
import { formFor } from '../../../core/generator/forms';
import { difference, putInto } from '../../../server/cli/generate/into';
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

  it('says where more records of the kind are left', () => {
    const twice = `${ZONE}_dmarc IN TXT "v=DMARC1; p=none"\n`;
    const { notes } = into('dmarc', {}, twice);
    assert.deepEqual(
      notes.map(({ values }) => values?.['count']),
      [2],
    );
  });

  it('keeps the line ends of the file', () => {
    const { after } = into('tls-rpt', {}, ZONE.replaceAll('\n', '\r\n'));
    assert.equal(after.replaceAll('\r\n', '').includes('\n'), false);
    assert.ok(after.includes('_smtp._tls'));
  });

  it('leaves a zone without an error or a warning, whatever was answered', function () {
    this.timeout(60_000);
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
          const lines = difference(old.join('\n'), now.join('\n'));
          const gone = lines.filter((line) => line.startsWith('-')).length;
          const come = lines.filter((line) => line.startsWith('+')).length;
          assert.equal(old.join('\n').split('\n').length - gone, now.join('\n').split('\n').length - come);
          assert.equal(old.join('\n') === now.join('\n'), lines.length === 0);
        },
      ),
    );
  });
});
