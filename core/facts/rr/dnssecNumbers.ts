import { known, type KnownValue } from './kinds';

/** A number whose mnemonic BIND alone reads in a master file. */
function knownToBind(value: number, mnemonic: string, en: string, ja: string): KnownValue {
  return { ...known(value, mnemonic, en, ja), unreadBy: ['NSD', 'Knot'] };
}

/** DNSSEC algorithm numbers (IANA "DNS Security Algorithm Numbers", RFC 8624, RFC 9905). */
export const DNSSEC_ALGORITHMS: readonly KnownValue[] = [
  known(
    0,
    undefined,
    'None: only in a CDS or CDNSKEY record that asks to delete',
    'なし（削除を求める CDS・CDNSKEY だけ）',
  ),
  known(1, 'RSAMD5', 'RSA/MD5, must not be used', 'RSA/MD5（使用禁止）'),
  known(2, 'DH', 'Diffie-Hellman, not for signatures', 'Diffie-Hellman（署名用ではない）'),
  known(3, 'DSA', 'DSA/SHA-1, must not be used', 'DSA/SHA-1（使用禁止）'),
  known(5, 'RSASHA1', 'RSA/SHA-1, no longer recommended', 'RSA/SHA-1（非推奨）'),
  knownToBind(6, 'NSEC3DSA', 'DSA/SHA-1 with NSEC3, must not be used', 'NSEC3 用の DSA/SHA-1（使用禁止）'),
  knownToBind(
    7,
    'NSEC3RSASHA1',
    'RSA/SHA-1 with NSEC3, no longer recommended',
    'NSEC3 用の RSA/SHA-1（非推奨）',
  ),
  known(8, 'RSASHA256', 'RSA/SHA-256', 'RSA/SHA-256'),
  known(10, 'RSASHA512', 'RSA/SHA-512', 'RSA/SHA-512'),
  knownToBind(12, 'ECCGOST', 'GOST R 34.10-2001, must not be used', 'GOST R 34.10-2001（使用禁止）'),
  known(
    13,
    'ECDSAP256SHA256',
    'ECDSA P-256 with SHA-256: the usual choice',
    'ECDSA P-256/SHA-256（標準的な選択）',
  ),
  known(14, 'ECDSAP384SHA384', 'ECDSA P-384 with SHA-384', 'ECDSA P-384/SHA-384'),
  known(15, 'ED25519', 'Ed25519', 'Ed25519'),
  known(16, 'ED448', 'Ed448', 'Ed448'),
  known(252, 'INDIRECT', 'Reserved for indirect keys', '間接鍵用に予約'),
  known(253, 'PRIVATEDNS', 'Private algorithm, named by a domain name', 'ドメイン名で示す私的アルゴリズム'),
  known(254, 'PRIVATEOID', 'Private algorithm, named by an OID', 'OID で示す私的アルゴリズム'),
];

/** Digest types of DS and its like (IANA "DS RR Type Digest Algorithms"). */
export const DS_DIGESTS: readonly KnownValue[] = [
  known(0, undefined, 'None: only in a CDS record that asks to delete', 'なし（削除を求める CDS だけ）'),
  knownToBind(
    1,
    'SHA-1',
    'SHA-1, 20 octets, no longer to be used for new records',
    'SHA-1（20 オクテット、新規には使わない）',
  ),
  knownToBind(2, 'SHA-256', 'SHA-256, 32 octets: the usual choice', 'SHA-256（32 オクテット、標準的な選択）'),
  knownToBind(
    3,
    'GOST',
    'GOST R 34.11-94, 32 octets, must not be used',
    'GOST R 34.11-94（32 オクテット、使用禁止）',
  ),
  knownToBind(4, 'SHA-384', 'SHA-384, 48 octets', 'SHA-384（48 オクテット）'),
];

/** The octets that a digest of a DS record has, by its type. */
export const DS_DIGEST_LENGTHS: ReadonlyMap<number, number> = new Map([
  [1, 20],
  [2, 32],
  [4, 48],
]);

/** Flags of DNSKEY (RFC 4034 §2.1.1, RFC 5011 §7). */
export const DNSKEY_FLAGS: readonly KnownValue[] = [
  known(256, undefined, 'Zone-signing key (ZSK)', 'ゾーン署名鍵 (ZSK)'),
  known(257, undefined, 'Key-signing key (KSK)', '鍵署名鍵 (KSK)'),
  known(385, undefined, 'Key-signing key, revoked', '失効した鍵署名鍵'),
];

/** Protocol of DNSKEY and KEY (RFC 4034 §2.1.2, RFC 3445). */
export const KEY_PROTOCOLS: readonly KnownValue[] = [
  knownToBind(3, 'DNSSEC', 'The only valid value', '唯一の正しい値'),
];

/** NSEC3 hash algorithms (RFC 5155 §11). */
export const NSEC3_HASHES: readonly KnownValue[] = [known(1, undefined, 'SHA-1', 'SHA-1')];

/** NSEC3 flags (RFC 5155 §3.1.2). */
export const NSEC3_FLAGS: readonly KnownValue[] = [
  known(0, undefined, 'No opt-out', 'オプトアウトなし'),
  known(
    1,
    undefined,
    'Opt-out: unsigned delegations may lie between',
    'オプトアウト（署名のない委任が間にあってよい）',
  ),
];

/** ZONEMD schemes and hashes (RFC 8976 §5). */
export const ZONEMD_SCHEMES: readonly KnownValue[] = [
  known(1, undefined, 'SIMPLE: all records in canonical order', 'SIMPLE（全レコードを正規順で）'),
];
export const ZONEMD_HASHES: readonly KnownValue[] = [
  known(1, undefined, 'SHA-384, 48 octets', 'SHA-384（48 オクテット）'),
  known(2, undefined, 'SHA-512, 64 octets', 'SHA-512（64 オクテット）'),
];

/** CSYNC flags (RFC 7477 §2.1.1.2). */
export const CSYNC_FLAGS: readonly KnownValue[] = [
  known(1, undefined, 'immediate: without asking a person', 'immediate（人の確認なしに反映）'),
  known(2, undefined, 'soaminimum: only from this serial on', 'soaminimum（このシリアル以降だけ）'),
];

/** DSYNC schemes (RFC 9859 §2). */
export const DSYNC_SCHEMES: readonly KnownValue[] = [
  known(1, 'NOTIFY', 'Send a NOTIFY message', 'NOTIFY を送る'),
];
