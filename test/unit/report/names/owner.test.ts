import assert from 'node:assert/strict';
import { addressOf, askableAddress, hostNameOf, reverseName } from '../../../../core/report/names/address';
import { openMmdb } from '../../../../core/report/names/mmdb';
import { isMap } from '../../../../core/report/names/mmdbValue';
import { networkOwner, type NetworkOwner } from '../../../../core/report/names/owner';
import { platformOf } from '../../../../core/report';
import { writeMmdb, type Written } from '../../../support/mmdb';

function ownerIn(record: Written): NetworkOwner {
  const database = openMmdb(writeMmdb({ networks: { '192.0.2.0/24': record } }), platformOf(globalThis));
  assert.ok(typeof database !== 'string');
  const found = database.find(addressOf('192.0.2.1')!);
  assert.ok(isMap(found));
  return networkOwner(found);
}

describe('The owner of a network', () => {
  it('is told by GeoLite2 ASN', () => {
    assert.deepEqual(
      ownerIn({ autonomous_system_number: 64500, autonomous_system_organization: 'Example Networks' }),
      { organisation: 'Example Networks', asn: 'AS64500' },
    );
  });

  it('is told by GeoIP2 ISP: whom the addresses are for, before who routes them', () => {
    assert.deepEqual(
      ownerIn({
        autonomous_system_number: 64500,
        autonomous_system_organization: 'Example Networks',
        isp: 'Example Internet',
        organization: 'Example Mailers',
      }),
      { organisation: 'Example Mailers', asn: 'AS64500' },
    );
  });

  it('is told by GeoLite2 Country and City', () => {
    const names = { en: 'Japan', ja: '日本' };
    assert.deepEqual(ownerIn({ country: { iso_code: 'JP', names }, city: { names: { en: 'Tokyo' } } }), {
      country: 'JP',
    });
    assert.deepEqual(ownerIn({ registered_country: { iso_code: 'DE' } }), { country: 'DE' });
  });

  it('is told by GeoIP2 Enterprise', () => {
    assert.deepEqual(
      ownerIn({
        country: { iso_code: 'US' },
        traits: { autonomous_system_number: 64501, organization: 'Example Co' },
      }),
      { organisation: 'Example Co', asn: 'AS64501', country: 'US' },
    );
  });

  it('is told by IPinfo Lite', () => {
    assert.deepEqual(
      ownerIn({
        asn: 'AS64502',
        as_name: 'Example, Inc.',
        as_domain: 'example.com',
        country: 'Japan',
        country_code: 'JP',
        continent: 'Asia',
      }),
      { organisation: 'Example, Inc.', asn: 'AS64502', country: 'JP' },
    );
  });

  it('is told by IPinfo’s ASN and country databases', () => {
    assert.deepEqual(
      ownerIn({ asn: 'AS64503', name: 'Example', domain: 'example.net', route: '192.0.2.0/24' }),
      {
        organisation: 'Example',
        asn: 'AS64503',
      },
    );
    assert.deepEqual(ownerIn({ asn: 'AS64503', as_name: '', as_domain: 'example.net' }), {
      organisation: 'example.net',
      asn: 'AS64503',
    });
    assert.deepEqual(ownerIn({ country: 'JP', country_name: 'Japan' }), { country: 'JP' });
    assert.deepEqual(ownerIn({ country: 'Japan' }), { country: 'Japan' });
  });

  it('is empty where the file says nothing of use, or nonsense', () => {
    assert.deepEqual(ownerIn({}), {});
    assert.deepEqual(ownerIn({ asn: 'ASx', autonomous_system_number: 0, country: 5, organization: [] }), {});
    assert.deepEqual(ownerIn({ asn: '99999999999' }), {});
    assert.deepEqual(ownerIn({ asn: 'AS4294967296', as_name: '  ' }), {});
  });

  it('shows what hides in its texts, and bounds them', () => {
    const { organisation } = ownerIn({ as_name: 'moc.elpmaxe\u202e\n\u200b' });
    assert.equal(organisation, 'moc.elpmaxe⟨U+202E⟩ ⟨U+200B⟩');
    assert.equal(ownerIn({ as_name: 'x'.repeat(10_000) }).organisation?.length, 200);
  });
});

describe('What may be asked of the DNS', () => {
  it('is a public address, in its usual form', () => {
    const asked = ['8.8.8.8', ' 1.1.1.1 ', '2001:4860:4860:0:0:0:0:8888', '::ffff:8.8.4.4'].map(
      askableAddress,
    );
    assert.deepEqual(asked, ['8.8.8.8', '1.1.1.1', '2001:4860:4860::8888', '8.8.4.4']);
  });

  it('is no address of private and special networks', () => {
    for (const address of [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.1.1',
      '172.31.255.255',
      '192.168.0.1',
      '192.0.0.8',
      '192.0.2.1',
      '198.19.255.255',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:10.0.0.1',
      '64:ff9b::8.8.8.8',
      'fc00::1',
      'fe80::1',
      'fec0::1',
      'ff02::1',
      '2001:db8::1',
      '3fff::1',
      '5f00::1',
    ]) {
      assert.equal(askableAddress(address), undefined, address);
    }
  });

  it('is nothing that is no address', () => {
    for (const text of ['', 'mail.example.com', '8.8.8.8/32', '8.8.8', '1e5', 'fe80::1%eth0']) {
      assert.equal(askableAddress(text), undefined, text);
    }
  });
});

describe('Where the name of an address stands', () => {
  it('is below in-addr.arpa and ip6.arpa', () => {
    assert.equal(reverseName('192.0.2.25'), '25.2.0.192.in-addr.arpa');
    assert.equal(
      reverseName('2001:db8::567:89ab'),
      'b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa',
    );
  });
});

describe('A name from a PTR record', () => {
  it('is taken as a host name, in lower case and without its dot', () => {
    assert.equal(hostNameOf('Mail-1.Example.COM.'), 'mail-1.example.com');
    assert.equal(hostNameOf('xn--r8jz45g.example'), 'xn--r8jz45g.example');
  });

  it('is left alone where it is no host name', () => {
    for (const name of [
      '',
      '.',
      'localhost',
      '<script>alert(1)</script>.example.com',
      'mail example.com',
      'mail\u202e.example.com',
      'mäil.example.com',
      'a..example.com',
      '-a.example.com',
      'a_b.example.com',
      'mail.example.com\n',
      '192.0.2.1',
      `${'a'.repeat(64)}.example.com`,
      `${'a.'.repeat(150)}example.com`,
      '=cmd|x.example.com',
      '__proto__',
    ]) {
      assert.equal(hostNameOf(name), undefined, name);
    }
  });
});
