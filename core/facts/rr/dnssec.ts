import * as dnssec from './dnssecNumbers';
import {
  BASE64_REST,
  field,
  HEX_REST,
  HOST,
  NAME,
  U16,
  U32,
  U8,
  words,
  type RdataField,
  type RrType,
} from './kinds';

const HASH_ALGORITHM = field(
  'hash algorithm',
  { is: 'number', bits: 8, values: dnssec.NSEC3_HASHES },
  'Always 1, SHA-1',
  '常に 1 (SHA-1)',
);
const ITERATIONS = field(
  'iterations',
  U16,
  'Additional rounds; 0 (RFC 9276)',
  '追加の反復回数。0 を使う (RFC 9276)',
);
const TYPES = field('types', { is: 'types' }, 'Types that this name has', 'この名前にある型', {
  optional: true,
});

const ALGORITHM = field(
  'algorithm',
  { is: 'number', bits: 8, values: dnssec.DNSSEC_ALGORITHMS },
  'Algorithm of the key',
  '鍵のアルゴリズム',
);

const KEY_FIELDS: readonly RdataField[] = [
  field('flags', { is: 'number', bits: 16, values: dnssec.DNSKEY_FLAGS }, 'Use of the key', '鍵の用途'),
  field('protocol', { is: 'number', bits: 8, values: dnssec.KEY_PROTOCOLS }, 'Always 3', '常に 3'),
  ALGORITHM,
  field('public key', BASE64_REST, 'Key in Base64', 'Base64 の鍵'),
];

const DS_FIELDS: readonly RdataField[] = [
  field('key tag', U16, 'Key tag of the DNSKEY', 'DNSKEY のキータグ'),
  field(
    'algorithm',
    { is: 'number', bits: 8, values: dnssec.DNSSEC_ALGORITHMS },
    'Algorithm of the DNSKEY',
    'DNSKEY のアルゴリズム',
  ),
  field(
    'digest type',
    { is: 'number', bits: 8, values: dnssec.DS_DIGESTS },
    'How the digest was made',
    'ダイジェストの種類',
  ),
  field('digest', HEX_REST, 'Digest in hexadecimal', '16 進のダイジェスト'),
];

const SIGNATURE_FIELDS: readonly RdataField[] = [
  field('type covered', { is: 'type' }, 'Type of the RRset that is signed', '署名された RRset の型'),
  field(
    'algorithm',
    { is: 'number', bits: 8, values: dnssec.DNSSEC_ALGORITHMS },
    'Algorithm of the key',
    '鍵のアルゴリズム',
  ),
  field(
    'labels',
    U8,
    'Labels of the owner, without `*` and the root',
    'オーナー名のラベル数（`*` とルートを除く）',
  ),
  field('original TTL', U32, 'TTL of the RRset in the zone', 'ゾーン内での RRset の TTL'),
  field(
    'signature expiration',
    { is: 'timestamp' },
    'Valid until, `YYYYMMDDHHmmSS` UTC',
    '有効期限（UTC の `YYYYMMDDHHmmSS`）',
  ),
  field(
    'signature inception',
    { is: 'timestamp' },
    'Valid from, `YYYYMMDDHHmmSS` UTC',
    '有効開始（UTC の `YYYYMMDDHHmmSS`）',
  ),
  field('key tag', U16, 'Key tag of the DNSKEY', 'DNSKEY のキータグ'),
  field('signer’s name', NAME, 'The zone', '署名したゾーン'),
  field('signature', BASE64_REST, 'Signature in Base64', 'Base64 の署名'),
];

