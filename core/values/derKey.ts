// Public keys in DER (ITU-T X.690): SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), RSAPublicKey (RFC 8017 A.1.1), and what
// people paste in their place. Octets are strings with a code unit (0–255) an octet.

/** An RSA public key. */
export interface RsaPublicKey {
  readonly kind: 'rsa';
  /** `spki`: wrapped in SubjectPublicKeyInfo; `pkcs1`: the bare RSAPublicKey. */
  readonly form: 'spki' | 'pkcs1';
  /** Without leading zeros. */
  readonly modulus: string;
  readonly exponent: string;
  /** The modulus' length. */
  readonly bits: number;
  /** Octets that follow the key. */
  readonly surplus: number;
}

/** An Ed25519 public key. */
export interface Ed25519PublicKey {
  readonly kind: 'ed25519';
  /** `raw`: the 32 octets alone, as RFC 8463 §4 wants them. */
  readonly form: 'raw' | 'spki';
  readonly octets: string;
  readonly surplus: number;
}

/** What octets hold, told by their structure. */
export type KeyOctets =
  | RsaPublicKey
  | Ed25519PublicKey
  /** A public key, but for an algorithm that DKIM does not have. */
  | { readonly kind: 'other-algorithm'; readonly algorithm: string }
  /** A private key, whole or in part. Nothing of it is kept here. */
  | { readonly kind: 'private' }
  | { readonly kind: 'certificate' }
  /** The form of `id_rsa.pub` (RFC 4253 §6.6). */
  | { readonly kind: 'ssh' }
  /** It begins as a key does and ends too early. */
  | { readonly kind: 'truncated'; readonly missing: number }
  | { readonly kind: 'no-key' };

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const NULL = 0x05;
const OID = 0x06;
const VERSION = 0xa0;

const RSA = '1.2.840.113549.1.1.1';
const ED25519 = '1.3.101.112';

/** Algorithms that tools make keys for, by their object identifiers; the names are the ones people know. */
const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.10', 'RSASSA-PSS'],
  ['1.2.840.10040.4.1', 'DSA'],
  ['1.2.840.10045.2.1', 'ECDSA'],
  ['1.3.101.110', 'X25519'],
  ['1.3.101.111', 'X448'],
  ['1.3.101.113', 'Ed448'],
  ['2.16.840.1.101.3.4.3.17', 'ML-DSA-44'],
  ['2.16.840.1.101.3.4.3.18', 'ML-DSA-65'],
  ['2.16.840.1.101.3.4.3.19', 'ML-DSA-87'],
]);

/** One element: its tag octet and where its content stands. `to` is what the length says, and may lie beyond the end. */
interface Element {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
}

/** The element at `at`; undefined where the octets end before its content, or its length is none of DER. */
function elementAt(octets: string, at: number): Element | undefined {
  const tag = octets.charCodeAt(at);
  const first = octets.charCodeAt(at + 1);
  if (Number.isNaN(first)) return undefined;
  if (first < 0x80) return { tag, from: at + 2, to: at + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 3 || at + 2 + count > octets.length) return undefined;
  let length = 0;
  for (let i = 0; i < count; i++) length = (length << 8) | octets.charCodeAt(at + 2 + i);
  const from = at + 2 + count;
  return { tag, from, to: from + length };
}

/** The elements that follow each other in [from, to), as far as they are whole; at most `most`. */
function elements(octets: string, from: number, to: number, most: number): Element[] {
  const found: Element[] = [];
  let at = from;
  while (at < to && found.length < most) {
    const element = elementAt(octets, at);
    if (element === undefined || element.to > to) break;
    found.push(element);
    at = element.to;
  }
  return found;
}

/** Says what key octets hold; never throws, and looks at each octet a few times at most. */
export function readKeyOctets(octets: string): KeyOctets {
  // No structure to tell it by: 32 octets are what an Ed25519 key takes, and far too few for any RSA key.
  if (octets.length === 32) return { kind: 'ed25519', form: 'raw', octets, surplus: 0 };
  if (/^openssh-key-v1\0/.test(octets)) return { kind: 'private' };
  if (/^\0\0\0.(?:ssh-|ecdsa-sha2-|sk-)/s.test(octets)) return { kind: 'ssh' };
  const outer = elementAt(octets, 0);
  if (outer?.tag !== SEQUENCE) return { kind: 'no-key' };
  const inner = elements(octets, outer.from, Math.min(outer.to, octets.length), 4);
  const first = inner[0] ?? elementAt(octets, outer.from);
  if (isPrivate(octets, outer, first)) return { kind: 'private' };
  if (outer.to > octets.length) {
    const plausible = first?.tag === SEQUENCE || first?.tag === INTEGER;
    return plausible ? { kind: 'truncated', missing: outer.to - octets.length } : { kind: 'no-key' };
  }
  const surplus = octets.length - outer.to;
  if (first?.tag === INTEGER) return rsaKey(octets, outer, 'pkcs1', surplus);
  const second = inner[1];
  if (first?.tag !== SEQUENCE || second === undefined) return { kind: 'no-key' };
  if (second.tag === SEQUENCE) return certificate(octets, first);
  const identifier = elementAt(octets, first.from);
  if (identifier?.tag !== OID || identifier.to > first.to) return { kind: 'no-key' };
  // EncryptedPrivateKeyInfo: an algorithm and what it encrypted (RFC 5958 §3).
  if (second.tag === OCTET_STRING) return { kind: 'private' };
  // How many of the last bits do not count: OpenSSL puts up with some.
  if (second.tag !== BIT_STRING || !(octets.charCodeAt(second.from) < 8)) return { kind: 'no-key' };
  const algorithm = readOid(octets, identifier);
  if ((algorithm === RSA || algorithm === ED25519) && !areParametersFine(octets, first, identifier)) {
    return { kind: 'no-key' };
  }
  if (algorithm === RSA) {
    const body = elementAt(octets, second.from + 1);
    if (body?.tag !== SEQUENCE || body.to > second.to) return { kind: 'no-key' };
    return rsaKey(octets, body, 'spki', surplus);
  }
  if (algorithm === ED25519) {
    const raw = octets.slice(second.from + 1, second.to);
    return raw.length === 32 ? { kind: 'ed25519', form: 'spki', octets: raw, surplus } : { kind: 'no-key' };
  }
  return { kind: 'other-algorithm', algorithm: ALGORITHMS.get(algorithm) ?? algorithm };
}

