import assert from 'node:assert/strict';
import { hostNames, type HostNameLimits } from '../../../../client/report/names/hostNames';
import { reverseName } from '../../../../core/report/names/address';
import type { Resolver } from '../../../../client/report/names/resolver';

const failure = (code: string): Error => Object.assign(new Error(`query ${code}`), { code });

/** A DNS that a test writes; it notes what it is asked. */
function dns(
  pointers: Readonly<Record<string, readonly string[] | string>>,
  hosts: Readonly<Record<string, readonly string[] | string>> = {},
) {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  let made = 0;
  let cancelled = 0;
  const answer = async (question: string, found: readonly string[] | string | undefined) => {
    asked.push(question);
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 1));
    open--;
    if (found === 'never') return new Promise<never>(() => undefined);
    if (found === undefined) throw failure('ENOTFOUND');
    if (typeof found === 'string') throw failure(found);
    return found;
  };
  const newResolver = (): Resolver => {
    made++;
    return {
      resolvePtr: (name) => {
        const address = Object.keys(pointers).find((one) => reverseName(one) === name);
        // `PTR 8.8.4.4` reads better than the name that is asked for.
        const shown = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.in-addr\.arpa$/.exec(name)?.slice(1).reverse().join('.');
        return answer(
          `PTR ${shown ?? address ?? name}`,
          address === undefined ? undefined : pointers[address],
        );
      },
      resolve4: (name) => answer(`A ${name}`, hosts[name]),
      resolve6: (name) => answer(`AAAA ${name}`, hosts[name]),
      cancel: () => cancelled++,
    };
  };
  return {
    names: (limits?: Partial<HostNameLimits>) => hostNames(newResolver, limits),
    asked,
    counts: () => ({ most, made, cancelled }),
  };
}

