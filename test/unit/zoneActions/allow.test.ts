import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answered } from '../../../core/evaluate/dns';
import { allowing, type Allowance, type AllowRequest } from '../../../core/evaluate/spf/allow';
import { checkHost } from '../../../core/evaluate/spf/checkHost';
import { knownZone, zoneResolver } from '../../../core/evaluate/zoneResolver';
import { parseEntry } from '../../../core/syntax/masterFile/parse';
import { render } from '../../../core/text/message';
import { parseIp } from '../../../core/values/ipAddress';

/** Answers from example.com, whose SPF record is `text`, and from more records. */
function resolverWith(text: string, more: readonly string[] = []) {
  const lines = [
    '@ SOA ns1 host 1 2 3 4 5',
    '@ MX 10 mail',
    `@ TXT "${text}"`,
    'mail A 192.0.2.25',
    '_spf TXT "v=spf1 ip4:203.0.113.0/24 ?all"',
    ...more,
  ];
  const entries = lines.map((line) => parseEntry(line, { origin: 'example.com.' }));
  return zoneResolver([
    knownZone(
      'example.com.',
      entries.map((entry) => ({ owner: entry.owner.name, entry: () => entry })),
    ),
  ]);
}

function asked(
  text: string,
  addresses: readonly string[],
  more: Partial<AllowRequest> = {},
  records?: string[],
) {
  const request = { domain: 'example.com.', owner: 'example.com.', text, addresses, ...more };
  return allowing(request, resolverWith(text, records));
}

function ways(...args: Parameters<typeof asked>): readonly Allowance[] {
  const told = asked(...args);
  assert.ok('ways' in told, 'refused' in told ? render(told.refused, 'en') : '');
  return told.ways;
}

function refused(...args: Parameters<typeof asked>): string {
  const told = asked(...args);
  assert.ok('refused' in told);
  assert.notEqual(render(told.refused, 'ja'), '');
  return render(told.refused, 'en');
}

const warnings = ({ warnings: said }: Allowance): string => said.map((one) => render(one, 'en')).join('\n');

/** What a receiver makes of an address once the record says `text`. */
function resultOf(address: string, text: string): string {
  const request = { ip: parseIp(address)!, mailFrom: 'user@example.com', helo: 'mail.example.com' };
  return answered(checkHost(request), resolverWith(text)).result;
}

