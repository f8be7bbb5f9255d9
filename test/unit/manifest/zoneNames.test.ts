import assert from 'node:assert/strict';
import { languageOf } from '../../../core/languages';
import { beginsLikeZone, isNameServerFile, mayBeZone } from '../../../core/syntax/zoneNames';

describe('the name of a zone file', () => {
  it('leaves it open for names that other files have as well', () => {
    for (const name of [
      'a.db',
      'example.com.dns',
      'named.local',
      'example.com.hosts',
      'db.rs',
      'pri.example.com',
    ]) {
      assert.ok(mayBeZone(name), name);
    }
    for (const name of [
      'named.conf',
      'named.conf.local',
      'readme.md',
      'db',
      'hosts',
      'dns.ts',
      'unnamed.x',
    ]) {
      assert.ok(!mayBeZone(name), name);
    }
  });

  it('is told from that of a name server’s configuration', () => {
    for (const name of [
      'named.conf',
      'named.conf.local',
      'named.rfc1912.zones',
      'nsd.conf',
      'knot.conf',
      'named.acl.conf',
    ]) {
      assert.ok(isNameServerFile(name), name);
    }
    for (const name of [
      'named.ca',
      'named.local',
      'opendmarc.conf',
      'example.zones',
      'named.conference.zone',
    ]) {
      assert.ok(!isNameServerFile(name), name);
    }
  });

  it('settles it together with the first lines', () => {
    assert.equal(languageOf('a.db'), undefined);
    assert.equal(languageOf('a.db', '; note\n$TTL 1h\n'), 'dns-zone');
    assert.equal(languageOf('a.db', 'SQLite format 3'), undefined);
    assert.equal(languageOf('notes.txt', '$TTL 1h\n'), undefined);
    assert.equal(languageOf('example.com.zone', 'anything'), 'dns-zone');
  });
});

describe('the first lines of a zone file', () => {
  const zone = ['$TTL 1h', '$origin example.com.', '$INCLUDE x', '$GENERATE 1-2 a$ A 192.0.2.$'];
  const soa = [
    '@ IN SOA a b (',
    '@\tSOA a b 1',
    'example.com. 3600 IN SOA a b',
    '@ in 1h soa a',
    ' IN SOA a b',
    '@ SOA(',
  ];
  const no = [
    '',
    '; only a note',
    '\n\n',
    '$TTL',
    '$FOO x',
    '@ IN A 192.0.2.1',
    'SOA',
    'It is a SOA record',
    '# x\n$TTL 1h',
    '$TTLX 1',
  ];
  it('are a directive or an SOA record, comments and empty lines aside', () => {
    for (const line of [...zone, ...soa]) {
      assert.ok(beginsLikeZone(line), line);
      assert.ok(beginsLikeZone(`\uFEFF;\r\n; BIND data file\r\n\r\n  ; more\n${line}\n`), line);
    }
    for (const line of no) assert.ok(!beginsLikeZone(line), line);
  });

  it('are told in time that grows with the text', () => {
    // So much that it would not end if time grew with the square of the length.
    const size = 3_000_000;
    for (const hostile of [
      ' '.repeat(size),
      '\n'.repeat(size),
      'a '.repeat(size / 2),
      `${' '.repeat(size)};`,
    ]) {
      assert.equal(beginsLikeZone(hostile), false);
    }
  });
});
