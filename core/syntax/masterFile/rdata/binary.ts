import type { RdataField } from '../../../facts/rrTypes';
import { base32hexOctets, base64Octets, hexOctets, type BinaryProblem } from '../../../values/binary';
import {
  ALL,
  BIND_KNOT,
  BIND_NSD,
  complain,
  KNOT,
  numberOctets,
  spanning,
  takePlain,
  valueOf,
  type FieldValue,
  type RdataReader,
  type Word,
} from './reader';

const DECODE = { base64: base64Octets, hex: hexOctets, base32hex: base32hexOctets } as const;

/** Binary data, in one word or spread over the rest of the record. */
export function readBinary(reader: RdataReader, field: RdataField): FieldValue {
  const { kind } = field;
  if (kind.is !== 'base64' && kind.is !== 'hex' && kind.is !== 'base32hex') throw new TypeError(kind.is);
  const words: Word[] = [];
  do words.push(takePlain(reader, field));
  while (kind.spread === true && reader.next < reader.words.length);
  const span = spanning(words[0]!.span, words.at(-1)!.span);
  // NSD looks past the quotes but for this type.
  const quoted = reader.type.name === 'IPSECKEY' ? words.find((word) => word.quoted) : undefined;
  if (quoted !== undefined) complain(reader, 'quoted-field', quoted.span, ['NSD'], { field });
  const text = words.length === 1 ? words[0]!.text : words.map((word) => word.text).join('');
  const sized = (octets: string): string =>
    kind.lengthOctets === undefined ? octets : numberOctets(octets.length, kind.lengthOctets) + octets;
  if (text === '-' && kind.dashForNone === true) return valueOf(span, sized(''));
  // RFC 8078 §4 has `0 0 0 0`; NSD alone takes the lone digit.
  if (text === '0' && reader.type.name === 'CDS' && reader.numbers.get('digest type') === 0) {
    complain(reader, 'bad-encoding', span, BIND_KNOT, {
      detail: 'hex-length',
      field,
      meant: '00',
      values: { count: 1 },
    });
    return valueOf(span, '\0');
  }
  const octets = DECODE[kind.is](text);
  if (typeof octets !== 'string') {
    const place = octets.kind === 'character' ? placeOf(words, octets.at) : span;
    const refusedBy = lenient(kind.is, octets, words, text) ?? ALL;
    const detail = octets.kind === 'character' ? `${kind.is}-character` : `${kind.is}-${octets.kind}`;
    const shown = octets.kind === 'character' ? String.fromCodePoint(text.codePointAt(octets.at)!) : text;
    complain(reader, 'bad-encoding', place, refusedBy, {
      detail,
      field,
      values: { character: shown, text, count: text.length },
    });
    return { span };
  }
  if (text === '' || (kind.lengthOctets === 1 && octets.length > 255)) {
    complain(reader, 'bad-encoding', span, text === '' ? BIND_KNOT : ALL, {
      detail: `${kind.is}-length`,
      field,
      values: { text, count: text.length },
    });
    return { span };
  }
  checkGroups(reader, field, words, kind.is);
  return valueOf(span, sized(octets));
}

/** Which programs refuse what others let pass. */
function lenient(
  is: 'base64' | 'hex' | 'base32hex',
  problem: BinaryProblem,
  words: readonly Word[],
  text: string,
): typeof ALL | undefined {
  if (is === 'base64' && problem.kind === 'trailing-bits') return BIND_NSD;
  // Knot reads each word by itself, padding and all.
  if (
    is === 'base64' &&
    words.length > 1 &&
    words.every(({ text }) => typeof base64Octets(text) === 'string')
  )
    return BIND_NSD;
  if (is === 'base32hex' && text === '-') return BIND_KNOT;
  if (is === 'base32hex' && problem.kind !== 'character') return BIND_KNOT;
  return undefined;
}

/** Knot wants each word to hold whole octets. */
function checkGroups(reader: RdataReader, field: RdataField, words: readonly Word[], is: string): void {
  if (words.length < 2) return;
  const group = is === 'base64' ? 4 : 2;
  const broken = words.find(({ text }) => text.length % group !== 0);
  if (broken === undefined) return;
  complain(reader, 'bad-encoding', broken.span, KNOT, { detail: 'groups', field, values: { group } });
}

/** The place of character `at` of the joined words. */
function placeOf(words: readonly Word[], at: number): { start: number; end: number } {
  let rest = at;
  for (const word of words) {
    if (rest < word.text.length) {
      const start = word.span.start + (word.quoted ? 1 : 0) + rest;
      return { start, end: start + String.fromCodePoint(word.text.codePointAt(rest)!).length };
    }
    rest -= word.text.length;
  }
  return words.at(-1)!.span;
}
