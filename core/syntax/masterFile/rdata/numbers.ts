import type { Program, RdataField } from '../../../facts/rrTypes';
import { periodSeconds, timestampSeconds, UINT32_MOST } from '../../../values/clock';
import { nearest } from '../../../values/nearest';
import {
  ALL,
  BIND,
  BIND_KNOT,
  complain,
  KNOT,
  NSD_KNOT,
  numberOctets,
  takePlain,
  valueOf,
  type FieldValue,
  type RdataReader,
} from './reader';

const MOST = { 8: 255, 16: 65_535, 32: UINT32_MOST } as const;
const OCTETS = { 8: 1, 16: 2, 32: 4 } as const;

/** KEY and its like: BIND alone reads words joined by `|` there. */
const BIND_FLAG_WORDS: Readonly<Record<string, number>> = {
  NOCONF: 0x4000,
  NOAUTH: 0x8000,
  NOKEY: 0xc000,
  FLAG2: 0x2000,
  EXTEND: 0x1000,
  FLAG4: 0x0800,
  FLAG5: 0x0400,
  USER: 0,
  ZONE: 0x0100,
  HOST: 0x0200,
  NTYP3: 0x0300,
  FLAG8: 0x0080,
  FLAG9: 0x0040,
  FLAG10: 0x0020,
  FLAG11: 0x0010,
  SIG0: 0,
  KSK: 0x0001,
  REVOKE: 0x0080,
};
const BIND_PROTOCOL_WORDS: Readonly<Record<string, number>> = {
  NONE: 0,
  TLS: 1,
  EMAIL: 2,
  DNSSEC: 3,
  IPSEC: 4,
  ALL: 255,
};

/** An unsigned number, or one of the field's mnemonics. */
export function readNumber(reader: RdataReader, field: RdataField): FieldValue {
  if (field.kind.is !== 'number') throw new TypeError(field.kind.is);
  const { bits, values = [] } = field.kind;
  const { text, span } = takePlain(reader, field);
  const most = MOST[bits];
  const done = (value: number): FieldValue => {
    reader.numbers.set(field.name, value);
    return valueOf(span, numberOctets(value, OCTETS[bits]), { number: value });
  };
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    if (value <= most) {
      // Where BIND looks for a word, it reads twelve digits at most.
      const long =
        text.length > 12 &&
        (values.some(({ mnemonic }) => mnemonic !== undefined) ||
          field.name === 'protocol' ||
          reader.type.name === 'KEYDATA');
      if (long)
        complain(reader, 'bad-number', span, BIND, { detail: 'range', field, values: { text, most } });
      return done(value);
    }
    const refusedBy = nsdCuts(reader, field, value) ? BIND_KNOT : ALL;
    complain(reader, 'bad-number', span, refusedBy, { detail: 'range', field, values: { text, most } });
    return { span };
  }
  const word = text.toUpperCase();
  const known = values.find(({ mnemonic }) => mnemonic?.toUpperCase() === word);
  if (known !== undefined) {
    const unread = known.unreadBy ?? [];
    if (unread.length > 0) {
      complain(reader, 'bad-number', span, unread, {
        detail: 'mnemonic',
        field,
        values: { text, value: known.value },
        meant: String(known.value),
      });
    }
    return done(known.value);
  }
  const other = otherWord(reader, field, word);
  if (other !== undefined) {
    complain(reader, 'bad-number', span, other.unreadBy, {
      detail: 'mnemonic',
      field,
      values: { text, value: other.value },
      meant: String(other.value),
    });
    return done(other.value);
  }
  if (field.name === 'original TTL' && typeof periodSeconds(text) === 'number') {
    complain(reader, 'bad-number', span, BIND_KNOT, { detail: 'number', field, values: { text, most } });
    return { span };
  }
  // NSD takes a sign, and an empty or strange text in quotes or escapes for 0.
  const escaped = /^\\\d{3}/.test(reader.text.slice(span.start, span.end));
  const isService = reader.type.name === 'SVCB' || reader.type.name === 'HTTPS';
  const odd = /^[+-]\d+$/.test(text) || text === '' || (escaped && !isService);
  const refusedBy: readonly Program[] = odd && bits !== 32 && nsdCuts(reader, field, 0) ? BIND_KNOT : ALL;
  const mnemonics = values.flatMap(({ mnemonic }) => mnemonic ?? []);
  const meant = mnemonics.length > 0 ? nearest(text, mnemonics) : undefined;
  complain(reader, 'bad-number', span, refusedBy, {
    detail: mnemonics.length > 0 ? 'number-or-word' : 'number',
    field,
    values: { text, most, words: mnemonics.join(', ') },
    ...(meant !== undefined && { meant }),
  });
  return { span };
}

