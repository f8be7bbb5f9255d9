// Whether the private keys that a configuration names and the public ones that zones hold belong together.
import type { PublicKeyOf } from '../model/model';
import type { SystemZone } from '../model/mailSystem';
import type { ZoneEntry } from '../syntax/masterFile/entry';
import type { DkimKeyRecord } from '../records/dkimKey';
import { recogniseRecord } from '../records/recognise';
import { readKeyOctets, type KeyOctets } from '../values/derKey';
import type { KeyFile } from './systemKeys';

/** The public half of a key file; undefined where it cannot be read here. */
export function publicHalf(
  file: KeyFile | undefined,
  publicKey: PublicKeyOf | undefined,
): KeyOctets | undefined {
  // What does not begin with `/` is the key itself, or depends on where the program was started; `%` is the sender's domain.
  if (file === undefined || !/^\/[^%]*$/.test(file.path)) return undefined;
  const octets = publicKey?.(file.path);
  return octets === undefined ? undefined : readKeyOctets(octets);
}

/** A published key and its record. */
export interface PublishedKey {
  readonly entry: ZoneEntry;
  readonly record: DkimKeyRecord;
}

/** The keys that stand at a name itself; undefined where one of them cannot be read as a key. */
export function publishedKeys(zone: SystemZone, name: string): PublishedKey[] | undefined {
  const found: PublishedKey[] = [];
  for (const entry of zone.entries(name, 'TXT')) {
    const recognised = recogniseRecord(entry);
    if (recognised?.kind !== 'dkim-key') return undefined;
    const record = recognised.value;
    if (record.content !== 'key' || record.key().state !== 'clean') return undefined;
    found.push({ entry, record });
  }
  return found;
}

/** Whether two public keys are known to be different ones: of two that are no keys nothing is known. */
export function areDifferent(one: KeyOctets, other: KeyOctets): boolean {
  if (one.kind === 'rsa' && other.kind === 'rsa') {
    return one.modulus !== other.modulus || one.exponent !== other.exponent;
  }
  if (one.kind === 'ed25519' && other.kind === 'ed25519') return one.octets !== other.octets;
  return isKey(one) && isKey(other);
}

function isKey({ kind }: KeyOctets): boolean {
  return kind === 'rsa' || kind === 'ed25519';
}
