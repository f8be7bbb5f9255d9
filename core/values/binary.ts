/** Why a text is no binary data. */
export type BinaryProblem =
  /** A character that the alphabet does not have. */
  | { readonly kind: 'character'; readonly at: number }
  /** The number of characters gives no whole octets, or padding is missing or too much. */
  | { readonly kind: 'length' }
  /** The last character has bits that belong to no octet. */
  | { readonly kind: 'trailing-bits' };

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32HEX = '0123456789ABCDEFGHIJKLMNOPQRSTUV';
const HEX = '0123456789ABCDEF';

/** The value of each ASCII character in an alphabet; -1 for those it lacks. */
function table(alphabet: string, anyCase: boolean): readonly number[] {
  return Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    return alphabet.indexOf(anyCase ? character.toUpperCase() : character);
  });
}

const BASE64_TABLE = table(BASE64, false);
const BASE32HEX_TABLE = table(BASE32HEX, true);
const HEX_TABLE = table(HEX, true);

/** How many octets are put into a string at once. */
const CHUNK = 4096;

/** Packs the digits of `text[0, end)`, `bits` each, into octets. */
function pack(text: string, end: number, bits: number, values: readonly number[]): string | BinaryProblem {
  let out = '';
  let octets: number[] = [];
  let held = 0;
  let count = 0;
  for (let at = 0; at < end; at++) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value < 0) return { kind: 'character', at };
    held = (held << bits) | value;
    count += bits;
    if (count < 8) continue;
    count -= 8;
    octets.push((held >> count) & 255);
    held &= (1 << count) - 1;
    if (octets.length === CHUNK) {
      out += String.fromCharCode(...octets);
      octets = [];
    }
  }
  if (count >= bits) return { kind: 'length' };
  return held === 0 ? out + String.fromCharCode(...octets) : { kind: 'trailing-bits' };
}

/** The octets of Base64 text with its padding (RFC 4648 §4), blanks taken out before. */
export function base64Octets(text: string): string | BinaryProblem {
  const padding = /={0,2}$/.exec(text)![0].length;
  const octets = pack(text, text.length - padding, 6, BASE64_TABLE);
  if (typeof octets === 'object' && octets.kind === 'character') return octets;
  return text.length % 4 === 0 ? octets : { kind: 'length' };
}

/** The octets of Base32 text with the extended hex alphabet, without padding (RFC 4648 §7, RFC 5155 §3.3). */
export function base32hexOctets(text: string): string | BinaryProblem {
  return pack(text, text.length, 5, BASE32HEX_TABLE);
}

/** The octets of hexadecimal text in any case. */
export function hexOctets(text: string): string | BinaryProblem {
  return pack(text, text.length, 4, HEX_TABLE);
}

/** The digits of octets, `bits` each; the last is filled up with zeros. */
function unpack(octets: string, bits: number, alphabet: string): string {
  let out = '';
  let held = 0;
  let count = 0;
  for (let i = 0; i < octets.length; i++) {
    held = (held << 8) | octets.charCodeAt(i);
    count += 8;
    while (count >= bits) {
      count -= bits;
      out += alphabet[(held >> count) & ((1 << bits) - 1)]!;
    }
    held &= (1 << count) - 1;
  }
  return count === 0 ? out : out + alphabet[(held << (bits - count)) & ((1 << bits) - 1)]!;
}

/** Octets in Base64, padded. */
export function writeBase64(octets: string): string {
  const digits = unpack(octets, 6, BASE64);
  return digits + '='.repeat((4 - (digits.length % 4)) % 4);
}

/** Octets in Base32hex, upper case, without padding. */
export function writeBase32hex(octets: string): string {
  return unpack(octets, 5, BASE32HEX);
}

/** Octets in hexadecimal, upper case. */
export function writeHex(octets: string): string {
  return unpack(octets, 4, HEX);
}
