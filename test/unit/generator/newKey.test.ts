import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKeyPair } from '../../../client/generator/keys';
import { keyFiles } from '../../../client/node/keyFiles';
import { completed } from '../../../core/generator/form';
import { FORM_ABOUT, FORMS, formFor } from '../../../core/generator/forms';
import { dkimKeyOf } from '../../../core/generator/dkimKey';
import { wantedKey, withNewKey } from '../../../core/generator/newKey';
import { RSA_KEYS } from './support';

describe('answers that ask for new keys', () => {
  it('tell which, and make all records once there is one', () => {
    for (const kind of ['dkim', 'domain']) {
      const form = formFor(kind)!;
      const full = completed(form, { domain: 'example.com' });
      const wanted = wantedKey(form, full);
      assert.equal(wanted?.algorithm, 'rsa2048', kind);
      assert.equal(wanted.domain, 'example.com');
      const without = form.generate(full).records.length;
      const made = withNewKey(form, full, RSA_KEYS[1]!);
      assert.equal(wantedKey(form, made), undefined, kind);
      const { records } = form.generate(made);
      assert.equal(records.length, without + 1);
      const key = records.find(({ owner }) => owner === `${wanted.selector}._domainkey.example.com.`);
      assert.match(key?.value ?? '', /^v=DKIM1; k=rsa; p=MII/);
    }
  });

  it('are none where a key is given, revoked or not wanted at all', () => {
    const dkim = formFor('dkim')!;
    for (const source of ['given', 'revoked']) {
      assert.equal(wantedKey(dkim, completed(dkim, { domain: 'example.com', source })), undefined);
    }
    const domain = formFor('domain')!;
    assert.equal(
      wantedKey(domain, completed(domain, { domain: 'example.com', parts: 'spf,dmarc' })),
      undefined,
    );
    for (const kind of ['dmarc', 'spf', 'bimi']) {
      const form = formFor(kind)!;
      assert.equal(wantedKey(form, completed(form, { domain: 'example.com' })), undefined);
    }
  });

  it('stand in forms that all say what they are good for', () => {
    assert.deepEqual(Object.keys(FORM_ABOUT), Object.keys(FORMS));
  });
});

describe('pairs of keys made with WebCrypto', () => {
  for (const algorithm of ['rsa2048', 'ed25519'] as const) {
    it(`fit together and are what DKIM publishes: ${algorithm}`, async () => {
      const { privateKey, publicKey } = await makeKeyPair(algorithm);
      const secret = createPrivateKey(privateKey);
      const open = createPublicKey(publicKey);
      const data = Buffer.from('signed');
      const digest = algorithm === 'ed25519' ? null : 'sha256';
      assert.ok(verify(digest, data, open, sign(digest, data, secret)));
      const published = dkimKeyOf(publicKey);
      assert.equal(published?.type, algorithm === 'ed25519' ? 'ed25519' : 'rsa');
      if (algorithm === 'rsa2048') assert.equal(secret.asymmetricKeyDetails?.modulusLength, 2048);
      for (const line of privateKey.trimEnd().split('\n')) assert.ok(line.length <= 64);
    });
  }
});

describe('files of private keys', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-auth-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('come to be for their owner alone', async function () {
    if (!keyFiles.restricts) this.skip();
    const path = join(folder, 'a.private');
    assert.equal(await keyFiles.write(path, 'secret\n'), 'written');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.equal(await readFile(path, 'utf8'), 'secret\n');
  });

  it('never take the place of what is there, a link included', async () => {
    const path = join(folder, 'a.private');
    await writeFile(path, 'precious\n');
    await symlink(join(folder, 'nowhere'), join(folder, 'link'));
    assert.equal(await keyFiles.write(path, 'secret\n'), 'exists');
    assert.equal(await keyFiles.write(join(folder, 'link'), 'secret\n'), 'exists');
    assert.equal(await readFile(path, 'utf8'), 'precious\n');
  });

  it('say what went wrong otherwise', async () => {
    assert.deepEqual(await keyFiles.write(join(folder, 'missing/a.private'), 'secret\n'), {
      failed: 'ENOENT',
    });
  });

  it('are known to lie under version control, through links as well', async () => {
    await mkdir(join(folder, 'repository/.git'), { recursive: true });
    await mkdir(join(folder, 'repository/deep/er'), { recursive: true });
    await mkdir(join(folder, 'plain'));
    await symlink(join(folder, 'repository/deep'), join(folder, 'linked'));
    const around = async (path: string) => keyFiles.repositoryAround(join(folder, path));
    assert.match((await around('repository/deep/er/a.private')) ?? '', /repository$/);
    assert.match((await around('linked/a.private')) ?? '', /repository$/);
    assert.equal(await around('plain/a.private'), undefined);
    assert.match((await around('repository/not/yet/there.private')) ?? '', /repository$/);
  });
});
