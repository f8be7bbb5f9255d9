import type { Message } from '../text/message';
import type { PolicyStep, ReportEvidence } from './ladder';

/** What results of reports have to do with zone files: the client asks the language server. Types and names only. */

/** Which record decided a result. Names are as a report has them. */
export type ResponsibleRecord =
  | { readonly mechanism: 'spf'; readonly domain: string }
  | { readonly mechanism: 'dkim'; readonly domain: string; readonly selector: string }
  | { readonly mechanism: 'dmarc'; readonly domain: string };

/** A position as LSP has it: line and UTF-16 code unit, both from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** A text edit as LSP has it. */
export interface LineEdit {
  readonly range: LineRange;
  readonly newText: string;
}

/** A stretch of a document as LSP has it. */
export interface LineRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A record where it stands in an open document. */
export interface RecordPlaceInFile {
  readonly uri: string;
  /** Of the document that the range counts in. */
  readonly version: number;
  readonly range: LineRange;
}

/**
 * Asks which record is responsible for a result. Params: {@link ResponsibleRecord}.
 * Result: {@link ResponsibleResult}, or null where the names are none.
 */
export const RESPONSIBLE_RECORD = 'mailAuth/responsibleRecord';

/** Where a record was looked for in vain, in plain names: `_dmarc.example.com`, `TXT`. */
export interface LookedFor {
  readonly owner: string;
  readonly type: 'TXT';
  /** The domain that the record is for. */
  readonly domain: string;
}

export type ResponsibleResult =
  | ({
      readonly state: 'found';
      /** Plain names. */
      readonly owner: string;
      readonly type: 'TXT' | 'CNAME' | 'DNAME';
      /** What the record says, decoded: of a TXT record its text, of an alias its target. */
      readonly text: string;
      /** What is to be known of it: a wildcard answers, several records, an alias out of all zones. */
      readonly said: readonly Message[];
    } & RecordPlaceInFile)
  /** The record stands in files that an open zone includes: when these are open, too, they can be asked again. */
  | { readonly state: 'included'; readonly uris: readonly string[] }
  /** The zone is open, and has no such record. */
  | ({ readonly state: 'missing'; readonly uri: string; readonly said: readonly Message[] } & LookedFor)
  /** No open zone answers for the name. */
  | ({ readonly state: 'elsewhere'; readonly said: readonly Message[] } & LookedFor);

/**
 * Asks which zones some files hold. Params: {@link ZoneApexesParams}. Result: an apex (absolute) or null for each file,
 * null for one that is a part of another file's zone or none at all.
 */
export const ZONE_APEXES = 'mailAuth/zoneApexes';

export interface ZoneApexesParams {
  readonly files: readonly {
    readonly uri: string;
    /** The file's beginning, to a line's end. */
    readonly head: string;
  }[];
}

/** As much of a file as is looked at to tell its zone, in UTF-16 code units. */
export const APEX_HEAD = 1 << 16;

/** Asks which zones are open, and which files may hold those of some names. Params: {@link ZonesAtHandParams}. */
export const ZONES_AT_HAND = 'mailAuth/zonesAtHand';

export interface ZonesAtHandParams {
  readonly names: readonly string[];
}

/** A zone and the file it stands in. */
export interface ZoneAtHand {
  readonly uri: string;
  /** Absolute. */
  readonly apex: string;
}

export interface ZonesAtHand {
  readonly open: readonly ZoneAtHand[];
  /** By the configurations of name servers: zones at or above the names. The files need not be there. */
  readonly named: readonly ZoneAtHand[];
}

/** Asks which names exist by the open zones. Params: {@link NamesExistParams}. Result: for each true, false or null. */
export const NAMES_EXIST = 'mailAuth/namesExist';

export interface NamesExistParams {
  readonly names: readonly string[];
}

/** A change of the documents that it needs: the record's, and where that is another one, that of the zone's serial. */
export interface ZoneChange {
  readonly files: readonly {
    readonly uri: string;
    /** Of the document that the edits count in. */
    readonly version: number;
    readonly edits: readonly LineEdit[];
  }[];
  /** Why the serial is not raised with it. */
  readonly notes: readonly Message[];
}

/** Asks how addresses may be allowed by a domain's SPF record. */
export const ALLOW_SENDER = 'mailAuth/allowSender';

export interface AllowSenderParams {
  readonly domain: string;
  readonly addresses: readonly string[];
  /** Names that reports connect with the addresses: host names, domains of their signatures. */
  readonly names?: readonly string[];
}

/** How many lookups a record costs, as far as the open zones tell. */
export interface LookupBudget {
  readonly lookups: number;
  readonly voidLookups: number;
  /** Whether all records that count were known. */
  readonly complete: boolean;
}

/** What check_host() says of an address; `unknown` where names outside of all open zones decide. */
export interface SenderResult {
  readonly address: string;
  readonly before: string;
  readonly after: string;
}

/** One way of allowing the addresses: a change of one record. */
export interface AllowProposal {
  readonly kind: 'addresses' | 'include';
  /** The service that is included, by its name. */
  readonly service?: string;
  readonly terms: readonly string[];
  /** Whose record is changed, in plain form: the domain's own, or one that it redirects to. */
  readonly owner: string;
  readonly place: RecordPlaceInFile;
  /** The texts, decoded. */
  readonly before: string;
  readonly after: string;
  readonly change: ZoneChange;
  readonly budget: { readonly before: LookupBudget; readonly after: LookupBudget };
  /** Octets of the record's text. */
  readonly length: { readonly before: number; readonly after: number };
  readonly results: readonly SenderResult[];
  readonly warnings: readonly Message[];
}

export type AllowSenderResult =
  | { readonly proposals: readonly AllowProposal[] }
  | {
      readonly refused: Message;
      /** Where the record should be; a generator may make it there. */
      readonly missing?: LookedFor & { readonly uri?: string };
    }
  | { readonly included: readonly string[] };

/**
 * Asks of which domain the policy is meant at a place of a zone file: that of the policy record there, else the zone's
 * own. Params: {@link PolicyDomainParams}. Result: a plain name, or null.
 */
export const POLICY_DOMAIN = 'mailAuth/policyDomain';

export interface PolicyDomainParams {
  readonly uri: string;
  readonly position: LinePosition;
}

/** Asks for the rungs of the policy ladder for a domain. Params: {@link PolicyLadderParams}. */
export const POLICY_LADDER = 'mailAuth/policyLadder';

export interface PolicyLadderParams {
  /** In plain form. */
  readonly domain: string;
  readonly evidence?: ReportEvidence;
}

/** One rung, as it would change the record. */
export interface PolicyRung {
  readonly id: PolicyStep['id'];
  readonly direction: 'up' | 'here' | 'down';
  /** Whether it is the one next up. */
  readonly next: boolean;
  /** The record's text then. */
  readonly value: string;
  /** What to know before, the gravest first. */
  readonly advice: readonly Message[];
  readonly change: ZoneChange;
}

export type PolicyLadderResult =
  | {
      readonly place: RecordPlaceInFile;
      /** The domain whose record it is, which may lie above the one that was asked about. */
      readonly domain: string;
      readonly value: string;
      /** What is to be known of the record. */
      readonly said: readonly Message[];
      readonly rungs: readonly PolicyRung[];
    }
  | { readonly refused: Message; readonly missing?: LookedFor & { readonly uri?: string } }
  | { readonly included: readonly string[] };
