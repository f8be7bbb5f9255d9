import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Reader } from 'mmdb-lib';
import { addressOf } from '../../../../core/report/names/address';
import { openMmdb, type Mmdb } from '../../../../core/report/names/mmdb';
import { isMap, type MmdbMap, type MmdbValue } from '../../../../core/report/names/mmdbValue';
import { platformOf } from '../../../../core/report';
import { pointerTo, RawBytes, writeMmdb, type DatabaseToWrite } from '../../../support/mmdb';

const platform = platformOf(globalThis);

function open(bytes: Uint8Array): Mmdb {
  const database = openMmdb(bytes, platform);
  assert.ok(typeof database !== 'string', typeof database === 'string' ? database : '');
  return database;
}

const find = (database: Mmdb, address: string): MmdbMap | 'damaged' | undefined =>
  database.find(addressOf(address)!);

/** Maps as objects, to compare. */
function plain(value: MmdbValue | undefined): unknown {
  if (isMap(value)) return Object.fromEntries([...value].map(([key, held]) => [key, plain(held)]));
  if (Array.isArray(value)) return (value as readonly MmdbValue[]).map(plain);
  return value instanceof Uint8Array ? [...value] : value;
}

const everything = {
  text: 'Beispiel-Netz ünïcode 例',
  long: 'x'.repeat(300),
  longer: 'y'.repeat(70_000),
  uint: 4_294_967_295,
  negative: -5,
  double: 48.13,
  big: 0x1234567890abcdefn,
  huge: 0xffffffffffffffffffffn,
  yes: true,
  no: false,
  octets: Uint8Array.of(1, 2, 3),
  list: ['a', 1, { nested: 'text' }],
};

describe('An address database', () => {
  for (const recordBits of [24, 28, 32] as const) {
    for (const ipVersion of [4, 6] as const) {
      it(`of IPv${ipVersion} with records of ${recordBits} bits is read like by mmdb-lib`, () => {
        const bytes = writeMmdb({
          recordBits,
          ipVersion,
          networks: {
            '192.0.2.0/24': { name: 'wide' },
            '192.0.2.128/25': { name: 'narrow', everything },
            '198.51.100.7/32': { name: 'one', again: 'wide' },
            ...(ipVersion === 6 && {
              '2001:db8::/32': { name: 'six' },
              '2001:db8:1::/48': { name: 'narrow' },
            }),
          },
        });
        const ours = open(bytes);
        const theirs = new Reader(Buffer.from(bytes));
        const addresses = [
          '192.0.2.1',
          '192.0.2.200',
          '198.51.100.7',
          '198.51.100.8',
          '0.0.0.0',
          '255.255.255.255',
        ];
        if (ipVersion === 6) addresses.push('2001:db8::1', '2001:db8:1::1', '2001:db9::1', '::1');
        let known = 0;
        for (const address of addresses) {
          const record = find(ours, address);
          assert.notEqual(record, 'damaged', address);
          const expected = JSON.stringify(theirs.get(address) ?? undefined, bigintAsText);
          assert.equal(JSON.stringify(plain(record as MmdbMap | undefined), bigintAsText), expected, address);
          if (record !== undefined) known++;
        }
        assert.equal(known, ipVersion === 6 ? 5 : 3);
      });
    }
  }

  it('says the same as mmdb-lib of random networks and addresses', () => {
    const address4 = fc.ipV4();
    const network4 = fc.tuple(address4, fc.integer({ min: 1, max: 32 })).map(([a, p]) => `${a}/${p}`);
    fc.assert(
      fc.property(
        fc.uniqueArray(network4, { minLength: 1, maxLength: 12 }),
        fc.array(address4, { minLength: 5, maxLength: 5 }),
        (list, others) => {
          const prefix = (network: string): number => Number(network.split('/')[1]);
          const sorted = list.toSorted((a, b) => prefix(a) - prefix(b));
          const networks = Object.fromEntries(sorted.map((network) => [network, { network }]));
          const bytes = writeMmdb({ networks });
          const ours = open(bytes);
          const theirs = new Reader(Buffer.from(bytes));
          for (const address of [...others, ...list.map((network) => network.split('/')[0]!)]) {
            const expected = (theirs.get(address) as { network?: string } | null)?.network;
            const record = find(ours, address);
            assert.equal(isMap(record) ? record.get('network') : record, expected, address);
          }
        },
      ),
      { numRuns: 200 },
    );
  }).timeout(120_000);

  it('finds IPv4 addresses that are written as IPv6', () => {
    const database = open(writeMmdb({ networks: { '192.0.2.0/24': { name: 'x' } } }));
    assert.ok(isMap(find(database, '::ffff:192.0.2.9')));
  });

  it('of IPv4 alone knows nothing of IPv6', () => {
    const database = open(writeMmdb({ ipVersion: 4, networks: { '0.0.0.0/1': { name: 'x' } } }));
    assert.equal(find(database, '::1'), undefined);
  });

  it('tells its type', () => {
    assert.equal(open(writeMmdb({ type: 'GeoLite2-ASN', networks: {} })).type, 'GeoLite2-ASN');
  });

  it('keeps keys that mean something to the language apart from it', () => {
    const networks = { '192.0.2.0/24': { ['__proto__']: { polluted: 'yes' }, constructor: 'c' } };
    const record = find(open(writeMmdb({ networks })), '192.0.2.1');
    assert.ok(isMap(record));
    assert.deepEqual([...record.keys()], ['__proto__', 'constructor']);
    assert.equal((record as { polluted?: unknown }).polluted, undefined);
  });
});

