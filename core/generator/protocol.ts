import type { Message } from '../text/message';
import type { Edit, Span } from '../text/span';
import type { GeneratedRecord, GeneratedType } from './form';

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

/**
 * Asks for the edits that put records into an open zone file: those of one name and kind in place of all that are there
 * of it, or in a fitting place, with the serial raised. Params: {@link PutRecordsParams}. Result:
 * {@link PutRecordsResult}, or `null` for a document that is no zone file it holds.
 */
export const PUT_RECORDS = 'mailAuth/putRecords';

export interface PutRecordsParams {
  readonly uri: string;
  readonly records: readonly GeneratedRecord[];
}

/** What goes or changes for records that are put into a zone. */
export interface Replacement {
  /** Absolute. */
  readonly owner: string;
  readonly type: GeneratedType;
  /** The entry's source now. */
  readonly before: string;
  /** What stands in its place; empty where it goes. */
  readonly after: string;
}

export interface PutRecordsResult {
  /** Of the document that the edits are for. */
  readonly version: number;
  /** In document offsets, in order; none where the records are there already. */
  readonly edits: readonly Edit[];
  readonly replaced: readonly Replacement[];
  /** What was left out and why. */
  readonly notes: readonly Message[];
}

/** Asks the language server what the open documents tell of a domain: the answer is {@link Known}. */
export const GENERATOR_KNOWN = 'mailAuth/generatorKnown';

export interface GeneratorKnownParams {
  /** The document that is looked at: its zone's domain is meant where none is stated. */
  readonly uri?: string;
  /** Without final dot. */
  readonly domain?: string;
  /** Configurations that are not open: the client finds them in the workspace. */
  readonly files?: readonly { readonly languageId: string; readonly text: string }[];
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
  /** The record that is there already has the same said of it: it is carried over. */
  readonly existing?: true;
}

/**
 * Asks the language server what is to be said of records that are to be published together: what the rules say of each,
 * and what it comes to. Params: {@link ReviewRecordsParams}. Result: a {@link RecordReview} a record.
 */
export const REVIEW_RECORDS = 'mailAuth/reviewRecords';

export interface ReviewRecordsParams {
  readonly records: readonly GeneratedRecord[];
  /** The open zone that they would go into. */
  readonly uri?: string;
}

export interface RecordReview {
  readonly findings: readonly RecordFinding[];
  /** What it comes to: the policies that receivers apply, the lookups of SPF. Markdown, of which some are lists. */
  readonly facts: readonly Message[];
}
