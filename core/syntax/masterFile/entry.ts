import type { Program, RdataField, RrType } from '../../facts/rrTypes';
import type { JoinedText } from '../../text/joinedText';
import type { MessageValue } from '../../text/message';
import type { Span } from '../../text/span';

/** A word or a quoted string of an entry; spans count from the beginning of the entry. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'open' | 'close' | 'comment';
  /** With the quotes, where there are any. */
  readonly span: Span;
}

/** Something wrong with an entry: how its characters are put together, its head, or a field of its RDATA. */
export interface EntryProblem {
  readonly kind: EntryProblemKind;
  readonly span: Span;
  /** The programs that refuse the zone for it; absent where the kind says it. */
  readonly refusedBy?: readonly Program[];
  /** What was expected in more detail, for the message; the kind's rule knows the words. */
  readonly detail?: string;
  /** Values for the message. */
  readonly values?: Readonly<Record<string, MessageValue>>;
  /** The field that it stands in, or that is missing. */
  readonly field?: RdataField;
  /** What surely was meant in place of the span. */
  readonly meant?: string;
}

export type EntryProblemKind =
  // How characters are put together
  | 'unclosed-quote'
  | 'quote-over-lines'
  | 'unclosed-parenthesis'
  | 'unopened-parenthesis'
  | 'odd-parenthesis'
  | 'bad-escape'
  | 'string-too-long'
  | 'bad-character'
  // The head: owner, TTL, class, type
  | 'no-owner'
  | 'bad-name'
  | 'bad-ttl'
  | 'bad-class'
  | 'misplaced-head'
  | 'missing-type'
  | 'unknown-type'
  | 'foreign-comment'
  // RDATA
  | 'missing-field'
  | 'extra-field'
  | 'quoted-field'
  | 'swapped-fields'
  | 'bad-number'
  | 'bad-address'
  | 'bad-time'
  | 'bad-encoding'
  | 'bad-type-list'
  | 'bad-location'
  | 'bad-value'
  | 'bad-service-parameter'
  | 'digest-length'
  | 'bad-generic-data'
  | 'record-too-long';

/** One field of RDATA as it was read. */
export interface FieldReading {
  readonly field: RdataField;
  /** From its first word to the end of its last; entry offsets. */
  readonly span: Span;
  /** Of a domain name: absolute, lower case, with the final dot (the form of comparableName). */
  readonly name?: string;
  /** Of a number, period (seconds), type (its code) or timestamp (seconds since 1970). */
  readonly number?: number;
}

/** The RDATA of a record as its type has it. */
export interface Rdata {
  /** Undefined where the type is unknown, or there is none. */
  readonly type: RrType | undefined;
  /** Written `\# n hex` (RFC 3597 §5). */
  readonly generic: boolean;
  /** The fields that are there, in order; empty in the generic form. */
  readonly fields: readonly FieldReading[];
  /** The wire form, a code unit (0–255) an octet; absent where it cannot be told. */
  readonly octets?: string;
}

/** A domain name as an entry states or inherits it. */
export interface EntryOwner {
  /** Where the entry states it; absent where it is inherited from an entry above (RFC 1035 §5.1). */
  readonly span?: Span;
  /** Absolute, with the final dot, ASCII letters in lower case: `_dmarc.example.com.` */
  readonly name: string;
  /** As the source has it (the stating entry's own words). */
  readonly written: string;
}

/** A time to live as stated. */
export interface EntryTtl {
  readonly span: Span;
  readonly seconds: number;
}

/**
 * One resource record of a master file (RFC 1035 §5.1). All spans count from the beginning of the entry (its
 * line's column 0), so they stay true wherever the entry moves to.
 */
export interface ZoneEntry {
  /** The source from the beginning of its line to its end, without the final line break. */
  readonly text: string;
  readonly owner: EntryOwner;
  /** The origin in force, absolute with final dot. */
  readonly origin: string;
  readonly ttl?: EntryTtl;
  readonly class?: Span;
  /** The type as written; absent where there is none. */
  readonly type?: Span;
  /** The type's mnemonic in upper case; empty where there is none. */
  readonly typeName: string;
  /** From the first RDATA token to the end of the last. */
  readonly rdata: Span;
  /** Every token of the entry, comments and parentheses too. */
  readonly tokens: readonly Token[];
  /** The RDATA, field by field. */
  readonly data: Rdata;
  /** Of TXT and SPF data: the character-strings read as one. */
  readonly strings?: JoinedText;
  readonly problems: readonly EntryProblem[];
}