describe('A file that is no good address database', () => {
  const small: DatabaseToWrite = { networks: { '192.0.2.0/24': { name: 'x' } } };

  it('is told from one: no marker, nothing at all, anything else', () => {
    for (const bytes of [
      new Uint8Array(0),
      Uint8Array.of(1, 2, 3),
      new TextEncoder().encode('something else '.repeat(1000)),
      new Uint8Array(300_000),
    ]) {
      assert.equal(openMmdb(bytes, platform), 'no-metadata');
    }
  });

  it('is told to be compressed where it is', () => {
    assert.equal(openMmdb(Uint8Array.of(0x1f, 0x8b, 8, 0), platform), 'compressed');
    assert.equal(openMmdb(new TextEncoder().encode('PK\x03\x04'), platform), 'compressed');
  });

  it('is refused where its end is missing', () => {
    const bytes = writeMmdb(small);
    assert.equal(openMmdb(bytes.subarray(0, bytes.length >> 1), platform), 'no-metadata');
  });

  it('is refused where the metadata contradict themselves', () => {
    const metadata = (changed: NonNullable<DatabaseToWrite['metadata']>) =>
      openMmdb(writeMmdb({ ...small, metadata: changed }), platform);
    assert.equal(metadata({ binary_format_major_version: 3 }), 'unknown-version');
    assert.equal(metadata({ record_size: 20 }), 'damaged-metadata');
    assert.equal(metadata({ ip_version: 5 }), 'damaged-metadata');
    assert.equal(metadata({ node_count: 'many' }), 'damaged-metadata');
    assert.equal(metadata({ node_count: 4_000_000_000 }), 'truncated');
    assert.equal(metadata({ node_count: new RawBytes(pointerTo(0)) }), 'damaged-metadata');
  });

  it('is refused where it has lost its beginning', () => {
    const bytes = writeMmdb({ networks: { '2001:db8::1/128': { name: 'x' } } });
    assert.equal(openMmdb(bytes.subarray(bytes.length >> 1), platform), 'truncated');
  });

  it('has damaged records where the data lead astray, and never hangs over them', () => {
    const record = (octets: readonly number[]): MmdbMap | 'damaged' | undefined =>
      find(open(writeMmdb({ networks: { '192.0.2.0/24': new RawBytes(octets) } })), '192.0.2.1');
    assert.equal(record(pointerTo(0)), 'damaged', 'a pointer to itself');
    assert.equal(record(pointerTo(1_000_000)), 'damaged', 'a pointer beyond the data');
    assert.equal(record([0xe1, 0x41, 0x61, ...pointerTo(0)]), 'damaged', 'a map that holds itself');
    assert.equal(record([0xe5]), 'damaged', 'a map that breaks off');
    assert.equal(record([0x42, 0x61, 0x62]), 'damaged', 'no map');
    assert.equal(record([0xe1, 0xa1, 1, 0xa1, 1]), 'damaged', 'a key that is a number');
    assert.equal(record([0xff, 0xff, 0xff, 0xff]), 'damaged', 'a map of millions');
    assert.equal(record([0x1f, 0x04, 0xff, 0xff, 0xff]), 'damaged', 'a list of millions');
    assert.equal(record([0x00, 0x00]), 'damaged', 'no type');
    assert.equal(record([0x00, 0x05]), 'damaged', 'a type of the cache');
    assert.equal(record([0xe1, 0x41, 0x61, 0x5f, 0xff, 0xff, 0xff]), 'damaged', 'a text beyond the data');
  });

  it('cannot make a few octets stand for billions of values', () => {
    // Each list holds the one before twice: 2^60 values in 300 octets. A library takes 9 s for 2^24, and for these for ever.
    const data = [0x41, 0x61];
    let before = 0;
    for (let i = 0; i < 60; i++) {
      const here = data.length;
      data.push(0x02, 0x04, ...pointerTo(before), ...pointerTo(before));
      before = here;
    }
    const networks = {
      '192.0.2.0/24': new RawBytes(data),
      '198.51.100.0/24': new RawBytes([0xe1, 0x41, 0x61, ...pointerTo(before)]),
    };
    assert.equal(find(open(writeMmdb({ networks })), '198.51.100.1'), 'damaged');
  });

  it('cannot make one long text stand for gigabytes', () => {
    const networks = {
      '192.0.2.0/24': { long: 'x'.repeat(100_000) },
      '198.51.100.0/24': { list: Array<string>(1000).fill('x'.repeat(100_000)) },
    };
    const database = open(writeMmdb({ networks }));
    assert.ok(isMap(find(database, '192.0.2.1')));
    assert.equal(find(database, '198.51.100.1'), 'damaged');
  });

  it('never throws and never hangs, whatever octets are changed or lost', () => {
    const good = writeMmdb({
      recordBits: 28,
      networks: { '192.0.2.0/24': { name: 'x', list: ['a', { b: 'c' }] }, '2001:db8::/32': { name: 'y' } },
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: good.length - 200, max: good.length }),
        (changes, length) => {
          const bytes = good.slice(0, length);
          for (const [at, octet] of changes) if (at < length) bytes[at] = octet;
          const database = openMmdb(bytes, platform);
          if (typeof database === 'string') return;
          for (const address of ['192.0.2.1', '2001:db8::1', '255.255.255.255', 'ffff::'])
            find(database, address);
        },
      ),
      { numRuns: 2000 },
    );
  }).timeout(120_000);
});

function bigintAsText(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value !== null && typeof value === 'object' && 'type' in value && value.type === 'Buffer') {
    return (value as unknown as { data: unknown }).data;
  }
  return value;
}
