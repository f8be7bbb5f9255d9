import * as certificate from './certificateNumbers';
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

const KEY_TAG = field('key tag', U16, 'Number that tells keys apart', '鍵を見分ける番号');
const ALGORITHM = field(
  'algorithm',
  { is: 'number', bits: 8, values: dnssec.DNSSEC_ALGORITHMS },
  'Algorithm of the key',
  '鍵のアルゴリズム',
);
const TYPES = field('types', { is: 'types' }, 'Types that this name has', 'この名前にある型', {
  optional: true,
});

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

const TLSA_FIELDS: readonly RdataField[] = [
  field(
    'certificate usage',
    { is: 'number', bits: 8, values: certificate.TLSA_USAGES },
    'What is compared with',
    '照合する対象',
  ),
  field(
    'selector',
    { is: 'number', bits: 8, values: certificate.TLSA_SELECTORS },
    'Which part of it',
    '証明書のどの部分か',
  ),
  field(
    'matching type',
    { is: 'number', bits: 8, values: certificate.TLSA_MATCHINGS },
    'As it is, or its digest',
    'そのままかダイジェストか',
  ),
  field(
    'certificate association data',
    HEX_REST,
    'The data or digest in hexadecimal',
    '16 進のデータまたはダイジェスト',
  ),
];

