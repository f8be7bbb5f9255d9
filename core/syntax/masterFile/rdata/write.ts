import type { RdataField, RrType } from '../../../facts/rrTypes';
import { rrTypeName, rrTypeOf } from '../../../facts/rrTypes';
import { writeIpv4, writeIpv6 } from '../../../values/addressOctets';
import { writeBase32hex, writeBase64, writeHex } from '../../../values/binary';
import { writeTimestamp } from '../../../values/clock';
import { keyName } from './svcParams';
import { numberOf, splitOctets, type FieldOctets } from './wire';

/** How many letters of Base64 or hexadecimal BIND puts into a word. */
const GROUP = 56;

/**
 * RDATA in the words that BIND writes (`named-compilezone`, style `full`): absolute names, strings in quotes, numbers
 * in place of most mnemonics, binary data in words of 56 letters.
 * @param type undefined, or one with no fields, for the generic form `\# length hex` (RFC 3597 §5)
 * @param octets wire form, a code unit (0–255) an octet, names not compressed
 */
export function writeRdata(type: RrType | undefined, octets: string): string {
  // BIND keeps KEYDATA to itself and writes it in the generic form.
  const generic = type === undefined || type.fields.length === 0 || type.name === 'KEYDATA';
  const parts = generic ? undefined : splitOctets(type, octets);
  if (parts === undefined) return writeGeneric(octets);
  return parts
    .map((part, index) => writeField(type!, part, parts, index))
    .filter((word) => word !== '')
    .join(' ');
}

function writeGeneric(octets: string): string {
  const hex = grouped(writeHex(octets));
  return hex === '' ? '\\# 0' : `\\# ${octets.length} ${hex}`;
}

function grouped(text: string): string {
  return text.length <= GROUP ? text : text.match(/.{1,56}/g)!.join(' ');
}

function writeField(
  type: RrType,
  { field, octets }: FieldOctets,
  parts: readonly FieldOctets[],
  index: number,
): string {
  const { kind } = field;
  switch (kind.is) {
    case 'number':
      return writeNumber(type, field, numberOf(octets));
    case 'period':
      return String(numberOf(octets));
    case 'protocol':
      return String(octets.charCodeAt(0));
    case 'timestamp':
      return writeTimestamp(numberOf(octets));
    case 'ipv4':
      return writeIpv4(octets);
    case 'ipv6':
      return writeIpv6(octets);
    case 'name':
      return writeWireName(octets);
    case 'string':
    case 'decimal':
      return writeQuoted(octets.slice(1));
    case 'text':
      return writeQuoted(octets);
    case 'tag':
      return octets.slice(1);
    case 'type':
      return oldTypeName(type, numberOf(octets));
    case 'types':
      return (kind.old === true ? bitsOf(octets, 0) : windowCodes(octets))
        .map((code) => oldTypeName(type, code))
        .join(' ');
    case 'services':
      return bitsOf(octets, 0).join(' ');
    case 'base64':
      return writeBinary(field, octets, writeBase64, type.name === 'HIP' || type.name === 'DOA');
    case 'hex':
      return writeBinary(field, octets, writeHex, kind.spread !== true);
    case 'base32hex':
      return writeBinary(field, octets, writeBase32hex, true);
    case 'latitude':
    case 'longitude':
      return writeCoordinate(numberOf(octets) - 2 ** 31, kind.is === 'latitude' ? 'NS' : 'EW');
    case 'altitude':
      return writeAltitude(numberOf(octets) - 10_000_000);
    case 'distance':
      return writeDistance(octets.charCodeAt(0));
    case 'apl':
      return writeApl(octets);
    case 'svc-param':
      return writeSvcParam(numberOf(octets.slice(0, 2)), octets.slice(4));
    case 'gateway':
      return writeGateway(octets, parts, kind.decidedBy);
    case 'eui':
      return writeHex(octets).toLowerCase().match(/../g)!.join('-');
    case 'node-id':
      return [0, 2, 4, 6].map((at) => numberOf(octets.slice(at, at + 2)).toString(16)).join(':');
    case 'nsap':
      return `0x${writeHex(octets).toLowerCase()}`;
    case 'atma':
      return octets.startsWith('\x01') ? `+${octets.slice(1)}` : writeHex(octets.slice(1)).toLowerCase();
    case 'a6-suffix':
      return writeSuffix(octets, numberOf(parts[index - 1]!.octets));
  }
}

/** CERT and the scheme of DSYNC are written in mnemonics, everything else in numbers. */
function writeNumber(type: RrType, field: RdataField, value: number): string {
  const byName = type.name === 'CERT' || field.name === 'scheme';
  const values = byName && field.kind.is === 'number' ? (field.kind.values ?? []) : [];
  return values.find((known) => known.value === value)?.mnemonic ?? String(value);
}

/** SIG and NXT have bare numbers for types without a name. */
function oldTypeName(type: RrType, code: number): string {
  const bare = (type.name === 'SIG' || type.name === 'NXT') && rrTypeOf(code) === undefined;
  if (code === 128) return bare ? '128' : 'TYPE128';
  return bare ? String(code) : rrTypeName(code);
}

function writeBinary(
  field: RdataField,
  octets: string,
  write: (octets: string) => string,
  oneWord: boolean,
): string {
  const { kind } = field;
  const counted = 'lengthOctets' in kind && kind.lengthOctets === 1;
  const data = counted ? octets.slice(1) : octets;
  if (data === '') return 'dashForNone' in kind ? '-' : '';
  return oneWord ? write(data) : grouped(write(data));
}

