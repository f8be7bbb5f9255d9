import type { RdataField } from '../../../facts/rrTypes';
import { SVC_KEYS } from '../../../facts/rr/svcKeys';
import { ipv4Octets, ipv6Octets } from '../../../values/addressOctets';
import { base64Octets } from '../../../values/binary';
import { nearest } from '../../../values/nearest';
import type { Program } from '../../../facts/rrTypes';
import type { Span } from '../../../text/span';
import {
  ALL,
  BIND,
  BIND_KNOT,
  BIND_NSD,
  complain,
  KNOT,
  numberOctets,
  takeWord,
  valueOf,
  wordAt,
  type FieldValue,
  type RdataReader,
} from './reader';
import { innerStart, textOctets } from './strings';

/** A value that is wrong: what for, and who refuses it. */
interface Wrong {
  readonly detail: string;
  readonly refusedBy: readonly Program[];
  readonly meant?: string;
}

/** The wire form of a value, or what is wrong with it. */
type Value = string | Wrong;

const wrong = (detail: string, refusedBy: readonly Program[] = ALL): Wrong => ({ detail, refusedBy });

/** The number of a key by its name, or of `keyN`. */
export function svcKey(name: string): number | undefined {
  const known = SVC_KEYS.findIndex(({ name: key }) => key === name);
  if (known >= 0) return known;
  const digits = /^key(\d{1,5})$/.exec(name)?.[1];
  if (digits === undefined || Number(digits) > 65_535) return undefined;
  return Number(digits);
}

/** One `key=value`; its octets are key, length and value. */
export function readSvcParam(reader: RdataReader, field: RdataField): FieldValue {
  const word = takeWord(reader);
  const equals = word.text.indexOf('=');
  const keyEnd = equals < 0 ? word.text.length : equals;
  const name = word.text.slice(0, keyEnd);
  const from = innerStart(word);
  const keySpan: Span = { start: from, end: from + keyEnd };
  let span = word.span;
  let value = equals < 0 ? undefined : word.text.slice(equals + 1);
  let valueStart = from + keyEnd + 1;
  const follower = reader.next < reader.words.length ? wordAt(reader, reader.next) : undefined;
  if (value === '' && follower?.quoted === true && follower.span.start === word.span.end) {
    reader.next++;
    value = follower.text;
    valueStart = innerStart(follower);
    span = { start: word.span.start, end: follower.span.end };
  }
  if (word.quoted) {
    complain(reader, 'quoted-field', span, BIND_KNOT, {
      field,
      ...(/^[\w=.,:/-]+$/.test(word.text) && { meant: word.text }),
    });
  }
  const key = svcKey(name);
  if (key === undefined || (SVC_KEYS[key]?.written === false && !name.startsWith('key'))) {
    const meant =
      key === undefined
        ? nearest(
            name,
            SVC_KEYS.map((k) => k.name),
          )
        : `key${key}`;
    complain(reader, 'bad-service-parameter', keySpan, ALL, {
      detail: key === undefined ? 'unknown-key' : 'key-by-number',
      field,
      values: { name, key: key ?? '' },
      ...(meant !== undefined && { meant }),
    });
    if (key === undefined) return { span };
  }
  if (/^key0\d/.test(name)) {
    complain(reader, 'bad-service-parameter', keySpan, BIND, {
      detail: 'leading-zero',
      field,
      values: { name },
      meant: `key${key}`,
    });
  }
  const known = !name.startsWith('key');
  const octets = value === undefined ? undefined : textOctets(value, valueStart, reader.problems);
  const wire = known ? namedValue(name, octets) : numberedValue(key, octets);
  const where: Span = value === undefined ? keySpan : { start: valueStart, end: valueStart + value.length };
  if (typeof wire !== 'string') {
    complain(reader, 'bad-service-parameter', where.end > where.start ? where : keySpan, wire.refusedBy, {
      detail: wire.detail,
      field,
      values: { name, text: value ?? '' },
    });
    return { span, number: key };
  }
  if (value === '' && (wire === '' || name === 'ech')) {
    complain(reader, 'bad-service-parameter', keySpan, KNOT, {
      detail: 'empty-value',
      field,
      values: { name },
    });
  }
  if (name === 'dohpath') {
    complain(reader, 'bad-service-parameter', keySpan, KNOT, {
      detail: 'key-not-everywhere',
      field,
      values: { name, key },
    });
  }
  return valueOf(span, numberOctets(key, 2) + numberOctets(wire.length, 2) + wire, { number: key });
}

