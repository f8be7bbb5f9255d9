import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressLabels, formatIp, parseIp4, parseIp6, unmapped } from '../../../core/values/ipAddress';
import {
  contains,
  covers,
  formatNetwork,
  lastAddress,
  withoutHostBits,
  type IpNetwork,
} from '../../../core/values/ipNetwork';
import { parseIp } from '../../../core/values/ipAddress';
import { utf8Text } from '../../../core/values/octetText';
import { utf8Octets } from '../../../core/values/utf8';

function network(text: string): IpNetwork {
  const [address = '', prefix = ''] = text.split('/');
  const read = parseIp(address);
  assert.ok(read !== undefined, text);
  return { address: read, prefix: Number(prefix) };
}

const formatted = (text: string) => {
  const read = parseIp6(text);
  return read && formatIp(read);
};

describe('IP addresses', () => {
  it('are read in every form of RFC 4291 and written in the one of RFC 5952', () => {
    const forms: readonly (readonly [string, string])[] = [
      ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
      ['2001:db8::1', '2001:db8::1'],
      ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
      ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
      ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
      ['::', '::'],
      ['::1', '::1'],
      ['1::', '1::'],
      ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
      ['::192.0.2.1', '::c000:201'],
      ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
      ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
      ['::FFFF:C000:0201', '::ffff:192.0.2.1'],
    ];
    for (const [written, canonical] of forms) assert.equal(formatted(written), canonical, written);
  });

  it('are nothing else', () => {
    const six = [
      '',
      ':',
      ':::',
      '1',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1::2::3',
      '12345::',
      ':1::',
      '1:2:3:4:5:6:7:8::',
      '::192.0.2',
      '192.0.2.1::',
      '::1%eth0',
      '::g',
      '1.2.3.4',
    ];
    for (const text of six) assert.equal(parseIp6(text), undefined, text);
    for (const text of [
      '',
      '1.2.3',
      '1.2.3.4.5',
      '1.2.3.256',
      '01.2.3.4',
      '1.2.3.4 ',
      '1.2.3.',
      '0x1.2.3.4',
    ]) {
      assert.equal(parseIp4(text), undefined, text);
    }
  });

  it('come back from their text', () => {
    const octets = fc.array(fc.oneof(fc.constant(0), fc.nat(255)), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(octets, (all) => {
        assert.deepEqual(parseIp6(formatIp({ family: 6, octets: all })), { family: 6, octets: all });
      }),
    );
  }).timeout(120_000);

  it('are IPv4 where IPv6 only wraps them', () => {
    assert.equal(formatIp(unmapped(parseIp('::ffff:192.0.2.1')!)), '192.0.2.1');
    assert.equal(formatIp(unmapped(parseIp('::fffe:192.0.2.1')!)), '::fffe:c000:201');
  });

  it('have labels', () => {
    assert.deepEqual(addressLabels(parseIp('192.0.2.1')!), ['192', '0', '2', '1']);
    assert.equal(addressLabels(parseIp('2001:DB8::CB01')!).join(''), '20010DB800000000000000000000CB01');
  });
});

describe('IP networks', () => {
  it('hold the addresses that share their first bits', () => {
    const holds = (text: string, address: string) => contains(network(text), parseIp(address)!);
    assert.ok(holds('192.0.2.0/24', '192.0.2.255'));
    assert.ok(!holds('192.0.2.0/24', '192.0.3.0'));
    assert.ok(holds('192.0.2.128/25', '192.0.2.129'));
    assert.ok(!holds('192.0.2.128/25', '192.0.2.127'));
    assert.ok(holds('0.0.0.0/0', '255.255.255.255'));
    assert.ok(!holds('0.0.0.0/0', '::'));
    assert.ok(holds('2001:db8::/33', '2001:db8:7fff::1'));
    assert.ok(!holds('2001:db8::/33', '2001:db8:8000::'));
    assert.ok(covers(network('192.0.2.0/24'), network('192.0.2.64/26')));
    assert.ok(!covers(network('192.0.2.64/26'), network('192.0.2.0/24')));
  });

  it('begin and end somewhere', () => {
    assert.equal(formatNetwork(withoutHostBits(network('192.0.2.77/28'))), '192.0.2.64/28');
    assert.equal(formatIp(lastAddress(network('192.0.2.77/28'))), '192.0.2.79');
    assert.equal(formatNetwork(withoutHostBits(network('2001:db8::1/32'))), '2001:db8::/32');
    assert.equal(formatIp(lastAddress(network('2001:db8::/127'))), '2001:db8::1');
    assert.equal(formatNetwork(network('192.0.2.1/32')), '192.0.2.1');
    assert.equal(formatIp(lastAddress(network('0.0.0.0/0'))), '255.255.255.255');
  });
});

describe('octets read as UTF-8', () => {
  const octets = (text: string) => Array.from(text, (c) => String.fromCharCode(...utf8Octets(c))).join('');

  it('give the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        assert.equal(utf8Text(octets(text)), /[^\0-\x7f]/.test(text) ? text : undefined);
      }),
    );
  }).timeout(120_000);

  it('are refused where they are none', () => {
    for (const text of [
      '\x80',
      '\xc3',
      '\xc3(',
      '\xc0\x80',
      '\xed\xa0\x80',
      '\xf4\x90\x80\x80',
      '–',
      'plain',
    ]) {
      assert.equal(utf8Text(text), undefined, JSON.stringify(text));
    }
  });
});
