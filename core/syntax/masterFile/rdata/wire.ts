import type { RdataField, RrType } from '../../../facts/rrTypes';
import { keyFits } from './svcParams';

/** A field's octets on the wire. */
export interface FieldOctets {
  readonly field: RdataField;
  readonly octets: string;
}

/** Octets as they are read from the front. */
interface Wire {
  readonly octets: string;
  at: number;
  readonly numbers: Map<string, number>;
}

/**
 * Parts RDATA on the wire into its fields.
 * @param octets a code unit (0–255) an octet; domain names are not compressed
 * @returns undefined where they are no RDATA of the type; empty for a type with no fields
 */
export function splitOctets(type: RrType, octets: string): FieldOctets[] | undefined {
  const wire: Wire = { octets, at: 0, numbers: new Map() };
  const parts: FieldOctets[] = [];
  if (type.fields.length === 0) return parts;
  if (type.name === 'HIP') return splitHip(type, octets);
  if (type.name === 'AMTRELAY') return splitRelay(type, octets);
  if (type.name === 'LOC') return splitLocation(type, octets);
  for (const field of type.fields) {
    if (isLeftOut(type, field, wire)) continue;
    do {
      if (
        wire.at >= octets.length &&
        ((field.optional === true && type.name !== 'A6') ||
          (field.repeated === true && parts.at(-1)?.field === field))
      )
        break;
      const length = fieldLength(field, wire);
      if (length === undefined || wire.at + length > octets.length) return undefined;
      const part = octets.slice(wire.at, wire.at + length);
      if (field.kind.is === 'number') wire.numbers.set(field.name, numberOf(part));
      wire.at += length;
      parts.push({ field, octets: part });
    } while (field.repeated === true && wire.at < octets.length);
  }
  return wire.at === octets.length ? parts : undefined;
}

/** A number in network byte order. */
export function numberOf(octets: string): number {
  let value = 0;
  for (let i = 0; i < octets.length; i++) value = value * 256 + octets.charCodeAt(i);
  return value;
}

/** A6 has no suffix behind a whole prefix and no name with none (RFC 2874 §3.1). */
function isLeftOut(type: RrType, field: RdataField, wire: Wire): boolean {
  if (type.name !== 'A6') return false;
  const prefix = wire.numbers.get('prefix length');
  return (field.kind.is === 'a6-suffix' && prefix === 128) || (field.kind.is === 'name' && prefix === 0);
}

/** How many octets the field has that begins here; undefined where it cannot begin here. */
function fieldLength(field: RdataField, wire: Wire): number | undefined {
  const { octets, at } = wire;
  const rest = octets.length - at;
  const { kind } = field;
  switch (kind.is) {
    case 'number':
      return kind.bits / 8;
    case 'period':
    case 'timestamp':
    case 'ipv4':
    case 'latitude':
    case 'longitude':
    case 'altitude':
      return 4;
    case 'distance':
    case 'protocol':
      return 1;
    case 'ipv6':
      return 16;
    case 'type':
      return 2;
    case 'node-id':
      return 8;
    case 'eui':
      return kind.octets;
    case 'name':
      return nameLength(octets, at);
    case 'string':
    case 'decimal':
    case 'tag': {
      const length = at < octets.length ? octets.charCodeAt(at) + 1 : undefined;
      return kind.is === 'tag' &&
        length !== undefined &&
        !/^[a-z0-9]+$/i.test(octets.slice(at + 1, at + length))
        ? undefined
        : length;
    }
    case 'base64':
    case 'hex':
    case 'base32hex':
      if (kind.lengthOctets === 1) return at < octets.length ? octets.charCodeAt(at) + 1 : undefined;
      return rest > 0 || kind.dashForNone === true || hasNoKey(wire) || field.name === 'fingerprint'
        ? rest
        : undefined;
    case 'gateway':
      return gatewayLength(wire.numbers.get(kind.decidedBy), octets, at);
    case 'a6-suffix':
      return (wire.numbers.get('prefix length') ?? 129) > 128
        ? undefined
        : 16 - Math.floor(wire.numbers.get('prefix length')! / 8);
    case 'apl':
      return aplLength(octets, at);
    case 'svc-param':
      return svcParamLength(octets, at);
    case 'types':
      return kind.old === true || windowsFit(octets.slice(at)) ? rest : undefined;
    case 'services':
    case 'text':
      return rest;
    case 'nsap':
      return rest > 0 ? rest : undefined;
    case 'atma':
      return rest > 1 ? rest : undefined;
  }
}

/** KEY may say by its flags that it holds none (RFC 2535 §3.1.2). */
function hasNoKey({ numbers }: Wire): boolean {
  return numbers.has('protocol') && (numbers.get('flags') ?? 0) >= 0xc000;
}

/** Length of an uncompressed name; undefined where there is none. */
export function nameLength(octets: string, start: number): number | undefined {
  let at = start;
  while (at < octets.length) {
    const length = octets.charCodeAt(at);
    if (length > 63) return undefined;
    at += length + 1;
    if (length === 0) return at - start <= 255 ? at - start : undefined;
  }
  return undefined;
}