/** The value of a key that is written by its name. */
function namedValue(name: string, octets: string | undefined): Value {
  switch (name) {
    case 'mandatory':
      return mandatoryKeys(octets ?? '');
    case 'alpn':
      return protocolIds(octets ?? '');
    case 'no-default-alpn':
    case 'ohttp':
      return octets === undefined || octets === '' ? '' : wrong('no-value');
    case 'port':
      return /^\d{1,10}$/.test(octets ?? '') && Number(octets) <= 65_535
        ? numberOctets(Number(octets), 2)
        : wrong('port');
    case 'ipv4hint':
      return addresses(octets ?? '', ipv4Octets, 'ipv4hint');
    case 'ipv6hint':
      return addresses(octets ?? '', ipv6Octets, 'ipv6hint');
    case 'ech': {
      const decoded = base64Octets(octets ?? '');
      return typeof decoded === 'string' ? decoded : wrong('ech');
    }
    case 'dohpath':
      return dohPath(octets ?? '');
    default:
      return octets ?? '';
  }
}

function dohPath(octets: string): Value {
  return /^\/.*\{\?dns\}/.test(octets) ? octets : wrong('dohpath', BIND_KNOT);
}

/** The value of `keyN`: octets as they are. BIND looks into those of keys that it knows. */
function numberedValue(key: number, octets: string | undefined): Value {
  const wire = octets ?? '';
  const fits = keyFits(key, wire);
  if (fits) return wire;
  return wrong('numbered', key === 0 || key === 3 || key === 4 || key === 6 ? BIND_NSD : BIND);
}

/** Whether octets are a possible value of a key (RFC 9460 §7, RFC 9461 §5). */
export function keyFits(key: number, wire: string): boolean {
  switch (key) {
    case 0:
      return wire.length > 0 && wire.length % 2 === 0;
    case 1: {
      let at = 0;
      while (at < wire.length) {
        if (wire.charCodeAt(at) === 0) return false;
        at += wire.charCodeAt(at) + 1;
      }
      return wire.length > 0 && at === wire.length;
    }
    case 2:
      return wire === '';
    case 3:
      return wire.length === 2;
    case 4:
      return wire.length > 0 && wire.length % 4 === 0;
    case 6:
      return wire.length > 0 && wire.length % 16 === 0;
    case 7:
      return typeof dohPath(wire) === 'string';
    default:
      return true;
  }
}

function mandatoryKeys(list: string): Value {
  const keys: number[] = [];
  for (const name of list.split(',')) {
    const key = svcKey(name);
    if (name === '' || key === undefined) return wrong('mandatory-unknown');
    if (key === 0) return wrong('mandatory-itself');
    if (keys.includes(key)) return wrong('mandatory-twice');
    keys.push(key);
  }
  return keys
    .sort((a, b) => a - b)
    .map((key) => numberOctets(key, 2))
    .join('');
}

/** A list with commas between; a backslash before a comma or backslash takes its meaning (RFC 9460 §A.1). */
function protocolIds(list: string): Value {
  const items = list.match(/(?:[^\\,]|\\[^])*(?:,|$)/g)?.slice(0, -1) ?? [];
  const ids = (items.length === 0 && list !== '' ? [list] : items).map((item) =>
    item.replace(/,$/, '').replace(/\\([^])/g, '$1'),
  );
  if (list === '') return wrong('alpn-empty');
  if (ids.some((id) => id.length === 0)) return wrong('alpn-item', BIND_KNOT);
  if (ids.some((id) => id.length > 255)) return wrong('alpn-item');
  return ids.map((id) => String.fromCharCode(id.length) + id).join('');
}

function addresses(list: string, read: (text: string) => string | undefined, detail: string): Value {
  const octets = list.split(',').map(read);
  return octets.every((address) => address !== undefined) ? octets.join('') : wrong(detail);
}

/**
 * What counts for all parameters of a record together: no key twice, what is mandatory is there, and
 * `no-default-alpn` comes with `alpn` (RFC 9460 §2.2, §7.1, §8).
 * @param params keys with their octets and places
 */
export function checkSvcParams(reader: RdataReader, params: readonly FieldValue[], field: RdataField): void {
  const keys = new Map<number, FieldValue>();
  for (const param of params) {
    if (param.number === undefined) continue;
    if (keys.has(param.number)) {
      complain(reader, 'bad-service-parameter', param.span, ALL, {
        detail: 'twice',
        field,
        values: { name: keyName(param.number) },
      });
    } else keys.set(param.number, param);
  }
  const mandatory = keys.get(0);
  const listed = mandatory?.octets?.slice(4) ?? '';
  for (let at = 0; at < listed.length; at += 2) {
    const key = (listed.charCodeAt(at) << 8) | listed.charCodeAt(at + 1);
    if (keys.has(key) || mandatory === undefined) continue;
    complain(reader, 'bad-service-parameter', mandatory.span, ALL, {
      detail: 'mandatory-missing',
      field,
      values: { name: keyName(key) },
    });
  }
  const lonely = keys.get(2);
  if (lonely !== undefined && !keys.has(1)) {
    complain(reader, 'bad-service-parameter', lonely.span, BIND, { detail: 'no-alpn', field });
  }
}

/** How a key is written. */
export function keyName(key: number): string {
  const known = SVC_KEYS[key];
  return known === undefined || known.written === false ? `key${key}` : known.name;
}
