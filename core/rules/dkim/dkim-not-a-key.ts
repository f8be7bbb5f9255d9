import type { DkimKey, DkimKeyRecord } from '../../records/dkimKey';
import { statedKeyword } from '../../records/tagRecord';
import { message, type Localized, type Message } from '../../text/message';
import type { RsaPublicKey } from '../../values/derKey';
import { holdsPrivateKey } from '../../values/privateKey';
import { keySpan } from '../keyEdits';
import { rule } from '../rule';

export default rule({
  name: 'dkim-not-a-key',
  on: 'dkim-key',
  severity: 'error',
  title: { en: '`p=` holds no key that DKIM could use', ja: '`p=` が DKIM で使える鍵でない' },
  references: ['RFC 6376 §3.6.1', 'RFC 8463 §4'],
  check(record, report) {
    const { state, octets } = record.key();
    if (record.content !== 'key' || state === 'absent' || state === 'revoked') return;
    const words = defect(record);
    if (words !== undefined) report({ span: keySpan(record), message: words });
    else if ('surplus' in octets && octets.surplus > 0) {
      report({
        span: keySpan(record),
        severity: 'warning',
        message: message(
          {
            en: 'Behind the key there are {count} octets that belong to nothing. Some receivers refuse such a key. Copy it anew.',
            ja: '鍵の後ろに余分なデータが {count} オクテットあります。このような鍵を拒否する受信側があります。コピーし直してください。',
          },
          { count: octets.surplus },
        ),
      });
    }
  },
});

/** What is wrong with the octets; undefined where they are a key, or where the text's own faults say it all. */
function defect(record: DkimKeyRecord): Message | undefined {
  const key = record.key();
  const { octets } = key;
  switch (octets.kind) {
    case 'rsa':
      return isUsable(octets) ? undefined : message(UNUSABLE);
    case 'ed25519':
      return undefined;
    case 'private':
      // Built like a private key, but what is in it is none.
      return holdsPrivateKey(record.text.text) ? undefined : message(NO_KEY);
    case 'certificate':
      return message(CERTIFICATE);
    case 'ssh':
      return message(SSH);
    case 'other-algorithm':
      return message(OTHER, { algorithm: octets.algorithm });
    case 'truncated':
      return isSpoilt(key) ? undefined : message(TRUNCATED, { missing: octets.missing });
    case 'no-key':
      if (isSpoilt(key) || key.faults.some(({ kind }) => kind === 'armour')) return undefined;
      return statedKeyword(record, 'k') === 'ed25519'
        ? message(LENGTH, { count: octetCount(key.base64) })
        : message(NO_KEY);
  }
}

/** Whether characters in the Base64 are wrong, which another rule reports and which explain everything. */
function isSpoilt({ faults }: DkimKey): boolean {
  return faults.some(
    ({ kind }) => !['armour', 'ssh', 'missing-padding', 'surplus-padding', 'odd-length'].includes(kind),
  );
}

/** Both numbers of an RSA key are odd, and the exponent is above 1. */
function isUsable({ modulus, exponent }: RsaPublicKey): boolean {
  const odd = (octets: string) => octets.charCodeAt(octets.length - 1) % 2 === 1;
  return odd(modulus) && odd(exponent) && exponent !== '\x01';
}

function octetCount(base64: string): number {
  return (base64.replace(/=+$/, '').length * 3) >> 2;
}

const UNUSABLE: Localized = {
  en: 'The numbers of this RSA key cannot be those of any key: receivers refuse it. Copy the key anew.',
  ja: 'この RSA 鍵の数値は鍵としてあり得ないもので、受信側は拒否します。鍵をコピーし直してください。',
};
const CERTIFICATE: Localized = {
  en: 'This is a certificate (or a request for one), not a public key, and receivers cannot use it. Take the key out of it: `openssl x509 -pubkey -noout`.',
  ja: 'これは公開鍵ではなく証明書(または証明書署名要求)で、受信側は使えません。`openssl x509 -pubkey -noout` で公開鍵を取り出してください。',
};
const SSH: Localized = {
  en: 'This is a public key as SSH writes it, which receivers cannot read. Write it as `openssl pkey -pubout` or `ssh-keygen -e -m PKCS8` does, without the PEM lines.',
  ja: 'これは SSH 形式の公開鍵で、受信側は読めません。`openssl pkey -pubout` や `ssh-keygen -e -m PKCS8` の形式に変換し、PEM の行を除いて書いてください。',
};
const OTHER: Localized = {
  en: 'This is a public key for {algorithm}, which DKIM does not have. Make an RSA key of 2048 bits.',
  ja: 'これは {algorithm} の公開鍵で、DKIM では使えません。2048 ビットの RSA 鍵を作成してください。',
};
const TRUNCATED: Localized = {
  en: 'The key breaks off: {missing} octets are missing. Many panels cut what is longer than 255 characters. Copy the whole key, in several strings where need be.',
  ja: '鍵が途中で切れています({missing} オクテット不足)。255 文字を超える部分を切り捨てる管理画面がよくあります。必要なら複数の文字列に分けて、鍵全体を書いてください。',
};
const LENGTH: Localized = {
  en: 'An Ed25519 key has 32 octets, and this has {count}. Receivers refuse it. Copy the key anew.',
  ja: 'Ed25519 の鍵は 32 オクテットですが、これは {count} オクテットです。受信側は拒否します。鍵をコピーし直してください。',
};
const NO_KEY: Localized = {
  en: 'This is no public key: what the Base64 stands for is not built like one. Signatures with this selector fail. Copy the key anew.',
  ja: 'これは公開鍵ではありません(Base64 を復号した内容が鍵の構造になっていません)。このセレクターの署名は失敗します。鍵をコピーし直してください。',
};
