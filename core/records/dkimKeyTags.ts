import { defineRecord, type TagDefinition } from './definition';

const TAGS: readonly TagDefinition[] = [
  {
    name: 'v',
    title: { en: 'Version', ja: 'バージョン' },
    documentation: {
      en: 'The version of the key record. It may be left out; where it stands, it must be the first tag and read `DKIM1`.',
      ja: '鍵レコードのバージョンです。省略できますが、書く場合は先頭のタグで、値は `DKIM1` でなければなりません。',
    },
    value: {
      type: 'keyword',
      caseSensitive: true,
      keywords: [{ value: 'DKIM1', meaning: { en: 'the only version there is', ja: '唯一のバージョン' } }],
    },
    default: 'DKIM1',
    need: 'recommended',
    reference: 'RFC 6376 §3.6.1',
  },
  {
    name: 'k',
    title: { en: 'Key type', ja: '鍵の種類' },
    documentation: {
      en: 'The algorithm that the key is for. Receivers ignore a key of a type that they do not know; every one of them knows `rsa`, by far not all of them `ed25519`.',
      ja: '鍵のアルゴリズムです。受信側は知らない種類の鍵を無視します。`rsa` にはすべての受信側が対応していますが、`ed25519` に対応していない受信側はまだ多くあります。',
    },
    value: {
      type: 'keyword',
      keywords: [
        {
          value: 'rsa',
          meaning: { en: 'RSA; of 2048 bits today', ja: 'RSA(現在は 2048 ビットを使う)' },
          aliases: ['rsa-sha256', 'rsa-sha1', 'rsa2048', 'rsa1024', 'sha256', 'rsa256'],
        },
        {
          value: 'ed25519',
          meaning: {
            en: 'Ed25519 (RFC 8463); beside an RSA key under another selector',
            ja: 'Ed25519(RFC 8463)。別のセレクターの RSA 鍵と併用する',
          },
          aliases: ['ed25519-sha256', 'eddsa'],
        },
      ],
    },
    default: 'rsa',
    need: 'optional',
    reference: 'RFC 6376 §3.6.1, RFC 8463 §4.2',
  },
  {
    name: 'h',
    title: { en: 'Hash algorithms', ja: 'ハッシュアルゴリズム' },
    documentation: {
      en: 'The hash algorithms that signatures with this key may use, with colons between. Without it all are allowed. Only `sha256` counts today (RFC 8301).',
      ja: 'この鍵の署名に使えるハッシュアルゴリズムをコロンで区切って並べます。省略するとすべて使えます。現在有効なのは `sha256` だけです(RFC 8301)。',
    },
    value: {
      type: 'keyword-list',
      separator: ':',
      exclusive: [],
      keywords: [
        {
          value: 'sha256',
          meaning: { en: 'SHA-256', ja: 'SHA-256' },
          aliases: ['sha-256', 'sha2', 'rsa-sha256', 'sha_256'],
        },
        {
          value: 'sha1',
          meaning: {
            en: 'SHA-1; no signature may use it any more',
            ja: 'SHA-1。署名に使うことはもう認められない',
          },
          aliases: ['sha-1', 'rsa-sha1'],
        },
      ],
    },
    need: 'optional',
    reference: 'RFC 6376 §3.6.1, RFC 8301 §3.1',
  },
  {
    name: 's',
    title: { en: 'Service types', ja: 'サービスの種類' },
    documentation: {
      en: 'What the key is for, with colons between. A key whose list has neither `email` nor `*` does not count for mail.',
      ja: '鍵の用途をコロンで区切って並べます。`email` も `*` も含まない鍵は、メールの検証には使われません。',
    },
    value: {
      type: 'keyword-list',
      separator: ':',
      exclusive: [],
      keywords: [
        { value: '*', meaning: { en: 'everything', ja: 'すべての用途' }, aliases: ['all', 'any'] },
        { value: 'email', meaning: { en: 'mail', ja: 'メール' }, aliases: ['mail', 'e-mail', 'smtp'] },
      ],
    },
    default: '*',
    need: 'optional',
    reference: 'RFC 6376 §3.6.1',
  },
  {
    name: 't',
    title: { en: 'Flags', ja: 'フラグ' },
    documentation: {
      en: 'Flags with colons between. Receivers skip those that they do not know.',
      ja: 'フラグをコロンで区切って並べます。受信側は知らないフラグを読み飛ばします。',
    },
    value: {
      type: 'keyword-list',
      separator: ':',
      exclusive: [],
      keywords: [
        {
          value: 's',
          meaning: {
            en: 'the signature’s `i=` must name this very domain, no subdomain',
            ja: '署名の `i=` はこのドメインそのものでなければならず、サブドメインは認めない',
          },
          aliases: ['strict'],
        },
        {
          value: 'y',
          meaning: {
            en: 'DKIM is only being tested: treat mail as if it were not signed',
            ja: 'DKIM は試験中であり、メールは署名がないものとして扱われる',
          },
          aliases: ['test', 'yes', 'testing'],
        },
      ],
    },
    need: 'optional',
    reference: 'RFC 6376 §3.6.1',
    question: {
      en: 'Should the key have flags? Most keys have none.',
      ja: '鍵にフラグを付けますか。通常は付けません。',
    },
  },
  {
    name: 'n',
    title: { en: 'Notes', ja: 'メモ' },
    documentation: {
      en: 'A note for people. No program reads it; it only takes up room.',
      ja: '人が読むためのメモです。プログラムは読まず、レコードが長くなるだけです。',
    },
    value: { type: 'text' },
    need: 'optional',
    reference: 'RFC 6376 §3.6.1',
  },
  {
    name: 'p',
    title: { en: 'Public key', ja: '公開鍵' },
    documentation: {
      en: 'The public key in Base64, without its PEM lines: for RSA in DER as `openssl pkey -pubout` writes it, for Ed25519 the 32 octets alone. Empty: the key has been revoked, and no signature with it counts any more.',
      ja: '公開鍵を Base64 で書いたものです(PEM の BEGIN/END 行は含めません)。RSA では `openssl pkey -pubout` が出力する DER、Ed25519 では 32 オクテットの値だけを書きます。空の場合は鍵が失効していることを示し、この鍵の署名はすべて無効になります。',
    },
    value: { type: 'base64' },
    need: 'required',
    reference: 'RFC 6376 §3.6.1',
    question: {
      en: 'Which public key? Paste the PEM file or its Base64, never the private key.',
      ja: '公開鍵はどれですか。PEM ファイルの内容か Base64 を貼り付けます。秘密鍵は決して貼り付けないでください。',
    },
  },
  {
    name: 'g',
    title: { en: 'Granularity (removed)', ja: '粒度(廃止)' },
    documentation: {
      en: 'Limited the key to some local parts. RFC 6376 took it out; a receiver that still follows RFC 4871 refuses every signature where it is empty.',
      ja: '鍵を使えるローカルパートを制限するタグでした。RFC 6376 で廃止されました。RFC 4871 に従う古い受信側では、値が空だとすべての署名が失敗します。',
    },
    value: { type: 'text' },
    default: '*',
    need: 'historic',
    reference: 'RFC 4871 §3.6.1',
  },
];

/** The key record at `<selector>._domainkey.<domain>` (RFC 6376 §3.6.1). */
export const dkimKeyDefinition = defineRecord({
  kind: 'dkim-key',
  title: { en: 'DKIM key record', ja: 'DKIM 鍵レコード' },
  version: { tag: 'v', value: 'DKIM1' },
  beginnings: [
    {
      text: 'v=DKIM1; k=rsa; p=',
      detail: { en: 'an RSA key; paste it behind p=', ja: 'RSA 鍵(p= の後に公開鍵を貼り付ける)' },
    },
    {
      text: 'v=DKIM1; k=ed25519; p=',
      detail: { en: 'an Ed25519 key; paste it behind p=', ja: 'Ed25519 鍵(p= の後に公開鍵を貼り付ける)' },
    },
    { text: 'v=DKIM1; p=', detail: { en: 'a revoked key', ja: '失効した鍵' } },
  ],
  tags: TAGS,
  reference: 'RFC 6376 §3.6.1',
});
