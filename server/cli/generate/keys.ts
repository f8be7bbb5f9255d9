import { generateKeyPairSync } from 'node:crypto';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { KeyAlgorithm, KeyPair } from '../../../core/generator/dkimKey';
import { REPOSITORIES } from '../../../core/generator/repositories';

/** Makes a pair of keys with the platform's cryptography. */
export function makeKeyPair(algorithm: KeyAlgorithm): KeyPair {
  const publicKeyEncoding = { type: 'spki', format: 'pem' } as const;
  const privateKeyEncoding = { type: 'pkcs8', format: 'pem' } as const;
  if (algorithm === 'ed25519')
    return generateKeyPairSync('ed25519', { publicKeyEncoding, privateKeyEncoding });
  const modulusLength = algorithm === 'rsa4096' ? 4096 : 2048;
  return generateKeyPairSync('rsa', { modulusLength, publicKeyEncoding, privateKeyEncoding });
}

/** The folder under version control that a file would lie in; undefined where there is none. */
export function repositoryAround(path: string): string | undefined {
  let folder = dirname(resolve(path));
  if (existsSync(folder)) folder = realpathSync(folder);
  for (;;) {
    if (REPOSITORIES.some((name) => existsSync(join(folder, name)))) return folder;
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

/**
 * Writes a private key where only its owner can read it. A file that is there already is never touched.
 * @throws the system's error: `EEXIST` where there is something of that name
 */
export function writePrivateKey(path: string, privateKey: string): void {
  // The mode holds from the moment in which the file comes to be.
  writeFileSync(path, privateKey, { flag: 'wx', mode: 0o600 });
}
