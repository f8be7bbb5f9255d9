import type { Program, RrType } from '../../../facts/rrTypes';
import { hexOctets } from '../../../values/binary';
import type { Span } from '../../../text/span';
import type { EntryProblem } from '../entry';
import { innerSpan } from '../strings';
import { ALL, BIND_KNOT, BIND_NSD } from './reader';
import type { RdataSource } from './read';
import { splitOctets } from './wire';

/**
 * Reads RDATA in the form that fits every type: `\# length hex` (RFC 3597 §5). Data of a known type is held against
 * its definition.
 * @returns the octets, where they are there
 */
export function readGeneric(source: RdataSource, type: RrType | undefined): { octets?: string } {
  const { text, words, typeName, problems, headEnd } = source;
  // A mnemonic that a program does not know makes it refuse the record whatever follows; `TYPEn` all know.
  const strangers = /^TYPE\d/.test(typeName) ? [] : (type?.unknownTo ?? []);
  const note = (
    span: Span,
    refusedBy: readonly Program[],
    detail: string,
    more: Partial<EntryProblem> = {},
  ): void => {
    problems.push({
      kind: 'bad-generic-data',
      span,
      refusedBy: ALL.filter((program) => refusedBy.includes(program) || strangers.includes(program)),
      detail,
      ...more,
    });
  };
  const inner = words.slice(1).map((word) => ({ word, span: innerSpan(text, word) }));
  const [lengthWord, ...data] = inner;
  const lengthText = lengthWord && text.slice(lengthWord.span.start, lengthWord.span.end);
  if (lengthWord === undefined || lengthText === undefined || !/^\d{1,10}$/.test(lengthText)) {
    note(lengthWord?.word.span ?? words[0]?.span ?? { start: headEnd, end: headEnd }, ALL, 'length');
    return {};
  }
  const length = Number(lengthText);
  if (length > 65_535) {
    note(lengthWord.word.span, BIND_KNOT, 'length');
    return {};
  }
  const hex = data.map(({ span }) => text.slice(span.start, span.end)).join('');
  const span: Span =
    data.length === 0
      ? lengthWord.word.span
      : { start: data[0]!.word.span.start, end: data.at(-1)!.word.span.end };
  const octets = hexOctets(hex);
  if (typeof octets !== 'string') {
    const detail = octets.kind === 'character' ? 'character' : 'odd';
    note(span, ALL, detail, { values: { text: octets.kind === 'character' ? hex.charAt(octets.at) : hex } });
    return {};
  }
  if (octets.length !== length) {
    note(lengthWord.word.span, octets.length > length ? ALL : BIND_KNOT, 'mismatch', {
      values: { length, octets: octets.length },
      meant: String(octets.length),
    });
    return {};
  }
  if (type !== undefined && type.status !== 'meta' && splitOctets(type, octets) === undefined) {
    note(span, type.unknownTo?.includes('NSD') === true ? ['BIND'] : BIND_NSD, 'not-of-type', {
      values: { type: type.name },
    });
  }
  return { octets };
}
