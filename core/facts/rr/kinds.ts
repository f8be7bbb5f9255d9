import type { Localized } from '../../text/message';

/** The name servers whose reading of master files is told apart. */
export type Program = 'BIND' | 'NSD' | 'Knot';

/** All of them: what all refuse is an error, what one accepts is none. */
export const PROGRAMS: readonly Program[] = Object.freeze<Program[]>(['BIND', 'NSD', 'Knot']);

/** A number of a field that has a meaning of its own. */
export interface KnownValue {
  readonly value: number;
  /** The word that master files may hold in its place; absent where only the number is read. */
  readonly mnemonic?: string;
  readonly meaning: Localized;
  /** Programs that do not read the mnemonic (all read the number). */
  readonly unreadBy?: readonly Program[];
}

/** An unsigned number. */
export interface NumberKind {
  readonly is: 'number';
  readonly bits: 8 | 16 | 32;
  readonly values?: readonly KnownValue[];
  /** The number is a set of bits: each of `values` is one of them. */
  readonly flags?: true;
}

/** A domain name; a relative one is completed by the origin, `@` is the origin. */
export interface NameKind {
  readonly is: 'name';
  /** A host with addresses; a mailbox (`user.example.com.`); any other name. */
  readonly role: 'host' | 'mailbox' | 'name';
}

/** Binary data in letters. */
export interface BinaryKind {
  readonly is: 'base64' | 'hex' | 'base32hex';
  /** Whether it may be spread over several words (it then takes the rest of the record). */
  readonly spread?: true;
  /** A `-` stands for no data at all. */
  readonly dashForNone?: true;
  /** The octets that hold its length on the wire, where it is not the rest of the record. */
  readonly lengthOctets?: 1 | 2;
}

/** What a field of RDATA holds. */
export type FieldKind =
  | NumberKind
  | NameKind
  | BinaryKind
  /** Seconds, `3600` or with units `1h30m`. */
  | { readonly is: 'period' }
  | { readonly is: 'ipv4' }
  | { readonly is: 'ipv6' }
  /** One character-string (RFC 1035 §3.3), in quotes or a word. */
  | { readonly is: 'string' }
  /** Text with no length octet that takes the rest of the record (CAA value, URI target). */
  | { readonly is: 'text' }
  /** Letters and digits with a length octet (CAA tag). */
  | { readonly is: 'tag'; readonly words: readonly { readonly word: string; readonly meaning: Localized }[] }
  /** `YYYYMMDDHHmmSS` in UTC, or seconds since 1970 (RFC 4034 §3.2). */
  | { readonly is: 'timestamp' }
  /** One RR type. */
  | { readonly is: 'type' }
  /** RR types as a bitmap (RFC 4034 §4.1.2), or NXT's old one. */
  | { readonly is: 'types'; readonly old?: true }
  /** A port list of WKS: service names or numbers. */
  | { readonly is: 'services' }
  /** TCP, UDP or a protocol number (WKS). */
  | { readonly is: 'protocol' }
  /** `51 30 12.748 N` (RFC 1876 §3). */
  | { readonly is: 'latitude' | 'longitude' }
  /** Metres, `10m` (RFC 1876 §3). */
  | { readonly is: 'altitude' | 'distance' }
  /** A number of degrees or metres, kept as text (GPOS). */
  | { readonly is: 'decimal'; readonly least: number; readonly most: number }
  /** `1:192.0.2.0/24` or `!2:2001:db8::/32` (RFC 3123). */
  | { readonly is: 'apl' }
  /** `key=value` (RFC 9460 §2.1). */
  | { readonly is: 'svc-param' }
  /** Its form depends on another field: none (`.`), IPv4, IPv6 or a name. */
  | { readonly is: 'gateway'; readonly decidedBy: string }
  /** Pairs of hex digits with hyphens (RFC 7043). */
  | { readonly is: 'eui'; readonly octets: 6 | 8 }
  /** Four groups of four hex digits with colons (RFC 6742 §2.1.2). */
  | { readonly is: 'node-id' }
  /** `0x` and hex digits, dots between them at will (RFC 1706). */
  | { readonly is: 'nsap' }
  /** `+` and digits (E.164), or hex digits with dots (AESA). */
  | { readonly is: 'atma' }
  /** The IPv6 suffix and prefix name of A6, present as the prefix length has it. */
  | { readonly is: 'a6-suffix' };

/** One field of a type's RDATA. */
export interface RdataField {
  /** The RFC's name for it, in lower case. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly meaning: Localized;
  readonly optional?: true;
  /** Several may stand (a last field that takes the rest). */
  readonly repeated?: true;
}

/** A resource record type. */
export interface RrType {
  /** The mnemonic, in upper case. */
  readonly name: string;
  readonly code: number;
  readonly meaning: Localized;
  readonly reference: string;
  /** In the order of a master file; empty where only the generic form `\# n hex` is read. */
  readonly fields: readonly RdataField[];
  readonly status?: 'obsolete' | 'experimental' | 'meta';
  /** Programs that do not read its mnemonic (BIND 9.18, NSD 4.6, Knot 3.2); `TYPEn` all read. */
  readonly unknownTo?: readonly Program[];
}

/** A text in both languages. */
export function words(en: string, ja: string): Localized {
  return { en, ja };
}

/** A field. */
export function field(
  name: string,
  kind: FieldKind,
  en: string,
  ja: string,
  more?: { readonly optional?: true; readonly repeated?: true },
): RdataField {
  return { name, kind, meaning: { en, ja }, ...more };
}

/** A number with a meaning, and its mnemonic where master files may hold one. */
export function known(value: number, mnemonic: string | undefined, en: string, ja: string): KnownValue {
  return { value, meaning: { en, ja }, ...(mnemonic !== undefined && { mnemonic }) };
}

/** Kinds that many types share. */
export const HOST: FieldKind = { is: 'name', role: 'host' };
export const MAILBOX: FieldKind = { is: 'name', role: 'mailbox' };
export const NAME: FieldKind = { is: 'name', role: 'name' };
export const U8: FieldKind = { is: 'number', bits: 8 };
export const U16: FieldKind = { is: 'number', bits: 16 };
export const U32: FieldKind = { is: 'number', bits: 32 };
export const PERIOD: FieldKind = { is: 'period' };
export const STRING: FieldKind = { is: 'string' };
export const HEX_REST: FieldKind = { is: 'hex', spread: true };
export const BASE64_REST: FieldKind = { is: 'base64', spread: true };

/** Programs that know few of the rare types. */
export const NSD_KNOT: readonly Program[] = Object.freeze<Program[]>(['NSD', 'Knot']);
