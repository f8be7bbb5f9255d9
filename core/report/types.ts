import type { Message } from '../text/message';
import type { PlainRecords } from './fast';
import type { Limits } from './limits';
import type { Anchor } from './origins';
import type { Platform } from './platform';

/** What a report says about itself (`report_metadata`). Texts are as written, trimmed; empty where missing. */
export interface ReportMetadata {
  readonly orgName: string;
  readonly email: string;
  readonly extraContactInfo: string;
  /** Stays text: real ids exceed 2^53. */
  readonly reportId: string;
  readonly generator: string;
  /** Seconds since 1970-01-01 UTC; undefined where missing or unreadable. */
  readonly begin: number | undefined;
  readonly end: number | undefined;
  readonly errors: readonly string[];
}

/** The policy that the receiver saw (`policy_published`); RFC 7489's `pct` and RFC 9990's new fields side by side. */
export interface PolicyPublished {
  readonly domain: string;
  readonly p: string;
  readonly sp: string;
  readonly np: string;
  readonly adkim: string;
  readonly aspf: string;
  readonly fo: string;
  readonly pct: string;
  readonly testing: string;
  readonly discoveryMethod: string;
}

/** One `<feedback>`: everything but its records. */
export interface ReportHead {
  /** The file that was opened, as named by whoever opened it. */
  readonly file: string;
  /** The member of that file, e.g. a zip entry's name; empty where the file is the report itself. */
  readonly part: string;
  readonly version: string;
  readonly metadata: ReportMetadata;
  readonly policy: PolicyPublished;
}

/** Why a receiver did not do what the policy asked (`policy_evaluated/reason`). */
export interface PolicyOverrideReason {
  readonly type: string;
  readonly comment: string;
}

/** One `auth_results/dkim`. */
export interface DkimAuthResult {
  readonly domain: string;
  readonly selector: string;
  readonly result: string;
  readonly humanResult: string;
}

/** One `auth_results/spf`; RFC 9990 allows at most one a record, RFC 7489 several. */
export interface SpfAuthResult {
  readonly domain: string;
  readonly scope: string;
  readonly result: string;
  readonly humanResult: string;
}

/** One `<record>`. Enumerated values stay as the receiver wrote them; judge.ts reads them leniently. */
export interface ReportRecord {
  readonly sourceIp: string;
  /** Messages; 0 where the report gives no usable number. */
  readonly count: number;
  readonly disposition: string;
  /** `policy_evaluated/dkim`: whether an aligned signature passed. */
  readonly dkim: string;
  /** `policy_evaluated/spf`: whether an aligned SPF check passed. */
  readonly spf: string;
  readonly reasons: readonly PolicyOverrideReason[];
  readonly headerFrom: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: string;
  readonly dkimResults: readonly DkimAuthResult[];
  readonly spfResults: readonly SpfAuthResult[];
}

/** `error`: something is lost. `warning`: something was repaired or looks wrong. `information`: worth knowing. */
export type ProblemSeverity = 'error' | 'warning' | 'information';

/** Something the reader must tell the person, never only the log. */
export interface ReportProblem {
  readonly severity: ProblemSeverity;
  readonly message: Message;
  readonly file: string;
  readonly part: string;
  /** The record's number within its report, from 1, where the problem is in one. */
  readonly record?: number;
}

/** Where a problem is: the member of the file, and the record's number in its report. */
export interface Place {
  readonly part: string;
  readonly record?: number;
}

/** What every step of reading one file is given. */
export interface Reading {
  readonly file: string;
  readonly platform: Platform;
  readonly limits: Limits;
  /** Takes note of a problem. */
  tell(severity: ProblemSeverity, message: Message, place: Place): void;
}

/** Pieces of a file or of a member of one. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What the reader of a document has to say, in the order in which it learns it. Reports are numbered from 0 in it. */
export type ReadEvent<T> =
  /** A report's head: with its first records (`final: false`), and once more when all of the report was seen. */
  | { readonly type: 'head'; readonly report: number; readonly head: ReportHead; readonly final: boolean }
  /**
   * Records one after the other. `first` is the number of the first in the document, from 0; undefined stands for one that
   * is lost.
   */
  | {
      readonly type: 'records';
      readonly report: number;
      readonly first: number;
      readonly records: readonly (ReportRecord | undefined)[];
    }
  /** The same for records of the plain shape; `T` is what the caller makes of their sections. */
  | {
      readonly type: 'plain';
      readonly report: number;
      readonly first: number;
      readonly records: PlainRecords<T>;
    }
  /** Here the document may be read from anew. */
  | { readonly type: 'anchor'; readonly anchor: Anchor };
