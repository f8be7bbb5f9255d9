import type { Localized, Message } from '../text/message';
import { message } from '../text/message';
import { dateInName, monthsSince, writeDate } from '../values/dateInName';
import { subjectPublicKeyInfo, type Ed25519PublicKey, type RsaPublicKey } from '../values/derKey';
import { sha256 } from '../values/sha256';
import { writeHex } from '../values/binary';
import type { DkimKeyRecord } from './dkimKey';

/**
 * What a key record amounts to: algorithm, size, exponent, fingerprint, flags, and its age where the selector tells.
 * Of a private key there is nothing to say here.
 * @param now milliseconds since 1970
 */
export function keyWords(record: DkimKeyRecord, now = Date.now()): Message[] {
  const { state, octets } = record.key();
  const words: Message[] = [];
  if (state === 'revoked') {
    words.push(
      message({
        en: 'The key is revoked: no signature with this selector counts.',
        ja: 'この鍵は失効しており、このセレクターの署名はすべて無効です。',
      }),
    );
  }
  if (octets.kind === 'rsa' || octets.kind === 'ed25519') words.push(algorithm(octets), fingerprint(octets));
  words.push(...flags(record), ...age(record.selector, now));
  return words;
}

function algorithm(key: RsaPublicKey | Ed25519PublicKey): Message {
  if (key.kind === 'ed25519') return message({ en: '**Ed25519**, 256 bits', ja: '**Ed25519**、256 ビット' });
  const exponent = key.exponent.length > 6 ? writeHex(key.exponent) : numberOf(key.exponent);
  return message(
    { en: '**RSA, {bits} bits**, exponent {exponent}', ja: '**RSA、{bits} ビット**、指数 {exponent}' },
    { bits: key.bits, exponent },
  );
}

function numberOf(octets: string): string {
  let value = 0;
  for (let i = 0; i < octets.length; i++) value = value * 256 + octets.charCodeAt(i);
  return String(value);
}

/** The SHA-256 of the key's SubjectPublicKeyInfo, in pairs of digits. */
export function keyFingerprint(key: RsaPublicKey | Ed25519PublicKey): string {
  return writeHex(sha256(subjectPublicKeyInfo(key)))
    .toLowerCase()
    .replace(/..(?=.)/g, '$&:');
}

function fingerprint(key: RsaPublicKey | Ed25519PublicKey): Message {
  return message(
    {
      en: 'SHA-256 fingerprint `{fingerprint}` (of the DER that `openssl pkey -pubout` writes)',
      ja: 'SHA-256 フィンガープリント `{fingerprint}`(`openssl pkey -pubout` が出力する DER のもの)',
    },
    { fingerprint: keyFingerprint(key) },
  );
}

/** The words of `t`, `s` and `h`, each with its meaning. */
function flags(record: DkimKeyRecord): Message[] {
  return ['t', 's', 'h'].flatMap((name) => {
    const read = record.byName.get(name)?.read;
    if (read?.type !== 'keyword-list') return [];
    return read.members.flatMap(({ keyword }) =>
      keyword === undefined
        ? []
        : [
            message(
              { en: '`{name}={word}`: {meaning}', ja: '`{name}={word}`: {meaning}' },
              { name, word: keyword.value, meaning: keyword.meaning },
            ),
          ],
    );
  });
}

function age(selector: string, now: number): Message[] {
  const date = dateInName(selector);
  if (date === undefined) return [];
  const months = monthsSince(date, now);
  if (months < 0) return [];
  return [
    message(
      {
        en: 'The selector reads as {date}: {age}.',
        ja: 'セレクターは日付 {date} と読めます({age})。',
      },
      { date: writeDate(date), age: ageWords(months) },
    ),
  ];
}

function ageWords(months: number): Localized {
  const years = Math.floor(months / 12);
  if (months < 1) return { en: 'less than a month old', ja: '1 か月未満' };
  if (years < 1) return { en: months === 1 ? '1 month old' : `${months} months old`, ja: `${months} か月前` };
  return { en: years === 1 ? 'a year old' : `${years} years old`, ja: `${years} 年前` };
}
