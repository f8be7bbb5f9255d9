import { createPrivateKey, createPublicKey } from 'node:crypto';

/**
 * The public half of a private key, which goes no further than this function: the octets are wiped, and what OpenSSL made
 * of them goes with the garbage.
 * @param bytes a file in PEM; it is overwritten
 * @returns SubjectPublicKeyInfo in DER, a code unit an octet; empty where the file holds no private key that can be read
 * without a passphrase
 */
export function publicHalfOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const key = createPrivateKey({ key: file, format: 'pem' });
    return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('latin1');
  } catch {
    return '';
  } finally {
    file.fill(0);
  }
}
