import type { KeyAlgorithm, KeyPair } from '../../core/generator/dkimKey';

/** Octets of a line of PEM, in Base64 (RFC 7468 §2). */
const LINE = /.{1,64}/g;

/**
 * Makes a pair of keys with WebCrypto, which Node and browsers have alike.
 * @throws where the platform does not know the algorithm, as older browsers do Ed25519
 */
export async function makeKeyPair(algorithm: KeyAlgorithm): Promise<KeyPair> {
  const { subtle } = globalThis.crypto;
  const uses: ('sign' | 'verify')[] = ['sign', 'verify'];
  const made =
    algorithm === 'ed25519'
      ? await subtle.generateKey({ name: 'Ed25519' }, true, uses)
      : await subtle.generateKey(
          {
            name: 'RSASSA-PKCS1-v1_5',
            modulusLength: algorithm === 'rsa4096' ? 4096 : 2048,
            publicExponent: new Uint8Array([1, 0, 1]),
            hash: 'SHA-256',
          },
          true,
          uses,
        );
  if (!('privateKey' in made)) throw new Error('no pair of keys');
  const secret = new Uint8Array(await subtle.exportKey('pkcs8', made.privateKey));
  const open = new Uint8Array(await subtle.exportKey('spki', made.publicKey));
  const pair = { privateKey: pem('PRIVATE KEY', secret), publicKey: pem('PUBLIC KEY', open) };
  secret.fill(0);
  return pair;
}

function pem(label: string, octets: Uint8Array): string {
  let binary = '';
  for (const octet of octets) binary += String.fromCharCode(octet);
  const lines = btoa(binary).match(LINE) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
