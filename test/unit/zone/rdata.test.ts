import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RR_TYPES, rrType, rrTypeCode } from '../../../core/facts/rrTypes';
import type { ZoneEntry } from '../../../core/syntax/masterFile/entry';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { writeRdata } from '../../../core/syntax/masterFile/rdata/write';
import { dice, mutatedRecords, validRecords } from '../../differential/madeRecords';

function read(text: string): ZoneEntry {
  return parseEntry(text, { origin: 'example.com.', owner: { name: 'example.com.', written: '@' } });
}

function canonical(text: string): string | undefined {
  const { type, octets } = read(`x ${text}`).data;
  return octets === undefined ? undefined : writeRdata(type, octets);
}

/** Records and their RDATA as named-compilezone of BIND 9.18 wrote it. */
const WRITTEN: readonly (readonly [string, string])[] = [
  ['A 192.0.2.1', '192.0.2.1'],
  ['AAAA 1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['AAAA ::1:2', '::0.1.0.2'],
  ['AAAA ::ffff:0:0', '::ffff:0.0.0.0'],
  ['MX 010 a\\.b\\;c\\032\\001.Mail', '10 a\\.b\\;c\\032\\001.Mail.example.com.'],
  ['SOA @ h.b. 1 2h 1h30m 2w 4294967295', 'example.com. h.b. 1 7200 5400 1209600 4294967295'],
  ['TXT "a\\"b\\\\c\\001;" plain \\255 ""', '"a\\"b\\\\c\\001;" "plain" "\\255" ""'],
  ['CAA 0 issue a@b', '0 issue "a@b"'],
  ['URI 1 2 "x y"', '1 2 "x y"'],
  ['NAPTR 1 2 s z3950 "" b', '1 2 "s" "z3950" "" b.example.com.'],
  ['LOC 1 2 3.4 S 170 59 59.999 E -5.5m 0m 1.5m 95m', '1 2 3.400 S 170 59 59.999 E -5.50m 0.00m 1m 90m'],
  ['LOC 51 N 0 W 0', '51 0 0.000 N 0 0 0.000 E 0.00m 1m 10000m 10m'],
  ['CERT 3 0 17 aGVs', 'PGP 0 17 aGVs'],
  ['CERT OID 0 PRIVATEDNS aGVs', 'OID 0 PRIVATEDNS aGVs'],
  ['APL 1:10.0.0.0/8 !2:1::/16 2:::/0', '1:10.0.0.0/8 !2:1::/16 2:::/0'],
  ['NSEC B A TYPE65000 TYPE1 CAA URI', 'B.example.com. A URI CAA TYPE65000'],
  ['NXT b A TYPE127', 'b.example.com. A 127'],
  [
    'RRSIG TYPE300 5 3 86400 1048354263 20030220173103 2642 @ aGVs',
    'TYPE300 5 3 86400 20030322173103 20030220173103 2642 example.com. aGVs',
  ],
  [
    'SVCB 1 b port=443 key65="a b" alpn="f\\\\\\\\oo\\\\,bar,h2"',
    '1 b.example.com. alpn="f\\\\\\\\oo\\\\,bar,h2" port=443 key65="a b"',
  ],
  ['HTTPS 1 . mandatory=port,alpn alpn=h2 port=1', '1 . mandatory=alpn,port alpn="h2" port=1'],
  ['SVCB 1 b alpn=h2 dohpath=/q{?dns}', '1 b.example.com. alpn="h2" key7="/q{?dns}"'],
  ['HIP 2 20010010 AwEA b', '2 20010010 AwEA b.example.com.'],
  ['AMTRELAY 1 1 3 B', '1 1 3 B.example.com.'],
  ['IPSECKEY 10 0 2 . AQNR', '10 0 2 . AQNR'],
  ['A6 63 FFFF:FFFF:FFFF:FFFF:: b', '63 0:0:0:1:: b.example.com.'],
  ['NSAP 0x47.0005.80', '0x47000580'],
  ['ATMA +61200000000', '+61200000000'],
  ['NID 1 0000:0000:0000:0001', '1 0:0:0:1'],
  ['EUI48 00-00-5E-00-53-2A', '00-00-5e-00-53-2a'],
  ['WKS 192.0.2.1 TCP smtp 80', '192.0.2.1 6 25 80'],
  ['DSYNC CDS 1 5300 b', 'CDS NOTIFY 5300 b.example.com.'],
  [
    'NSEC3 1 1 12 aabbccdd 2vptu5timamqttgl4luu9kg21e0aor3s A',
    '1 1 12 AABBCCDD 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S A',
  ],
  ['TYPE65534 \\# 4 dead beef', '\\# 4 DEADBEEF'],
  ['TYPE257 \\# 8 000569737375653b', '0 issue ";"'],
  [
    'KEYDATA 20030322173103 20030322173103 20030322173103 257 3 8 aGVs',
    '\\# 19 3E7C9DD73E7C9DD73E7C9DD70101030868656C',
  ],
  [`DS 1 8 9 ${'00'.repeat(30)}`, `1 8 9 ${'00'.repeat(28)} 0000`],
];

/** Mistakes, marked by square brackets, and the kind of problem that is told of them. */
const MISTAKES: readonly (readonly [string, string])[] = [
  ['MX [70000] b', 'bad-number'],
  ['MX [b 10]', 'swapped-fields'],
  ['MX 10 b [c d]', 'extra-field'],
  ['MX [10]', 'missing-field'],
  ['MX 10 a[..]b', 'bad-name'],
  ['MX 10 a[!]b', 'bad-name'],
  ['A [192.0.2.256]', 'bad-address'],
  ['DNSKEY 257 3 13 AA[*]C', 'bad-encoding'],
  ['DNSKEY 257 3 13 AAEC B[_]UF', 'bad-encoding'],
  ['NSEC b A [FOO] MX', 'bad-type-list'],
  ['SVCB 1 b alpn=h2 port=[65536]', 'bad-service-parameter'],
  ['SVCB 1 b [prot]=1', 'bad-service-parameter'],
  ['LOC 51 [60] N 0 W 0', 'bad-location'],
  ['RRSIG A 13 2 1 [20301301000000] 0000000001 1 b AAEC', 'bad-time'],
  ['TLSA 3 1 1 [00 01]', 'digest-length'],
  ['TYPE65534 \\# [4] dead', 'bad-generic-data'],
  ['HINFO a "x[\\0]6y"', 'bad-escape'],
  ['TXT "a" “b', 'bad-character'],
];

describe('the record types', () => {
  it('have each its own code and every text in both languages', () => {
    const codes = [...RR_TYPES.values()].map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const { name, meaning, reference, fields } of RR_TYPES.values()) {
      for (const text of [meaning, ...fields.map((field) => field.meaning)]) {
        assert.ok(text.en !== '' && text.ja !== '' && text.en !== text.ja, `${name}: ${text.en}`);
      }
      assert.notEqual(reference, '');
      const open = fields.findIndex(({ repeated }) => repeated === true);
      assert.ok(open < 0 || open === fields.length - 1, name);
    }
  });

  it('are found in any case and by number', () => {
    assert.equal(rrType('nsec3param')?.code, 51);
    assert.equal(rrType('type257')?.name, 'CAA');
    assert.equal(rrType('TYPE65534'), undefined);
    assert.equal(rrTypeCode('TYPE65534'), 65_534);
    assert.equal(rrTypeCode('TYPE65536'), undefined);
    assert.equal(rrTypeCode('TXTT'), undefined);
  });
});

