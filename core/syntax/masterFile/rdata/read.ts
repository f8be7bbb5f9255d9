import { rrType } from '../../../facts/rrTypes';
import type { EntryProblem, FieldReading, Rdata, Token } from '../entry';
import { comparableName } from '../names';

/** The RDATA part of an entry and what it stands in. */
export interface RdataSource {
  /** The entry's source; all spans count from its beginning. */
  readonly text: string;
  /** Words and quoted strings of the RDATA. */
  readonly words: readonly Token[];
  /** Mnemonic in upper case, or TYPEn. */
  readonly typeName: string;
  /** Absolute, with final dot. */
  readonly origin: string;
  /** Where the type ends: what is missing is missing there. */
  readonly headEnd: number;
  /** Gets what is wrong. */
  readonly problems: EntryProblem[];
}

/** Reads RDATA field by field. */
export function readRdata({ text, words, typeName, origin }: RdataSource): Rdata {
  const type = rrType(typeName);
  const generic = words[0] !== undefined && text.slice(words[0].span.start, words[0].span.end) === '\\#';
  const fields: FieldReading[] = [];
  if (type !== undefined && !generic) {
    words.forEach((word, i) => {
      const last = type.fields.at(-1);
      const field = type.fields[i] ?? (last?.repeated === true ? last : undefined);
      if (field === undefined) return;
      const isName = field.kind.is === 'name' && word.kind === 'word';
      const name = isName ? comparableName(text.slice(word.span.start, word.span.end), origin) : undefined;
      fields.push({ field, span: word.span, ...(name !== undefined && { name }) });
    });
  }
  return { type, generic, fields };
}
