import type { RdataField } from '../../../facts/rrTypes';
import { ipv4Octets, ipv6Octets } from '../../../values/addressOctets';
import { hexOctets } from '../../../values/binary';
import { readName } from './names';
import {
  ALL,
  BIND_KNOT,
  complain,
  KNOT,
  numberOctets,
  takePlain,
  valueOf,
  type FieldValue,
  type RdataReader,
  type Word,
} from './reader';

/** Notes a bad address and what it looks like instead. */
function badAddress(reader: RdataReader, field: RdataField, word: Word, detail: 'ipv4' | 'ipv6'): FieldValue {
  const { text, span } = word;
  const unzeroed = text.replace(/(^|\.)0+(?=\d)/g, '$1');
  const bare = text
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .replace(/\/\d+$/, '');
  const other = detail === 'ipv4' ? ipv6Octets(text) : ipv4Octets(text);
  const valid = detail === 'ipv4' ? ipv4Octets : ipv6Octets;
  // A leading zero may have meant octal: only the notation around an address is surely wrong.
  const meant = valid(bare) !== undefined ? bare : undefined;
  const why =
    other !== undefined
      ? 'other-family'
      : detail === 'ipv4' && unzeroed !== text && ipv4Octets(unzeroed) !== undefined
        ? 'leading-zero'
        : detail === 'ipv4' && /^\d+(?:\.\d+){3}$/.test(text)
          ? 'octet-range'
          : /[g-z_]/i.test(text) && !/[%[\]/]/.test(text)
            ? 'name'
            : 'form';
  complain(reader, 'bad-address', span, ALL, {
    detail: `${detail}-${why}`,
    field,
    values: { text, type: reader.type.name },
    ...(meant !== undefined && { meant }),
  });
  return { span };
}

export function readIpv4(reader: RdataReader, field: RdataField): FieldValue {
  const word = takePlain(reader, field);
  const octets = ipv4Octets(word.text);
  return octets === undefined ? badAddress(reader, field, word, 'ipv4') : valueOf(word.span, octets);
}

export function readIpv6(reader: RdataReader, field: RdataField): FieldValue {
  const word = takePlain(reader, field);
  const octets = ipv6Octets(word.text);
  return octets === undefined ? badAddress(reader, field, word, 'ipv6') : valueOf(word.span, octets);
}

/** Pairs of hex digits with hyphens. */
export function readEui(reader: RdataReader, field: RdataField): FieldValue {
  const { kind } = field;
  if (kind.is !== 'eui') throw new TypeError(kind.is);
  const { text, span } = takePlain(reader, field);
  const parts = text.split('-');
  const refuse = (refusedBy: typeof ALL): void => {
    const pairs = text.replace(/[^0-9a-f]/gi, '');
    const sure = pairs.length === 2 * kind.octets && /^[0-9a-f]{2}([-:. ]?[0-9a-f]{2})+$/i.test(text);
    complain(reader, 'bad-address', span, refusedBy, {
      detail: 'eui',
      field,
      values: { text, octets: kind.octets },
      ...(sure && { meant: pairs.match(/../g)!.join('-') }),
    });
  };
  if (parts.length !== kind.octets || !parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))) {
    refuse(ALL);
    return { span };
  }
  if (!parts.every((part) => part.length === 2)) refuse(KNOT);
  return valueOf(span, parts.map((part) => String.fromCharCode(parseInt(part, 16))).join(''));
}

/** Four groups of hex digits with colons. */
export function readNodeId(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const parts = text.split(':');
  const valid = parts.length === 4 && parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part));
  if (!valid || !parts.every((part) => part.length === 4)) {
    complain(reader, 'bad-address', span, valid ? KNOT : ALL, {
      detail: 'node-id',
      field,
      values: { text },
      ...(valid && { meant: parts.map((part) => part.padStart(4, '0')).join(':') }),
    });
  }
  return valueOf(span, valid ? parts.map((part) => numberOctets(parseInt(part, 16), 2)).join('') : undefined);
}

