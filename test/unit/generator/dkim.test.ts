import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dkimKeyOf, isPrivateKey, keyComplaint, KEY_ALGORITHMS } from '../../../core/generator/dkimKey';
import { completed, complaints } from '../../../core/generator/form';
import { dkimForm, withPublicKey } from '../../../core/generator/forms/dkim';
import { suggestedSelector } from '../../../core/generator/selector';
import { signingLines } from '../../../core/generator/signing';
import { makeKeyPair, repositoryAround, writePrivateKey } from '../../../server/cli/generate/keys';
import { RSA_KEYS } from './support';

const NOW = { year: 2026, month: 3, day: 1, seconds: 0 };

/** The tags of a record, read by hand. */
function tags(value: string): Record<string, string> {
  return Object.fromEntries(
    value.split('; ').map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  );
}

describe('the DKIM form', () => {
  for (const { value: algorithm } of KEY_ALGORITHMS) {
    it(`publishes the public half of a new ${algorithm} key`, function () {
      this.timeout(60_000);
      const { publicKey, privateKey } = makeKeyPair(algorithm);
      const form = dkimForm({ now: NOW });
      const asked = completed(form, { domain: 'example.com', algorithm });
      assert.equal(asked['algorithm'], algorithm);
      assert.deepEqual(form.generate(asked).records, []);
      const answers = completed(form, withPublicKey(asked, publicKey));
      assert.deepEqual(complaints(form, answers), []);
      const [record] = form.generate(answers).records;
      assert.equal(record?.owner, 's202603._domainkey.example.com.');
      const { v, k, p = '' } = tags(record.value);
      assert.deepEqual([v, k], ['DKIM1', algorithm === 'ed25519' ? 'ed25519' : 'rsa']);
      const der = Buffer.from(p, 'base64');
      const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
      // Ed25519 keys are published without their wrapping (RFC 8463 §4).
      assert.deepEqual(der, algorithm === 'ed25519' ? spki.subarray(-32) : spki);
    });
  }

  it('takes PEM, bare RSA keys, Base64 and whole records alike', () => {
    const [, pem = ''] = RSA_KEYS;
    const key = createPublicKey(pem);
    const base64 = key.export({ type: 'spki', format: 'der' }).toString('base64');
    const forms = [
      pem,
      key.export({ type: 'pkcs1', format: 'pem' }).toString(),
      base64,
      `v=DKIM1; k=rsa; p=${base64}`,
      `"v=DKIM1; p=${base64.slice(0, 100)}" "${base64.slice(100)}"`,
    ];
    for (const text of forms) {
      assert.deepEqual(dkimKeyOf(text), { type: 'rsa', base64 }, text);
      assert.equal(keyComplaint(text), undefined, text);
    }
  });

  it('refuses private keys without ever repeating them, and what is no key', () => {
    for (const algorithm of ['rsa2048', 'ed25519'] as const) {
      const { privateKey } = makeKeyPair(algorithm);
      const body = privateKey.replace(/-----[^-]+-----|\s/g, '');
      for (const text of [privateKey, body]) {
        const said = JSON.stringify(keyComplaint(text));
        assert.ok(said.includes('private') && said.includes('秘密鍵'), text.slice(0, 20));
        assert.ok(!said.includes(body.slice(0, 12)));
        assert.equal(dkimKeyOf(text), undefined);
        assert.equal(isPrivateKey(text), true);
      }
    }
    const [small = '', pem = ''] = RSA_KEYS;
    assert.equal(keyComplaint(small), undefined);
    for (const text of [small, pem, '', 'key']) assert.equal(isPrivateKey(text), false, text);
    for (const text of ['', 'key', pem.slice(0, 200), 'x'.repeat(100_000)]) {
      assert.ok(keyComplaint(text) !== undefined, text.slice(0, 20));
    }
  });

  it('revokes a selector with an empty key', () => {
    const form = dkimForm();
    const answers = completed(form, { domain: 'example.com', selector: 'old', source: 'revoked' });
    assert.equal(form.generate(answers).records[0]?.value, 'v=DKIM1; p=');
  });

  it('suggests a selector that the signer waits for, else one with the month, never one that has a key', () => {
    const key = (selector: string) =>
      ({ owner: `${selector}._domainkey.example.com.`, type: 'TXT', value: 'v=DKIM1; p=' }) as const;
    const signing = [{ domain: 'example.com', selector: 'mail' }];
    assert.equal(suggestedSelector({ signing, now: NOW }, 'example.com'), 'mail');
    assert.equal(suggestedSelector({ signing, now: NOW, records: [key('mail')] }, 'example.com'), 's202603');
    assert.equal(suggestedSelector({ now: NOW, records: [key('s202603')] }, 'example.com'), 's202603b');
    assert.equal(suggestedSelector({ signing, now: NOW }, 'example.org'), 's202603');
  });

  it('says what OpenDKIM needs, unless a path cannot stand in its files', () => {
    const lines = signingLines({ domain: 'example.com', selector: 's1', path: '/etc/dkim/s1.private' });
    assert.deepEqual(
      lines?.map(({ lines: text }) => text),
      [
        'Domain\texample.com\nSelector\ts1\nKeyFile\t/etc/dkim/s1.private\n',
        's1._domainkey.example.com example.com:s1:/etc/dkim/s1.private\n',
        '*@example.com s1._domainkey.example.com\n',
      ],
    );
    for (const path of ['', '/a b', '/a:b', '/a#b', '/é', '/a\nb']) {
      assert.equal(signingLines({ domain: 'example.com', selector: 's1', path }), undefined, path);
    }
  });
});

describe('a private key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-auth-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is written for its owner alone, and never over another file', () => {
    const path = join(folder, 's1.private');
    writePrivateKey(path, 'first');
    if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.throws(() => {
      writePrivateKey(path, 'second');
    }, /EEXIST/);
    assert.equal(readFileSync(path, 'utf8'), 'first');
  });

  it('is known to lie under version control, however deep', () => {
    assert.equal(repositoryAround(join(folder, 'x')), undefined);
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'a', 'b'), { recursive: true });
    assert.ok(repositoryAround(join(folder, 'a', 'b', 'x'))?.endsWith(folder.slice(-6)));
    rmSync(join(folder, '.git'), { recursive: true });
    // A work tree has a file of that name.
    writeFileSync(join(folder, 'a', '.git'), 'gitdir: elsewhere\n');
    assert.ok(repositoryAround(join(folder, 'a', 'b', 'x')) !== undefined);
  });
});
