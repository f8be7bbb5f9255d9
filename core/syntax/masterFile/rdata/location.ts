import type { RdataField } from '../../../facts/rrTypes';
import {
  ALL,
  BIND,
  BIND_KNOT,
  complain,
  KNOT,
  numberOctets,
  spanning,
  takePlain,
  valueOf,
  wordAt,
  type FieldValue,
  type RdataReader,
  type Word,
} from './reader';

/** RFC 1876 §2: the equator and the prime meridian, in thousandths of a second of arc. */
const MERIDIAN = 2 ** 31;

/** Degrees, minutes and seconds, and a letter for the half (RFC 1876 §3). */
export function readCoordinate(reader: RdataReader, field: RdataField): FieldValue {
  const isLatitude = field.kind.is === 'latitude';
  const letters = isLatitude ? 'NS' : 'EW';
  const numbers: Word[] = [];
  while (
    numbers.length < 3 &&
    reader.next < reader.words.length &&
    /^\d/.test(wordAt(reader, reader.next).text)
  ) {
    numbers.push(takePlain(reader, field));
  }
  const wrong = (word: Word, detail: string, refusedBy = ALL): FieldValue => {
    complain(reader, 'bad-location', word.span, refusedBy, {
      detail,
      field,
      values: { text: word.text, letters: [...letters].join(' / ') },
    });
    return { span: spanning((numbers[0] ?? word).span, word.span) };
  };
  if (reader.next >= reader.words.length) {
    const last = numbers.at(-1)!;
    return wrong(last, 'hemisphere');
  }
  const letter = takePlain(reader, field);
  const half = letters.indexOf(letter.text.toUpperCase());
  if (numbers.length === 0) return wrong(letter, 'degrees');
  if (half < 0 || letter.text.length !== 1) return wrong(letter, 'hemisphere');
  const span = spanning(numbers[0]!.span, letter.span);
  if (letter.text !== letter.text.toUpperCase()) {
    complain(reader, 'bad-location', letter.span, BIND_KNOT, {
      detail: 'lower-case',
      field,
      values: { text: letter.text },
      meant: letter.text.toUpperCase(),
    });
  }
  const most = isLatitude ? 90 : 180;
  const [degrees, minutes, seconds] = numbers;
  if (!/^\d+$/.test(degrees!.text)) return wrong(degrees!, 'degrees');
  if (Number(degrees!.text) > most)
    return wrong(
      degrees!,
      isLatitude ? 'latitude-range' : 'longitude-range',
      Number(degrees!.text) > 180 ? ALL : BIND_KNOT,
    );
  if (minutes !== undefined && !/^\d+$/.test(minutes.text)) return wrong(minutes, 'minutes');
  if (minutes !== undefined && Number(minutes.text) > 59) {
    return wrong(minutes, 'minutes', Number(minutes.text) > 60 ? ALL : BIND_KNOT);
  }
  if (seconds !== undefined && !/^\d+(?:\.\d{0,3})?$/.test(seconds.text)) return wrong(seconds, 'seconds');
  if (seconds !== undefined && Number(seconds.text) >= 60) return wrong(seconds, 'seconds', BIND_KNOT);
  const milliseconds =
    (Number(degrees!.text) * 60 + Number(minutes?.text ?? 0)) * 60_000 +
    Math.round(Number(seconds?.text ?? 0) * 1000);
  if (milliseconds > most * 3_600_000)
    return wrong(minutes ?? degrees!, isLatitude ? 'latitude-range' : 'longitude-range', BIND);
  if (seconds?.text.endsWith('.') === true) {
    complain(reader, 'bad-location', seconds.span, ['NSD'], {
      detail: 'seconds',
      field,
      values: { text: seconds.text },
      meant: seconds.text.slice(0, -1),
    });
  }
  return valueOf(span, numberOctets(MERIDIAN + (half === 0 ? milliseconds : -milliseconds), 4));
}

/** Centimetres of `10m`, `10.5`; undefined where it is none. */
function centimetres(text: string): number | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d{0,2}))?m?$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -value : value;
}

/** Altitude in metres, from 100,000 m below the sea on (RFC 1876 §2). */
export function readAltitude(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const value = centimetres(text);
  const inRange = value !== undefined && value >= -10_000_000 && value <= 4_284_967_295;
  if (!inRange || text.startsWith('+')) {
    complain(reader, 'bad-location', span, value === undefined ? ALL : inRange ? KNOT : BIND_KNOT, {
      detail: 'altitude',
      field,
      values: { text },
      ...(inRange && { meant: text.slice(1) }),
    });
  }
  return inRange ? valueOf(span, numberOctets(value + 10_000_000, 4)) : { span };
}

/** A size or precision: a digit and a power of ten, in centimetres (RFC 1876 §2). */
export function readDistance(reader: RdataReader, field: RdataField): FieldValue {
  const { text, span } = takePlain(reader, field);
  const value = /^-/.test(text) ? undefined : centimetres(text);
  if (value === undefined || text.startsWith('+') || value > 9_000_000_000) {
    const refusedBy = value === undefined ? ALL : value >= 9_000_000_100 ? BIND_KNOT : KNOT;
    complain(reader, 'bad-location', span, refusedBy, { detail: 'distance', field, values: { text } });
    if (refusedBy !== KNOT) return { span };
  }
  return valueOf(span, String.fromCharCode(distanceOctet(value!)));
}

/** The octet of a distance in centimetres: mantissa and exponent. */
export function distanceOctet(value: number): number {
  let mantissa = value;
  let exponent = 0;
  while (mantissa >= 10) {
    mantissa = Math.floor(mantissa / 10);
    exponent++;
  }
  return (mantissa << 4) | exponent;
}