/** Whether NSD cuts off what does not fit into a field: not in serial numbers and where it reads with care. */
function nsdCuts({ type }: RdataReader, field: RdataField, value: number): boolean {
  if (type.name === 'IPSECKEY') return false;
  if ((type.name === 'SVCB' || type.name === 'HTTPS') && value > UINT32_MOST) return false;
  return field.kind.is === 'number' && (field.kind.bits !== 32 || field.name === 'original TTL');
}

/** Words of other forms that some programs read. */
function otherWord(
  { type }: RdataReader,
  field: RdataField,
  word: string,
): { value: number; unreadBy: readonly Program[] } | undefined {
  const value = bindWord(type.name, field, word);
  if (value !== undefined) return { value, unreadBy: NSD_KNOT };
  if (field.name !== 'algorithm') return undefined;
  if (word === 'ECC') return { value: 4, unreadBy: BIND_KNOT };
  const number = { 'DSA-NSEC3-SHA1': 6, 'RSASHA1-NSEC3-SHA1': 7, 'ECC-GOST': 12 }[word];
  return number === undefined ? undefined : { value: number, unreadBy: BIND };
}

function bindWord(type: string, field: RdataField, word: string): number | undefined {
  if (
    field.name === 'flags' &&
    field.kind.is === 'number' &&
    field.kind.bits === 16 &&
    field.kind.flags !== true
  ) {
    const parts = word.split('|').map((part) => BIND_FLAG_WORDS[part]);
    return parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum | part, 0) : undefined;
  }
  if (field.name === 'digest type') return { SHA1: 1, SHA256: 2, SHA384: 4 }[word];
  if (field.name === 'hash algorithm' && type.startsWith('NSEC3')) return { 'SHA-1': 1, SHA1: 1 }[word];
  return field.name === 'protocol' ? BIND_PROTOCOL_WORDS[word] : undefined;
}

/** Seconds, with units where wanted. */
export function readPeriod(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const seconds = periodSeconds(text);
  if (typeof seconds === 'number') return valueOf(span, numberOctets(seconds, 4), { number: seconds });
  complain(reader, 'bad-time', span, ALL, { detail: seconds, field, values: { text } });
  return { span };
}

/** `YYYYMMDDHHmmSS` or seconds since 1970. */
export function readTimestamp(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const seconds = timestampSeconds(text);
  if (typeof seconds !== 'number') {
    // NSD reads dates with strptime(), which lets some impossible ones pass.
    const lenient = seconds.kind === 'second' || seconds.kind === 'too-large' || /^\d+$/.test(text);
    const day = Number(text.slice(6, 8));
    const hard = seconds.kind === 'month' || seconds.kind === 'hour' || (seconds.kind === 'day' && day > 31);
    complain(reader, 'bad-time', span, lenient && !hard ? BIND_KNOT : ALL, {
      detail: `timestamp-${seconds.kind}`,
      field,
      values: { text },
    });
    return { span };
  }
  if (reader.type.name === 'KEYDATA' && text.length !== 14) {
    complain(reader, 'bad-time', span, ALL, { detail: 'timestamp-form', field, values: { text } });
    return { span };
  }
  if (reader.type.name === 'SIG' && text.length !== 14) {
    complain(reader, 'bad-time', span, BIND, { detail: 'timestamp-form', field, values: { text } });
  }
  if (text.length === 14 && (seconds < 0 || text.endsWith('60'))) {
    complain(reader, 'bad-time', span, KNOT, {
      detail: text.endsWith('60') ? 'timestamp-second' : 'timestamp-year',
      field,
      values: { text },
    });
  }
  // NSD reads a number as if it were a date; short ones do not pass.
  if (text.length < 9)
    complain(reader, 'bad-time', span, ['NSD'], { detail: 'timestamp-form', field, values: { text } });
  const modulo = ((seconds % 2 ** 32) + 2 ** 32) % 2 ** 32;
  return valueOf(span, numberOctets(modulo, 4), { number: seconds });
}