/**
 * Whether it is a private key: all of its kinds begin with a version, 0 or 1, before anything else (RFC 8017 A.1.2,
 * RFC 5958 §2, RFC 5915 §3), which no RSA modulus is.
 */
function isPrivate(octets: string, outer: Element, first: Element | undefined): boolean {
  if (first?.tag !== INTEGER || first.to - first.from !== 1 || outer.to <= first.to) return false;
  const version = octets.charCodeAt(first.from);
  const next = octets.charCodeAt(first.to);
  return version <= 1 && (next === INTEGER || next === SEQUENCE || next === OCTET_STRING);
}

/** RSA keys have NULL behind the algorithm's identifier (RFC 3279 §2.3.1), the others nothing (RFC 8410 §3). */
function areParametersFine(octets: string, algorithm: Element, identifier: Element): boolean {
  if (identifier.to === algorithm.to) return true;
  return identifier.to + 2 === algorithm.to && octets.startsWith('\x05\0', identifier.to);
}

/** A certificate or a request for one: its first part holds a version or a serial number first. */
function certificate(octets: string, body: Element): KeyOctets {
  const tag = octets.charCodeAt(body.from);
  return tag === VERSION || tag === INTEGER ? { kind: 'certificate' } : { kind: 'no-key' };
}

function rsaKey(octets: string, body: Element, form: 'spki' | 'pkcs1', surplus: number): KeyOctets {
  const parts = elements(octets, body.from, body.to, 3);
  const [n, e] = parts;
  if (parts.length !== 2 || n?.tag !== INTEGER || e?.tag !== INTEGER || e.to !== body.to) {
    return { kind: 'no-key' };
  }
  const modulus = positive(octets, n);
  const exponent = positive(octets, e);
  if (modulus === undefined || exponent === undefined) return { kind: 'no-key' };
  const bits = 8 * modulus.length - Math.clz32(modulus.charCodeAt(0)) + 24;
  return { kind: 'rsa', form, modulus, exponent, bits, surplus };
}

/** The octets of an INTEGER above zero, without leading zeros. */
function positive(octets: string, { from, to }: Element): string | undefined {
  if (from === to || octets.charCodeAt(from) > 0x7f) return undefined;
  let at = from;
  while (at < to && octets.charCodeAt(at) === 0) at++;
  return at === to ? undefined : octets.slice(at, to);
}

/** An object identifier in dotted form (X.690 §8.19). */
function readOid(octets: string, { from, to }: Element): string {
  const arcs: number[] = [];
  let arc = 0;
  for (let at = from; at < Math.min(to, from + 20); at++) {
    const octet = octets.charCodeAt(at);
    arc = arc * 128 + (octet & 0x7f);
    if (octet > 0x7f) continue;
    if (arcs.length === 0) {
      const root = Math.min(2, Math.floor(arc / 40));
      arcs.push(root, arc - 40 * root);
    } else arcs.push(arc);
    arc = 0;
  }
  return arcs.join('.');
}

function der(tag: number, content: string): string {
  const { length } = content;
  const size =
    length < 0x80
      ? String.fromCharCode(length)
      : length < 0x100
        ? String.fromCharCode(0x81, length)
        : String.fromCharCode(0x82, length >> 8, length & 255);
  return String.fromCharCode(tag) + size + content;
}

function derInteger(octets: string): string {
  return der(INTEGER, octets.charCodeAt(0) > 0x7f ? `\0${octets}` : octets);
}

/**
 * The key as SubjectPublicKeyInfo, as `openssl pkey -pubout -outform DER` writes it: what nearly every receiver reads
 * where a key is RSA, and what fingerprints are taken of.
 */
export function subjectPublicKeyInfo(key: RsaPublicKey | Ed25519PublicKey): string {
  if (key.kind === 'ed25519')
    return der(SEQUENCE, der(SEQUENCE, der(OID, '\x2b\x65\x70')) + bits(key.octets));
  const body = der(SEQUENCE, derInteger(key.modulus) + derInteger(key.exponent));
  const algorithm = der(OID, '\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01') + der(NULL, '');
  return der(SEQUENCE, der(SEQUENCE, algorithm) + bits(body));
}

function bits(octets: string): string {
  return der(BIT_STRING, `\0${octets}`);
}
