import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { publicHalfOf } from '../../../server/node/privateKeys';
import { readKeyOctets } from '../../../core/values/derKey';

describe('The public half of a private key', () => {
  it('comes out of PEM, and the octets of the private one are overwritten', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const bytes = new TextEncoder().encode(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const half = publicHalfOf(bytes);
    assert.equal(half, publicKey.export({ type: 'spki', format: 'der' }).toString('latin1'));
    assert.equal(readKeyOctets(half).kind, 'ed25519');
    assert.ok(bytes.every((octet) => octet === 0));
  });

  it('overwrites no more than its own part of a buffer', () => {
    const buffer = new Uint8Array(30).fill(7);
    assert.equal(publicHalfOf(buffer.subarray(10, 20)), '');
    assert.deepEqual(
      [...buffer],
      [...Array<number>(10).fill(7), ...Array<number>(10).fill(0), ...Array<number>(10).fill(7)],
    );
  });

  it('is none where there is no private key, or one under a passphrase', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const locked = privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'x',
    });
    for (const text of ['', 'text', publicKey.export({ type: 'spki', format: 'pem' }), locked]) {
      assert.equal(publicHalfOf(new TextEncoder().encode(text.toString())), '');
    }
  });
});
