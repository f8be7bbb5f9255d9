import type { FieldKind, RdataField, RrType } from '../../../facts/rr/kinds';
import { rrType } from '../../../facts/rrTypes';
import type { Token, ZoneEntry } from '../../../syntax/masterFile/entry';
import { comparableName } from '../../../syntax/masterFile/names';
import type { Span } from '../../../text/span';
import { dataWords, spell } from './standing';

/** A word of RDATA and the field that it belongs to. */
export interface DataWord {
  readonly token: Token;
  readonly text: string;
  /** Index into the type's fields; -1 behind the last, and in the generic form of RFC 3597 §5. */
  readonly index: number;
  readonly field: RdataField | undefined;
}

/** The words of RDATA by field, also of records that are not finished yet, or wrong. */
export interface DataReading {
  readonly type: RrType | undefined;
  readonly words: readonly DataWord[];
  /** The field of a word written behind the last; -1 for none. */
  readonly next: number;
}

/** A domain name in RDATA. */
export interface DataName {
  /** Counts from the entry's beginning. */
  readonly span: Span;
  /** Absolute, as `comparableName` gives it. */
  readonly name: string;
}

/** Whether several words may belong to one field. */
function takesRest({ kind, repeated }: RdataField): boolean {
  if (repeated === true) return true;
  if (kind.is === 'types' || kind.is === 'apl' || kind.is === 'services') return true;
  return (kind.is === 'base64' || kind.is === 'hex' || kind.is === 'base32hex') && kind.spread === true;
}

/** Reads RDATA word by word, as far as needs no values to be right. */
export function readData(entry: ZoneEntry): DataReading {
  const type = rrType(entry.typeName);
  const tokens = dataWords(entry);
  const fields = type?.fields ?? [];
  const generic = tokens[0] !== undefined && spell(entry.text, tokens[0]) === '\\#';
  let at = generic || fields.length === 0 ? -1 : 0;
  const words = tokens.map((token): DataWord => {
    const text = spell(entry.text, token);
    const field = fields[at];
    const word = { token, text, index: field === undefined ? -1 : at, field };
    if (field !== undefined && !takesRest(field) && !isOpenAngle(field.kind, text)) at++;
    return word;
  });
  return { type, words, next: fields[at] === undefined ? -1 : at };
}

/** A latitude or longitude goes on until its letter (RFC 1876 §3). */
function isOpenAngle({ is }: FieldKind, text: string): boolean {
  return (is === 'latitude' || is === 'longitude') && !/^[nsew]$/i.test(text);
}

/** Whether a word is a domain name; what stands in a gateway field depends on another (RFC 4025 §2.3). */
export function isNameWord(word: DataWord, reading: DataReading): boolean {
  const kind = word.field?.kind;
  if (kind === undefined || word.token.kind !== 'word') return false;
  if (kind.is === 'name') return true;
  if (kind.is !== 'gateway') return false;
  return reading.words.find(({ field }) => field?.name === kind.decidedBy)?.text === '3';
}

/** The domain names in a record's RDATA. */
export function dataNames(entry: ZoneEntry): DataName[] {
  const reading = readData(entry);
  return reading.words
    .filter((word) => isNameWord(word, reading))
    .map(({ token, text }) => ({ span: token.span, name: comparableName(text, entry.origin) }));
}