describe('RDATA', () => {
  it('is written as BIND writes it', () => {
    for (const [text, written] of WRITTEN) assert.equal(canonical(text), written, text);
  });

  it('reads the same when it is written and read again', () => {
    for (const { type, text } of validRecords(dice(7), 25)) {
      const written = canonical(text);
      assert.ok(written !== undefined, text);
      const { octets } = read(`x ${text}`).data;
      const again =
        type.name === 'SIG' || type.name === 'NXT' ? octets : read(`x ${type.name} ${written}`).data.octets;
      assert.equal(again, octets, `${text} → ${written}`);
    }
  });

  it('of a known type is the same in the generic form', () => {
    for (const { type, text } of validRecords(dice(9), 5)) {
      const { octets } = read(`x ${text}`).data;
      const hex = Array.from(octets ?? '', (o) => o.charCodeAt(0).toString(16).padStart(2, '0')).join('');
      const entry = read(`x TYPE${type.code} \\# ${hex.length / 2} ${hex}`);
      assert.equal(entry.data.octets, octets, text);
      assert.deepEqual(entry.problems, [], text);
    }
  });

  it('has each mistake marked where it stands', () => {
    for (const [marked, kind] of MISTAKES) {
      const start = marked.indexOf('[') + 2;
      const text = `x ${marked.replace(/[[\]]/g, '')}`;
      const problems = read(text).problems.filter((problem) => problem.kind === kind);
      assert.ok(problems.length > 0, marked);
      if (start < 2) continue;
      assert.deepEqual(problems[0]!.span, { start, end: marked.indexOf(']') + 1 }, marked);
    }
  });

  it('tells names in full and numbers as they are', () => {
    const { fields } = read('x SRV 1 2 053 Host.Sub').data;
    assert.deepEqual(
      fields.map(({ field, name, number }) => [field.name, name ?? number]),
      [
        ['priority', 1],
        ['weight', 2],
        ['port', 53],
        ['target', 'host.sub.example.com.'],
      ],
    );
    const soa = read('x SOA @ b. 1 1h 2 3 4').data.fields;
    assert.deepEqual(
      soa.map(({ name, number }) => name ?? number),
      ['example.com.', 'b.', 1, 3600, 2, 3, 4],
    );
  });

  it('is read whatever it is, with every span inside of the entry', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'A',
        'MX',
        'SOA',
        'TXT',
        'SVCB',
        'LOC',
        'NSEC3',
        'IPSECKEY',
        'HIP',
        'APL',
        'CAA',
        'A6',
        'IN',
        '300',
        '\\#',
      ),
      fc.constantFrom(
        '1',
        '192.0.2.1',
        '::',
        '"',
        '"a b"',
        '(',
        ')',
        ';',
        '\\',
        '\\1',
        'alpn="h2"',
        '=',
        '-',
        '　',
        '\0',
        '\ufeff',
        '“',
      ),
      fc.string({ maxLength: 12 }),
    );
    const whole = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    const made = fc.constantFrom(...mutatedRecords(dice(3)).map(({ text }) => `x ${text}`));
    fc.assert(
      fc.property(fc.oneof(whole, made), (text) => {
        const line = text.replace(/\n/g, ' ');
        const entry = read(line);
        for (const { span } of [...entry.problems, ...entry.data.fields]) {
          assert.ok(
            span.start >= 0 && span.start <= span.end && span.end <= line.length,
            JSON.stringify(line),
          );
        }
        if (entry.data.octets !== undefined) writeRdata(entry.data.type, entry.data.octets);
      }),
      { numRuns: 3000 },
    );
  }).timeout(120_000);

  it('is written in some form whatever the octets are', () => {
    const type = fc.constantFrom(...RR_TYPES.values());
    const octets = fc.uint8Array({ maxLength: 80 }).map((bytes) => String.fromCharCode(...bytes));
    fc.assert(
      fc.property(type, octets, (rr, data) => {
        assert.ok(!/undefined|NaN/.test(writeRdata(rr, data)));
      }),
      { numRuns: 5000 },
    );
  }).timeout(120_000);
});
