import type { JoinedText } from '../../text/joinedText';
import type { Span } from '../../text/span';

/** A word or a quoted string of an entry; spans count from the beginning of the entry. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'open' | 'close' | 'comment';
  /** With the quotes, where there are any. */
  readonly span: Span;
}

/** Something wrong with how the characters of an entry are put together. */
export interface EntryProblem {
  readonly kind:
    | 'unclosed-quote'
    | 'quote-over-lines'
    | 'unclosed-parenthesis'
    | 'unopened-parenthesis'
    | 'bad-escape'
    | 'string-too-long';
  readonly span: Span;
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
  /** Of TXT and SPF data: the character-strings read as one. */
  readonly strings?: JoinedText;
  readonly problems: readonly EntryProblem[];
}
