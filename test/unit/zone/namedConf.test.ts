import assert from 'node:assert/strict';
import fc from 'fast-check';
import { namedZoneFiles } from '../../../core/model/zone/zoneFiles';
import { readNameServerFile } from '../../../core/syntax/namedConf';

const BIND = `
// the main file
options {
  directory "/var/named"; # here
  listen-on { 127.0.0.1; };
  forwarders { 192.0.2.1; 192.0.2.2; };
};
include "/etc/bind/named.conf.local";
zone "." { type hint; file "named.ca"; };
zone "example.com" IN {
  type master;
  file "example.com.zone"; /* zone "hidden" { file "x"; }; */
  allow-transfer { none; };
};
view "internal" {
  match-clients { 10.0.0.0/8; };
  zone example.org { type primary; file "internal/example.org"; };
  zone "2.0.192.in-addr.arpa" { type slave; masters { 192.0.2.1; }; file "slaves/rev"; };
};
zone "forwarded.example" { type forward; forwarders { 192.0.2.1; }; };
`;

const NSD = `
server:
  zonesdir: "/etc/nsd/zones" # where they are
include: "other.conf"
pattern:
  name: "all"
  zonefile: "%s.zone"
zone:
  name: "example.com"
  zonefile: "example.com.zone"
zone:
  name: example.org
  zonefile: master/%s.zone
`;

const KNOT = `
server:
    listen: 127.0.0.1@53
template:
  - id: default
    storage: /var/lib/knot
zone:
  - domain: example.com
    file: "example.com.zone"
  - domain: example.org.
  - domain: example.net
    storage: /srv/zones
    file: net
`;

/** \`origin path\` of each candidate of one configuration. */
function paths(text: string, conf: string): string[] {
  return [...namedZoneFiles(readNameServerFile(text), conf)].map(({ origin, path }) => `${origin} ${path}`);
}

describe('the configuration of a name server', () => {
  it('names BIND’s zone files, within views as well, but none in comments or without a text', () => {
    assert.deepEqual(readNameServerFile(BIND), {
      directory: '/var/named',
      includes: ['/etc/bind/named.conf.local'],
      zones: [
        { name: 'example.com', file: 'example.com.zone', type: 'master' },
        { name: 'example.org', file: 'internal/example.org', type: 'primary' },
        { name: '2.0.192.in-addr.arpa', file: 'slaves/rev', type: 'slave' },
      ],
    });
  });

  it('names NSD’s and Knot’s', () => {
    assert.deepEqual(readNameServerFile(NSD), {
      directory: '/etc/nsd/zones',
      includes: ['other.conf'],
      zones: [
        { name: 'example.com', file: 'example.com.zone' },
        { name: 'example.org', file: 'master/example.org.zone' },
      ],
    });
    assert.deepEqual(readNameServerFile(KNOT), {
      directory: '/var/lib/knot',
      includes: [],
      zones: [
        { name: 'example.com', file: 'example.com.zone' },
        { name: 'example.org', file: 'example.org.zone' },
        { name: 'example.net', file: '/srv/zones/net' },
      ],
    });
  });

  it('is read as far as it can be', () => {
    assert.deepEqual(readNameServerFile('zone "a" { file "b"').zones, []);
    assert.deepEqual(readNameServerFile('} ; zone "a" { file "b"; }').zones, [{ name: 'a', file: 'b' }]);
    assert.deepEqual(readNameServerFile('').zones, []);
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'zone',
            '"a"',
            '{',
            '}',
            ';',
            'file',
            '/*',
            '*/',
            '//',
            '#',
            '\n',
            'x:',
            '- domain: y',
          ),
        ),
        (words) => {
          const found = readNameServerFile(words.join(' '));
          assert.ok(Array.isArray(found.zones));
          assert.ok([...namedZoneFiles(found, '/a/named.conf')].every(({ path }) => path.startsWith('/')));
        },
      ),
    );
  }).timeout(120_000);

  it('is read in time that grows with its length', () => {
    // So much that it would not end if time grew with the square of the length.
    assert.equal(
      readNameServerFile('zone "x" { type master; file "f"; };\n'.repeat(40_000)).zones.length,
      40_000,
    );
    for (const hostile of [
      '/*'.repeat(300_000),
      '"\\'.repeat(300_000),
      '\n'.repeat(600_000),
      `zone:\n${' '.repeat(600_000)}`,
    ]) {
      assert.deepEqual(readNameServerFile(hostile).zones, []);
    }
  });
});

describe('the place of a named zone file', () => {
  it('is where the server has it, or where a copy of its file system has it', () => {
    const found = paths(
      'options { directory "/var/named"; };\nzone "Example.com" { file "e.zone"; };',
      '/w/repo/etc/named.conf',
    );
    assert.equal(found[0], 'example.com. /var/named/e.zone');
    for (const path of ['/w/repo/var/named/e.zone', '/w/repo/etc/e.zone', '/w/repo/etc/named/e.zone']) {
      assert.ok(found.includes(`example.com. ${path}`), path);
    }
  });

  it('is beside the configuration where no directory is stated', () => {
    assert.equal(paths('zone "a.example" { file "zones/a"; };', '/w/named.conf')[0], 'a.example. /w/zones/a');
    assert.equal(paths('zone "a.example" { file "../a"; };', '/w/x/named.conf')[0], 'a.example. /w/a');
  });

  it('tells where relative $INCLUDEs count from', () => {
    const conf = readNameServerFile(
      'options { directory "/var/named"; };\nzone "a.example" { file "m/a"; };',
    );
    const found = [...namedZoneFiles(conf, '/w/etc/named.conf')];
    assert.equal(found.find(({ path }) => path === '/w/var/named/m/a')?.directory, '/w/var/named');
    assert.equal(found.find(({ path }) => path === '/w/etc/m/a')?.directory, '/w/etc');
  });

  it('is nowhere for what is no zone, or leaves the root', () => {
    assert.deepEqual(paths('zone "a b" { file "x"; }; zone "a..b" { file "x"; };', '/named.conf'), []);
    assert.deepEqual(
      paths('zone "a" { file "../../../x"; };', '/w/named.conf').filter((p) => p.includes('..')),
      [],
    );
  });
});
