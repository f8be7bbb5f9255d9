import type { Span } from '../../../text/span';
import { ALL, complain, wordAt, type RdataReader } from './reader';

/**
 * Tells the mistakes that concern the row of fields rather than one of them: a preference or priority that was left
 * out, or that stands behind the host. Holds for types whose RDATA is numbers and then one name (MX, SRV, KX, RT,
 * AFSDB, LP …).
 * @returns whether something was noted; the fields then need no further look
 */
export function misshapen(reader: RdataReader): boolean {
  const { type, words } = reader;
  if (
    words.length === type.fields.length &&
    words.length === 2 &&
    startsWithDigit(reader, 0) &&
    !startsWithDigit(reader, words.length - 1)
  ) {
    return false;
  }
  const numbers = type.fields.filter(({ kind }) => kind.is === 'number').length;
  const last = type.fields.at(-1);
  if (numbers === 0 || numbers !== type.fields.length - 1 || last?.kind.is !== 'name') return false;
  const texts = words.map((_, index) => wordAt(reader, index));
  const isNumber = texts.map(({ text, quoted }) => !quoted && /^\d+$/.test(text));
  const count = isNumber.filter(Boolean).length;
  const span = (from: number, to: number): Span => ({
    start: texts[from]!.span.start,
    end: texts[to]!.span.end,
  });
  if (words.length === type.fields.length && count === numbers && isNumber.at(-1) === true) {
    const name = isNumber.indexOf(false);
    const order = [...texts.filter((_, i) => i !== name), texts[name]!].map(({ text }) => text);
    complain(reader, 'swapped-fields', span(0, words.length - 1), ALL, {
      field: last,
      values: { type: type.name, fields: type.fields.map((field) => field.name).join(' ') },
      ...(onOneLine(reader) && { meant: order.join(' ') }),
    });
    reader.next = words.length;
    return true;
  }
  if (words.length === 0 || words.length >= type.fields.length || isNumber.at(-1)!) return false;
  if (count !== words.length - 1) return false;
  const missing = type.fields.slice(count, numbers).map(({ name }) => name);
  const at = texts.at(-1)!.span;
  complain(reader, 'missing-field', at, ALL, {
    field: type.fields[count]!,
    detail: 'before',
    values: { fields: missing.join(', '), type: type.name, text: texts.at(-1)!.text },
  });
  reader.next = words.length;
  return true;
}

/** Whether a word looks like a number: where the first does and the last does not, the order is right as a rule. */
function startsWithDigit({ words, text }: RdataReader, index: number): boolean {
  return /\d/.test(text.charAt(words[index]!.span.start));
}

/** Whether the words stand on one line with no comment or parenthesis between. */
function onOneLine({ words, text }: RdataReader): boolean {
  return words.every(
    (word, i) => i === 0 || /^[ \t]+$/.test(text.slice(words[i - 1]!.span.end, word.span.start)),
  );
}
