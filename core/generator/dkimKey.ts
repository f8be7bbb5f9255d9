import { message, type Message } from '../text/message';
import { writeBase64 } from '../values/binary';
import { readKeyOctets, subjectPublicKeyInfo } from '../values/derKey';
import { readKeyText } from '../values/keyText';
import { holdsPrivateKey } from '../values/privateKey';
import type { Choice } from './form';

/** The kinds of keys that are made. */
export type KeyAlgorithm = 'rsa2048' | 'rsa4096' | 'ed25519';

/** What a platform's cryptography makes. */
export interface KeyPair {
  /** PEM of PKCS #8 (RFC 5958). */
  readonly privateKey: string;
  /** PEM or Base64 of SubjectPublicKeyInfo (RFC 5280 §4.1). */
  readonly publicKey: string;
}

/** Makes a pair of keys: node:crypto or WebCrypto, given in by the door. */
export type KeyMaker = (algorithm: KeyAlgorithm) => KeyPair | Promise<KeyPair>;

export const KEY_ALGORITHMS: readonly (Choice & { readonly value: KeyAlgorithm })[] = Object.freeze([
  {
    value: 'rsa2048',
    label: { en: 'RSA, 2048 bits', ja: 'RSA 2048 ビット' },
    detail: { en: 'every receiver can verify it', ja: 'すべての受信側で検証できる' },
  },
  {
    value: 'rsa4096',
    label: { en: 'RSA, 4096 bits', ja: 'RSA 4096 ビット' },
    detail: {
      en: 'a record too long for one DNS packet over UDP; some providers’ forms refuse it',
      ja: 'UDP の DNS パケットに収まらない長さになり、登録できない事業者もある',
    },
  },
  {
    value: 'ed25519',
    label: { en: 'Ed25519', ja: 'Ed25519' },
    detail: {
      en: 'short; many receivers cannot verify it yet: beside an RSA key, not alone',
      ja: '短いが、検証できない受信側がまだ多い。RSA 鍵と併用する',
    },
  },
] as const);

/** A public key as a key record has it. */
export interface PublishedKey {
  readonly type: 'rsa' | 'ed25519';
  /** The value of `p=`. */
  readonly base64: string;
}

/** The longest text of a key that is read: an RSA key of 16,384 bits. */
const LONGEST = 4000;

/**
 * The key in a pasted text: PEM, Base64 of SubjectPublicKeyInfo, of RSAPublicKey or of 32 octets, or a key record.
 * RSA keys come back as SubjectPublicKeyInfo, which every receiver reads; Ed25519 as the 32 octets (RFC 8463 §4).
 * @returns undefined where there is none that DKIM can use
 */
export function dkimKeyOf(text: string): PublishedKey | undefined {
  const octets = octetsIn(text);
  if (octets.kind !== 'rsa' && octets.kind !== 'ed25519') return undefined;
  if (octets.surplus > 0) return undefined;
  const value = octets.kind === 'rsa' ? subjectPublicKeyInfo(octets) : octets.octets;
  return { type: octets.kind, base64: writeBase64(value) };
}

function octetsIn(text: string) {
  if (text.length > LONGEST || holdsPrivateKey(text)) return readKeyOctets('');
  const record = /(?:^|;)\s*p\s*=([^;]*)/i.exec(text)?.[1];
  return readKeyOctets(readKeyText(record ?? text).octets);
}

/** What is wrong with a pasted public key. Nothing of a private one is ever repeated. */
export function keyComplaint(text: string): Message | undefined {
  if (holdsPrivateKey(text)) return PRIVATE;
  const octets = octetsIn(text);
  switch (octets.kind) {
    case 'private':
      return PRIVATE;
    case 'rsa':
      if (octets.surplus > 0) return NO_KEY;
      if (octets.bits < 1024) return message(SHORT, { bits: octets.bits });
      return octets.bits > 4096 ? message(LONG, { bits: octets.bits }) : undefined;
    case 'ed25519':
      return octets.surplus > 0 ? NO_KEY : undefined;
    case 'other-algorithm':
      return message(OTHER, { algorithm: octets.algorithm });
    case 'truncated':
      return message(TRUNCATED, { missing: octets.missing });
    default:
      return NO_KEY;
  }
}

/** Whether a text holds a private key, whole or in part: it must not be kept or handed on. */
export function isPrivateKey(text: string): boolean {
  return keyComplaint(text) === PRIVATE;
}

const PRIVATE = message({
  en: 'This is a private key. It must never be published or pasted anywhere; if it was, make a new one. The public key belongs here.',
  ja: 'これは秘密鍵です。公開したり貼り付けたりしてはいけません。既にどこかに貼り付けた場合は、鍵を作り直してください。ここには公開鍵を入力します。',
});
const NO_KEY = message({
  en: 'This is no public key that DKIM can use. Paste the PEM file with BEGIN PUBLIC KEY, or its Base64.',
  ja: 'DKIM で使える公開鍵ではありません。BEGIN PUBLIC KEY で始まる PEM ファイルの内容か、その Base64 を貼り付けてください。',
});
const SHORT = {
  en: 'The key has {bits} bits; receivers refuse RSA keys below 1024 (RFC 8301), and 2048 is usual.',
  ja: 'この鍵は {bits} ビットです。1024 ビット未満の RSA 鍵は受け入れられません (RFC 8301)。通常は 2048 ビットです。',
};
const LONG = {
  en: 'The key has {bits} bits; receivers need not verify with more than 4096 (RFC 8301).',
  ja: 'この鍵は {bits} ビットです。4096 ビットを超える鍵は検証されないことがあります (RFC 8301)。',
};
const OTHER = {
  en: 'This is a key for {algorithm}; DKIM has RSA and Ed25519 only.',
  ja: 'これは {algorithm} の鍵です。DKIM で使えるのは RSA と Ed25519 だけです。',
};
const TRUNCATED = {
  en: 'The end of the key is missing ({missing} octets). Copy the whole of it.',
  ja: '鍵の末尾が欠けています({missing} オクテット)。全体をコピーしてください。',
};