/** HIP has the lengths of tag and key in front of both (RFC 8005 §5). */
function splitHip(type: RrType, octets: string): FieldOctets[] | undefined {
  const [algorithm, tag, key, servers] = type.fields;
  const tagEnd = 4 + octets.charCodeAt(0);
  const keyEnd = tagEnd + numberOf(octets.slice(2, 4));
  if (octets.length < 5 || tagEnd === 4 || keyEnd === tagEnd || keyEnd > octets.length) return undefined;
  const parts = [
    { field: algorithm!, octets: octets.charAt(1) },
    { field: tag!, octets: octets.slice(4, tagEnd) },
    { field: key!, octets: octets.slice(tagEnd, keyEnd) },
  ];
  for (let at = keyEnd; at < octets.length;) {
    const length = nameLength(octets, at);
    if (length === undefined) return undefined;
    parts.push({ field: servers!, octets: octets.slice(at, at + length) });
    at += length;
  }
  return parts;
}

/** AMTRELAY has a bit and its relay type in one octet (RFC 8777 §4.2). */
function splitRelay(type: RrType, octets: string): FieldOctets[] | undefined {
  const [precedence, discovery, form, relay] = type.fields;
  if (octets.length < 2) return undefined;
  const second = octets.charCodeAt(1);
  const length = gatewayLength(second & 0x7f, octets, 2);
  if (length === undefined || octets.length !== 2 + length) return undefined;
  return [
    { field: precedence!, octets: octets.charAt(0) },
    { field: discovery!, octets: String.fromCharCode(second >> 7) },
    { field: form!, octets: String.fromCharCode(second & 0x7f) },
    { field: relay!, octets: octets.slice(2) },
  ];
}

/** LOC has its version and the precisions in front (RFC 1876 §2). */
function splitLocation(type: RrType, octets: string): FieldOctets[] | undefined {
  if (octets.length !== 16 || octets.charCodeAt(0) !== 0) return undefined;
  const parts = [4, 8, 12].map((at) => octets.slice(at, at + 4)).concat([...octets.slice(1, 4)]);
  return parts.map((part, index) => ({ field: type.fields[index]!, octets: part }));
}

/** What stands for a size and precisions that are left out: 1 m, 10,000 m, 10 m (RFC 1876 §3). */
const LOCATION_DEFAULTS = ['\x12', '\x16', '\x13'] as const;

/** Puts the octets of fields together as a type has them on the wire: the other way round. */
export function joinOctets(type: RrType, parts: readonly string[]): string {
  if (type.name === 'HIP') {
    const [algorithm = '', tag = '', key = '', ...servers] = parts;
    const lengths =
      String.fromCharCode(tag.length) + algorithm + String.fromCharCode(key.length >> 8, key.length & 255);
    return lengths + tag + key + servers.join('');
  }
  if (type.name === 'AMTRELAY') {
    const [precedence = '', discovery = '', form = '', relay = ''] = parts;
    return precedence + String.fromCharCode((discovery.charCodeAt(0) << 7) | form.charCodeAt(0)) + relay;
  }
  if (type.name === 'LOC') {
    return `\0${LOCATION_DEFAULTS.map((preset, i) => parts[3 + i] ?? preset).join('')}${parts.slice(0, 3).join('')}`;
  }
  // Service parameters go in the order of their keys (RFC 9460 §2.2).
  if (type.fields.at(-1)?.kind.is === 'svc-param') {
    const params = parts.slice(2).sort((a, b) => (a < b ? -1 : 1));
    return [...parts.slice(0, 2), ...params].join('');
  }
  return parts.join('');
}

function gatewayLength(form: number | undefined, octets: string, at: number): number | undefined {
  if (form === 0) return 0;
  if (form === 1) return 4;
  if (form === 2) return 16;
  return form === 3 ? nameLength(octets, at) : undefined;
}

function aplLength(octets: string, at: number): number | undefined {
  if (octets.length < at + 4) return undefined;
  const family = numberOf(octets.slice(at, at + 2));
  const length = octets.charCodeAt(at + 3) & 0x7f;
  const most = family === 1 ? 4 : family === 2 ? 16 : 0;
  const last = octets.charCodeAt(at + 3 + length);
  if (length > most || octets.charCodeAt(at + 2) > most * 8 || (length > 0 && last === 0)) return undefined;
  return 4 + length;
}

function svcParamLength(octets: string, at: number): number | undefined {
  if (octets.length < at + 4) return undefined;
  const length = numberOf(octets.slice(at + 2, at + 4));
  return keyFits(numberOf(octets.slice(at, at + 2)), octets.slice(at + 4, at + 4 + length))
    ? 4 + length
    : undefined;
}

/** Whether a type bitmap is in order: windows ascending, 1 to 32 octets each, none ending in a zero octet. */
function windowsFit(octets: string): boolean {
  let before = -1;
  let at = 0;
  while (at < octets.length) {
    const window = octets.charCodeAt(at);
    const length = octets.charCodeAt(at + 1);
    if (!(window > before) || !(length >= 1 && length <= 32)) return false;
    at += 2 + length;
    if (at > octets.length || octets.charCodeAt(at - 1) === 0) return false;
    before = window;
  }
  return true;
}