describe('Names of hosts', () => {
  it('are not looked up by themselves: nothing is made or asked before somebody calls', async () => {
    const { names, asked, counts } = dns({ '8.8.8.8': ['a.example.com'] });
    const own = names();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(await own.of([]), { names: [], failed: undefined });
    assert.deepEqual(asked, []);
    assert.equal(counts().made, 0);
  });

  it('are those whose own addresses give the address again', async () => {
    const { names, asked } = dns(
      { '8.8.8.8': ['Mail.Example.COM.'], '2001:4860::1': ['six.example.com'] },
      { 'mail.example.com': ['8.8.4.4', '8.8.8.8'], 'six.example.com': ['2001:4860:0:0:0:0:0:1'] },
    );
    const { names: found } = await names().of(['8.8.8.8', '2001:4860:0::1', '::ffff:8.8.8.8']);
    assert.deepEqual(found, ['mail.example.com', 'six.example.com', 'mail.example.com']);
    assert.deepEqual(asked.toSorted(), [
      'A mail.example.com',
      'AAAA six.example.com',
      'PTR 2001:4860::1',
      'PTR 8.8.8.8',
    ]);
  });

  it('are left out where anybody could have claimed them', async () => {
    const { names } = dns(
      { '8.8.8.8': ['mail.google.example'], '9.9.9.9': ['gone.example.com'] },
      { 'mail.google.example': ['1.1.1.1'] },
    );
    assert.deepEqual((await names().of(['8.8.8.8', '9.9.9.9'])).names, [undefined, undefined]);
  });

  it('of several are the first that is confirmed, of the first few', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `n${i}.example.com`);
    const { names, asked } = dns(
      { '8.8.8.8': ['other.example.com', 'right.example.com'], '9.9.9.9': many },
      { 'other.example.com': ['1.1.1.1'], 'right.example.com': ['8.8.8.8'], 'n499.example.com': ['9.9.9.9'] },
    );
    assert.deepEqual((await names().of(['8.8.8.8', '9.9.9.9'])).names, ['right.example.com', undefined]);
    assert.equal(asked.length, 2 + 2 + 4);
  });

  it('that are no host names are never shown nor asked about', async () => {
    const { names, asked } = dns({
      '8.8.8.8': [
        '<img src=x>.example.com',
        'a b.example.com',
        'm\u202ex.example.com',
        `${'a.'.repeat(200)}com`,
      ],
    });
    assert.deepEqual((await names().of(['8.8.8.8'])).names, [undefined]);
    assert.deepEqual(asked, ['PTR 8.8.8.8']);
  });

  it('of private and special addresses, and of what is no address, are never asked for', async () => {
    const { names, asked } = dns({});
    const private_ = [
      '10.0.0.1',
      '192.168.1.1',
      '127.0.0.1',
      '::1',
      'fe80::1',
      '192.0.2.1',
      'x',
      '',
      '2001:db8::1',
    ];
    const { names: found, failed } = await names().of(private_);
    assert.deepEqual(
      found,
      private_.map(() => undefined),
    );
    assert.equal(failed, undefined);
    assert.deepEqual(asked, []);
  });

  it('are asked for once: what was found, and what surely is not there, is remembered', async () => {
    const { names, asked } = dns({ '8.8.8.8': ['a.example.com'] }, { 'a.example.com': ['8.8.8.8'] });
    const own = names();
    const both = [own.of(['8.8.8.8', '8.8.8.8', '9.9.9.9']), own.of(['9.9.9.9', '8.8.8.8'])];
    assert.deepEqual(
      (await Promise.all(both)).map((one) => one.names),
      [
        ['a.example.com', 'a.example.com', undefined],
        [undefined, 'a.example.com'],
      ],
    );
    assert.deepEqual(asked.toSorted(), ['A a.example.com', 'PTR 8.8.8.8', 'PTR 9.9.9.9']);
  });

  it('that could not be asked for are asked for again, and why is told where nothing else worked', async () => {
    const { names, asked } = dns({ '8.8.8.8': 'ECONNREFUSED', '9.9.9.9': 'ENODATA' });
    const own = names();
    assert.deepEqual(await own.of(['8.8.8.8']), { names: [undefined], failed: 'ECONNREFUSED' });
    assert.deepEqual(await own.of(['8.8.8.8', '9.9.9.9']), {
      names: [undefined, undefined],
      failed: undefined,
    });
    assert.deepEqual(asked, ['PTR 8.8.8.8', 'PTR 8.8.8.8', 'PTR 9.9.9.9']);
  });

  it('whose confirmation failed are neither shown nor taken as refuted', async () => {
    const { names, asked } = dns({ '8.8.8.8': ['a.example.com'] }, { 'a.example.com': 'ESERVFAIL' });
    const own = names();
    assert.deepEqual(await own.of(['8.8.8.8']), { names: [undefined], failed: 'ESERVFAIL' });
    await own.of(['8.8.8.8']);
    assert.equal(asked.length, 4);
  });

  it('are asked for a few at a time, and only so many a call', async () => {
    const { names, asked, counts } = dns({});
    const addresses = Array.from({ length: 300 }, (_, i) => `8.8.${i >> 8}.${i & 255}`);
    const own = names({ addresses: 100, atOnce: 5 });
    await Promise.all([own.of(addresses), own.of(addresses.toReversed())]);
    assert.equal(asked.length, 200);
    assert.equal(counts().most, 5);
    assert.equal(counts().cancelled, counts().made);
  });

  it('are not waited for longer than allowed, and the resolver is told to stop', async () => {
    const { names, counts } = dns(
      { '8.8.8.8': ['a.example.com'], '9.9.9.9': 'never' },
      { 'a.example.com': ['8.8.8.8'] },
    );
    const own = names({ wait: 50 });
    assert.deepEqual(await own.of(['9.9.9.9', '8.8.8.8']), {
      names: [undefined, 'a.example.com'],
      failed: undefined,
    });
    assert.deepEqual(await own.of(['9.9.9.9']), { names: [undefined], failed: 'ETIMEOUT' });
    assert.equal(counts().cancelled, 2);
  });

  it('are asked for no more once all is over', async () => {
    const { names, asked, counts } = dns({ '9.9.9.9': 'never' });
    const own = names();
    const under = own.of(['9.9.9.9']);
    await new Promise((resolve) => setTimeout(resolve, 10));
    own.dispose();
    assert.deepEqual(await under, { names: [undefined], failed: undefined });
    await own.of(['8.8.8.8']);
    assert.deepEqual(asked, ['PTR 9.9.9.9']);
    assert.equal(counts().cancelled, 1);
  });

  it('are remembered for so many addresses', async () => {
    const { names, asked } = dns({});
    const own = names({ remembered: 2 });
    for (const address of ['8.8.8.1', '8.8.8.2', '8.8.8.3', '8.8.8.3', '8.8.8.1']) await own.of([address]);
    assert.deepEqual(asked, ['PTR 8.8.8.1', 'PTR 8.8.8.2', 'PTR 8.8.8.3', 'PTR 8.8.8.1']);
  });
});
