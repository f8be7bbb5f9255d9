import assert from 'node:assert/strict';
import { addressDatabase, type FoundFile } from '../../../../client/report/names/database';
import { fileName, placeOf } from '../../../../client/report/names/place';
import { platformOf } from '../../../../core/report';
import { writeMmdb, type Written } from '../../../support/mmdb';

const platform = platformOf(globalThis);
const named = (as_name: string): Uint8Array => writeMmdb({ networks: { '192.0.2.0/24': { as_name } } });

/** Files of a test by what the setting says; it notes what is read. */
function files(all: Record<string, { bytes: Uint8Array; version: number }>) {
  const read: string[] = [];
  const find = (setting: string): Promise<FoundFile> => {
    const file = all[setting];
    if (file === undefined) return Promise.reject(new Error('no such file'));
    return Promise.resolve({
      size: file.bytes.length,
      version: file.version,
      read: () => {
        read.push(`${setting} ${file.version}`);
        return Promise.resolve(file.bytes);
      },
    });
  };
  return { find, read, all };
}

describe('The address database that is set', () => {
  it('is not touched before an owner is asked for, and then read once', async () => {
    const { find, read } = files({ a: { bytes: named('Example'), version: 1 } });
    const database = addressDatabase(find, platform);
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(read, []);
    const answers = await Promise.all([
      database.owners('a', ['192.0.2.1', '198.51.100.1', 'no address', '2001:db8::1']),
      database.owners('a', [' 192.0.2.2', '::ffff:192.0.2.3']),
    ]);
    assert.deepEqual(answers, [
      [{ organisation: 'Example' }, {}, {}, {}],
      [{ organisation: 'Example' }, { organisation: 'Example' }],
    ]);
    assert.deepEqual(read, ['a 1']);
  });

  it('is read again when the file or the setting has changed', async () => {
    const { find, read, all } = files({
      a: { bytes: named('Old'), version: 1 },
      b: { bytes: named('Other'), version: 1 },
    });
    const database = addressDatabase(find, platform);
    const name = async (setting: string) => database.owners(setting, ['192.0.2.1']);
    assert.deepEqual(await name('a'), [{ organisation: 'Old' }]);
    all.a = { bytes: named('New'), version: 2 };
    assert.deepEqual(await name('a'), [{ organisation: 'New' }]);
    assert.deepEqual(await name('b'), [{ organisation: 'Other' }]);
    assert.deepEqual(read, ['a 1', 'a 2', 'b 1']);
  });

  it('says what is wrong with it, and is good again once it is mended', async () => {
    const { find, all } = files({ a: { bytes: Uint8Array.of(1, 2), version: 1 } });
    const database = addressDatabase(find, platform, 1000);
    const ask = async (setting: string) => database.owners(setting, ['192.0.2.1']);
    assert.deepEqual(await ask('missing'), { kind: 'unreadable', reason: 'no such file' });
    assert.deepEqual(await ask('a'), { kind: 'not-a-database', problem: 'no-metadata' });
    all.a = { bytes: new Uint8Array(1001), version: 2 };
    assert.deepEqual(await ask('a'), { kind: 'too-large', size: 1001 });
    all.a = { bytes: named('Example'), version: 3 };
    assert.deepEqual(await ask('a'), [{ organisation: 'Example' }]);
  });

  it('tells nothing of an address whose record is damaged, and the others all the same', async () => {
    const networks: Record<string, Written> = {
      '192.0.2.0/24': 'a text',
      '198.51.100.0/24': { asn: 'AS64500' },
    };
    const { find } = files({ a: { bytes: writeMmdb({ networks }), version: 1 } });
    const database = addressDatabase(find, platform);
    assert.deepEqual(await database.owners('a', ['192.0.2.1', '198.51.100.1']), [{}, { asn: 'AS64500' }]);
  });
});

describe('The path of the address database', () => {
  it('begins at the root, at home or in the workspace', () => {
    assert.deepEqual(placeOf('/usr/share/GeoIP/GeoLite2-ASN.mmdb', undefined), {
      file: '/usr/share/GeoIP/GeoLite2-ASN.mmdb',
    });
    assert.deepEqual(placeOf('C:\\GeoIP\\a.mmdb', undefined), { file: 'C:\\GeoIP\\a.mmdb' });
    assert.deepEqual(placeOf('\\\\server\\share\\a.mmdb', undefined), { file: '\\\\server\\share\\a.mmdb' });
    assert.deepEqual(placeOf('~/a.mmdb', '/home/me'), { file: '/home/me/a.mmdb' });
    assert.deepEqual(placeOf('~\\a.mmdb', 'C:\\Users\\me'), { file: 'C:\\Users\\me/a.mmdb' });
    assert.deepEqual(placeOf('${userHome}/a.mmdb', '/home/me'), { file: '/home/me/a.mmdb' });
    assert.deepEqual(placeOf('${workspaceFolder}/data/a.mmdb', undefined), { below: 'data/a.mmdb' });
    assert.deepEqual(placeOf('${workspaceFolder}\\data\\a.mmdb', undefined), { below: 'data/a.mmdb' });
  });

  it('is refused where it would depend on where something was started, or there is no home', () => {
    for (const path of [
      'a.mmdb',
      './a.mmdb',
      '../a.mmdb',
      '~other/a.mmdb',
      '${env:HOME}/a.mmdb',
      'C:a.mmdb',
      '~/a.mmdb',
    ]) {
      assert.equal(placeOf(path, undefined), undefined, path);
    }
  });

  it('is shown by its last part', () => {
    assert.deepEqual(['/usr/share/a.mmdb', 'C:\\b.mmdb', 'c.mmdb', '/d/', ''].map(fileName), [
      'a.mmdb',
      'b.mmdb',
      'c.mmdb',
      'd',
      '',
    ]);
  });
});
