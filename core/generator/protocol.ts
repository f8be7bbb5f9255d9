import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { GeneratedRecord } from './form';

/** Asks the language server where a record belongs in an open zone file. */
export const ZONE_CONTEXT = 'mailAuth/zoneContext';

export interface ZoneContextParams {
  readonly uri: string;
  /** The record that is to go there; without it, or its owner alone, only the zone's origin is told. */
  readonly record?: GeneratedRecord;
  /** The owner of a DMARC Policy Record, absolute. */
  readonly owner?: string;
}

/** Where in a zone file a line is to stand. */
export interface LinePlace {
  /** The origin in force there, absolute. */
  readonly origin: string;
  /** Whether a TTL is in force there, so that the line needs none of its own. */
  readonly hasTtl: boolean;
  /** How a neighbouring line is laid out: its owner and what stands from there to its data. */
  readonly like?: { readonly owner: string; readonly gap: string };
}

/** Where a new line goes. */
export interface Insertion extends LinePlace {
  /** Offset in the document: the beginning of a line, or the document's end. */
  readonly offset: number;
  /** Whether a line break must come first, as the document's last line has none. */
  readonly breakBefore: boolean;
}

/** A record of the same kind at the same owner that is there already. Spans are document offsets. */
export interface ExistingRecord {
  /** The whole entry's source. */
  readonly text: string;
  /** Its owner, absolute. */
  readonly owner: string;
  /** Where the entry states its owner; absent where it inherits it. */
  readonly ownerSpan?: Span;
  readonly data: Span;
  /** The origin in force there. */
  readonly origin: string;
}

/** What the language server answers; `null` for a document that is no zone file it holds. */
export interface ZoneContext {
  /** The zone's own name, absolute: the origin with which the file begins. */
  readonly origin: string;
  readonly existing: readonly ExistingRecord[];
  readonly insertion: Insertion;
}

/** Asks the language server what the open documents tell of a domain: the answer is {@link Known}. */
export const GENERATOR_KNOWN = 'mailAuth/generatorKnown';

export interface GeneratorKnownParams {
  /** The document that is looked at: its zone's domain is meant where none is stated. */
  readonly uri?: string;
  /** Without final dot. */
  readonly domain?: string;
}

/** Asks the language server what the rules say of a record that is not in any file yet. */
export const CHECK_RECORD = 'mailAuth/checkRecord';

export interface CheckRecordParams {
  readonly record: GeneratedRecord;
}

/** What a rule says of it. */
export interface RecordFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: Message;
}