/** Octets as a character-string in quotes: what is no visible ASCII as `\DDD`. */
function writeQuoted(octets: string): string {
  const inner = octets.replace(/["\\]|[^ -~]/g, (unit) =>
    unit === '"' || unit === '\\' ? `\\${unit}` : `\\${String(unit.charCodeAt(0)).padStart(3, '0')}`,
  );
  return `"${inner}"`;
}

/** A name on the wire in presentation form, with its final dot. */
export function writeWireName(octets: string): string {
  let out = '';
  for (let at = 0; at < octets.length - 1; at += octets.charCodeAt(at) + 1) {
    const label = octets.slice(at + 1, at + 1 + octets.charCodeAt(at));
    out += label.replace(/[@$"().;\\]|[^!-~]/g, (unit) =>
      /[!-~]/.test(unit) ? `\\${unit}` : `\\${String(unit.charCodeAt(0)).padStart(3, '0')}`,
    );
    out += '.';
  }
  return out === '' ? '.' : out;
}

/** The numbers of the bits that are set, counted from the left. */
function bitsOf(octets: string, from: number): number[] {
  const bits: number[] = [];
  for (let i = 0; i < octets.length * 8; i++) {
    if ((octets.charCodeAt(i >> 3) & (0x80 >> (i & 7))) !== 0) bits.push(from + i);
  }
  return bits;
}

function windowCodes(octets: string): number[] {
  const codes: number[] = [];
  for (let at = 0; at < octets.length; at += 2 + octets.charCodeAt(at + 1)) {
    codes.push(
      ...bitsOf(octets.slice(at + 2, at + 2 + octets.charCodeAt(at + 1)), octets.charCodeAt(at) * 256),
    );
  }
  return codes;
}

function writeCoordinate(offset: number, letters: string): string {
  const value = Math.abs(offset);
  const seconds = value % 60_000;
  const minutes = Math.floor(value / 60_000) % 60;
  const fraction = String(seconds % 1000).padStart(3, '0');
  // The equator and the prime meridian count as north and east.
  const letter = letters.charAt(offset >= 0 ? 0 : 1);
  return `${Math.floor(value / 3_600_000)} ${minutes} ${Math.floor(seconds / 1000)}.${fraction} ${letter}`;
}

function writeAltitude(centimetres: number): string {
  const value = Math.abs(centimetres);
  return `${centimetres < 0 ? '-' : ''}${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}m`;
}

function writeDistance(octet: number): string {
  const mantissa = octet >> 4;
  const exponent = octet & 15;
  if (exponent >= 2) return `${mantissa}${'0'.repeat(exponent - 2)}m`;
  return `0.${exponent === 1 ? `${mantissa}0` : `0${mantissa}`}m`;
}

function writeApl(octets: string): string {
  const family = numberOf(octets.slice(0, 2));
  const address = octets.slice(4).padEnd(family === 1 ? 4 : 16, '\0');
  const negation = (octets.charCodeAt(3) & 0x80) === 0 ? '' : '!';
  return `${negation}${family}:${family === 1 ? writeIpv4(address) : writeIpv6(address)}/${octets.charCodeAt(2)}`;
}

function writeGateway(octets: string, parts: readonly FieldOctets[], decidedBy: string): string {
  const form = numberOf(parts.find(({ field }) => field.name === decidedBy)?.octets ?? '');
  if (form === 1) return writeIpv4(octets);
  if (form === 2) return writeIpv6(octets);
  return form === 3 ? writeWireName(octets) : '.';
}

function writeSuffix(octets: string, prefix: number): string {
  const first = octets.charCodeAt(0) & (0xff >> (prefix % 8));
  return writeIpv6((String.fromCharCode(first) + octets.slice(1)).padStart(16, '\0'));
}

/** `alpn="h2,h3"`: lists are in quotes, numbers and addresses are not. */
function writeSvcParam(key: number, value: string): string {
  // BIND 9.18 does not name the keys from 7 on.
  const name = key >= 7 ? `key${key}` : keyName(key);
  if (value === '') return name;
  switch (key) {
    case 0:
      return `${name}=${pieces(value, 2)
        .map((octets) => keyNameBefore7(numberOf(octets)))
        .join(',')}`;
    case 1:
      return `${name}="${protocolIds(value).map(writeProtocolId).join(',')}"`;
    case 3:
      return `${name}=${numberOf(value)}`;
    case 4:
      return `${name}=${pieces(value, 4).map(writeIpv4).join(',')}`;
    case 5:
      return `${name}=${writeBase64(value)}`;
    case 6:
      return `${name}=${pieces(value, 16).map(writeIpv6).join(',')}`;
    default:
      return `${name}=${writeQuoted(value)}`;
  }
}

function keyNameBefore7(key: number): string {
  return key >= 7 ? `key${key}` : keyName(key);
}

function pieces(octets: string, length: number): string[] {
  return Array.from({ length: octets.length / length }, (_, i) => octets.slice(i * length, (i + 1) * length));
}

function protocolIds(octets: string): string[] {
  const ids: string[] = [];
  for (let at = 0; at < octets.length; at += octets.charCodeAt(at) + 1) {
    ids.push(octets.slice(at + 1, at + 1 + octets.charCodeAt(at)));
  }
  return ids;
}

/** A protocol id in a list in quotes: a comma and a backslash are escaped for the list, and that for the string. */
function writeProtocolId(id: string): string {
  return id.replace(/[,\\"]|[^!-~]/g, (unit) => {
    if (unit === ',') return '\\\\,';
    if (unit === '\\') return '\\\\\\\\';
    return unit === '"' ? '\\"' : `\\${String(unit.charCodeAt(0)).padStart(3, '0')}`;
  });
}
