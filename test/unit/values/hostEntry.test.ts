import assert from 'node:assert/strict';
import { dataSetOf, dataSetPath, listEntries } from '../../../core/values/dataSet';
import { readHost } from '../../../core/values/hostEntry';

describe('entries of host lists', () => {
  it('are addresses, networks and names as the daemons compare them', () => {
    for (const text of [
      ...[
        '127.0.0.1',
        '::1',
        '2001:DB8::1',
        '[::1]',
        '192.0.2.0/24',
        '192.0.2.0/255.255.255.0',
        '10.0.0.1/32',
      ],
      ...[
        '2001:db8::/32',
        '[2001:db8::]/32',
        '::/0',
        '!192.0.2.1',
        'localhost',
        '.example.com',
        '_x.example.com',
      ],
    ]) {
      const { kind, canonical } = readHost(text);
      assert.notEqual(kind, 'bad', text);
      assert.equal(canonical, undefined, text);
    }
  });

  it('say how they would have to be written', () => {
    for (const [text, canonical] of [
      ['192.0.2.1/24', '192.0.2.0/24'],
      ['!192.0.2.1/255.255.255.0', '!192.0.2.0/255.255.255.0'],
      ['2001:db8:0::1', '2001:db8::1'],
      ['[2001:db8::1]/64', '[2001:db8::]/64'],
    ] as const)
      assert.equal(readHost(text).canonical, canonical, text);
  });

  it('say what is wrong with them', () => {
    for (const [text, problem] of [
      ['10.0.0', 'address'],
      ['256.0.0.1', 'address'],
      ['example.com/24', 'address'],
      ['10.0.0.0/33', 'prefix'],
      ['10.0.0.0/255.0.255.0', 'prefix'],
      ['::/129', 'prefix'],
      ['*.example.com', 'pattern'],
      ['a@b', 'name'],
      ['', 'name'],
      ['!', 'name'],
    ] as const)
      assert.equal(readHost(text).problem, problem, text);
  });
});

describe('data sets of OpenDKIM', () => {
  it('are told by what stands before the first colon, or by their looks', () => {
    for (const [text, kind, start] of [
      ['refile:/a', 'refile', 7],
      ['/a', 'file', 0],
      ['/a.db', 'db', 0],
      ['a, b', 'csl', 0],
      ['127.0.0.1, ::1', 'csl', 0],
      ['::1, 127.0.0.1', '', 1],
      ['csl:::1', 'csl', 4],
    ] as const)
      assert.deepEqual(dataSetOf(text), { kind, start }, text);
    assert.deepEqual(dataSetPath('file:/a'), { path: '/a', start: 5 });
    assert.equal(dataSetPath('csl:a'), undefined);
    assert.equal(dataSetPath('file:'), undefined);
    assert.deepEqual(listEntries('csl: a ,b,, ', 4), [
      { text: 'a', start: 5 },
      { text: 'b', start: 8 },
    ]);
  });
});