describe('allowing a sender in SPF', () => {
  it('adds the narrowest terms before the record’s end', () => {
    const [way] = ways('v=spf1 mx -all', ['198.51.100.5', '198.51.100.4', '2001:db8::1']);
    assert.equal(way?.text, 'v=spf1 mx ip4:198.51.100.4/31 ip6:2001:db8::1 -all');
    assert.deepEqual(way.results, [
      { address: '198.51.100.5', before: 'fail', after: 'pass' },
      { address: '198.51.100.4', before: 'fail', after: 'pass' },
      { address: '2001:db8::1', before: 'fail', after: 'pass' },
    ]);
    assert.deepEqual(way.budget.after, { lookups: 1, voidLookups: 0, complete: true });
    assert.deepEqual(way.length, { before: 14, after: way.text.length });
    assert.deepEqual(way.warnings, []);
  });

  it('adds them before a redirect, and where nothing ends the record', () => {
    const more = { addresses: ['198.51.100.5'] };
    assert.equal(
      ways('v=spf1 redirect=_spf.example.com', more.addresses)[0]?.text,
      'v=spf1 ip4:198.51.100.5 redirect=_spf.example.com',
    );
    assert.equal(
      ways('v=spf1 mx exp=why.example.com', more.addresses)[0]?.text,
      'v=spf1 mx ip4:198.51.100.5 exp=why.example.com',
    );
    assert.equal(ways('v=spf1', more.addresses)[0]?.text, 'v=spf1 ip4:198.51.100.5');
    assert.equal(ways('v=spf1 -all mx', more.addresses)[0]?.text, 'v=spf1 ip4:198.51.100.5 -all mx');
  });

  it('says what the record allows already, and leaves it out', () => {
    assert.match(refused('v=spf1 mx -all', ['192.0.2.25']), /allows 192\.0\.2\.25 already \(mx\)/);
    assert.match(refused('v=spf1 +all', ['198.51.100.5']), /already \(\+all\)/);
    const [way] = ways('v=spf1 mx -all', ['192.0.2.25', '198.51.100.5']);
    assert.deepEqual(way?.terms, ['ip4:198.51.100.5']);
    assert.match(warnings(way), /allows them already: 192\.0\.2\.25/);
  });

  it('refuses addresses that nobody sees, and what is none', () => {
    assert.match(refused('v=spf1 -all', ['10.0.0.1', 'fe80::1']), /no address .* 10\.0\.0\.1, fe80::1/);
    assert.match(refused('v=spf1 -all', ['mail.example.com']), /no address/);
    assert.match(
      warnings(ways('v=spf1 -all', ['192.168.1.1', '198.51.100.5'])[0]!),
      /Left out.*192\.168\.1\.1/,
    );
  });

  it('reads IPv4 addresses written as IPv6', () => {
    assert.deepEqual(ways('v=spf1 -all', ['::ffff:198.51.100.5'])[0]?.terms, ['ip4:198.51.100.5']);
  });

  it('refuses records that receivers cannot use', () => {
    assert.match(refused('v=spf1 ipv4:192.0.2.1 -all', ['198.51.100.5']), /mistake at “ipv4:192\.0\.2\.1”/);
  });

  it('refuses records that say everything by macros', () => {
    assert.match(
      refused('v=spf1 exists:%{i}._spf.%{d} -all', ['198.51.100.5']),
      /macros \(exists:%\{i\}\._spf\.%\{d\}\)/,
    );
    assert.match(refused('v=spf1 redirect=%{d}.spf.example.net', ['198.51.100.5']), /macros/);
    // A redirect behind `all` counts for nothing.
    assert.match(ways('v=spf1 -all redirect=%{d}.example.net', ['198.51.100.5'])[0]!.text, /^v=spf1 ip4/);
  });

  it('refuses what an earlier term contradicts', () => {
    assert.match(
      refused('v=spf1 -ip4:198.51.100.0/24 mx ~all', ['198.51.100.5']),
      /“-ip4:198\.51\.100\.0\/24”.*fail/,
    );
  });

  it('puts the terms first where receivers give up before they come to the end, and says so', () => {
    const text = `v=spf1 ${Array.from({ length: 11 }, (_, i) => `a:h${i}.example.com`).join(' ')} -all`;
    const records = Array.from({ length: 11 }, (_, i) => `h${i} A 192.0.2.${i}`);
    const [way] = ways(text, ['198.51.100.5'], {}, records);
    assert.match(way!.text, /^v=spf1 ip4:198\.51\.100\.5 a:h0/);
    assert.match(warnings(way!), /needs 11 DNS lookups/);
  });

  it('says where names decide that stand in no zone at hand', () => {
    const [way] = ways('v=spf1 include:spf.example.net -all', ['198.51.100.5']);
    assert.deepEqual(way?.results, [{ address: '198.51.100.5', before: 'unknown', after: 'pass' }]);
    assert.match(warnings(way), /spf\.example\.net/);
    assert.equal(way.budget.after.complete, false);
  });

  it('proposes the include of a service that the names tell, with what it costs', () => {
    const names = ['o1.ptr7421.sendgrid.net'];
    const [include, direct] = ways('v=spf1 mx -all', ['198.51.100.5'], { names });
    assert.equal(include?.text, 'v=spf1 mx include:sendgrid.net -all');
    assert.equal(include.service, 'SendGrid');
    assert.deepEqual(include.results, [{ address: '198.51.100.5', before: 'fail', after: 'unknown' }]);
    // SendGrid's record is known to cost two.
    assert.deepEqual([include.budget.before.lookups, include.budget.after.lookups], [1, 3]);
    assert.equal(direct?.kind, 'addresses');
    assert.equal(ways('v=spf1 include:SendGrid.net -all', ['198.51.100.5'], { names }).length, 1);
    assert.equal(ways('v=spf1 mx -all', ['198.51.100.5'], { names: ['sendgrid.net.example'] }).length, 1);
  });

  it('does not propose an include that breaks the budget, and says why', () => {
    const text = `v=spf1 ${Array.from({ length: 9 }, (_, i) => `a:h${i}.example.com`).join(' ')} -all`;
    const records = Array.from({ length: 9 }, (_, i) => `h${i} A 192.0.2.${i}`);
    const told = ways(text, ['198.51.100.5'], { names: ['x.sendgrid.net'] }, records);
    assert.equal(told.length, 1);
    assert.match(warnings(told[0]!), /Including SendGrid instead .* 11 DNS lookups/);
  });

  it('warns of long records and of many terms, and refuses crowds', () => {
    const far = (count: number) =>
      Array.from({ length: count }, (_, i) => `198.${18 + (i >> 7)}.${i & 127}.1`);
    const [way] = ways('v=spf1 -all', far(40));
    assert.match(warnings(way!), /40 new terms/);
    assert.match(warnings(way!), /450 octets/);
    assert.equal(way!.results.length, 20);
    assert.match(refused('v=spf1 -all', far(501)), /501 addresses/);
  });

  it('counts for the domain that redirects', () => {
    const text = 'v=spf1 ip4:203.0.113.0/24 ?all';
    const resolver = resolverWith('v=spf1 redirect=_spf.example.com');
    const request = {
      domain: 'example.com.',
      owner: '_spf.example.com.',
      redirects: 1,
      text,
      addresses: ['198.51.100.5'],
    };
    const told = allowing(request, resolver);
    assert.ok('ways' in told);
    assert.deepEqual(told.ways[0]?.results, [{ address: '198.51.100.5', before: 'neutral', after: 'pass' }]);
    assert.equal(told.ways[0].budget.after.lookups, 1);
  });

  it('makes records with which check_host() lets the addresses pass, and nobody else who failed', () => {
    const term = fc.constantFrom(
      'mx',
      'a:mail.example.com',
      '~ip4:203.0.113.0/25',
      'include:_spf.example.com',
      'ip4:198.51.100.0/30',
      'ip6:2001:db8::/64',
      'exists:%{i}.example.com',
    );
    const end = fc.constantFrom('-all', '~all', '?all', 'redirect=_spf.example.com', '');
    const address = fc.constantFrom(
      '198.51.100.1',
      '198.51.100.4',
      '198.51.100.5',
      '203.0.113.9',
      '203.0.113.200',
      '2001:db8::9',
      '2001:db8:1::9',
      '192.0.2.25',
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(term, { maxLength: 4 }),
        end,
        fc.uniqueArray(address, { minLength: 1, maxLength: 4 }),
        (terms, last, addresses) => {
          const text = ['v=spf1', ...terms, last].filter(Boolean).join(' ');
          const told = asked(text, addresses);
          if (!('ways' in told)) return;
          const after = told.ways[0]!.text;
          for (const one of addresses) assert.equal(resultOf(one, after), 'pass', `${one}: ${after}`);
          for (const other of ['198.51.100.7', '203.0.113.10', '2001:db8:1::8']) {
            assert.equal(resultOf(other, after), resultOf(other, text), `${other}: ${after}`);
          }
        },
      ),
      { numRuns: 300 },
    );
  }).timeout(120_000);
});
