import type { RdataField } from '../../../facts/rrTypes';
import { STRING_LIMIT } from '../../../values/characterString';
import { utf8Octets } from '../../../values/utf8';
import type { Span } from '../../../text/span';
import type { EntryProblem } from '../entry';
import {
  ALL,
  BIND,
  BIND_KNOT,
  complain,
  KNOT,
  NSD_KNOT,
  takeWord,
  valueOf,
  type FieldValue,
  type RdataReader,
  type Word,
} from './reader';

/**
 * The octets of text in a master file: `\DDD` and `\X` resolved (RFC 1035 §5.1), the rest as UTF-8.
 * @param start where the text begins in the entry, for the spans of problems
 * @param problems gets escapes that are none; left out where somebody else reports them
 */
export function textOctets(text: string, start: number, problems?: EntryProblem[]): string {
  if (/^[ -[\]-~\t]*$/.test(text)) return text;
  const parts: string[] = [];
  for (const match of text.matchAll(/\\(\d{3})|\\(\d)|\\([^]?)|[^\\]/gu)) {
    const [whole, decimal, digit, escaped] = match;
    const span: Span = { start: start + match.index, end: start + match.index + whole.length };
    if (decimal !== undefined && Number(decimal) <= 255) {
      parts.push(String.fromCharCode(Number(decimal)));
      continue;
    }
    if (decimal !== undefined || digit !== undefined || escaped === '') {
      problems?.push({ kind: 'bad-escape', span, refusedBy: BIND_KNOT });
    }
    const plain = decimal ?? digit ?? escaped ?? whole;
    for (const character of plain) {
      parts.push(character < '\x80' ? character : String.fromCharCode(...utf8Octets(character)));
    }
  }
  return parts.join('');
}

/** Where the inner text of a word begins. */
export function innerStart(word: Word): number {
  return word.span.start + (word.quoted ? 1 : 0);
}

/** TXT and SPF have their strings read by joinStrings, which reports escapes and lengths itself. */
function readElsewhere(reader: RdataReader): boolean {
  return reader.type.name === 'TXT' || reader.type.name === 'SPF';
}

/** One character-string with its length octet. */
export function readString(reader: RdataReader, field: RdataField): FieldValue {
  const before = reader.words[reader.next - 1];
  const word = takeWord(reader);
  const elsewhere = readElsewhere(reader);
  const octets = textOctets(word.text, innerStart(word), elsewhere ? undefined : reader.problems);
  if (before !== undefined && reader.next > 1 && before.span.end === word.span.start) {
    complain(
      reader,
      'bad-value',
      { start: word.span.start, end: word.span.start },
      field.repeated === true ? KNOT : NSD_KNOT,
      {
        detail: 'glued-strings',
        field,
      },
    );
  }
  if (octets.length > STRING_LIMIT) {
    if (!elsewhere) {
      complain(reader, 'bad-value', word.span, ALL, {
        detail: 'string-too-long',
        field,
        values: { octets: octets.length },
      });
    }
    return { span: word.span };
  }
  digitsOnly(reader, field, word, octets);
  wantsQuotes(reader, field, word);
  return valueOf(word.span, String.fromCharCode(octets.length) + octets);
}

/** Types in whose strings NSD reads no bare dots; a lone `@` or `\\#` it reads in none. */
const DOTLESS: ReadonlySet<string> = new Set(['HINFO', 'NAPTR', 'ISDN', 'X25']);

function wantsQuotes(reader: RdataReader, field: RdataField, { text, span, quoted }: Word): void {
  const dotted = DOTLESS.has(reader.type.name) && /(?<!\\)\./.test(text);
  if (quoted || !(dotted || text === '@' || text === '\\#')) return;
  complain(reader, 'bad-value', span, ['NSD'], { detail: 'unquoted-string', field, meant: `"${text}"` });
}

/** X.25 addresses are four digits or more (RFC 1183 §3.1). */
function digitsOnly(reader: RdataReader, field: RdataField, word: Word, octets: string): void {
  if (reader.type.name === 'X25' && !/^\d{4,}$/.test(octets)) {
    complain(reader, 'bad-value', word.span, /[.@]/.test(octets) ? ALL : BIND_KNOT, {
      detail: 'x25',
      field,
      values: { text: word.text },
    });
  }
}

/** Text without a length octet that takes the rest of the record: a CAA value, a URI target. */
export function readText(reader: RdataReader, field: RdataField): FieldValue {
  const word = takeWord(reader);
  const octets = textOctets(word.text, innerStart(word), reader.problems);
  if (reader.type.name === 'URI' && !word.quoted) {
    const plain = !/["\\]/.test(word.text);
    complain(reader, 'bad-value', word.span, BIND, {
      detail: 'unquoted-uri',
      field,
      ...(plain && { meant: `"${word.text}"` }),
    });
  }
  if (reader.type.name !== 'URI') wantsQuotes(reader, field, word);
  return valueOf(word.span, octets);
}

/** Letters and digits with a length octet (RFC 8659 §4.1). */
export function readTag(reader: RdataReader, field: RdataField): FieldValue {
  const word = takeWord(reader);
  const { text, span } = word;
  if (word.quoted) {
    const plain = /^[a-z0-9]+$/i.test(text);
    complain(reader, 'quoted-field', span, plain ? BIND : ['BIND', 'NSD'], {
      field,
      ...(plain && { meant: text }),
    });
  } else if (!/^[a-z0-9]+$/i.test(text)) {
    complain(reader, 'bad-value', span, /[^ -~]/.test(text) ? ALL : ['BIND', 'NSD'], {
      detail: 'tag',
      field,
      values: { text },
    });
  } else if (/[A-Z]/.test(text)) {
    complain(reader, 'bad-value', span, ['NSD'], {
      detail: 'upper-case-tag',
      field,
      values: { text },
      meant: text.toLowerCase(),
    });
  }
  if (text.length > 255)
    complain(reader, 'bad-value', span, ALL, {
      detail: 'string-too-long',
      field,
      values: { octets: text.length },
    });
  if (text.length === 0 || text.length > 255) return { span };
  return valueOf(span, String.fromCharCode(text.length) + text);
}

/** Degrees or metres as text (RFC 1712 §3); servers take any string. */
export function readDecimal(reader: RdataReader, field: RdataField): FieldValue {
  const { kind } = field;
  if (kind.is !== 'decimal') throw new TypeError(kind.is);
  const word = reader.words[reader.next]!;
  const value = readString(reader, field);
  const text = value.octets?.slice(1) ?? '';
  const number = Number(text);
  if (!/^-?\d+(?:\.\d*)?$/.test(text) || number < kind.least || number > kind.most) {
    complain(reader, 'bad-location', word.span, [], { detail: 'decimal', field, values: { text } });
  }
  return value;
}