/** DNSSEC, old and new. */
export const DNSSEC: readonly RrType[] = [
  {
    name: 'DNSKEY',
    code: 48,
    meaning: words('Public key that signs this zone', 'ゾーンを署名する公開鍵'),
    reference: 'RFC 4034 §2',
    fields: KEY_FIELDS,
  },
  {
    name: 'CDNSKEY',
    code: 60,
    meaning: words('Key that the parent should make a DS of', '親ゾーンに DS の作成を求める鍵'),
    reference: 'RFC 7344 §3.2',
    fields: KEY_FIELDS,
  },
  {
    name: 'DS',
    code: 43,
    meaning: words('Digest of a child zone’s key', '子ゾーンの鍵のダイジェスト'),
    reference: 'RFC 4034 §5',
    fields: DS_FIELDS,
  },
  {
    name: 'CDS',
    code: 59,
    meaning: words(
      'DS that the parent should take over; `0 0 0 00` deletes',
      '親ゾーンに載せてほしい DS。`0 0 0 00` は削除',
    ),
    reference: 'RFC 7344 §3.1',
    fields: DS_FIELDS,
  },
  {
    name: 'RRSIG',
    code: 46,
    meaning: words('Signature over an RRset', 'RRset の署名'),
    reference: 'RFC 4034 §3',
    fields: SIGNATURE_FIELDS,
  },
  {
    name: 'NSEC',
    code: 47,
    meaning: words('Next name of the zone: nothing lies between', 'ゾーン内の次の名前（間には何もない証明）'),
    reference: 'RFC 4034 §4',
    fields: [field('next domain name', NAME, 'Next name in canonical order', '正規順で次の名前'), TYPES],
  },
  {
    name: 'NSEC3',
    code: 50,
    meaning: words('Next hashed name of the zone', 'ハッシュ化した次の名前（不在証明）'),
    reference: 'RFC 5155 §3',
    fields: [
      HASH_ALGORITHM,
      field(
        'flags',
        { is: 'number', bits: 8, values: dnssec.NSEC3_FLAGS },
        '1 for opt-out',
        'オプトアウトなら 1',
      ),
      ITERATIONS,
      field(
        'salt',
        { is: 'hex', dashForNone: true, lengthOctets: 1 },
        'Salt in hexadecimal; `-` for none (RFC 9276)',
        '16 進のソルト。なしは `-` (RFC 9276)',
      ),
      field(
        'next hashed owner name',
        { is: 'base32hex', lengthOctets: 1 },
        'Next hash in Base32hex',
        'Base32hex の次のハッシュ',
      ),
      TYPES,
    ],
  },
  {
    name: 'NSEC3PARAM',
    code: 51,
    meaning: words('How the names of this zone are hashed', 'このゾーンの名前のハッシュ方法'),
    reference: 'RFC 5155 §4',
    fields: [
      HASH_ALGORITHM,
      field('flags', U8, 'Always 0', '常に 0'),
      ITERATIONS,
      field(
        'salt',
        { is: 'hex', dashForNone: true, lengthOctets: 1 },
        'Salt in hexadecimal; `-` for none',
        '16 進のソルト。なしは `-`',
      ),
    ],
  },
  {
    name: 'CSYNC',
    code: 62,
    meaning: words('Which records the parent should take over', '親ゾーンに反映してほしいレコード'),
    reference: 'RFC 7477 §2',
    fields: [
      field('SOA serial', U32, 'Serial from which on it holds', '有効になるシリアル'),
      field(
        'flags',
        { is: 'number', bits: 16, values: dnssec.CSYNC_FLAGS, flags: true },
        '1 immediate, 2 soaminimum, 3 both',
        '1 immediate、2 soaminimum、3 両方',
      ),
      field('types', { is: 'types' }, 'Types to take over: NS, A, AAAA', '反映する型（NS、A、AAAA）', {
        optional: true,
      }),
    ],
  },
  {
    name: 'DSYNC',
    code: 66,
    meaning: words('Where a child zone announces changes of its DS', '子ゾーンの DS 変更の通知先'),
    reference: 'RFC 9859 §2',
    fields: [
      field('RRtype', { is: 'type' }, 'CDS or CSYNC', 'CDS または CSYNC'),
      field(
        'scheme',
        { is: 'number', bits: 8, values: dnssec.DSYNC_SCHEMES },
        'How: NOTIFY',
        '通知の方法（NOTIFY）',
      ),
      field('port', U16, 'Port of the target', '通知先のポート'),
      field('target', HOST, 'Host that takes the message', '通知を受け取るホスト'),
    ],
    unknownTo: ['NSD', 'Knot'],
  },
  {
    name: 'ZONEMD',
    code: 63,
    meaning: words('Digest over the whole zone', 'ゾーン全体のダイジェスト'),
    reference: 'RFC 8976 §2',
    fields: [
      field('serial', U32, 'Serial of the zone', 'ゾーンのシリアル'),
      field(
        'scheme',
        { is: 'number', bits: 8, values: dnssec.ZONEMD_SCHEMES },
        'How records are put together',
        '集め方',
      ),
      field(
        'hash algorithm',
        { is: 'number', bits: 8, values: dnssec.ZONEMD_HASHES },
        'How the digest is made',
        'ハッシュの種類',
      ),
      field(
        'digest',
        HEX_REST,
        'Digest in hexadecimal, 12 octets at least',
        '16 進のダイジェスト（12 オクテット以上）',
      ),
    ],
  },
  {
    name: 'KEY',
    code: 25,
    meaning: words('Key for SIG(0)', 'SIG(0) 用の鍵'),
    reference: 'RFC 2535 §3; RFC 2931',
    fields: KEY_FIELDS,
  },
  {
    name: 'SIG',
    code: 24,
    meaning: words('Signature of old DNSSEC; use RRSIG', '旧 DNSSEC の署名。RRSIG を使う'),
    reference: 'RFC 2535 §4',
    fields: SIGNATURE_FIELDS,
    status: 'obsolete',
    unknownTo: ['Knot'],
  },
  {
    name: 'NXT',
    code: 30,
    meaning: words('Next name in old DNSSEC; use NSEC', '旧 DNSSEC の次の名前。NSEC を使う'),
    reference: 'RFC 2535 §5',
    fields: [
      field('next domain name', NAME, 'Next name', '次の名前'),
      field(
        'types',
        { is: 'types', old: true },
        'Types that this name has, up to code 127',
        'この名前にある型（番号 127 まで）',
        { optional: true },
      ),
    ],
    status: 'obsolete',
    unknownTo: ['Knot'],
  },
  {
    name: 'DLV',
    code: 32769,
    meaning: words(
      'DS outside of the parent zone; the registry is closed',
      '親ゾーン以外に置く DS。運用終了',
    ),
    reference: 'RFC 8749',
    fields: DS_FIELDS,
    status: 'obsolete',
    unknownTo: ['Knot'],
  },
  {
    name: 'TA',
    code: 32768,
    meaning: words('Trust anchor list, never in use', 'トラストアンカー一覧（使われなかった）'),
    reference: 'IANA RR TYPEs 32768',
    fields: DS_FIELDS,
    status: 'experimental',
    unknownTo: ['NSD', 'Knot'],
  },
  {
    name: 'RKEY',
    code: 57,
    meaning: words('Key to encrypt NAPTR records with', 'NAPTR レコードを暗号化する鍵'),
    reference: 'draft-reid-dnsext-rkey',
    fields: KEY_FIELDS,
    status: 'experimental',
    unknownTo: ['NSD', 'Knot'],
  },
];
