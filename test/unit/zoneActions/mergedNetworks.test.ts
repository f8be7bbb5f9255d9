import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatIp, parseIp, type IpAddress } from '../../../core/values/ipAddress';
import { contains, formatNetwork, addressBits } from '../../../core/values/ipNetwork';
import { mergedNetworks } from '../../../core/values/mergedNetworks';

const merged = (...texts: string[]): string[] =>
  mergedNetworks(texts.map((text) => parseIp(text)!)).map(formatNetwork);

describe('networks of addresses', () => {
  it('hold whole blocks as one, whatever the order', () => {
    assert.deepEqual(merged('192.0.2.7', '192.0.2.4', '192.0.2.6', '192.0.2.5'), ['192.0.2.4/30']);
    assert.deepEqual(merged('2001:db8::1', '2001:db8::'), ['2001:db8::/127']);
  });

  it('never hold an address that was not given', () => {
    assert.deepEqual(merged('192.0.2.5', '192.0.2.6'), ['192.0.2.5', '192.0.2.6']);
    assert.deepEqual(merged('192.0.2.4', '192.0.2.5', '192.0.2.6'), ['192.0.2.4/31', '192.0.2.6']);
  });

  it('keep the families apart, IPv4 first, and each address once', () => {
    assert.deepEqual(merged('::', '0.0.0.0', '::', '0.0.0.1'), ['0.0.0.0/31', '::']);
  });

  it('hold exactly the addresses, and no two are halves of one', () => {
    const address = fc
      .integer({ min: 0, max: 40 })
      .map((last): IpAddress => ({ family: 4, octets: [192, 0, 2, last] }));
    fc.assert(
      fc.property(fc.array(address, { maxLength: 40 }), (addresses) => {
        const networks = mergedNetworks(addresses);
        const given = new Set(addresses.map(formatIp));
        for (let last = 0; last < 64; last++) {
          const candidate: IpAddress = { family: 4, octets: [192, 0, 2, last] };
          const held = networks.filter((network) => contains(network, candidate)).length;
          assert.equal(held, given.has(formatIp(candidate)) ? 1 : 0);
        }
        const size = networks.reduce(
          (sum, { prefix, address: a }) => sum + 2 ** (addressBits(a.family) - prefix),
          0,
        );
        assert.equal(size, given.size);
      }),
    );
  }).timeout(120_000);
});
