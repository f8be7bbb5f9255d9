import * as certificate from './certificateNumbers';
import * as dnssec from './dnssecNumbers';
import { BASE64_REST, field, HEX_REST, HOST, U16, U8, words, type RdataField, type RrType } from './kinds';

const KEY_TAG = field('key tag', U16, 'Number that tells keys apart', '鍵を見分ける番号');

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

/** Keys and certificates. */
export const CERTIFICATES: readonly RrType[] = [
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
];
