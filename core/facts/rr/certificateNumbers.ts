import { known, type KnownValue } from './kinds';

/** CERT types (RFC 4398 §2.1). */
export const CERT_TYPES: readonly KnownValue[] = [
  known(1, 'PKIX', 'X.509 certificate', 'X.509 証明書'),
  known(2, 'SPKI', 'SPKI certificate', 'SPKI 証明書'),
  known(3, 'PGP', 'OpenPGP packet', 'OpenPGP パケット'),
  known(4, 'IPKIX', 'URL of an X.509 certificate', 'X.509 証明書の URL'),
  known(5, 'ISPKI', 'URL of an SPKI certificate', 'SPKI 証明書の URL'),
  known(6, 'IPGP', 'Fingerprint and URL of an OpenPGP key', 'OpenPGP 鍵のフィンガープリントと URL'),
  known(7, 'ACPKIX', 'Attribute certificate', '属性証明書'),
  known(8, 'IACPKIX', 'URL of an attribute certificate', '属性証明書の URL'),
  known(253, 'URI', 'Private, named by a URI', 'URI で示す私的な形式'),
  known(254, 'OID', 'Private, named by an OID', 'OID で示す私的な形式'),
];

/** TLSA and SMIMEA certificate usages (RFC 6698 §2.1.1; names from RFC 7218, which master files do not hold). */
export const TLSA_USAGES: readonly KnownValue[] = [
  known(
    0,
    undefined,
    'PKIX-TA: a CA that the certificate must be issued under',
    'PKIX-TA（証明書の発行元でなければならない CA）',
  ),
  known(
    1,
    undefined,
    'PKIX-EE: this very certificate, also checked by a CA',
    'PKIX-EE（この証明書そのもの。CA でも検証）',
  ),
  known(2, undefined, 'DANE-TA: an own trust anchor', 'DANE-TA（独自のトラストアンカー）'),
  known(
    3,
    undefined,
    'DANE-EE: this very certificate; the usual choice for mail',
    'DANE-EE（この証明書そのもの。メールでは標準）',
  ),
  known(255, undefined, 'PrivCert: private use', 'PrivCert（私的利用）'),
];

/** TLSA selectors (RFC 6698 §2.1.2). */
export const TLSA_SELECTORS: readonly KnownValue[] = [
  known(0, undefined, 'Cert: the whole certificate', 'Cert（証明書全体）'),
  known(
    1,
    undefined,
    'SPKI: the public key; stays the same when a certificate is renewed',
    'SPKI（公開鍵。更新後も変わらない）',
  ),
  known(255, undefined, 'PrivSel: private use', 'PrivSel（私的利用）'),
];

/** TLSA matching types (RFC 6698 §2.1.3). */
export const TLSA_MATCHINGS: readonly KnownValue[] = [
  known(0, undefined, 'Full: the data itself', 'Full（データそのもの）'),
  known(1, undefined, 'SHA2-256, 32 octets; the usual choice', 'SHA2-256（32 オクテット、標準的な選択）'),
  known(2, undefined, 'SHA2-512, 64 octets', 'SHA2-512（64 オクテット）'),
  known(255, undefined, 'PrivMatch: private use', 'PrivMatch（私的利用）'),
];

/** The octets of the certificate association data, by matching type. */
export const TLSA_LENGTHS: ReadonlyMap<number, number> = new Map([
  [1, 32],
  [2, 64],
]);

/** SSHFP key algorithms (RFC 4255 §3.1.1, RFC 6594, RFC 7479, RFC 8709). */
export const SSHFP_ALGORITHMS: readonly KnownValue[] = [
  known(1, undefined, 'RSA', 'RSA'),
  known(2, undefined, 'DSA', 'DSA'),
  known(3, undefined, 'ECDSA', 'ECDSA'),
  known(4, undefined, 'Ed25519', 'Ed25519'),
  known(6, undefined, 'Ed448', 'Ed448'),
];

/** SSHFP fingerprint types (RFC 4255 §3.1.2, RFC 6594). */
export const SSHFP_TYPES: readonly KnownValue[] = [
  known(1, undefined, 'SHA-1, 20 octets', 'SHA-1（20 オクテット）'),
  known(2, undefined, 'SHA-256, 32 octets', 'SHA-256（32 オクテット）'),
];

/** The octets of an SSHFP fingerprint, by its type. */
export const SSHFP_LENGTHS: ReadonlyMap<number, number> = new Map([
  [1, 20],
  [2, 32],
]);

/** IPSECKEY and HIP public key algorithms (RFC 4025 §2.4, RFC 8005). */
export const IPSECKEY_ALGORITHMS: readonly KnownValue[] = [
  known(0, undefined, 'No key', '鍵なし'),
  known(1, undefined, 'DSA', 'DSA'),
  known(2, undefined, 'RSA', 'RSA'),
  known(3, undefined, 'ECDSA', 'ECDSA'),
  known(4, undefined, 'EdDSA', 'EdDSA'),
];

/** What a gateway or relay field holds (RFC 4025 §2.3, RFC 8777 §4.2.3). */
export const GATEWAY_TYPES: readonly KnownValue[] = [
  known(0, undefined, 'None, written `.`', 'なし（`.` と書く）'),
  known(1, undefined, 'An IPv4 address', 'IPv4 アドレス'),
  known(2, undefined, 'An IPv6 address', 'IPv6 アドレス'),
  known(3, undefined, 'A domain name', 'ドメイン名'),
];