/** DNSSEC and the types that publish keys and certificates. */
export const SECURITY: readonly RrType[] = [
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
      field(
        'hash algorithm',
        { is: 'number', bits: 8, values: dnssec.NSEC3_HASHES },
        'Always 1, SHA-1',
        '常に 1 (SHA-1)',
      ),
      field(
        'flags',
        { is: 'number', bits: 8, values: dnssec.NSEC3_FLAGS },
        '1 for opt-out',
        'オプトアウトなら 1',
      ),
      field('iterations', U16, 'Additional rounds; 0 (RFC 9276)', '追加の反復回数。0 を使う (RFC 9276)'),
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
      field(
        'hash algorithm',
        { is: 'number', bits: 8, values: dnssec.NSEC3_HASHES },
        'Always 1, SHA-1',
        '常に 1 (SHA-1)',
      ),
      field('flags', U8, 'Always 0', '常に 0'),
      field('iterations', U16, 'Additional rounds; 0 (RFC 9276)', '追加の反復回数。0 を使う (RFC 9276)'),
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
    name: 'TLSA',
    code: 52,
    meaning: words('Certificate of a TLS server (DANE)', 'TLS サーバーの証明書 (DANE)'),
    reference: 'RFC 6698 §2',
    fields: TLSA_FIELDS,
  },
  {
    name: 'SMIMEA',
    code: 53,
    meaning: words('S/MIME certificate of a mail user', 'メール利用者の S/MIME 証明書'),
    reference: 'RFC 8162 §2',
    fields: TLSA_FIELDS,
  },
  {
    name: 'SSHFP',
    code: 44,
    meaning: words('Fingerprint of an SSH host key', 'SSH ホスト鍵のフィンガープリント'),
    reference: 'RFC 4255 §3',
    fields: [
      field(
        'algorithm',
        { is: 'number', bits: 8, values: certificate.SSHFP_ALGORITHMS },
        'Kind of key',
        '鍵の種類',
      ),
      field(
        'fp type',
        { is: 'number', bits: 8, values: certificate.SSHFP_TYPES },
        'Kind of fingerprint',
        'フィンガープリントの種類',
      ),
      field('fingerprint', HEX_REST, 'Fingerprint in hexadecimal', '16 進のフィンガープリント'),
    ],
  },
  {
    name: 'CERT',
    code: 37,
    meaning: words('Certificate', '証明書'),
    reference: 'RFC 4398 §2',
    fields: [
      field(
        'type',
        { is: 'number', bits: 16, values: certificate.CERT_TYPES },
        'Kind of certificate',
        '証明書の種類',
      ),
      KEY_TAG,
      field(
        'algorithm',
        { is: 'number', bits: 8, values: dnssec.DNSSEC_ALGORITHMS },
        'Algorithm, 0 for unknown',
        'アルゴリズム。不明なら 0',
      ),
      field('certificate', BASE64_REST, 'Certificate in Base64', 'Base64 の証明書'),
    ],
  },
  {
    name: 'OPENPGPKEY',
    code: 61,
    meaning: words('OpenPGP key of a mail user', 'メール利用者の OpenPGP 鍵'),
    reference: 'RFC 7929 §2',
    fields: [field('key', BASE64_REST, 'Key in Base64', 'Base64 の鍵')],
  },
  {
    name: 'IPSECKEY',
    code: 45,
    meaning: words('Key for IPsec with a host', 'ホストとの IPsec に使う鍵'),
    reference: 'RFC 4025 §2',
    fields: [
      field('precedence', U8, 'The lowest is tried first', '小さいほど優先'),
      field(
        'gateway type',
        { is: 'number', bits: 8, values: certificate.GATEWAY_TYPES },
        'What the gateway field holds',
        'ゲートウェイ欄の形式',
      ),
      field(
        'algorithm',
        { is: 'number', bits: 8, values: certificate.IPSECKEY_ALGORITHMS },
        'Kind of key',
        '鍵の種類',
      ),
      field(
        'gateway',
        { is: 'gateway', decidedBy: 'gateway type' },
        'Gateway, `.` for none',
        'ゲートウェイ。なければ `.`',
      ),
      field('public key', BASE64_REST, 'Key in Base64', 'Base64 の鍵', { optional: true }),
    ],
  },
  {
    name: 'HIP',
    code: 55,
    meaning: words('Host identity (HIP)', 'ホスト識別子 (HIP)'),
    reference: 'RFC 8005 §5',
    fields: [
      field(
        'pk algorithm',
        { is: 'number', bits: 8, values: certificate.IPSECKEY_ALGORITHMS },
        'Kind of key',
        '鍵の種類',
      ),
      field('hit', { is: 'hex' }, 'Host identity tag in hexadecimal', '16 進のホスト識別タグ'),
      field('public key', { is: 'base64' }, 'Key in Base64, one word', 'Base64 の鍵（1 語で）'),
      field('rendezvous servers', HOST, 'Rendezvous servers', 'ランデブーサーバー', {
        optional: true,
        repeated: true,
      }),
    ],
    unknownTo: ['NSD', 'Knot'],
  },
  {
    name: 'AMTRELAY',
    code: 260,
    meaning: words('Multicast relay (AMT)', 'マルチキャストリレー (AMT)'),
    reference: 'RFC 8777 §4',
    fields: [
      field('precedence', U8, 'The lowest is tried first', '小さいほど優先'),
      field(
        'discovery-optional',
        { is: 'number', bits: 8 },
        '1 where discovery may be left out, else 0',
        '探索を省いてよければ 1、それ以外は 0',
      ),
      field(
        'relay type',
        { is: 'number', bits: 8, values: certificate.GATEWAY_TYPES },
        'What the relay field holds',
        'リレー欄の形式',
      ),
      field(
        'relay',
        { is: 'gateway', decidedBy: 'relay type' },
        'Relay, `.` for none',
        'リレー。なければ `.`',
      ),
    ],
    unknownTo: ['NSD', 'Knot'],
  },
  {
    name: 'HHIT',
    code: 67,
    meaning: words('Identity of a drone (DRIP)', 'ドローンの識別情報 (DRIP)'),
    reference: 'RFC 9886',
    fields: [field('data', BASE64_REST, 'Data in Base64', 'Base64 のデータ')],
    unknownTo: ['NSD', 'Knot'],
  },
  {
    name: 'BRID',
    code: 68,
    meaning: words('Broadcast identity of a drone (DRIP)', 'ドローンの放送用識別情報 (DRIP)'),
    reference: 'RFC 9886',
    fields: [field('data', BASE64_REST, 'Data in Base64', 'Base64 のデータ')],
    unknownTo: ['NSD', 'Knot'],
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