/** `0x` and hex digits; dots count for nothing. */
export function readNsap(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const digits = /^0x(.*)$/i.exec(text)?.[1]!.replace(/[.+/]/g, '');
  const octets = digits === undefined ? undefined : hexOctets(digits);
  if (typeof octets === 'string' && octets !== '') return valueOf(span, octets);
  complain(reader, 'bad-address', span, digits === '' ? BIND_KNOT : ALL, {
    detail: 'nsap',
    field,
    values: { text },
  });
  return { span };
}

/** An ATM address: `+` and digits as they are, or hex digits with dots. */
export function readAtma(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  if (/^\+\d[\d.]*$/.test(text)) return valueOf(span, `\x01${text.slice(1).replace(/\./g, '')}`);
  const octets = /^[0-9a-f]+(?:\.[0-9a-f]+)*$/i.test(text) ? hexOctets(text.replace(/\./g, '')) : undefined;
  if (typeof octets === 'string') return valueOf(span, `\0${octets}`);
  complain(reader, 'bad-address', span, ALL, { detail: 'atma', field, values: { text } });
  return { span };
}

/** `!1:192.0.2.0/24` (RFC 3123 §5): zero octets at the end are left out on the wire. */
export function readApl(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const match = /^(!?)([12]):([^/]+)\/(\d{1,3})$/.exec(text);
  const family = Number(match?.[2]);
  const address = match === null ? undefined : (family === 1 ? ipv4Octets : ipv6Octets)(match[3]!);
  const prefix = Number(match?.[4]);
  if (match === null || address === undefined || prefix > (family === 1 ? 32 : 128)) {
    complain(reader, 'bad-address', span, ALL, { detail: 'apl', field, values: { text } });
    return { span };
  }
  const short = address.replace(/\0+$/, '');
  const length = short.length | (match[1] === '!' ? 0x80 : 0);
  return valueOf(span, numberOctets(family, 2) + String.fromCharCode(prefix, length) + short);
}

/** What stands for a gateway depends on a number before it (RFC 4025 §2.5, RFC 8777 §4.2.4). */
export function readGateway(reader: RdataReader, field: RdataField): FieldValue {
  const { kind } = field;
  if (kind.is !== 'gateway') throw new TypeError(kind.is);
  switch (reader.numbers.get(kind.decidedBy)) {
    case 0: {
      const { text, span } = takePlain(reader, field);
      if (text !== '.') {
        complain(reader, 'bad-value', span, BIND_KNOT, {
          detail: 'no-gateway',
          field,
          values: { text },
          meant: '.',
        });
        return { span };
      }
      return valueOf(span, '');
    }
    case 1:
      return readIpv4(reader, field);
    case 2:
      return readIpv6(reader, field);
    case 3:
      return readName(reader, field);
    default: {
      const { span } = takePlain(reader, field);
      if (reader.numbers.has(kind.decidedBy)) {
        complain(reader, 'bad-value', span, ALL, {
          detail: 'gateway-type',
          field,
          values: { number: reader.numbers.get(kind.decidedBy)! },
        });
      }
      return { span };
    }
  }
}

/** The part of an IPv6 address behind a prefix (RFC 2874 §3.1): none where the prefix is the whole address. */
export function readA6Suffix(reader: RdataReader, field: RdataField): FieldValue {
  const prefix = reader.numbers.get('prefix length') ?? 0;
  const word = takePlain(reader, field);
  const address = ipv6Octets(word.text);
  if (address === undefined) return badAddress(reader, field, word, 'ipv6');
  const kept = address.slice(Math.floor(prefix / 8));
  const mask = 0xff >> (prefix % 8);
  return valueOf(word.span, String.fromCharCode(kept.charCodeAt(0) & mask) + kept.slice(1));
}
