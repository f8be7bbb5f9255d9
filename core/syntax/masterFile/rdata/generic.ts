import type { Program, RrType } from '../../../facts/rrTypes';
import { hexOctets } from '../../../values/binary';
import type { Span } from '../../../text/span';
import type { EntryProblem } from '../entry';
import { innerSpan } from '../strings';
import { ALL, BIND_KNOT } from './reader';
import type { RdataSource } from './read';
import { nameLength, splitOctets } from './wire';

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
  const lengthText = lengthWord === undefined ? '' : text.slice(lengthWord.span.start, lengthWord.span.end);
  const hex = data.map(({ span }) => text.slice(span.start, span.end)).join('');
  const span: Span =
    data.length === 0
      ? (lengthWord?.word.span ?? words[0]?.span ?? { start: headEnd, end: headEnd })
      : { start: data[0]!.word.span.start, end: data.at(-1)!.word.span.end };
  const octets = hexOctets(hex);
  if (lengthWord !== undefined && typeof octets !== 'string') {
    const character = octets.kind === 'character';
    note(span, ALL, character ? 'character' : 'odd', {
      values: { text: character ? hex.charAt(octets.at) : hex },
    });
    return {};
  }
  const known = type !== undefined && type.status !== 'meta' && type.fields.length > 0 ? type : undefined;
  const fits = known === undefined || (typeof octets === 'string' && isDataOf(known, octets));
  // NSD does not look at the length: it takes what data there is, if it is what the type holds.
  const byNsd = known !== undefined && !fits && !nsdTakes(known, octets);
  if (
    lengthWord === undefined ||
    typeof octets !== 'string' ||
    !/^\d{1,10}$/.test(lengthText) ||
    Number(lengthText) > 65_535
  ) {
    note(lengthWord?.word.span ?? span, byNsd || lengthWord === undefined ? ALL : BIND_KNOT, 'length');
    return {};
  }
  const length = Number(lengthText);
  if (octets.length !== length) {
    note(lengthWord.word.span, byNsd || octets.length > length ? ALL : BIND_KNOT, 'mismatch', {
      values: { length, octets: octets.length },
      meant: String(octets.length),
    });
    return {};
  }
  if (known !== undefined && !fits) {
    const byKnot = octets === '' || knotMinds(known, octets);
    const refusedBy = ALL.filter((program) => program === 'BIND' || (program === 'NSD' ? byNsd : byKnot));
    note(span, refusedBy, 'not-of-type', { values: { type: known.name } });
  }
  return { octets };
}

/** Whether octets are data of a type as BIND checks them. A LOC record of another version is data whatever follows. */
function isDataOf(type: RrType, octets: string): boolean {
  if (type.name === 'LOC' && octets !== '' && octets.charCodeAt(0) !== 0) return true;
  if (type.name === 'RKEY' && !octets.startsWith('\0\0')) return false;
  return splitOctets(type, octets) !== undefined;
}

/** Types of whose data NSD only wants so many octets. */
const NSD_LEAST: ReadonlyMap<string, number> = new Map([
  ...(['TXT', 'DHCID', 'AVC', 'OPENPGPKEY', 'LOC', 'NSAP'] as const).map((name) => [name, 0] as const),
  ...(['NSEC', 'NXT'] as const).map((name) => [name, 1] as const),
  ...(['CAA', 'SSHFP'] as const).map((name) => [name, 2] as const),
  ...(['DNSKEY', 'CDNSKEY', 'DS', 'CDS'] as const).map((name) => [name, 4] as const),
  ...(['ZONEMD', 'CSYNC'] as const).map((name) => [name, 6] as const),
]);

function nsdTakes(type: RrType, octets: unknown): boolean {
  if (type.unknownTo?.includes('NSD') === true) return true;
  const least = NSD_LEAST.get(type.name);
  if (
    typeof octets === 'string' &&
    type.fields[0]?.kind.is === 'name' &&
    nameLength(octets, 0) === undefined
  ) {
    return false;
  }
  return least !== undefined && typeof octets === 'string' && octets.length >= least;
}

/** Knot does not look into data of known types, but for a name at its beginning. */
function knotMinds(type: RrType, octets: string): boolean {
  if (type.name === 'NAPTR') return true;
  return type.fields[0]?.kind.is === 'name' && nameLength(octets, 0) === undefined;
}
